package org.example.misbehaving;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.TrainingHook;
import org.nullcline.core.training.TrainingHookFactory;

public class MisbehavingHook implements TrainingHookFactory {

	@Override
	public TrainingHook create(Parameters parameters) {
		return training -> {
			if (Misdeed.spoils(parameters)) {
				training.network().weights().arrays().values().forEach(array -> array.assign(Double.NaN));
			}
		};
	}
}
