package org.example.sparse;

import java.util.stream.IntStream;

import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/** The weights of a network as Java arrays, and of W only what exists. */
final class LocalSparseRows {

	final double[][] input;
	final double[][] recurrent;
	final double[] bias;
	/** By unit, the units that drive it. */
	final int[][] near;

	LocalSparseRows(LocalSparseCell cell, Weights weights) {
		input = NativeArrays.rows(weights.get(LocalSparseCell.INPUT));
		recurrent = NativeArrays.rows(weights.get(LocalSparseCell.RECURRENT));
		bias = NativeArrays.values(weights.get(LocalSparseCell.BIAS));
		near = new int[cell.units()][];
		for (int i = 0; i < near.length; i++) {
			double[] row = recurrent[i];
			// A weight of exactly 0 drives nothing, whether it is ruled out or has just become 0.
			near[i] = IntStream.range(0, row.length).filter(j -> row[j] != 0).toArray();
		}
	}

	/** One step of one trial. */
	double[] next(double[] x, double[] h) {
		double[] next = new double[bias.length];
		for (int i = 0; i < next.length; i++) {
			double drive = bias[i];
			for (int j : near[i]) {
				drive += recurrent[i][j] * h[j];
			}
			for (int k = 0; k < x.length; k++) {
				drive += input[i][k] * x[k];
			}
			next[i] = Math.tanh(drive);
		}
		return next;
	}
}
