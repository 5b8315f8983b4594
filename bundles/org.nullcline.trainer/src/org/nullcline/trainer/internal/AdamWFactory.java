package org.nullcline.trainer.internal;

import java.util.Locale;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Optimizer;
import org.nullcline.core.training.OptimizerFactory;

/** Makes AdamW optimizers. */
public final class AdamWFactory implements OptimizerFactory {

	@Override
	public Optimizer create(Parameters parameters) {
		return new AdamW(
				new Adam(parameters.getReal("beta1"), parameters.getReal("beta2"), parameters.getReal("epsilon")),
				parameters.getReal("weight-decay"),
				AdamW.Scope.valueOf(parameters.getChoice("weight-decay-scope").toUpperCase(Locale.ROOT)));
	}
}
