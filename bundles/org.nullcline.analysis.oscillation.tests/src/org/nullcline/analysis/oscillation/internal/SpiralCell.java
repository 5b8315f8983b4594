package org.nullcline.analysis.oscillation.internal;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** h' = tanh(rho R(theta) h) with theta = 2 pi (0.03 + 0.02 x): an oscillator whose input sets how fast it turns. */
record SpiralCell(double rho) implements Cell {

	static double frequency(double input) {
		return 0.03 + 0.02 * input;
	}

	@Override
	public int inputs() {
		return 1;
	}

	@Override
	public int units() {
		return 2;
	}

	@Override
	public StateLayout state() {
		return StateLayout.hidden(2);
	}

	@Override
	public List<WeightDeclaration> weights() {
		return List.of();
	}

	@Override
	public void initialize(Weights weights, RandomStreams random) {
		// There are none.
	}

	@Override
	public INDArray step(Weights weights, INDArray inputs, INDArray state) {
		double[] x = NativeArrays.values(inputs);
		double[] h = NativeArrays.values(state);
		double[] next = new double[h.length];
		for (int b = 0; b < x.length; b++) {
			double c = rho * Math.cos(2 * Math.PI * frequency(x[b]));
			double s = rho * Math.sin(2 * Math.PI * frequency(x[b]));
			next[2 * b] = Math.tanh(c * h[2 * b] - s * h[2 * b + 1]);
			next[2 * b + 1] = Math.tanh(s * h[2 * b] + c * h[2 * b + 1]);
		}
		return NativeArrays.of(next, x.length, 2);
	}
}
