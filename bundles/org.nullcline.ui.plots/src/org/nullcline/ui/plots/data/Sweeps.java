package org.nullcline.ui.plots.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.nullcline.ui.plots.Messages;

/**
 * How often a network leaves a symbol while the drive of a group of units is scaled.
 *
 * @param sweeps one per group
 */
public record Sweeps(List<Sweep> sweeps) {

	private static final Pattern FACTORS = Pattern.compile("factors_(\\d+)"); //$NON-NLS-1$

	/**
	 * @param symbol  that is left
	 * @param factors by which the drive was scaled
	 * @param curves  one per part of the drive
	 * @param random  fractions for random groups without drive
	 */
	public record Sweep(int symbol, double[] factors, List<Curve> curves, double[] random) {
	}

	/**
	 * @param name     of the part of the drive
	 * @param switches fraction of trajectories that leave the symbol, for each factor
	 * @param units    whose drive was scaled
	 */
	public record Curve(String name, double[] switches, int[] units) {
	}

	/** @throws NotShownException if no result of the run holds a sweep */
	public static Sweeps read(RunContent run) throws IOException, NotShownException {
		List<Sweep> sweeps = new ArrayList<>();
		for (ResultArrays arrays : run.results()) {
			for (String name : arrays.result().arrays().keySet()) {
				Matcher matcher = FACTORS.matcher(name);
				if (matcher.matches() && sweeps.stream().noneMatch(s -> s.symbol() == Integer.parseInt(matcher.group(1)))) {
					sweeps.add(sweep(arrays, Integer.parseInt(matcher.group(1))));
				}
			}
		}
		if (sweeps.isEmpty()) {
			throw new NotShownException(Messages.Sweep_nothing);
		}
		return new Sweeps(sweeps);
	}

	private static Sweep sweep(ResultArrays arrays, int symbol) throws IOException {
		Pattern switches = Pattern.compile("switches_(.+)_" + symbol); //$NON-NLS-1$
		List<Curve> curves = new ArrayList<>();
		for (String name : arrays.result().arrays().keySet()) {
			Matcher matcher = switches.matcher(name);
			if (matcher.matches()) {
				String units = "units_" + matcher.group(1) + "_" + symbol; //$NON-NLS-1$ //$NON-NLS-2$
				curves.add(new Curve(matcher.group(1), arrays.values(name), arrays.has(units) ? arrays.integers(units) : new int[0]));
			}
		}
		String random = "random_groups_" + symbol; //$NON-NLS-1$
		return new Sweep(symbol, arrays.values("factors_" + symbol), curves, //$NON-NLS-1$
				arrays.has(random) ? arrays.values(random) : new double[0]);
	}
}
