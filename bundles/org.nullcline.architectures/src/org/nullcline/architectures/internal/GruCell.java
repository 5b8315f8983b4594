package org.nullcline.architectures.internal;

import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequencePass;

/**
 * Gated recurrent unit with the names and the block order (r, z, n) of PyTorch's {@code nn.GRU}:
 *
 * <pre>
 * r = sigmoid(W_ir x + b_ir + W_hr h + b_hr)
 * z = sigmoid(W_iz x + b_iz + W_hz h + b_hz)
 * n = f(W_in x + b_in + r (W_hn h + b_hn))     reset-after
 * n = f(W_in x + b_in + W_hn (r h) + b_hn)     reset-before
 * F = (1 - z) n + z h
 * </pre>
 *
 * @param resetAfter the variant: two different maps with different fixed points
 * @param updateBias initial value of b_iz
 */
record GruCell(int inputs, int units, CellOptions options, boolean resetAfter, double updateBias) implements RecurrentLayer {

	@Override
	public int blocks() {
		return 3;
	}

	@Override
	public double initialBias(int block) {
		return block == 1 ? updateBias : 0;
	}

	/**
	 * The gates of one trial, [unit] each.
	 *
	 * @param recurrent what the recurrent weights give to the candidate: W_hn h + b_hn or W_hn (r h) + b_hn
	 */
	private record Gates(double[] reset, double[] update, double[] candidate, double[] recurrent) {
	}

	private Gates gates(LayerWeights weights, double[] x, double[] h) {
		Gates gates = new Gates(new double[units], new double[units], new double[units], new double[units]);
		double[] seen = new double[units];
		for (int i = 0; i < units; i++) {
			gates.reset[i] = Nonlinearity.LOGISTIC.value(weights.drive(i, x, h));
			gates.update[i] = Nonlinearity.LOGISTIC.value(weights.drive(units + i, x, h));
			seen[i] = resetAfter ? h[i] : gates.reset[i] * h[i];
		}
		for (int i = 0; i < units; i++) {
			gates.recurrent[i] = weights.fromState(2 * units + i, seen);
			gates.candidate[i] = options.nonlinearity().value(weights.fromInput(2 * units + i, x)
					+ (resetAfter ? gates.reset[i] * gates.recurrent[i] : gates.recurrent[i]));
		}
		return gates;
	}

	@Override
	public double[] update(LayerWeights weights, double[] x, double[] h) {
		Gates gates = gates(weights, x, h);
		double[] next = new double[units];
		for (int i = 0; i < units; i++) {
			next[i] = (1 - gates.update[i]) * gates.candidate[i] + gates.update[i] * h[i];
		}
		return next;
	}

	/**
	 * dF/dh = diag(z) + diag((h - n) z (1 - z)) W_hz + diag((1 - z) f') N, where N = diag(r) W_hn + diag(q r (1 - r)) W_hr
	 * with q = W_hn h + b_hn (reset-after), or N = W_hn (diag(r) + diag(h r (1 - r)) W_hr) (reset-before). dF/dx has the
	 * input weights in each gate, and neither diag(z) nor diag(r).
	 */
	@Override
	public double[][] derivative(LayerWeights weights, double[] x, double[] h, boolean byState) {
		Gates gates = gates(weights, x, h);
		double[][] candidateDrive = resetAfter ? resetAfter(weights, gates, byState)
				: resetBefore(weights, gates, h, byState);
		double[][] by = weights.by(byState);
		int columns = by[0].length;
		double[][] derivative = new double[units][columns];
		for (int i = 0; i < units; i++) {
			double update = gates.update[i];
			double candidate = gates.candidate[i];
			double updateSlope = (h[i] - candidate) * Nonlinearity.LOGISTIC.slopeFromValue(update);
			double candidateSlope = (1 - update) * options.nonlinearity().slopeFromValue(candidate);
			for (int j = 0; j < columns; j++) {
				derivative[i][j] = updateSlope * by[units + i][j] + candidateSlope * candidateDrive[i][j];
			}
			if (byState) {
				derivative[i][i] += update;
			}
		}
		return derivative;
	}

	/** The derivative of W_in x + r (W_hn h + b_hn), [unit][column]. */
	private double[][] resetAfter(LayerWeights weights, Gates gates, boolean byState) {
		double[][] by = weights.by(byState);
		int columns = by[0].length;
		double[][] derivative = new double[units][columns];
		for (int i = 0; i < units; i++) {
			double resetSlope = gates.recurrent[i] * Nonlinearity.LOGISTIC.slopeFromValue(gates.reset[i]);
			double direct = byState ? gates.reset[i] : 1;
			for (int j = 0; j < columns; j++) {
				derivative[i][j] = resetSlope * by[i][j] + direct * by[2 * units + i][j];
			}
		}
		return derivative;
	}

	/** The derivative of W_in x + W_hn (r h), [unit][column]. */
	private double[][] resetBefore(LayerWeights weights, Gates gates, double[] h, boolean byState) {
		double[][] by = weights.by(byState);
		int columns = by[0].length;
		double[][] seen = new double[units][columns];
		for (int k = 0; k < units; k++) {
			double resetSlope = h[k] * Nonlinearity.LOGISTIC.slopeFromValue(gates.reset[k]);
			for (int j = 0; j < columns; j++) {
				seen[k][j] = resetSlope * by[k][j];
			}
			if (byState) {
				seen[k][k] += gates.reset[k];
			}
		}
		double[][] derivative = new double[units][columns];
		for (int i = 0; i < units; i++) {
			double[] recurrent = weights.recurrent()[2 * units + i];
			for (int k = 0; k < units; k++) {
				for (int j = 0; j < columns; j++) {
					derivative[i][j] += recurrent[k] * seen[k][j];
				}
			}
			for (int j = 0; j < columns && !byState; j++) {
				derivative[i][j] += by[2 * units + i][j];
			}
		}
		return derivative;
	}

	@Override
	public SequencePass sequence(int steps, int batch, Precision precision) {
		return resetAfter ? new GruResetAfterPanelPass(this, steps, batch, precision)
				: new GruResetBeforePanelPass(this, steps, batch, precision);
	}
}
