package org.example.misbehaving;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** h' = tanh(w h + x), unit by unit. */
public class GoodCell implements Architecture {

	@Override
	public Cell create(int inputs, int units, Parameters parameters) {
		return new Cell() {

			@Override
			public int inputs() {
				return inputs;
			}

			@Override
			public int units() {
				return units;
			}

			@Override
			public StateLayout state() {
				return StateLayout.hidden(units);
			}

			@Override
			public List<WeightDeclaration> weights() {
				return List.of(new WeightDeclaration("w", units));
			}

			@Override
			public void initialize(Weights weights, RandomStreams random) {
			}

			@Override
			public INDArray step(Weights weights, INDArray x, INDArray h) {
				return next(weights, NativeArrays.values(x), NativeArrays.values(h), (int) h.size(0), inputs, units);
			}
		};
	}

	INDArray next(Weights weights, double[] x, double[] h, int batch, int inputs, int units) {
		double[] w = NativeArrays.values(weights.get("w"));
		double[] next = new double[batch * units];
		for (int i = 0; i < next.length; i++) {
			next[i] = Math.tanh(w[i % units] * h[i] + x[i / units * inputs]);
		}
		return NativeArrays.of(next, batch, units);
	}
}
