package org.example.misbehaving;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Regularizer;
import org.nullcline.core.training.RegularizerFactory;
import org.nullcline.core.training.StateRegularizer;
import org.nullcline.core.training.WeightRegularizer;

public class MisbehavingRegularizer implements RegularizerFactory {

	@Override
	public Regularizer create(Parameters parameters) {
		if (parameters.getBoolean("states")) {
			return (StateRegularizer) (states, layout, trials, gradient) -> {
				if (Misdeed.spoils(parameters)) {
					gradient.assign(Double.NaN);
				}
				return 0;
			};
		}
		return (WeightRegularizer) (network, gradient) -> {
			if (Misdeed.spoils(parameters)) {
				gradient.arrays().values().forEach(array -> array.assign(Double.NaN));
			}
			return 0;
		};
	}
}
