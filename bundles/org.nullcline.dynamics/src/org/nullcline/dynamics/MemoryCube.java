package org.nullcline.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Memories that are the corners of a hypercube: in each of K outputs one of two values, in all combinations.
 *
 * @param low      the smaller value of each output
 * @param high     the larger value of each output
 * @param memories the corners, [memory][output]
 */
public record MemoryCube(double[] low, double[] high, List<double[]> memories) {

	/** The cube of a task's memories; nothing if they form none. */
	public static Optional<MemoryCube> of(List<double[]> memories) {
		if (memories.isEmpty() || memories.get(0).length == 0 || memories.get(0).length > 20) {
			return Optional.empty();
		}
		int bits = memories.get(0).length;
		double[] low = new double[bits];
		double[] high = new double[bits];
		for (int k = 0; k < bits; k++) {
			int output = k;
			low[k] = memories.stream().mapToDouble(memory -> memory[output]).min().orElseThrow();
			high[k] = memories.stream().mapToDouble(memory -> memory[output]).max().orElseThrow();
			if (!(low[k] < high[k])
					|| !memories.stream().allMatch(memory -> memory[output] == low[output] || memory[output] == high[output])) {
				return Optional.empty();
			}
		}
		long distinct = memories.stream().map(Arrays::toString).distinct().count();
		return distinct == 1L << bits && memories.size() == distinct ? Optional.of(new MemoryCube(low, high, memories))
				: Optional.empty();
	}

	/** K. */
	public int bits() {
		return low.length;
	}

	/** The corner as a number: bit k is set if output k has its larger value. */
	public int corner(int memory) {
		int corner = 0;
		for (int k = 0; k < bits(); k++) {
			corner |= memories.get(memory)[k] == high[k] ? 1 << k : 0;
		}
		return corner;
	}

	/** In words: "(-1, 1, 1)". */
	public String words(int corner) {
		return java.util.stream.IntStream.range(0, bits())
				.mapToObj(k -> String.format(Locale.ROOT, "%.3g", (corner >> k & 1) == 1 ? high[k] : low[k]))
				.map(text -> text.contains(".") && !text.contains("e") ? text.replaceFirst("\\.?0+$", "") : text)
				.collect(Collectors.joining(", ", "(", ")"));
	}
}
