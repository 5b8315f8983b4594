package org.example.modular;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.TrainingHook;
import org.nullcline.core.training.TrainingHookFactory;

/** Makes the hook from the parameters that plugin.xml declares. */
public class SwapUnitsFactory implements TrainingHookFactory {

	@Override
	public TrainingHook create(Parameters parameters) {
		return new SwapUnits(parameters.getInteger("every"), parameters.getInteger("candidates"));
	}
}
