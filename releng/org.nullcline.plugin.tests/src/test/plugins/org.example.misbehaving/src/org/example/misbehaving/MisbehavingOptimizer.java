package org.example.misbehaving;

import java.util.Map;

import org.nullcline.core.network.Weights;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Optimizer;
import org.nullcline.core.training.OptimizerFactory;

public class MisbehavingOptimizer implements OptimizerFactory {

	@Override
	public Optimizer create(Parameters parameters) {
		return new Optimizer() {

			@Override
			public Map<String, Weights> initialMemory(Weights weights) {
				return Map.of();
			}

			@Override
			public void update(Weights weights, Weights gradient, Map<String, Weights> memory, long step, double learningRate) {
				if (Misdeed.spoils(parameters)) {
					weights.arrays().values().forEach(array -> array.assign(Double.NaN));
				}
			}
		};
	}
}
