package org.nullcline.transport.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.function.DoubleSupplier;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.transport.OneHotSinkhorn;
import org.nullcline.transport.SinkhornParameters;
import org.nullcline.transport.SymbolSequences;
import org.nullcline.transport.TransportDivergence;

/**
 * The Sinkhorn divergence between emitted and wanted sequences, through the straight-through Gumbel-softmax (Jang, Gu and
 * Poole, ICLR 2017).
 *
 * <p>Outputs are logits y. Forward, the symbol of a step is argmax(y + g) with Gumbel noise g; backward, derivatives pass
 * through softmax((y + g) / temperature).
 */
final class SequenceDivergence implements Objective {

	/** Keeps uniform numbers away from 0, where the noise would be infinite. */
	private static final double SMALLEST_UNIFORM = 0x1p-53;

	/** Sets of up to this many pairs are compared in double precision, which takes longer. */
	private static final long MOST_EXACT_PAIRS = 1 << 16;

	private final SinkhornParameters parameters;
	private final double temperature;

	SequenceDivergence(SinkhornParameters parameters, double temperature) {
		this.parameters = parameters;
		this.temperature = temperature;
	}

	@Override
	public double evaluate(INDArray outputs, TrialBatch trials, RandomStream random, INDArray gradient) {
		return evaluate(outputs, trials, () -> gumbel(random.nextDouble()), gradient);
	}

	@Override
	public boolean comparesTrials() {
		return false;
	}

	/**
	 * Evaluates with noise from anywhere.
	 *
	 * @param noise standard Gumbel numbers, asked for in the order [trial, time, symbol] of all steps
	 * @return not a number if an output is not finite; the gradient then stays zero
	 */
	double evaluate(INDArray outputs, TrialBatch trials, DoubleSupplier noise, INDArray gradient) {
		int n = (int) outputs.size(0);
		int allSteps = (int) outputs.size(1);
		int symbols = (int) outputs.size(2);
		int[] steps = countedSteps(trials);
		SymbolSequences wanted = SymbolSequences.of(wantedSymbols(trials, symbols, steps), steps.length, symbols);
		double[] noisy = NativeArrays.values(outputs);
		for (int at = 0; at < noisy.length; at++) {
			if (!Double.isFinite(noisy[at])) {
				return Double.NaN;
			}
			noisy[at] += noise.getAsDouble();
		}
		SymbolSequences emitted = emitted(noisy, n, allSteps, steps, symbols);
		TransportDivergence divergence = (long) n * n <= MOST_EXACT_PAIRS
				? ExactSequenceTransport.evaluate(emitted, wanted, parameters)
				: OneHotSinkhorn.evaluate(emitted, wanted, parameters);
		MemorySegment derivative = NativeArrays.memory(gradient);
		double[] soft = new double[symbols];
		for (int i = 0; i < n; i++) {
			for (int t = 0; t < steps.length; t++) {
				int from = (i * steps.length + t) * symbols;
				int to = (i * allSteps + steps[t]) * symbols;
				softmax(noisy, to, soft);
				double mean = 0;
				for (int k = 0; k < symbols; k++) {
					mean += soft[k] * divergence.gradient()[from + k];
				}
				for (int k = 0; k < symbols; k++) {
					derivative.setAtIndex(JAVA_DOUBLE, to + k,
							soft[k] * (divergence.gradient()[from + k] - mean) / temperature);
				}
			}
		}
		Reference.reachabilityFence(gradient);
		return divergence.value();
	}

	/**
	 * The symbols of largest noisy logit, [sequence, time].
	 *
	 * @param noisy    [sequence, time, symbol] of all steps
	 * @param allSteps length of a trial
	 * @param steps    those that count
	 */
	static SymbolSequences emitted(double[] noisy, int n, int allSteps, int[] steps, int symbols) {
		int[] emitted = new int[n * steps.length];
		for (int i = 0; i < n; i++) {
			for (int t = 0; t < steps.length; t++) {
				emitted[i * steps.length + t] = largest(noisy, (i * allSteps + steps[t]) * symbols, symbols);
			}
		}
		return SymbolSequences.of(emitted, steps.length, symbols);
	}

	/** -log(-log u): standard Gumbel noise from a uniform number. */
	private static double gumbel(double uniform) {
		return -StrictMath.log(-StrictMath.log(Math.max(uniform, SMALLEST_UNIFORM)));
	}

	/** The first of the largest. */
	private static int largest(double[] values, int from, int length) {
		int largest = 0;
		for (int k = 1; k < length; k++) {
			if (values[from + k] > values[from + largest]) {
				largest = k;
			}
		}
		return largest;
	}

	private void softmax(double[] values, int from, double[] result) {
		double largest = values[from + largest(values, from, result.length)];
		double sum = 0;
		for (int k = 0; k < result.length; k++) {
			result[k] = Math.exp((values[from + k] - largest) / temperature);
			sum += result[k];
		}
		for (int k = 0; k < result.length; k++) {
			result[k] /= sum;
		}
	}

	/** The steps that the mask counts: sequences can only be compared if they are the same for all trials. */
	private static int[] countedSteps(TrialBatch trials) {
		if (trials.mask().isEmpty()) {
			return java.util.stream.IntStream.range(0, trials.steps()).toArray();
		}
		double[] mask = NativeArrays.values(trials.mask().get());
		for (int at = 0; at < mask.length; at++) {
			if (mask[at] != 0 && mask[at] != 1 || mask[at] != mask[at % trials.steps()]) {
				throw new IllegalArgumentException("the objective 'sinkhorn' compares whole sequences: its mask must be 0 or 1"
						+ " and the same for all trials, but trial " + at / trials.steps() + " has the weight " + mask[at]
						+ " at step " + at % trials.steps() + " and trial 0 has " + mask[at % trials.steps()]
						+ "; choose a task whose trials have one length");
			}
		}
		int[] steps = java.util.stream.IntStream.range(0, trials.steps()).filter(t -> mask[t] == 1).toArray();
		if (steps.length == 0) {
			throw new IllegalArgumentException("the objective 'sinkhorn' has nothing to compare: the mask is 0 everywhere");
		}
		return steps;
	}

	private static int[] wantedSymbols(TrialBatch trials, int symbols, int[] steps) {
		if (trials.targets().size(2) != symbols) {
			throw new IllegalArgumentException("the objective 'sinkhorn' needs one output for each symbol: the targets have "
					+ trials.targets().size(2) + " symbols, the network has " + symbols + " outputs");
		}
		double[] targets = NativeArrays.values(trials.targets());
		int[] wanted = new int[trials.trials() * steps.length];
		for (int i = 0; i < trials.trials(); i++) {
			for (int t = 0; t < steps.length; t++) {
				int at = (i * trials.steps() + steps[t]) * symbols;
				int symbol = largest(targets, at, symbols);
				for (int k = 0; k < symbols; k++) {
					if (targets[at + k] != (k == symbol ? 1 : 0)) {
						throw new IllegalArgumentException("the objective 'sinkhorn' needs one-hot targets, a single 1 among"
								+ " 0s: trial " + i + " has " + targets[at + k] + " for output " + k + " at step " + steps[t]
								+ "; choose a task that emits symbols");
					}
				}
				wanted[i * steps.length + t] = symbol;
			}
		}
		return wanted;
	}
}
