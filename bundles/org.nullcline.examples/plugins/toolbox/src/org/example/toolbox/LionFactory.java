package org.example.toolbox;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Optimizer;
import org.nullcline.core.training.OptimizerFactory;

/** Makes the optimizer from the parameters that plugin.xml declares. */
public class LionFactory implements OptimizerFactory {

	@Override
	public Optimizer create(Parameters parameters) {
		return new Lion(parameters.getReal("beta1"), parameters.getReal("beta2"));
	}
}
