package org.nullcline.hmm;

import org.nullcline.hmm.internal.ForwardBackward;
import org.nullcline.hmm.internal.SymbolChecks;

/**
 * What a sequence of symbols x tells about a known model and its states z (Rabiner, "A tutorial on hidden Markov models",
 * Proc. IEEE 1989). Logarithms are natural. All methods throw an {@link IllegalArgumentException} for a number that is no symbol.
 */
public final class HiddenMarkovInference {

	private HiddenMarkovInference() {
	}

	/** log P(x), by the scaled forward recursion; negative infinity if the model cannot emit x, 0 if x is empty. */
	public static double logLikelihood(HiddenMarkovModel model, int[] symbols) {
		SymbolChecks.check("sequence", symbols, model.symbols());
		return new ForwardBackward(model).forward(symbols);
	}

	/** log P(x) of each sequence. */
	public static double[] logLikelihoods(HiddenMarkovModel model, int[][] sequences) {
		SymbolChecks.check(sequences, model.symbols());
		ForwardBackward recursion = new ForwardBackward(model);
		return java.util.Arrays.stream(sequences).mapToDouble(recursion::forward).toArray();
	}

	/**
	 * P(z[t] = i | x), [time, state].
	 *
	 * @throws IllegalArgumentException if the model cannot emit the sequence
	 */
	public static double[][] posteriors(HiddenMarkovModel model, int[] symbols) {
		SymbolChecks.check("sequence", symbols, model.symbols());
		ForwardBackward recursion = new ForwardBackward(model);
		if (recursion.forward(symbols) == Double.NEGATIVE_INFINITY) {
			throw new IllegalArgumentException("the model cannot emit this sequence, so its states have no probabilities");
		}
		recursion.backward(symbols);
		double[][] posteriors = new double[symbols.length][model.states()];
		for (int t = 0; t < symbols.length; t++) {
			for (int i = 0; i < model.states(); i++) {
				posteriors[t][i] = recursion.posterior(t, i);
			}
		}
		return posteriors;
	}

	/** The most probable path of states (Viterbi 1967); of equally probable ones that with the lowest last states. */
	public static StatePath mostProbablePath(HiddenMarkovModel model, int[] symbols) {
		SymbolChecks.check("sequence", symbols, model.symbols());
		int steps = symbols.length;
		int states = model.states();
		if (steps == 0) {
			return new StatePath(new int[0], 0);
		}
		double[] start = logs(model.start());
		double[][] transition = logs(model.transition());
		double[][] emission = logs(model.emission());
		double[] best = new double[states];
		int[][] origin = new int[steps][states];
		for (int t = 0; t < steps; t++) {
			double[] next = new double[states];
			for (int j = 0; j < states; j++) {
				double value = start[j];
				for (int i = 0; t > 0 && i < states; i++) {
					double candidate = best[i] + transition[i][j];
					if (i == 0 || candidate > value) {
						value = candidate;
						origin[t][j] = i;
					}
				}
				next[j] = value + emission[j][symbols[t]];
			}
			best = next;
		}
		int[] path = new int[steps];
		for (int i = 1; i < states; i++) {
			path[steps - 1] = best[i] > best[path[steps - 1]] ? i : path[steps - 1];
		}
		double logProbability = best[path[steps - 1]];
		for (int t = steps - 1; t > 0; t--) {
			path[t - 1] = origin[t][path[t]];
		}
		return new StatePath(path, logProbability);
	}

	/** log P(z, x) of a given path. */
	public static double jointLogProbability(HiddenMarkovModel model, int[] states, int[] symbols) {
		SymbolChecks.check("sequence", symbols, model.symbols());
		if (states.length != symbols.length) {
			throw new IllegalArgumentException("a path of " + states.length + " states for " + symbols.length + " symbols");
		}
		double[][] transition = model.transition();
		double[][] emission = model.emission();
		double sum = 0;
		for (int t = 0; t < states.length; t++) {
			sum += Math.log(t == 0 ? model.start()[states[0]] : transition[states[t - 1]][states[t]])
					+ Math.log(emission[states[t]][symbols[t]]);
		}
		return sum;
	}

	private static double[] logs(double[] values) {
		return java.util.Arrays.stream(values).map(Math::log).toArray();
	}

	private static double[][] logs(double[][] rows) {
		return java.util.Arrays.stream(rows).map(HiddenMarkovInference::logs).toArray(double[][]::new);
	}
}
