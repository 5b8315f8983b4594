package org.nullcline.core.network;

import java.util.List;

/**
 * The parts of a cell's full state, side by side in one array. The readout sees the first part.
 *
 * @param parts at least one
 */
public record StateLayout(List<Part> parts) {

	/**
	 * @param name for example {@code h}
	 * @param size number of values
	 */
	public record Part(String name, int size) {
	}

	public StateLayout {
		parts = List.copyOf(parts);
		if (parts.isEmpty()) {
			throw new IllegalArgumentException("a state has at least one part");
		}
	}

	/** A state that consists of the hidden units alone. */
	public static StateLayout hidden(int units) {
		return new StateLayout(List.of(new Part("h", units)));
	}

	/** Number of values of the full state. */
	public int size() {
		return parts.stream().mapToInt(Part::size).sum();
	}
}
