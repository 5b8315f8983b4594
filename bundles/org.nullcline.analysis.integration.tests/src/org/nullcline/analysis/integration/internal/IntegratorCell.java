package org.nullcline.analysis.integration.internal;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * An integrator and a filter of the stream s that the context names: h1' = h1 + s, h2' = decay h2 + s with
 * s = c1 (w1 + leak w2 + even |w2|) + c2 (w2 + leak w1 + even |w1|). Inputs are w1, w2, c1, c2.
 */
record IntegratorCell(double decay, double leak, double even, boolean gated) implements Cell {

	IntegratorCell(double decay, double leak, boolean gated) {
		this(decay, leak, 0, gated);
	}

	@Override
	public int inputs() {
		return 4;
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
		for (int b = 0; b < h.length / 2; b++) {
			int at = 4 * b;
			double stream = x[at + 2] * (x[at] + leak * x[at + 1] + even * Math.abs(x[at + 1]))
					+ x[at + 3] * (x[at + 1] + leak * x[at] + even * Math.abs(x[at]));
			next[2 * b] = h[2 * b] + stream;
			next[2 * b + 1] = decay * h[2 * b + 1] + stream;
		}
		return NativeArrays.of(next, h.length / 2, 2);
	}
}
