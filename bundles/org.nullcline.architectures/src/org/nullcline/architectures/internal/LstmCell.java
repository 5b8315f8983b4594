package org.nullcline.architectures.internal;

import java.util.List;

import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.StateLayout;

/**
 * Long short-term memory without peepholes, with the names and the block order (i, f, g, o) of PyTorch's {@code nn.LSTM}.
 * The state is h, then c; the nonlinearity, here phi, is that of candidate and output:
 *
 * <pre>
 * i  = sigmoid(W_ii x + b_ii + W_hi h + b_hi)
 * f  = sigmoid(W_if x + b_if + W_hf h + b_hf)
 * g  = phi(W_ig x + b_ig + W_hg h + b_hg)
 * o  = sigmoid(W_io x + b_io + W_ho h + b_ho)
 * c' = f c + i g
 * F  = (o phi(c'), c')
 * </pre>
 *
 * A leak acts on h and c alike, after both have been computed.
 *
 * @param forgetBias initial value of b_if
 */
record LstmCell(int inputs, int units, CellOptions options, double forgetBias) implements RecurrentLayer {

	@Override
	public int blocks() {
		return 4;
	}

	@Override
	public double initialBias(int block) {
		return block == 1 ? forgetBias : 0;
	}

	@Override
	public StateLayout state() {
		return new StateLayout(List.of(new StateLayout.Part("h", units), new StateLayout.Part("c", units)));
	}

	/** The gates of one unit. */
	private record Gates(double input, double forget, double candidate, double output) {
	}

	private Gates gates(LayerWeights weights, int unit, double[] x, double[] state) {
		return new Gates(Nonlinearity.LOGISTIC.value(weights.drive(unit, x, state)),
				Nonlinearity.LOGISTIC.value(weights.drive(units + unit, x, state)),
				options.nonlinearity().value(weights.drive(2 * units + unit, x, state)),
				Nonlinearity.LOGISTIC.value(weights.drive(3 * units + unit, x, state)));
	}

	@Override
	public double[] update(LayerWeights weights, double[] x, double[] state) {
		double[] next = new double[2 * units];
		for (int i = 0; i < units; i++) {
			Gates gates = gates(weights, i, x, state);
			double memory = gates.forget * state[units + i] + gates.input * gates.candidate;
			next[i] = gates.output * options.nonlinearity().value(memory);
			next[units + i] = memory;
		}
		return next;
	}

	/**
	 * dc'/dh = diag(c f (1 - f)) W_hf + diag(g i (1 - i)) W_hi + diag(i phi'(g)) W_hg and dc'/dc = diag(f);
	 * dh'/d. = diag(o phi'(c')) dc'/d. + diag(phi(c') o (1 - o)) W_ho, the last term only by h. Likewise by x.
	 */
	@Override
	public double[][] derivative(LayerWeights weights, double[] x, double[] state, boolean byState) {
		Nonlinearity phi = options.nonlinearity();
		double[][] by = weights.by(byState);
		double[][] derivative = new double[2 * units][byState ? 2 * units : inputs];
		for (int i = 0; i < units; i++) {
			Gates gates = gates(weights, i, x, state);
			double memory = state[units + i];
			double seen = phi.value(gates.forget * memory + gates.input * gates.candidate);
			double inputSlope = gates.candidate * Nonlinearity.LOGISTIC.slopeFromValue(gates.input);
			double forgetSlope = memory * Nonlinearity.LOGISTIC.slopeFromValue(gates.forget);
			double candidateSlope = gates.input * phi.slopeFromValue(gates.candidate);
			double outputSlope = seen * Nonlinearity.LOGISTIC.slopeFromValue(gates.output);
			double memorySlope = gates.output * phi.slopeFromValue(seen);
			for (int j = 0; j < by[i].length; j++) {
				double memoryChange = inputSlope * by[i][j] + forgetSlope * by[units + i][j]
						+ candidateSlope * by[2 * units + i][j];
				derivative[units + i][j] = memoryChange;
				derivative[i][j] = memorySlope * memoryChange + outputSlope * by[3 * units + i][j];
			}
			if (byState) {
				derivative[units + i][units + i] = gates.forget;
				derivative[i][units + i] = memorySlope * gates.forget;
			}
		}
		return derivative;
	}

	@Override
	public SequencePass sequence(int steps, int batch, Precision precision) {
		return new LstmPanelPass(this, steps, batch, precision);
	}
}
