package org.nullcline.architectures.internal;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** h'_i = h_i / 2 + sin(sum_j a_ij h_j + u_i x), as a stranger might write it: no pass, no Jacobian. */
record StepOnlyCell(int units) implements Cell {

	@Override
	public int inputs() {
		return 1;
	}

	@Override
	public StateLayout state() {
		return StateLayout.hidden(units);
	}

	@Override
	public List<WeightDeclaration> weights() {
		return List.of(new WeightDeclaration("a", units, units), new WeightDeclaration("u", units));
	}

	@Override
	public void initialize(Weights weights, RandomStreams random) {
		weights.get("a").assign(NativeArrays.of(random.stream("a").doubles(units * units).toArray(), units, units));
		weights.get("u").assign(NativeArrays.of(random.stream("u").doubles(units).toArray(), units));
	}

	@Override
	public INDArray step(Weights weights, INDArray inputs, INDArray state) {
		double[][] a = NativeArrays.rows(weights.get("a"));
		double[] u = NativeArrays.values(weights.get("u"));
		double[][] x = NativeArrays.rows(inputs);
		double[][] h = NativeArrays.rows(state);
		double[][] next = new double[h.length][units];
		for (int b = 0; b < h.length; b++) {
			for (int i = 0; i < units; i++) {
				next[b][i] = h[b][i] / 2 + Math.sin(drive(a[i], h[b]) + u[i] * x[b][0]);
			}
		}
		return NativeArrays.of(next);
	}

	static double drive(double[] row, double[] h) {
		double sum = 0;
		for (int j = 0; j < h.length; j++) {
			sum += row[j] * h[j];
		}
		return sum;
	}
}
