package org.nullcline.trainer.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Optimizer;
import org.nullcline.core.training.OptimizerFactory;

/** Makes RMSprop optimizers. */
public final class RmsPropFactory implements OptimizerFactory {

	@Override
	public Optimizer create(Parameters parameters) {
		return new RmsProp(parameters.getReal("alpha"), parameters.getReal("epsilon"), parameters.getReal("momentum"),
				parameters.getBoolean("centered"));
	}
}
