package org.nullcline.analysis.driven.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.ParameterValueException;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Network;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.PrincipalComponents;

/**
 * Runs under the same noise, scaled to several standard deviations.
 *
 * @param levels standard deviations, ascending
 * @param runs   one for each level
 * @param planes the positions in the plane of the two leading components of the unscaled run, about the mean of each level
 */
record NoiseLevels(double[] levels, List<DrivenTrajectory> runs, List<double[][]> planes) {

	/** The level that all others are compared with. */
	private static final double UNIT = 1;
	private static final double CLOSE = 0.01;

	/** @throws AnalysisException if the text is no list of positive numbers, or the network diverges */
	static NoiseLevels of(Network network, String text, int steps, GaussianNoise noise, IProgressMonitor monitor)
			throws AnalysisException {
		double[] levels = parse(text);
		SubMonitor progress = SubMonitor.convert(monitor, levels.length);
		List<DrivenTrajectory> runs = new ArrayList<>();
		for (double level : levels) {
			runs.add(DrivenTrajectory.run(network, noise, 0, level, steps, progress.split(1)));
		}
		PrincipalComponents components = PrincipalComponents.of(runs.get(index(levels)).states());
		return new NoiseLevels(levels, runs, runs.stream().map(run -> centred(components.project(run.states(), 2))).toList());
	}

	private static double[] parse(String text) throws AnalysisException {
		try {
			double[] levels = Arrays.stream(text.strip().split("[\\s,]+")).mapToDouble(Double::parseDouble).sorted().distinct().toArray();
			boolean others = Arrays.stream(levels).anyMatch(level -> level != UNIT);
			if (levels[0] > 0 && Double.isFinite(levels[levels.length - 1]) && others) {
				return Arrays.stream(levels).anyMatch(level -> level == UNIT) ? levels
						: Arrays.stream(Arrays.copyOf(levels, levels.length + 1)).map(level -> level == 0 ? UNIT : level).sorted().toArray();
			}
		} catch (NumberFormatException e) {
			// Told below.
		}
		throw new ParameterValueException("levels '" + text + "': expected positive standard deviations, at least one besides 1, such as 0.1, 1, 2");
	}

	private static int index(double[] levels) {
		return Arrays.binarySearch(levels, UNIT);
	}

	private static double[][] centred(double[][] points) {
		double x = Arrays.stream(points).mapToDouble(p -> p[0]).average().orElseThrow();
		double y = Arrays.stream(points).mapToDouble(p -> p[1]).average().orElseThrow();
		return Arrays.stream(points).map(p -> new double[] { p[0] - x, p[1] - y }).toArray(double[][]::new);
	}

	/** The run of the unscaled noise. */
	DrivenTrajectory unit() {
		return runs.get(index(levels));
	}

	/** Root mean square distance from the mean, in the plane, by level. */
	double[] radii() {
		return planes.stream().mapToDouble(
				plane -> Math.sqrt(Arrays.stream(plane).mapToDouble(p -> p[0] * p[0] + p[1] * p[1]).average().orElseThrow())).toArray();
	}

	/** The claim that radii are proportional to the standard deviation. */
	Finding proportional() {
		double[] radii = radii();
		double unit = radii[index(levels)];
		double largest = 0;
		StringBuilder words = new StringBuilder("Radius over standard deviation:");
		for (int n = 0; n < levels.length; n++) {
			double ratio = radii[n] / levels[n] / unit;
			largest = Math.max(largest, Math.abs(ratio - 1));
			words.append(String.format(Locale.ROOT, " %.4g at %s%s", radii[n] / levels[n], levels[n], n == levels.length - 1 ? "." : ","));
		}
		words.append(" The paper speaks of the variance, but scales the standard deviation.");
		return new Finding("The radius of the orbits is proportional to the standard deviation of the noise.", largest,
				new Interval(largest, largest, "the same noise at every level"), "< 0.01, the largest relative deviation",
				DrivenStateSpaceAnalysis.REFERENCE, largest < CLOSE ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED, words.toString());
	}
}
