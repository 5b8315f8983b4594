package org.nullcline.tasks.hmm.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.GaussianNoise;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.HiddenMarkovSampler;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.hmm.SampledSequence;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Emulation of a hidden Markov model (Torre et al., arXiv 2510.25674): inputs are Gaussian noise, independent of the targets,
 * which are sequences of the model, one-hot. So a network can only learn to be like the model as a distribution, never to
 * answer one trial with its target: the objective must compare sets of sequences.
 *
 * <p>Training goes through a set of sequences that is drawn once, in batches that stay the same, each time with fresh noise, as
 * the authors do: with fresh sequences for every update small networks were seen to stay on the plateau of independent symbols
 * for thousands of updates.
 *
 * @param dimension      number of noise channels d
 * @param noiseDeviation standard deviation of the noise
 * @param sequences      number of sequences in the training set; 0: every batch has fresh ones
 */
record Emulation(HiddenMarkovModel model, int steps, int dimension, double noiseDeviation, int sequences)
		implements HiddenMarkovTask {

	@Override
	public int inputs() {
		return dimension;
	}

	@Override
	public Map<String, String> parametersFor(HiddenMarkovModel other) {
		return ModelParameters.of(other);
	}

	/** Each trial has streams of its own, so that it depends neither on the number of trials nor on that of threads. */
	@Override
	public TrialBatch trials(int count, RandomStream random) {
		RandomStreams streams = RandomStreams.of(random.nextLong());
		return trials(count, streams, trial -> streams.stream("sequence", trial));
	}

	/** The batches take turns; where the set ends within a batch, its beginning follows. */
	@Override
	public TrialBatch trainingTrials(int count, int update, RandomStreams random, RandomStreams data) {
		if (sequences == 0) {
			return trials(count, random.stream("trials", update));
		}
		long batches = (sequences + (long) count - 1) / count;
		long first = (update - 1) % batches * count;
		return trials(count, RandomStreams.of(random.stream("trials", update).nextLong()),
				trial -> data.stream("sequence", (first + trial) % sequences));
	}

	private TrialBatch trials(int count, RandomStreams streams, IntFunction<RandomStream> sequenceStreams) {
		int symbols = model.symbols();
		if ((long) count * steps * Math.max(dimension, symbols) > Integer.MAX_VALUE / Double.BYTES) {
			throw new IllegalArgumentException(
					count + " trials of " + steps + " steps are too many; make trials shorter or batches smaller");
		}
		HiddenMarkovSampler sampler = new HiddenMarkovSampler(model);
		INDArray inputs = NativeArrays.zeros(count, steps, dimension);
		INDArray targets = NativeArrays.zeros(count, steps, symbols);
		MemorySegment noise = NativeArrays.memory(inputs);
		MemorySegment wanted = NativeArrays.memory(targets);
		List<Map<String, String>> metadata = IntStream.range(0, count).parallel().mapToObj(trial -> {
			double[] values = new double[steps * dimension];
			GaussianNoise.fill(values, streams.stream("noise", trial));
			if (noiseDeviation != 1) {
				Arrays.setAll(values, i -> noiseDeviation * values[i]);
			}
			MemorySegment.copy(values, 0, noise, ValueLayout.JAVA_DOUBLE, (long) trial * values.length * Double.BYTES,
					values.length);
			SampledSequence sequence = sampler.sample(steps, sequenceStreams.apply(trial));
			for (int t = 0; t < steps; t++) {
				wanted.setAtIndex(ValueLayout.JAVA_DOUBLE, ((long) trial * steps + t) * symbols + sequence.symbols()[t], 1);
			}
			return metadata(sequence);
		}).toList();
		Reference.reachabilityFence(inputs);
		Reference.reachabilityFence(targets);
		return new TrialBatch(inputs, targets, Optional.empty(), metadata);
	}

	private static Map<String, String> metadata(SampledSequence sequence) {
		Map<String, String> metadata = new LinkedHashMap<>();
		metadata.put("condition", "begins in state " + (sequence.states()[0] + 1));
		metadata.put("states", IntStream.of(sequence.states()).mapToObj(state -> Integer.toString(state + 1))
				.collect(Collectors.joining(" ")));
		return metadata;
	}
}
