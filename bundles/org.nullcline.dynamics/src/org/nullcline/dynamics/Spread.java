package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Thins states that sample a continuum, such as the slow points of a line attractor, to a number that can be read and drawn,
 * evenly over the continuum: always the state farthest from those already chosen comes next (Gonzalez 1985).
 *
 * @param states  the chosen ones, each with the seeds of those nearest to it
 * @param spacing smallest distance of two chosen states; 0 if there are less than two
 */
record Spread(List<Candidate> states, double spacing) {

	/**
	 * @param candidates the first of them is chosen first; of two that are equally far away the first as well
	 * @param maximum    how many to choose, at least 1
	 */
	static Spread of(List<Candidate> candidates, int maximum) {
		int count = candidates.size();
		double[] distance = new double[count];
		int[] nearest = new int[count];
		Arrays.fill(distance, Double.POSITIVE_INFINITY);
		List<Integer> chosen = new ArrayList<>();
		double spacing = 0;
		while (chosen.size() < Math.min(maximum, count)) {
			int next = 0;
			for (int i = 1; i < count; i++) {
				if (distance[i] > distance[next]) {
					next = i;
				}
			}
			spacing = chosen.isEmpty() ? 0 : distance[next];
			for (int i = 0; i < count; i++) {
				double to = Candidate.distance(candidates.get(i).state(), candidates.get(next).state());
				if (to < distance[i]) {
					distance[i] = to;
					nearest[i] = chosen.size();
				}
			}
			chosen.add(next);
		}
		int[] seeds = new int[chosen.size()];
		for (int i = 0; i < count; i++) {
			seeds[nearest[i]] += candidates.get(i).seeds();
		}
		List<Candidate> states = new ArrayList<>();
		for (int k = 0; k < chosen.size(); k++) {
			Candidate candidate = candidates.get(chosen.get(k));
			states.add(new Candidate(candidate.state(), candidate.q(), seeds[k]));
		}
		return new Spread(states, spacing);
	}
}
