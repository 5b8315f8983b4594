package org.nullcline.trainer.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.TrainingHook;
import org.nullcline.core.training.TrainingHookFactory;

/** Makes the hook that keeps to Dale's principle. */
public final class DaleFactory implements TrainingHookFactory {

	@Override
	public TrainingHook create(Parameters parameters) {
		return new Dale(parameters.getReal("excitatory"));
	}
}
