package org.nullcline.architectures.internal;

import java.util.Optional;

import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.UnitDrives;

/** F(x, h) = f(W_ih x + b_ih + W_hh h + b_hh), with the names of PyTorch's {@code nn.RNN}. */
record VanillaCell(int inputs, int units, CellOptions options) implements RecurrentLayer {

	@Override
	public int blocks() {
		return 1;
	}

	@Override
	public Optional<UnitDrives> unitDrives() {
		return options.leak() == 1 ? Optional.of(new UnitDrives(options.names().recurrentWeight(), options.names().inputWeight(),
				options.nonlinearity() == Nonlinearity.RELU, options.biases())) : Optional.empty();
	}

	@Override
	public double[] update(LayerWeights weights, double[] x, double[] h) {
		double[] next = new double[units];
		for (int i = 0; i < units; i++) {
			next[i] = options.nonlinearity().value(weights.drive(i, x, h));
		}
		return next;
	}

	/** dF/dh = diag(f') W_hh, dF/dx = diag(f') W_ih. */
	@Override
	public double[][] derivative(LayerWeights weights, double[] x, double[] h, boolean byState) {
		double[] next = update(weights, x, h);
		double[][] by = weights.by(byState);
		double[][] derivative = new double[units][by[0].length];
		for (int i = 0; i < units; i++) {
			double slope = options.nonlinearity().slopeFromValue(next[i]);
			for (int j = 0; j < by[i].length; j++) {
				derivative[i][j] = slope * by[i][j];
			}
		}
		return derivative;
	}

	@Override
	public SequencePass sequence(int steps, int batch, Precision precision) {
		return new VanillaPanelPass(this, steps, batch, precision);
	}
}
