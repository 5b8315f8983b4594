package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Merges states that are one. States are visited from the smallest q upwards; each is merged into the first kept state
 * within the tolerance, or kept. The result does not depend on the order of the candidates, because values of q below
 * working precision count as equal and the states' own values decide then, in the order of {@link StateOrder}.
 * <p>
 * Connected clusters would not do: a line of fixed points, sampled densely, is one connected cluster.
 */
final class DistinctStates {

	private DistinctStates() {
	}

	/**
	 * @param tolerance largest Euclidean distance of two states that are one
	 * @param floor     q at or below this is zero
	 * @param order     of states of equal q
	 * @return the kept states by increasing q, each with the number of seeds of all states merged into it
	 */
	static List<Candidate> of(List<Candidate> candidates, double tolerance, double floor, Comparator<double[]> order) {
		List<Candidate> ordered = new ArrayList<>(candidates);
		ordered.sort(Comparator.comparingDouble((Candidate c) -> Math.max(c.q(), floor)).thenComparing(Candidate::state, order));
		List<Candidate> kept = new ArrayList<>();
		List<Integer> seeds = new ArrayList<>();
		for (Candidate candidate : ordered) {
			int same = indexWithin(kept, candidate.state(), tolerance);
			if (same < 0) {
				kept.add(candidate);
				seeds.add(candidate.seeds());
			} else {
				seeds.set(same, seeds.get(same) + candidate.seeds());
			}
		}
		List<Candidate> counted = new ArrayList<>();
		for (int i = 0; i < kept.size(); i++) {
			counted.add(new Candidate(kept.get(i).state(), kept.get(i).q(), seeds.get(i)));
		}
		return counted;
	}

	/** The position of the nearest candidate within the tolerance, or -1. */
	static int indexWithin(List<Candidate> candidates, double[] state, double tolerance) {
		int nearest = -1;
		double smallest = tolerance;
		for (int i = 0; i < candidates.size(); i++) {
			double distance = Candidate.distance(candidates.get(i).state(), state);
			if (distance <= smallest) {
				smallest = distance;
				nearest = i;
			}
		}
		return nearest;
	}
}
