package org.nullcline.dynamics;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** A Markov chain of two states, one-hot, that changes where its standard normal input exceeds a bound. */
record MarkovCell(double bound) implements Cell {

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
			boolean change = x[b] > bound;
			next[2 * b] = h[2 * b + (change ? 1 : 0)];
			next[2 * b + 1] = h[2 * b + (change ? 0 : 1)];
		}
		return NativeArrays.of(next, x.length, 2);
	}
}
