package org.nullcline.architectures.internal;

import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequencePass;

/**
 * Update gate recurrent unit (Collins, Sohl-Dickstein and Sussillo, ICLR 2017, arXiv 1611.09913); the blocks of rows are g,
 * c, as in TensorFlow's {@code UGRNNCell}:
 *
 * <pre>
 * g = sigmoid(W_ig x + b_ig + W_hg h + b_hg)
 * c = f(W_ic x + b_ic + W_hc h + b_hc)
 * F = g h + (1 - g) c
 * </pre>
 *
 * @param forgetBias initial value of b_ig
 */
record UgrnnCell(int inputs, int units, CellOptions options, double forgetBias) implements RecurrentLayer {

	@Override
	public int blocks() {
		return 2;
	}

	@Override
	public double initialBias(int block) {
		return block == 0 ? forgetBias : 0;
	}

	@Override
	public double[] update(LayerWeights weights, double[] x, double[] h) {
		double[] next = new double[units];
		for (int i = 0; i < units; i++) {
			double gate = gate(weights, i, x, h);
			next[i] = gate * h[i] + (1 - gate) * candidate(weights, i, x, h);
		}
		return next;
	}

	/** dF/dh = diag(g) + diag((h - c) g (1 - g)) W_hg + diag((1 - g) f') W_hc; dF/dx has no first term. */
	@Override
	public double[][] derivative(LayerWeights weights, double[] x, double[] h, boolean byState) {
		double[][] by = weights.by(byState);
		int columns = by[0].length;
		double[][] derivative = new double[units][columns];
		for (int i = 0; i < units; i++) {
			double gate = gate(weights, i, x, h);
			double candidate = candidate(weights, i, x, h);
			double gateSlope = (h[i] - candidate) * Nonlinearity.LOGISTIC.slopeFromValue(gate);
			double candidateSlope = (1 - gate) * options.nonlinearity().slopeFromValue(candidate);
			for (int j = 0; j < columns; j++) {
				derivative[i][j] = gateSlope * by[i][j] + candidateSlope * by[units + i][j];
			}
			if (byState) {
				derivative[i][i] += gate;
			}
		}
		return derivative;
	}

	private double gate(LayerWeights weights, int unit, double[] x, double[] h) {
		return Nonlinearity.LOGISTIC.value(weights.drive(unit, x, h));
	}

	private double candidate(LayerWeights weights, int unit, double[] x, double[] h) {
		return options.nonlinearity().value(weights.drive(units + unit, x, h));
	}

	@Override
	public SequencePass sequence(int steps, int batch, Precision precision) {
		return new UgrnnPanelPass(this, steps, batch, precision);
	}
}
