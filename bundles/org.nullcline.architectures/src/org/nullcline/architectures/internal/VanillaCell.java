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

/** h' = tanh(W_ih x + b_ih + W_hh h + b_hh), with the names of PyTorch's {@code nn.RNN}. */
record VanillaCell(int inputs, int units, double recurrentGain) implements Cell {

	@Override
	public StateLayout state() {
		return StateLayout.hidden(units);
	}

	@Override
	public List<WeightDeclaration> weights() {
		return List.of(new WeightDeclaration(INPUT_WEIGHT, units, inputs),
				new WeightDeclaration(RECURRENT_WEIGHT, units, units), new WeightDeclaration(INPUT_BIAS, units),
				new WeightDeclaration(RECURRENT_BIAS, units));
	}

	@Override
	public void initialize(Weights weights, RandomStreams random) {
		InitialWeights.scaledGaussian(weights.get(INPUT_WEIGHT), random.stream(INPUT_WEIGHT));
		InitialWeights.orthogonalBlocks(weights.get(RECURRENT_WEIGHT), recurrentGain, random.stream(RECURRENT_WEIGHT));
	}

	@Override
	public INDArray step(Weights weights, INDArray x, INDArray h) {
		int batch = (int) x.size(0);
		double[] input = NativeArrays.values(x);
		double[] state = NativeArrays.values(h);
		double[] inputWeight = NativeArrays.values(weights.get(INPUT_WEIGHT));
		double[] recurrentWeight = NativeArrays.values(weights.get(RECURRENT_WEIGHT));
		double[] inputBias = NativeArrays.values(weights.get(INPUT_BIAS));
		double[] recurrentBias = NativeArrays.values(weights.get(RECURRENT_BIAS));
		double[] next = new double[batch * units];
		for (int b = 0; b < batch; b++) {
			for (int i = 0; i < units; i++) {
				double sum = inputBias[i] + recurrentBias[i];
				for (int j = 0; j < inputs; j++) {
					sum += inputWeight[i * inputs + j] * input[b * inputs + j];
				}
				for (int j = 0; j < units; j++) {
					sum += recurrentWeight[i * units + j] * state[b * units + j];
				}
				next[b * units + i] = Math.tanh(sum);
			}
		}
		return NativeArrays.of(next, batch, units);
	}

	@Override
	public SequencePass sequence(int steps, int batch, Precision precision) {
		return new VanillaPass(steps, batch, inputs, units);
	}

	/** dh'/dh = diag(1 - h'^2) W_hh. */
	@Override
	public INDArray stateJacobian(Weights weights, INDArray x, INDArray h) {
		return scaledRows(NativeArrays.values(step(weights, x, h)), weights.get(RECURRENT_WEIGHT), units);
	}

	/** dh'/dx = diag(1 - h'^2) W_ih. */
	@Override
	public INDArray inputJacobian(Weights weights, INDArray x, INDArray h) {
		return scaledRows(NativeArrays.values(step(weights, x, h)), weights.get(INPUT_WEIGHT), inputs);
	}

	@Override
	public String gradientMethod() {
		return "analytic";
	}

	@Override
	public String jacobianMethod() {
		return "analytic";
	}

	private INDArray scaledRows(double[] next, INDArray weight, int columns) {
		int batch = next.length / units;
		double[] values = NativeArrays.values(weight);
		double[] jacobian = new double[batch * units * columns];
		for (int row = 0; row < next.length; row++) {
			double slope = 1 - next[row] * next[row];
			for (int j = 0; j < columns; j++) {
				jacobian[row * columns + j] = slope * values[(row % units) * columns + j];
			}
		}
		return NativeArrays.of(jacobian, batch, units, columns);
	}
}
