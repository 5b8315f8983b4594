package org.nullcline.analysis.driven.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitDrives;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The exact properties of rectified networks without biases, whose step is homogeneous, F(c h, c x) = c F(h, x) for c > 0:
 * states scale with the noise, symbols and active units do not depend on it, and the origin is a fixed point. Checked on the
 * first steps, before rounding errors could have grown.
 */
final class Homogeneity {

	private static final int STEPS = 200;
	private static final double ROUNDING = 1e-9;
	private static final String REFERENCE = "exact for rectified networks without biases";

	private Homogeneity() {
	}

	/** Why the properties cannot be asked of a network; nothing if they can. */
	static Optional<String> inapplicable(Network network) {
		Optional<UnitDrives> drives = network.cell().unitDrives();
		if (drives.isEmpty() || !drives.get().rectified()) {
			return Optional.of("the units are not rectified-linear ones of one layer without leak");
		}
		if (drives.get().biased()) {
			return Optional.of("the units have biases");
		}
		if (Arrays.stream(NativeArrays.values(network.weights().get(Network.INITIAL_STATE))).anyMatch(value -> value != 0)) {
			return Optional.of("the initial state is not 0");
		}
		if (network.cell().readoutBias()
				&& Arrays.stream(NativeArrays.values(network.weights().get(Network.READOUT_BIAS))).anyMatch(value -> value != 0)) {
			return Optional.of("the readout has a bias");
		}
		return Optional.empty();
	}

	/** T1 to T3. */
	static List<Finding> findings(Network network, NoiseLevels levels) {
		List<Finding> findings = new ArrayList<>();
		DrivenTrajectory unit = levels.unit();
		int steps = Math.min(STEPS, unit.steps());
		double deviation = 0;
		long otherSymbols = 0;
		long otherUnits = 0;
		double size = Arrays.stream(unit.states()).limit(steps).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(1);
		for (int n = 0; n < levels.levels().length; n++) {
			DrivenTrajectory run = levels.runs().get(n);
			for (int t = 0; t < steps; t++) {
				otherSymbols += run.symbols()[t] != unit.symbols()[t] && !isTie(unit.outputs()[t]) ? 1 : 0;
				for (int i = 0; i < unit.states()[t].length; i++) {
					double scaled = run.states()[t][i] / levels.levels()[n];
					deviation = Math.max(deviation, Math.abs(scaled - unit.states()[t][i]) / size);
					boolean rounding = Math.max(scaled, unit.states()[t][i]) < ROUNDING * size;
					otherUnits += scaled > 0 != unit.states()[t][i] > 0 && !rounding ? 1 : 0;
				}
			}
		}
		findings.add(finding("States scale exactly with the standard deviation of the noise.", deviation, ROUNDING,
				"< 1e-9, the largest relative deviation", String.format(Locale.ROOT, "Over %d steps of the same noise.", steps)));
		findings.add(finding("Symbols and active units do not depend on the standard deviation of the noise.", otherSymbols + otherUnits, 0.5,
				"= 0", otherSymbols + " symbols and " + otherUnits + " active units differ. Only the confidence in the symbols does: what is"
						+ " sampled depends on the noise level."));
		double rest = Arrays.stream(NativeArrays.values(network.cell().step(network.weights(), NativeArrays.zeros(1, network.cell().inputs()),
				NativeArrays.zeros(1, network.cell().state().size())))).map(Math::abs).max().orElse(0);
		findings.add(finding("Without input the origin is a fixed point.", rest, ROUNDING, "= 0",
				"A single fixed point, then, is the origin, and no limit cycle stands alone."));
		return findings;
	}

	/** Whether rounding may decide which output is the largest. */
	private static boolean isTie(double[] outputs) {
		double[] sorted = Arrays.stream(outputs).sorted().toArray();
		double largest = sorted[sorted.length - 1];
		return largest - sorted[sorted.length - 2] <= ROUNDING * Math.max(Math.abs(largest), Math.abs(sorted[0]));
	}

	private static Finding finding(String claim, double value, double limit, String threshold, String explanation) {
		return new Finding(claim, value, new Interval(value, value, "exact comparison"), threshold, REFERENCE,
				value < limit ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED, explanation);
	}
}
