package org.nullcline.trainer.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.VarianceUnexplained;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.linearalgebra.NativeArrays;

/** Measures how well a network does on trials that it was not trained on. */
final class HeldOutTrials {

	private HeldOutTrials() {
	}

	/**
	 * Fraction of variance unexplained, NaN where the targets do not vary or the objective does not compare trials, and value
	 * of the objective.
	 */
	record Held(double unexplained, double loss) {
	}

	/** Both measures from one pass. */
	static Held measure(Network network, TrialBatch trials, Objective objective, RandomStream random) {
		INDArray states = network.states(trials.inputs());
		INDArray outputs = network.outputs(states);
		INDArray gradient = NativeArrays.zeros(outputs.shape());
		try {
			return new Held(
					objective.comparesTrials()
							? VarianceUnexplained.fraction(outputs, trials.targets(), trials.mask())
							: Double.NaN,
					objective.evaluate(outputs, trials, random, gradient));
		} finally {
			states.close();
			outputs.close();
			gradient.close();
		}
	}
}
