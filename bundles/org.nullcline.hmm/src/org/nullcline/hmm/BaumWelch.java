package org.nullcline.hmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.hmm.internal.ExpectedCounts;
import org.nullcline.hmm.internal.SymbolChecks;

/**
 * Maximum likelihood from many sequences, by expectation and maximization (Baum et al. 1970; Rabiner 1989, section III.C).
 * Sequences are worked on by all cores in blocks whose sums are added in a fixed order, so that results do not depend on the
 * number of threads.
 *
 * @param starts            number of random first guesses
 * @param maximumIterations updates of each
 * @param tolerance         gain of the mean log-likelihood per symbol below which a run has converged
 */
public record BaumWelch(int starts, int maximumIterations, double tolerance) {

	/** Sequences of one piece of work. */
	private static final int BLOCK = 128;
	/** Share of the diagonal in a first guess: most chains stay longer than a uniform matrix says. */
	private static final double FIRST_STAY = 0.5;

	/** @throws IllegalArgumentException naming the number that is out of range */
	public BaumWelch {
		if (starts < 1 || maximumIterations < 1 || !(tolerance >= 0)) {
			throw new IllegalArgumentException("Baum-Welch needs at least one start and one iteration and a tolerance from 0"
					+ " upwards, not " + starts + ", " + maximumIterations + " and " + tolerance);
		}
	}

	/** Ten starts of up to 1,000 updates to 1e-8 per symbol. */
	public static BaumWelch standard() {
		return new BaumWelch(10, 1000, 1e-8);
	}

	/**
	 * Fits a model to sequences.
	 *
	 * @param sequences numbers from 0 to symbols - 1; lengths may differ, empty ones count for nothing
	 * @param random    one stream per start, named {@code start}, below it
	 * @throws IllegalArgumentException   if there is no symbol at all, or a number is none
	 * @throws OperationCanceledException if the user has cancelled
	 */
	public BaumWelchFit fit(int[][] sequences, int states, int symbols, RandomStreams random, IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, starts);
		List<BaumWelchRun> runs = new ArrayList<>();
		for (int n = 0; n < starts; n++) {
			runs.add(refine(firstGuess(states, symbols, random.stream("start", n)), sequences, progress.split(1)));
		}
		return new BaumWelchFit(runs);
	}

	/**
	 * Improves one model.
	 *
	 * @param first probabilities that are 0 stay 0
	 * @throws IllegalArgumentException also if the model cannot emit a sequence
	 */
	public BaumWelchRun refine(HiddenMarkovModel first, int[][] sequences, IProgressMonitor monitor) {
		SymbolChecks.check(sequences, first.symbols());
		long total = Arrays.stream(sequences).mapToLong(sequence -> sequence.length).sum();
		if (total == 0) {
			throw new IllegalArgumentException("there are no symbols to fit a hidden Markov model to");
		}
		HiddenMarkovModel model = first;
		List<Double> values = new ArrayList<>();
		while (true) {
			ExpectedCounts counts = count(model, sequences, monitor);
			values.add(counts.logLikelihood());
			int updates = values.size() - 1;
			boolean converged = updates > 0 && values.getLast() - values.get(updates - 1) <= tolerance * total;
			if (converged || updates == maximumIterations) {
				return new BaumWelchRun(model, values.stream().mapToDouble(v -> v).toArray(), converged);
			}
			model = counts.update(model);
		}
	}

	private static ExpectedCounts count(HiddenMarkovModel model, int[][] sequences, IProgressMonitor monitor) {
		int blocks = (sequences.length + BLOCK - 1) / BLOCK;
		List<ExpectedCounts> parts = IntStream.range(0, blocks).parallel().mapToObj(block -> {
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			return ExpectedCounts.of(model, sequences, block * BLOCK, Math.min(sequences.length, (block + 1) * BLOCK));
		}).toList();
		ExpectedCounts sum = new ExpectedCounts(model.states(), model.symbols());
		parts.forEach(sum::add);
		return sum;
	}

	/** Rows uniform on the simplex; transitions halfway to the identity. */
	private static HiddenMarkovModel firstGuess(int states, int symbols, RandomStream random) {
		double[][] transition = new double[states][];
		double[][] emission = new double[states][];
		for (int i = 0; i < states; i++) {
			transition[i] = simplex(states, random);
			for (int j = 0; j < states; j++) {
				transition[i][j] = (1 - FIRST_STAY) * transition[i][j] + (i == j ? FIRST_STAY : 0);
			}
			emission[i] = simplex(symbols, random);
		}
		return HiddenMarkovModel.withUniformStart(transition, emission);
	}

	private static double[] simplex(int length, RandomStream random) {
		double[] values = new double[length];
		double sum = 0;
		for (int k = 0; k < length; k++) {
			values[k] = -Math.log(1 - random.nextDouble()) + 1e-6;
			sum += values[k];
		}
		for (int k = 0; k < length; k++) {
			values[k] /= sum;
		}
		return values;
	}
}
