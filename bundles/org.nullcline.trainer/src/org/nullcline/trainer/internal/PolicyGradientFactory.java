package org.nullcline.trainer.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.ObjectiveFactory;

/** Makes the policy gradient. */
public final class PolicyGradientFactory implements ObjectiveFactory {

	@Override
	public Objective create(Parameters parameters) {
		return new PolicyGradient(parameters.getReal("discount"), parameters.getReal("entropy"),
				parameters.getBoolean("baseline"));
	}
}
