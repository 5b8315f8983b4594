package org.nullcline.architectures.internal;

import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The weights of one layer as Java arrays, for code that is to be read.
 *
 * @param input         W_ih, [row][input]
 * @param recurrent     W_hh, [row][unit]
 * @param inputBias     b_ih, [row]; zeros for a cell without biases
 * @param recurrentBias b_hh, [row]; zeros for a cell without biases
 */
record LayerWeights(double[][] input, double[][] recurrent, double[] inputBias, double[] recurrentBias) {

	static LayerWeights of(Weights weights, CellOptions options) {
		WeightNames names = options.names();
		double[][] input = NativeArrays.rows(weights.get(names.inputWeight()));
		double[][] recurrent = NativeArrays.rows(weights.get(names.recurrentWeight()));
		return options.biases()
				? new LayerWeights(input, recurrent, NativeArrays.values(weights.get(names.inputBias())),
						NativeArrays.values(weights.get(names.recurrentBias())))
				: new LayerWeights(input, recurrent, new double[input.length], new double[input.length]);
	}

	/** One row of W_ih x + b_ih. */
	double fromInput(int row, double[] x) {
		return dot(input[row], x) + inputBias[row];
	}

	/** One row of W_hh h + b_hh; h may be longer than the row, as the state of an LSTM is. */
	double fromState(int row, double[] h) {
		return dot(recurrent[row], h) + recurrentBias[row];
	}

	/** One row of W_ih x + b_ih + W_hh h + b_hh. */
	double drive(int row, double[] x, double[] h) {
		return fromInput(row, x) + fromState(row, h);
	}

	/** W_hh or W_ih: the derivative of the drive by the state or by the input. */
	double[][] by(boolean state) {
		return state ? recurrent : input;
	}

	/** In four sums, which do not wait for each other; all else that a step does is cheap beside this. */
	private static double dot(double[] row, double[] vector) {
		double s0 = 0;
		double s1 = 0;
		double s2 = 0;
		double s3 = 0;
		int j = 0;
		for (; j < row.length - 3; j += 4) {
			s0 += row[j] * vector[j];
			s1 += row[j + 1] * vector[j + 1];
			s2 += row[j + 2] * vector[j + 2];
			s3 += row[j + 3] * vector[j + 3];
		}
		for (; j < row.length; j++) {
			s0 += row[j] * vector[j];
		}
		return s0 + s1 + (s2 + s3);
	}
}
