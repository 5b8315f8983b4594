package org.nullcline.trainer.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.ObjectiveFactory;

/** Gives the softmax cross-entropy. */
public final class SoftmaxCrossEntropyFactory implements ObjectiveFactory {

	@Override
	public Objective create(Parameters parameters) {
		return new SoftmaxCrossEntropy();
	}
}
