package org.nullcline.trainer.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Optimizer;
import org.nullcline.core.training.OptimizerFactory;

/** Makes optimizers of stochastic gradient descent. */
public final class GradientDescentFactory implements OptimizerFactory {

	@Override
	public Optimizer create(Parameters parameters) {
		double momentum = parameters.getReal("momentum");
		double dampening = parameters.getReal("dampening");
		boolean nesterov = parameters.getBoolean("nesterov");
		if (nesterov && (momentum == 0 || dampening != 0)) {
			throw new IllegalArgumentException("optimizer 'sgd': nesterov needs a momentum above 0 and a dampening of 0, found"
					+ " momentum " + momentum + " and dampening " + dampening + "; change these or set nesterov to false");
		}
		return new GradientDescent(momentum, dampening, nesterov);
	}
}
