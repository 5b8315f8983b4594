package org.nullcline.core.figure;

import java.util.List;
import java.util.Objects;

/**
 * The parts of a network that marks of a figure stand for. Who selects a mark selects its part in all other plots of the
 * network, and sees the marks of parts that were selected elsewhere.
 *
 * @param kind  of all parts
 * @param items one number per mark, from 0; what it counts depends on the kind
 * @since 0.1.0
 */
public record Subjects(Kind kind, List<Integer> items) {

	/** Kinds of parts. */
	public enum Kind {
		/** Rows of the array {@code fixed_points} in the network's result of the analysis {@code fixed-points}. */
		FIXED_POINT,
		/** Hidden units of the network. */
		UNIT
	}

	/** Marks that stand for no part. */
	public static final Subjects NONE = new Subjects(Kind.UNIT, List.of());

	public Subjects {
		Objects.requireNonNull(kind, "parts of a network have a kind");
		items = List.copyOf(items);
		if (items.stream().anyMatch(item -> item < 0)) {
			throw new IllegalArgumentException("parts of a network are counted from 0: " + items);
		}
	}

	/** Fixed points, by their rows in the result of the analysis {@code fixed-points}. */
	public static Subjects fixedPoints(List<Integer> rows) {
		return new Subjects(Kind.FIXED_POINT, rows);
	}

	/** Hidden units, by their numbers. */
	public static Subjects units(List<Integer> units) {
		return new Subjects(Kind.UNIT, units);
	}

	/** Whether the marks stand for nothing. */
	public boolean isEmpty() {
		return items.isEmpty();
	}
}
