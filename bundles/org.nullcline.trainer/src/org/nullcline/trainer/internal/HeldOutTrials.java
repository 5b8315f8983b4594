package org.nullcline.trainer.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.VarianceUnexplained;
import org.nullcline.core.network.Network;
import org.nullcline.core.task.TrialBatch;

/** Measures how well a network does on trials that it was not trained on. */
final class HeldOutTrials {

	private HeldOutTrials() {
	}

	/** See {@link VarianceUnexplained#fraction}; NaN where the targets do not vary. */
	static double fractionVarianceUnexplained(Network network, TrialBatch trials) {
		INDArray states = network.states(trials.inputs());
		INDArray outputs = network.outputs(states);
		try {
			return VarianceUnexplained.fraction(outputs, trials.targets(), trials.mask());
		} finally {
			states.close();
			outputs.close();
		}
	}
}
