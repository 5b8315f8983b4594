package org.nullcline.trainer.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Optimizer;
import org.nullcline.core.training.OptimizerFactory;

/** Makes Adam optimizers. */
public final class AdamFactory implements OptimizerFactory {

	@Override
	public Optimizer create(Parameters parameters) {
		return new Adam(parameters.getReal("beta1"), parameters.getReal("beta2"), parameters.getReal("epsilon"));
	}
}
