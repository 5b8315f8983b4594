package org.nullcline.hmm;

import java.util.Arrays;

/**
 * A hidden Markov model of symbols. The first state z[0] has the start distribution; z[t+1] has row z[t] of the transition
 * matrix, and the symbol x[t] has row z[t] of the emission matrix. Immutable: arrays are copied on the way in and out.
 *
 * @param start      P(z[0] = i), [state]
 * @param transition A[i][j] = P(z[t+1] = j | z[t] = i), [state, state]
 * @param emission   B[i][k] = P(x[t] = k | z[t] = i), [state, symbol]
 */
public record HiddenMarkovModel(double[] start, double[][] transition, double[][] emission) {

	/** Rows may miss a sum of 1 by this, which is far above rounding and far below what anybody means. */
	private static final double SUM_TOLERANCE = 1e-9;

	/** @throws IllegalArgumentException naming the matrix and the row, if the numbers are no hidden Markov model */
	public HiddenMarkovModel {
		start = start.clone();
		transition = copy(transition);
		emission = copy(emission);
		int states = start.length;
		if (states == 0) {
			throw new IllegalArgumentException("a hidden Markov model needs at least one state");
		}
		rows("transition matrix", transition, states);
		rows("emission matrix", emission, states);
		int symbols = emission[0].length;
		if (symbols == 0) {
			throw new IllegalArgumentException("emission matrix: there is no symbol");
		}
		probabilities("start distribution", start, states);
		for (int i = 0; i < states; i++) {
			probabilities("transition matrix, row " + (i + 1), transition[i], states);
			probabilities("emission matrix, row " + (i + 1), emission[i], symbols);
		}
	}

	/** A model that begins in each state with the same probability. */
	public static HiddenMarkovModel withUniformStart(double[][] transition, double[][] emission) {
		double[] start = new double[transition.length];
		Arrays.fill(start, 1.0 / start.length);
		return new HiddenMarkovModel(start, transition, emission);
	}

	/** Number of states M. */
	public int states() {
		return start.length;
	}

	/** Number of symbols K. */
	public int symbols() {
		return emission[0].length;
	}

	@Override
	public double[] start() {
		return start.clone();
	}

	@Override
	public double[][] transition() {
		return copy(transition);
	}

	@Override
	public double[][] emission() {
		return copy(emission);
	}

	/** The same model with its states in another order: state i of the result is state order[i] of this one. */
	public HiddenMarkovModel reordered(int[] order) {
		int states = states();
		double[] newStart = new double[states];
		double[][] newTransition = new double[states][states];
		double[][] newEmission = new double[states][];
		for (int i = 0; i < states; i++) {
			newStart[i] = start[order[i]];
			newEmission[i] = emission[order[i]];
			for (int j = 0; j < states; j++) {
				newTransition[i][j] = transition[order[i]][order[j]];
			}
		}
		return new HiddenMarkovModel(newStart, newTransition, newEmission);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof HiddenMarkovModel model && Arrays.equals(start, model.start)
				&& Arrays.deepEquals(transition, model.transition) && Arrays.deepEquals(emission, model.emission);
	}

	@Override
	public int hashCode() {
		return 31 * (31 * Arrays.hashCode(start) + Arrays.deepHashCode(transition)) + Arrays.deepHashCode(emission);
	}

	@Override
	public String toString() {
		return "start " + Arrays.toString(start) + ", transition " + Arrays.deepToString(transition) + ", emission "
				+ Arrays.deepToString(emission);
	}

	private static double[][] copy(double[][] matrix) {
		return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
	}

	private static void rows(String name, double[][] matrix, int states) {
		if (matrix.length != states) {
			throw new IllegalArgumentException(
					name + ": expected one row for each of the " + states + " states, found " + matrix.length);
		}
	}

	private static void probabilities(String name, double[] values, int length) {
		if (values.length != length) {
			throw new IllegalArgumentException(name + ": expected " + length + " values, found " + values.length);
		}
		double sum = 0;
		for (double value : values) {
			if (!(value >= 0 && value <= 1)) {
				throw new IllegalArgumentException(name + ": " + value + " is not a probability from 0 to 1");
			}
			sum += value;
		}
		if (Math.abs(sum - 1) > SUM_TOLERANCE) {
			throw new IllegalArgumentException(name + ": the probabilities sum to " + sum + " instead of 1");
		}
	}
}
