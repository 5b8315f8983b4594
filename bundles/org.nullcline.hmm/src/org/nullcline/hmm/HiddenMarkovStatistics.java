package org.nullcline.hmm;

import java.util.Arrays;
import java.util.Optional;

import org.nullcline.hmm.internal.CountRecursion;
import org.nullcline.hmm.internal.StationaryLaw;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Statistics of a model in closed form: no sampling. Those of sequences of a given number of steps begin with the model's start
 * distribution; all others are those of the stationary process. With pi the stationary distribution, A the transition and B
 * the emission matrix, J = B^T diag(pi) A B is the joint distribution of two successive symbols.
 */
public final class HiddenMarkovStatistics {

	/** Longest run that is resolved, and the probability of longer ones at which nothing is lost by stopping earlier. */
	private static final int LONGEST_RUN = 100_000;
	private static final double NEGLIGIBLE = 1e-16;

	private final HiddenMarkovModel model;
	private final double[][] transition;
	private final double[][] emission;
	private final double[] stationary;

	/** @throws IllegalArgumentException if the stationary distribution is not unique */
	public HiddenMarkovStatistics(HiddenMarkovModel model) {
		this.model = model;
		transition = model.transition();
		emission = model.emission();
		stationary = StationaryLaw.of(transition);
	}

	/** Those of a model; nothing if its stationary distribution is not unique, as where a state is never left. */
	public static Optional<HiddenMarkovStatistics> ifUnique(HiddenMarkovModel model) {
		try {
			return Optional.of(new HiddenMarkovStatistics(model));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/** pi, [state]. */
	public double[] stationary() {
		return stationary.clone();
	}

	/**
	 * Distribution of the state, averaged over the first positions of a sequence: what is counted at each of them follows it.
	 *
	 * @param positions 1 or more
	 */
	public double[] meanState(int positions) {
		double[] law = model.start();
		double[] mean = new double[law.length];
		for (int t = 0; t < positions; t++) {
			double[] next = new double[law.length];
			for (int i = 0; i < law.length; i++) {
				mean[i] += law[i] / positions;
				for (int j = 0; j < law.length; j++) {
					next[j] += law[i] * transition[i][j];
				}
			}
			law = next;
		}
		return mean;
	}

	/** pi B, [symbol]. */
	public double[] symbolFrequencies() {
		double[] frequencies = new double[model.symbols()];
		Arrays.setAll(frequencies, k -> frequency(stationary, k));
		return frequencies;
	}

	private double frequency(double[] state, int symbol) {
		double frequency = 0;
		for (int i = 0; i < state.length; i++) {
			frequency += state[i] * emission[i][symbol];
		}
		return frequency;
	}

	/** P(next symbol | symbol): the rows of J, each divided by its sum. A symbol that never occurs has a row of NaN. */
	public double[][] symbolTransitions() {
		return divided(symbolPairs(stationary));
	}

	/** The same over all transitions in sequences of a given length. */
	public double[][] symbolTransitions(int steps) {
		return divided(symbolPairs(meanState(steps - 1)));
	}

	private static double[][] divided(double[][] rows) {
		for (double[] row : rows) {
			double sum = Arrays.stream(row).sum();
			for (int k = 0; k < row.length; k++) {
				row[k] /= sum;
			}
		}
		return rows;
	}

	/** Probability that two successive symbols differ: 1 - tr J. */
	public double changeProbability() {
		double[][] pairs = symbolPairs();
		double changes = 0;
		for (int a = 0; a < pairs.length; a++) {
			for (int b = 0; b < pairs.length; b++) {
				changes += a == b ? 0 : pairs[a][b];
			}
		}
		return changes;
	}

	/** Number of changes of the symbol in a sequence of a given length. */
	public Moments volatility(int steps) {
		int symbols = model.symbols();
		// The chain of pairs (state, symbol), [state * symbols + symbol].
		double[][] pairs = new double[stationary.length * symbols][stationary.length * symbols];
		double[] start = new double[pairs.length];
		double[] first = model.start();
		for (int to = 0; to < pairs.length; to++) {
			int state = to / symbols;
			start[to] = first[state] * emission[state][to % symbols];
			for (int from = 0; from < pairs.length; from++) {
				pairs[from][to] = transition[from / symbols][state] * emission[state][to % symbols];
			}
		}
		return new CountRecursion(pairs, (from, to) -> from % symbols == to % symbols ? 0 : 1).after(steps - 1, start,
				new int[pairs.length]);
	}

	/** The part of a sequence of a given length that is one symbol. */
	public Moments frequency(int symbol, int steps) {
		// The chain of pairs (state, whether it emits the symbol), [2 * state + 0 or 1].
		double[][] pairs = new double[2 * stationary.length][2 * stationary.length];
		double[] start = new double[pairs.length];
		int[] count = new int[pairs.length];
		double[] first = model.start();
		for (int to = 0; to < pairs.length; to++) {
			int state = to / 2;
			double emits = to % 2 == 1 ? emission[state][symbol] : 1 - emission[state][symbol];
			start[to] = first[state] * emits;
			count[to] = to % 2;
			for (int from = 0; from < pairs.length; from++) {
				pairs[from][to] = transition[from / 2][state] * emits;
			}
		}
		Moments moments = new CountRecursion(pairs, (from, to) -> to % 2).after(steps - 1, start, count);
		return new Moments(moments.mean() / steps, moments.deviation() / steps);
	}

	/** How long the chain stays in a state. */
	public GeometricDwell stateDwell(int state) {
		double leaving = 0;
		for (int j = 0; j < stationary.length; j++) {
			leaving += j == state ? 0 : transition[state][j];
		}
		return new GeometricDwell(Math.min(1, leaving));
	}

	/**
	 * Lengths of runs of one symbol, from a change to the next. They are not geometric: P(L &gt; l) = s (A diag(B[., a]))^l 1,
	 * with s the distribution of the state in which runs of the symbol a begin.
	 *
	 * @throws IllegalArgumentException if no run of this symbol ever begins
	 */
	public RunLengthLaw symbolRuns(int symbol) {
		return symbolRuns(symbol, stationary);
	}

	/**
	 * The same for runs that begin with a change within sequences of a given length; what the end of a sequence cuts off counts
	 * in full.
	 *
	 * @throws IllegalArgumentException if no run of this symbol ever begins
	 */
	public RunLengthLaw symbolRuns(int symbol, int steps) {
		return symbolRuns(symbol, meanState(steps - 1));
	}

	private RunLengthLaw symbolRuns(int symbol, double[] state) {
		double[] begin = runBeginnings(symbol, state);
		double sum = Arrays.stream(begin).sum();
		if (sum == 0) {
			throw new IllegalArgumentException("no run of symbol " + symbol + " ever begins");
		}
		return runs(new double[][] { divided(begin, sum) }, new int[] { symbol });
	}

	/** Lengths of runs of any symbol, from a change to the next. */
	public RunLengthLaw symbolRuns() {
		int symbols = model.symbols();
		double[][] begin = new double[symbols][];
		double sum = 0;
		for (int a = 0; a < symbols; a++) {
			begin[a] = runBeginnings(a, stationary);
			sum += Arrays.stream(begin[a]).sum();
		}
		if (sum == 0) {
			throw new IllegalArgumentException("the symbol never changes, so that there are no runs");
		}
		for (int a = 0; a < symbols; a++) {
			begin[a] = divided(begin[a], sum);
		}
		return runs(begin, java.util.stream.IntStream.range(0, symbols).toArray());
	}

	/** Entropy of the next state given the state, in bits: -sum of pi_i A_ij log2 A_ij. */
	public double stateEntropyRate() {
		double entropy = 0;
		for (int i = 0; i < stationary.length; i++) {
			for (double p : transition[i]) {
				entropy -= p > 0 ? stationary[i] * p * Math.log(p) / Math.log(2) : 0;
			}
		}
		return entropy;
	}

	/**
	 * Correlation of "the symbol is k" with itself some steps later: c_l / c_0 with c_l = (pi * e)^T A^l e - f^2 for l above 0,
	 * c_0 = f - f^2, e = B[., k] and f the symbol's frequency.
	 */
	public double autocorrelation(int symbol, int lag) {
		return autocorrelation(symbol, lag, stationary, stationary);
	}

	/** The same within sequences of a given length: c_l over all pairs so far apart, f over all steps. */
	public double autocorrelation(int symbol, int lag, int steps) {
		return autocorrelation(symbol, lag, meanState(steps - lag), meanState(steps));
	}

	private double autocorrelation(int symbol, int lag, double[] earlier, double[] all) {
		double frequency = frequency(all, symbol);
		if (lag == 0) {
			return 1;
		}
		double[] later = Arrays.stream(emission).mapToDouble(row -> row[symbol]).toArray();
		for (int n = 0; n < lag; n++) {
			double[] next = new double[later.length];
			for (int i = 0; i < next.length; i++) {
				for (int j = 0; j < next.length; j++) {
					next[i] += transition[i][j] * later[j];
				}
			}
			later = next;
		}
		double both = 0;
		for (int i = 0; i < later.length; i++) {
			both += earlier[i] * emission[i][symbol] * later[i];
		}
		return (both - frequency * frequency) / (frequency - frequency * frequency);
	}

	/** Moduli of the eigenvalues of A, largest first: 1, then how slowly the chain forgets. */
	public double[] eigenvalueModuli() {
		return Lapack.eigenvalues(NativeArrays.of(transition)).stream().mapToDouble(Complex::modulus).toArray();
	}

	/** J, how often each symbol comes and is followed by each, [symbol, next symbol], sum 1. */
	public double[][] symbolPairs() {
		return symbolPairs(stationary);
	}

	private double[][] symbolPairs(double[] state) {
		int symbols = model.symbols();
		double[][] pairs = new double[symbols][symbols];
		for (int i = 0; i < state.length; i++) {
			for (int j = 0; j < state.length; j++) {
				double weight = state[i] * transition[i][j];
				for (int a = 0; a < symbols; a++) {
					for (int b = 0; b < symbols; b++) {
						pairs[a][b] += weight * emission[i][a] * emission[j][b];
					}
				}
			}
		}
		return pairs;
	}

	/** P(a run of the symbol begins now, in state j), [state]. */
	private double[] runBeginnings(int symbol, double[] state) {
		double[] begin = new double[stationary.length];
		for (int i = 0; i < begin.length; i++) {
			for (int j = 0; j < begin.length; j++) {
				begin[j] += state[i] * (1 - emission[i][symbol]) * transition[i][j] * emission[j][symbol];
			}
		}
		return begin;
	}

	private RunLengthLaw runs(double[][] begin, int[] symbols) {
		double[] survival = new double[LONGEST_RUN + 1];
		double[][] alive = begin;
		int length = 0;
		survival[0] = 1;
		while (length < LONGEST_RUN && survival[length] > NEGLIGIBLE) {
			length++;
			for (int n = 0; n < symbols.length; n++) {
				alive[n] = survivors(alive[n], symbols[n]);
				survival[length] += Arrays.stream(alive[n]).sum();
			}
		}
		return new RunLengthLaw(Arrays.copyOf(survival, length + 1));
	}

	private double[] survivors(double[] alive, int symbol) {
		double[] next = new double[alive.length];
		for (int i = 0; i < next.length; i++) {
			for (int j = 0; j < next.length; j++) {
				next[j] += alive[i] * transition[i][j] * emission[j][symbol];
			}
		}
		return next;
	}

	private static double[] divided(double[] values, double by) {
		return Arrays.stream(values).map(value -> value / by).toArray();
	}
}
