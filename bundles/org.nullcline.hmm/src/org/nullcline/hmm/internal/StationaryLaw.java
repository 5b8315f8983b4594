package org.nullcline.hmm.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The stationary distribution of a Markov chain, by elimination without subtraction (Grassmann, Taksar and Heyman, Operations
 * Research 1985), so that no digits are lost.
 */
public final class StationaryLaw {

	private StationaryLaw() {
	}

	/** @throws IllegalArgumentException if it is not unique: there are several sets of states that are never left */
	public static double[] of(double[][] transition) {
		List<int[]> closed = closedClasses(transition);
		if (closed.size() > 1) {
			throw new IllegalArgumentException("the stationary distribution is not unique: each of " + closed.size()
					+ " sets of states is never left, for example that of state " + (closed.get(0)[0] + 1) + " and that of state "
					+ (closed.get(1)[0] + 1) + "; give the transition matrix a way from one to the other");
		}
		int[] states = closed.getFirst();
		double[] within = eliminate(transition, states);
		double[] law = new double[transition.length];
		for (int n = 0; n < states.length; n++) {
			law[states[n]] = within[n];
		}
		return law;
	}

	private static double[] eliminate(double[][] transition, int[] states) {
		int size = states.length;
		double[][] rate = new double[size][size];
		for (int i = 0; i < size; i++) {
			for (int j = 0; j < size; j++) {
				rate[i][j] = transition[states[i]][states[j]];
			}
		}
		for (int n = size - 1; n > 0; n--) {
			double leaving = 0;
			for (int j = 0; j < n; j++) {
				leaving += rate[n][j];
			}
			for (int i = 0; i < n; i++) {
				rate[i][n] /= leaving;
				for (int j = 0; j < n; j++) {
					rate[i][j] += rate[i][n] * rate[n][j];
				}
			}
		}
		double[] law = new double[size];
		law[0] = 1;
		double sum = 1;
		for (int n = 1; n < size; n++) {
			for (int i = 0; i < n; i++) {
				law[n] += law[i] * rate[i][n];
			}
			sum += law[n];
		}
		for (int n = 0; n < size; n++) {
			law[n] /= sum;
		}
		return law;
	}

	/** Sets of states that lead to each other and to no other state. */
	private static List<int[]> closedClasses(double[][] transition) {
		int states = transition.length;
		boolean[][] reaches = new boolean[states][states];
		for (int i = 0; i < states; i++) {
			for (int j = 0; j < states; j++) {
				reaches[i][j] = i == j || transition[i][j] > 0;
			}
		}
		for (int k = 0; k < states; k++) {
			for (int i = 0; i < states; i++) {
				for (int j = 0; j < states; j++) {
					reaches[i][j] |= reaches[i][k] && reaches[k][j];
				}
			}
		}
		List<int[]> classes = new ArrayList<>();
		for (int i = 0; i < states; i++) {
			int state = i;
			int[] reached = IntStream.range(0, states).filter(j -> reaches[state][j]).toArray();
			if (reached[0] == i && IntStream.of(reached).allMatch(j -> reaches[j][state])) {
				classes.add(reached);
			}
		}
		return classes;
	}
}
