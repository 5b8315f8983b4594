package org.nullcline.hmm;

import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;

/** Models and samples for tests. */
final class TestModels {

	private TestModels() {
	}

	/** A model without symmetry that does not begin in its stationary distribution. */
	static HiddenMarkovModel lopsided() {
		return new HiddenMarkovModel(new double[] { 0.7, 0.1, 0.2 },
				new double[][] { { 0.6, 0.3, 0.1 }, { 0.05, 0.8, 0.15 }, { 0.5, 0, 0.5 } },
				new double[][] { { 0.5, 0.2, 0.3 }, { 0.1, 0.9, 0 }, { 0.25, 0.35, 0.4 } });
	}

	static int[][] sample(HiddenMarkovModel model, int count, int steps, long seed) {
		HiddenMarkovSampler sampler = new HiddenMarkovSampler(model);
		RandomStream random = RandomStreams.of(seed).stream("sample");
		int[][] sequences = new int[count][];
		for (int n = 0; n < count; n++) {
			sequences[n] = sampler.sample(steps, random).symbols();
		}
		return sequences;
	}
}
