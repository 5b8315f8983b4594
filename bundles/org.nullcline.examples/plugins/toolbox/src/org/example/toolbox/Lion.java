package org.example.toolbox;

import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Weights;
import org.nullcline.core.training.Optimizer;
import org.nullcline.linearalgebra.NativeArrays;

// [snippet: optimizer]
/** w -= rate sign(beta1 m + (1 - beta1) g), then m = beta2 m + (1 - beta2) g, with the gradient g and its running mean m. */
record Lion(double beta1, double beta2) implements Optimizer {

	/** All that is remembered has a name: it is saved in checkpoints, and a resumed run goes on from it. */
	@Override
	public Map<String, Weights> initialMemory(Weights weights) {
		return Map.of("mean", weights.zerosLike());
	}

	@Override
	public void update(Weights weights, Weights gradient, Map<String, Weights> memory, long step, double learningRate) {
		gradient.arrays().forEach((name, derivative) -> {
			INDArray weight = weights.get(name);
			INDArray mean = memory.get("mean").get(name);
			double[] w = NativeArrays.values(weight);
			double[] m = NativeArrays.values(mean);
			double[] g = NativeArrays.values(derivative);
			for (int i = 0; i < w.length; i++) {
				w[i] -= learningRate * Math.signum(beta1 * m[i] + (1 - beta1) * g[i]);
				m[i] = beta2 * m[i] + (1 - beta2) * g[i];
			}
			weight.assign(NativeArrays.of(w, weight.shape()));
			mean.assign(NativeArrays.of(m, mean.shape()));
		});
	}
}
// [end]
