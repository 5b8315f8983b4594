package org.nullcline.core.distance;

import java.util.List;

/**
 * How far the states of two networks are from each other, where both saw the same inputs: sample i of one and sample i of
 * the other belong together, units do not. Has no mutable state: several threads use it at once.
 *
 * @param <P> what is computed once for each network, so that a pair costs little
 */
public interface StateDistance<P> {

	/**
	 * What the distances of one network need. It must not refer to the states, which may be closed afterwards; arrays that
	 * the states gave out may be kept.
	 *
	 * @throws IllegalArgumentException saying what is missing, if these states cannot be compared, for example because
	 *                                  there are too few samples. The message goes on after the name of the network: "10
	 *                                  samples are too few ..."
	 */
	P prepare(CentredStates states);

	/**
	 * The distance of two networks, 0 for a network from itself, up to rounding.
	 *
	 * @throws IllegalArgumentException if the two do not fit together
	 */
	double distance(P first, P second);

	/**
	 * The distances between all networks of two lists. To be overridden where many pairs at once are cheaper; results may
	 * differ from {@link #distance} by rounding only.
	 *
	 * @return [position in first][position in second]
	 */
	default double[][] distances(List<P> first, List<P> second) {
		return first.stream().map(a -> second.stream().mapToDouble(b -> distance(a, b)).toArray()).toArray(double[][]::new);
	}

	/** The distance in words, with all parameters: enough to compute it again. */
	String definition();

	/** What is always true of it. */
	DistanceProperties properties();
}
