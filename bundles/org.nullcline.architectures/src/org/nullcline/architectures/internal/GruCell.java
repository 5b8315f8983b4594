package org.nullcline.architectures.internal;

import static org.nullcline.architectures.internal.WeightNames.INPUT_BIAS;
import static org.nullcline.architectures.internal.WeightNames.INPUT_WEIGHT;
import static org.nullcline.architectures.internal.WeightNames.RECURRENT_BIAS;
import static org.nullcline.architectures.internal.WeightNames.RECURRENT_WEIGHT;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Gated recurrent unit with the names and the block order (r, z, n) of PyTorch's {@code nn.GRU}:
 *
 * <pre>
 * r  = sigmoid(W_ir x + b_ir + W_hr h + b_hr)
 * z  = sigmoid(W_iz x + b_iz + W_hz h + b_hz)
 * n  = tanh(W_in x + b_in + r (W_hn h + b_hn))     reset-after
 * n  = tanh(W_in x + b_in + W_hn (r h) + b_hn)     reset-before
 * h' = (1 - z) n + z h
 * </pre>
 */
record GruCell(int inputs, int units, boolean resetAfter, double recurrentGain, double updateBias) implements Cell {

	@Override
	public StateLayout state() {
		return StateLayout.hidden(units);
	}

	@Override
	public List<WeightDeclaration> weights() {
		return List.of(new WeightDeclaration(INPUT_WEIGHT, 3 * units, inputs),
				new WeightDeclaration(RECURRENT_WEIGHT, 3 * units, units), new WeightDeclaration(INPUT_BIAS, 3 * units),
				new WeightDeclaration(RECURRENT_BIAS, 3 * units));
	}

	@Override
	public void initialize(Weights weights, RandomStreams random) {
		InitialWeights.scaledGaussian(weights.get(INPUT_WEIGHT), random.stream(INPUT_WEIGHT));
		InitialWeights.orthogonalBlocks(weights.get(RECURRENT_WEIGHT), recurrentGain, random.stream(RECURRENT_WEIGHT));
		INDArray bias = weights.get(INPUT_BIAS);
		for (int i = units; i < 2 * units; i++) {
			bias.putScalar(i, updateBias);
		}
	}

	/** The gates of one step: three values per unit. */
	private record Gates(double[] reset, double[] update, double[] candidate, double[] recurrentCandidate) {
	}

	@Override
	public INDArray step(Weights weights, INDArray x, INDArray h) {
		Gates gates = gates(weights, x, h);
		double[] state = NativeArrays.values(h);
		double[] next = new double[state.length];
		for (int i = 0; i < next.length; i++) {
			next[i] = (1 - gates.update[i]) * gates.candidate[i] + gates.update[i] * state[i];
		}
		return NativeArrays.of(next, x.size(0), units);
	}

	private Gates gates(Weights weights, INDArray x, INDArray h) {
		int batch = (int) x.size(0);
		double[] input = NativeArrays.values(x);
		double[] state = NativeArrays.values(h);
		double[] inputWeight = NativeArrays.values(weights.get(INPUT_WEIGHT));
		double[] recurrentWeight = NativeArrays.values(weights.get(RECURRENT_WEIGHT));
		double[] inputBias = NativeArrays.values(weights.get(INPUT_BIAS));
		double[] recurrentBias = NativeArrays.values(weights.get(RECURRENT_BIAS));
		Gates gates = new Gates(new double[batch * units], new double[batch * units], new double[batch * units],
				new double[batch * units]);
		for (int b = 0; b < batch; b++) {
			for (int i = 0; i < units; i++) {
				int at = b * units + i;
				gates.reset[at] = PassBuffers.sigmoid(row(inputWeight, i, input, b, inputs) + inputBias[i]
						+ row(recurrentWeight, i, state, b, units) + recurrentBias[i]);
				gates.update[at] = PassBuffers.sigmoid(row(inputWeight, units + i, input, b, inputs) + inputBias[units + i]
						+ row(recurrentWeight, units + i, state, b, units) + recurrentBias[units + i]);
			}
			double[] seen = new double[batch * units];
			for (int j = b * units; j < (b + 1) * units; j++) {
				seen[j] = resetAfter ? state[j] : gates.reset[j] * state[j];
			}
			for (int i = 0; i < units; i++) {
				int at = b * units + i;
				gates.recurrentCandidate[at] = row(recurrentWeight, 2 * units + i, seen, b, units)
						+ recurrentBias[2 * units + i];
				gates.candidate[at] = Math.tanh(row(inputWeight, 2 * units + i, input, b, inputs) + inputBias[2 * units + i]
						+ (resetAfter ? gates.reset[at] : 1) * gates.recurrentCandidate[at]);
			}
		}
		return gates;
	}

	private static double row(double[] matrix, int row, double[] vectors, int vector, int length) {
		double sum = 0;
		for (int j = 0; j < length; j++) {
			sum += matrix[row * length + j] * vectors[vector * length + j];
		}
		return sum;
	}

	@Override
	public SequencePass sequence(int steps, int batch, Precision precision) {
		return new GruPass(steps, batch, inputs, units, resetAfter);
	}

	/**
	 * dh'/dh = diag(z) + diag((h - n) z (1 - z)) W_z + diag((1 - z)(1 - n^2)) N, where N = diag(r) W_n + diag(q r (1 - r)) W_r
	 * with q = W_hn h + b_hn (reset-after), or N = W_n (diag(r) + diag(h r (1 - r)) W_r) (reset-before).
	 */
	@Override
	public INDArray stateJacobian(Weights weights, INDArray x, INDArray h) {
		return jacobian(weights, x, h, weights.get(RECURRENT_WEIGHT), units, true);
	}

	/** dh'/dx: as {@link #stateJacobian} with the input weights in each gate. */
	@Override
	public INDArray inputJacobian(Weights weights, INDArray x, INDArray h) {
		return jacobian(weights, x, h, weights.get(INPUT_WEIGHT), inputs, false);
	}

	private INDArray jacobian(Weights weights, INDArray x, INDArray h, INDArray by, int columns, boolean byState) {
		int batch = (int) x.size(0);
		Gates gates = gates(weights, x, h);
		double[] state = NativeArrays.values(h);
		double[] w = NativeArrays.values(by);
		double[] recurrent = NativeArrays.values(weights.get(RECURRENT_WEIGHT));
		double[] jacobian = new double[batch * units * columns];
		double[] seen = new double[units * columns];
		for (int b = 0; b < batch; b++) {
			if (!resetAfter) {
				// The derivative of r h, which W_n sees.
				for (int k = 0; k < units; k++) {
					int at = b * units + k;
					double slope = state[at] * gates.reset[at] * (1 - gates.reset[at]);
					for (int j = 0; j < columns; j++) {
						seen[k * columns + j] = slope * w[k * columns + j] + (byState && k == j ? gates.reset[at] : 0);
					}
				}
			}
			for (int i = 0; i < units; i++) {
				int at = b * units + i;
				double r = gates.reset[at];
				double z = gates.update[at];
				double n = gates.candidate[at];
				double updateSlope = (state[at] - n) * z * (1 - z);
				double candidateSlope = (1 - z) * (1 - n * n);
				double resetSlope = gates.recurrentCandidate[at] * r * (1 - r);
				for (int j = 0; j < columns; j++) {
					double candidate = byState ? 0 : w[(2 * units + i) * columns + j];
					if (resetAfter) {
						candidate += resetSlope * w[i * columns + j] + (byState ? r * w[(2 * units + i) * columns + j] : 0);
					} else {
						for (int k = 0; k < units; k++) {
							candidate += recurrent[(2 * units + i) * units + k] * seen[k * columns + j];
						}
					}
					jacobian[at * columns + j] = (byState && i == j ? z : 0) + updateSlope * w[(units + i) * columns + j]
							+ candidateSlope * candidate;
				}
			}
		}
		return NativeArrays.of(jacobian, batch, units, columns);
	}

	@Override
	public String gradientMethod() {
		return "analytic";
	}

	@Override
	public String jacobianMethod() {
		return "analytic";
	}
}
