package org.nullcline.core.distance;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is true of a distance for all states. It is a promise that tests hold a distance to.
 *
 * @param symmetric   whether d(a, b) = d(b, a)
 * @param metric      whether the triangle inequality holds as well; d(a, b) = 0 may be true of different states that its
 *                    invariances make alike
 * @param invariances what leaves it as it is
 */
public record DistanceProperties(boolean symmetric, boolean metric, Set<Invariance> invariances) {

	public DistanceProperties {
		EnumSet<Invariance> copy = EnumSet.noneOf(Invariance.class);
		copy.addAll(invariances);
		invariances = Collections.unmodifiableSet(copy);
		if (metric && !symmetric) {
			throw new IllegalArgumentException("a metric is symmetric");
		}
	}

	/** Properties with these invariances. */
	public static DistanceProperties of(boolean symmetric, boolean metric, Invariance... invariances) {
		return new DistanceProperties(symmetric, metric, Set.copyOf(Arrays.asList(invariances)));
	}
}
