package org.nullcline.analysis.fixedpoints.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.dynamics.FixedPointSet;

/** What fixed points say of a memory task: one stable point for each memory, saddles in between. */
final class MemoryFindings {

	/** A readout is at a memory if no output is farther from it than this: half way between 0 and 1. */
	private static final double TOLERANCE = 0.5;
	private static final String REFERENCE = "Maheswaranathan et al. 2019, Fig. 1; Sussillo & Barak 2013";

	private MemoryFindings() {
	}

	/**
	 * @param memories at least one
	 * @param suffix   names the input condition where there are several, else empty
	 */
	static List<Finding> of(ConditionPoints points, List<double[]> memories, String suffix) {
		List<Finding> findings = new ArrayList<>();
		findings.add(onePointPerMemory(points, memories, suffix));
		int bits = cubeDimension(memories);
		if (bits > 0) {
			findings.add(cube(points.found(), bits, suffix));
		}
		return findings;
	}

	private static Finding onePointPerMemory(ConditionPoints points, List<double[]> memories, String suffix) {
		int[] held = new int[memories.size()];
		int elsewhere = 0;
		for (double[] readout : points.stableReadouts()) {
			int memory = nearest(readout, memories);
			if (memory < 0) {
				elsewhere++;
			} else {
				held[memory]++;
			}
		}
		List<String> missing = new ArrayList<>();
		List<String> several = new ArrayList<>();
		for (int i = 0; i < held.length; i++) {
			if (held[i] == 0) {
				missing.add(text(memories.get(i)));
			} else if (held[i] > 1) {
				several.add(text(memories.get(i)) + " (" + held[i] + ")");
			}
		}
		int covered = memories.size() - missing.size();
		boolean reproduced = missing.isEmpty() && several.isEmpty() && elsewhere == 0;
		List<String> words = new ArrayList<>();
		words.add(covered + " of " + memories.size() + " memories have a stable fixed point");
		if (!missing.isEmpty()) {
			words.add("none was found at " + String.join(", ", missing));
		}
		if (!several.isEmpty()) {
			words.add("more than one at " + String.join(", ", several));
		}
		if (elsewhere > 0) {
			words.add(elsewhere + (elsewhere == 1 ? " further stable fixed point reads" : " further stable fixed points read")
					+ " out as no memory");
		}
		int slow = points.found().slow().size();
		if (slow > 0 && !reproduced) {
			words.add(slow + " slow points, which do not quite stand still, are not counted");
		}
		return new Finding(
				"The network has exactly one stable fixed point at each of the " + memories.size()
						+ " memories and no other" + suffix + ".",
				covered, Interval.exact(covered), "= " + memories.size(), REFERENCE,
				reproduced ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED, String.join("; ", words) + ".");
	}

	/** A K-bit memory whose bits do not interact: C(K, k) 2^(K - k) points with k unstable directions, as on a cube. */
	private static Finding cube(FixedPointSet found, int bits, String suffix) {
		int[] expected = new int[bits + 1];
		for (int k = 0; k <= bits; k++) {
			expected[k] = (int) Math.round(binomial(bits, k) * Math.pow(2, bits - k));
		}
		int[] counts = found.countsByIndex();
		int total = found.exact().size();
		boolean reproduced = Arrays.equals(expected, counts);
		String explanation = "By number of unstable directions there are " + text(counts) + " fixed points.";
		if (!reproduced) {
			explanation += " A search can miss points: fewer than expected may be there unseen, more than expected are there.";
		}
		return new Finding(
				"The fixed points are as many as the corners, edges and cells of higher dimension of a " + bits
						+ "-dimensional cube: " + text(expected) + " with 0, 1, 2, ... unstable directions" + suffix + ".",
				total, Interval.exact(total), "= " + Arrays.stream(expected).sum() + ", by index " + text(expected),
				"Maheswaranathan et al. 2019, Fig. 1e; Sussillo & Barak 2013",
				reproduced ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED, explanation);
	}

	/** The memory at which a readout lies, or -1. */
	static int nearest(double[] readout, List<double[]> memories) {
		int nearest = -1;
		double smallest = TOLERANCE;
		for (int i = 0; i < memories.size(); i++) {
			double distance = 0;
			for (int k = 0; k < readout.length; k++) {
				distance = Math.max(distance, Math.abs(readout[k] - memories.get(i)[k]));
			}
			if (distance < smallest) {
				smallest = distance;
				nearest = i;
			}
		}
		return nearest;
	}

	/** K if the memories are the 2^K corners of the cube {-1, 1}^K, else 0. */
	static int cubeDimension(List<double[]> memories) {
		int dimension = memories.get(0).length;
		boolean signs = memories.stream().allMatch(memory -> Arrays.stream(memory).allMatch(v -> Math.abs(v) == 1));
		long distinct = memories.stream().map(Arrays::toString).distinct().count();
		return signs && dimension < 31 && distinct == 1L << dimension && memories.size() == distinct ? dimension : 0;
	}

	private static double binomial(int n, int k) {
		double result = 1;
		for (int i = 0; i < k; i++) {
			result *= (double) (n - i) / (i + 1);
		}
		return result;
	}

	private static String text(int[] counts) {
		return Arrays.stream(counts).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
	}

	static String text(double[] values) {
		return Arrays.stream(values).mapToObj(value -> String.format(Locale.ROOT, "%.3g", value))
				.map(value -> value.contains("e") ? value : value.replaceFirst("\\.?0+$", ""))
				.collect(Collectors.joining(", ", "(", ")"));
	}
}
