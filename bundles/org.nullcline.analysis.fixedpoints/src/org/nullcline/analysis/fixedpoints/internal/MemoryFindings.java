package org.nullcline.analysis.fixedpoints.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.FixedPointSet;
import org.nullcline.dynamics.Memories;
import org.nullcline.dynamics.MemoryCube;

/** What fixed points say of a memory task: one stable point for each memory, saddles in between. */
final class MemoryFindings {

	private static final String LOWER_BOUND = "count of what the search found, a lower bound";
	private static final String REFERENCE_CUBE = "Maheswaranathan et al. 2019, Fig. 1e; Sussillo & Barak 2013";
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
		MemoryCube.of(memories).ifPresent(cube -> findings.add(cube(points.found(), cube.bits(), suffix)));
		return findings;
	}

	private static Finding onePointPerMemory(ConditionPoints points, List<double[]> memories, String suffix) {
		int[] held = new int[memories.size()];
		int elsewhere = 0;
		for (double[] readout : points.stableReadouts()) {
			int memory = Memories.at(readout, memories);
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
		int uncertain = points.perhapsStableReadouts().size();
		// A search proves that points are there, never that one is not.
		boolean contradicted = !several.isEmpty() || elsewhere > 0;
		boolean reproduced = missing.isEmpty() && !contradicted && uncertain == 0;
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
		if (uncertain > 0) {
			words.add(uncertain + (uncertain == 1 ? " fixed point has" : " fixed points have")
					+ " an eigenvalue on the unit circle and may be stable or not");
		}
		if (!missing.isEmpty() && !contradicted) {
			words.add("the search can have missed what is not there");
		}
		int slow = points.found().slow().size();
		if (slow > 0 && !reproduced) {
			words.add(slow + " slow points, which do not quite stand still, are not counted");
		}
		return new Finding(
				"The network has exactly one stable fixed point at each of the " + memories.size()
						+ " memories and no other" + suffix + ".",
				covered, missing.isEmpty() ? Interval.exact(covered) : new Interval(covered, memories.size(), LOWER_BOUND),
				"= " + memories.size() + ", at the memory that is nearest to the output (by signs for memories of -1 and 1)",
				REFERENCE, verdict(reproduced, contradicted), String.join("; ", words) + ".");
	}

	/** A K-bit memory whose bits do not interact: C(K, k) 2^(K - k) points with k unstable directions, as on a cube. */
	private static Finding cube(FixedPointSet found, int bits, String suffix) {
		int[] expected = new int[bits + 1];
		for (int k = 0; k <= bits; k++) {
			expected[k] = (int) Math.round(binomial(bits, k) * Math.pow(2, bits - k));
		}
		int[] counts = found.countsByIndex();
		int total = found.exact().size();
		long marginal = found.exact().stream().filter(FixedPoint::marginal).count();
		boolean reproduced = marginal == 0 && Arrays.equals(expected, counts);
		boolean contradicted = exceeds(certainByIndex(found), expected) || total > Arrays.stream(expected).sum();
		String explanation = "By number of unstable directions there are " + text(counts) + " fixed points.";
		if (marginal > 0) {
			explanation += " Of " + marginal
					+ " of them that number is not certain, because an eigenvalue lies on the unit circle.";
		}
		if (!reproduced) {
			explanation += " A search can miss points: fewer than expected may be there unseen, more than expected are there.";
		}
		return new Finding(
				"The fixed points are as many as the corners, edges and cells of higher dimension of a " + bits
						+ "-dimensional cube: " + text(expected) + " with 0, 1, 2, ... unstable directions" + suffix + ".",
				total, new Interval(total, total, LOWER_BOUND),
				"= " + Arrays.stream(expected).sum() + ", by index " + text(expected), REFERENCE_CUBE,
				verdict(reproduced, contradicted), explanation);
	}

	/** Like the counts of all points, without those whose index is not certain. */
	private static int[] certainByIndex(FixedPointSet found) {
		int[] counts = new int[found.countsByIndex().length];
		found.exact().stream().filter(point -> !point.marginal()).forEach(point -> counts[point.index()]++);
		return counts;
	}

	private static boolean exceeds(int[] counts, int[] expected) {
		for (int k = 0; k < counts.length; k++) {
			if (counts[k] > (k < expected.length ? expected[k] : 0)) {
				return true;
			}
		}
		return false;
	}

	private static Verdict verdict(boolean reproduced, boolean contradicted) {
		return contradicted ? Verdict.NOT_REPRODUCED : reproduced ? Verdict.REPRODUCED : Verdict.UNDECIDED;
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
