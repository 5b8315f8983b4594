package org.nullcline.hmm.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Function;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.ReferenceSolution;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.HiddenMarkovSampler;
import org.nullcline.hmm.HiddenMarkovStatistics;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * What the emulation of a hidden Markov model is held against: symbols that are independent of each other with the right
 * frequencies, which is where training rests before it finds the states, and the model itself, whose loss is above zero since
 * two samples of it are never alike.
 */
public final class SymbolReferences {

	/** Far beyond any Gumbel noise: with these logits the symbol is certain. */
	private static final double CERTAIN = 1e4;

	private SymbolReferences() {
	}

	/** Both solutions. */
	public static List<ReferenceSolution> of(HiddenMarkovModel model) {
		double[] frequencies = new HiddenMarkovStatistics(model).symbolFrequencies();
		HiddenMarkovSampler sampler = new HiddenMarkovSampler(model);
		return List.of(
				new ReferenceSolution("independent symbols", ReferenceSolution.Role.CHANCE,
						(trials, random) -> logits(trials, model.symbols(), steps -> independent(frequencies, steps, random))),
				new ReferenceSolution("the hidden Markov model itself", ReferenceSolution.Role.IDEAL,
						(trials, random) -> logits(trials, model.symbols(), steps -> sampler.sample(steps, random).symbols())));
	}

	private static int[] independent(double[] frequencies, int steps, RandomStream random) {
		int[] symbols = new int[steps];
		for (int t = 0; t < steps; t++) {
			double left = random.nextDouble();
			int k = 0;
			while (k < frequencies.length - 1 && left >= frequencies[k]) {
				left -= frequencies[k++];
			}
			symbols[t] = k;
		}
		return symbols;
	}

	private static INDArray logits(TrialBatch trials, int symbols, Function<Integer, int[]> sequence) {
		INDArray logits = NativeArrays.zeros(trials.trials(), trials.steps(), symbols);
		MemorySegment memory = NativeArrays.memory(logits);
		for (int trial = 0; trial < trials.trials(); trial++) {
			int[] drawn = sequence.apply(trials.steps());
			for (int t = 0; t < drawn.length; t++) {
				memory.setAtIndex(ValueLayout.JAVA_DOUBLE, ((long) trial * drawn.length + t) * symbols + drawn[t], CERTAIN);
			}
		}
		Reference.reachabilityFence(logits);
		return logits;
	}
}
