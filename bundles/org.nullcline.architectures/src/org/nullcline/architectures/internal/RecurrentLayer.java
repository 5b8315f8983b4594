package org.nullcline.architectures.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.WeightDeclaration.Role;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * One layer with the four weight arrays of PyTorch's recurrent modules, each of one block of rows per gate or candidate.
 * A cell gives F and its derivative for one trial; batches and the leak, (1 - alpha) state + alpha F(x, state), are here.
 */
sealed interface RecurrentLayer extends Cell permits VanillaCell, UgrnnCell, GruCell, LstmCell {

	CellOptions options();

	/** Blocks of rows in each weight array. */
	int blocks();

	/** Every block but the candidate's is a gate. */
	@Override
	default boolean gated() {
		return blocks() > 1;
	}

	/** The initial value of a block of b_ih. */
	default double initialBias(int block) {
		return 0;
	}

	/**
	 * F(x, state), one trial without leak.
	 *
	 * @param x     [input]
	 * @param state [state]
	 * @return [state]
	 */
	double[] update(LayerWeights weights, double[] x, double[] state);

	/**
	 * dF/dstate or dF/dx, one trial without leak.
	 *
	 * @return [next state][state or input]
	 */
	double[][] derivative(LayerWeights weights, double[] x, double[] state, boolean byState);

	@Override
	default StateLayout state() {
		return StateLayout.hidden(units());
	}

	@Override
	default List<WeightDeclaration> weights() {
		WeightNames names = options().names();
		int rows = blocks() * units();
		List<WeightDeclaration> weights = new ArrayList<>();
		weights.add(new WeightDeclaration(names.inputWeight(), Role.INPUT, rows, inputs()));
		weights.add(new WeightDeclaration(names.recurrentWeight(), Role.RECURRENT, rows, units()));
		if (options().biases()) {
			weights.add(new WeightDeclaration(names.inputBias(), Role.BIAS, rows));
			weights.add(new WeightDeclaration(names.recurrentBias(), Role.BIAS, rows));
		}
		return weights;
	}

	@Override
	default boolean readoutBias() {
		return options().biases();
	}

	@Override
	default void initialize(Weights weights, RandomStreams random) {
		if (options().initialization() == RecurrentInitialization.PYTORCH) {
			double bound = 1 / Math.sqrt(units());
			for (WeightDeclaration declaration : weights()) {
				InitialWeights.uniform(weights.get(declaration.name()), bound, random.stream(declaration.name()));
			}
			return;
		}
		WeightNames names = options().names();
		InitialWeights.scaledGaussian(weights.get(names.inputWeight()), random.stream(names.inputWeight()));
		InitialWeights.recurrent(weights.get(names.recurrentWeight()), options(), random.stream(names.recurrentWeight()));
		if (options().biases()) {
			double[] bias = new double[blocks() * units()];
			for (int block = 0; block < blocks(); block++) {
				Arrays.fill(bias, block * units(), (block + 1) * units(), initialBias(block));
			}
			weights.get(names.inputBias()).assign(NativeArrays.of(bias, bias.length));
		}
	}

	/** As PyTorch's {@code nn.Linear}, where the cell is drawn as PyTorch draws it. */
	@Override
	default void initializeReadout(Weights weights, RandomStreams random) {
		if (options().initialization() != RecurrentInitialization.PYTORCH) {
			Cell.super.initializeReadout(weights, random);
			return;
		}
		double bound = 1 / Math.sqrt(units());
		InitialWeights.uniform(weights.get(Network.READOUT_WEIGHT), bound, random.stream(Network.READOUT_WEIGHT));
		if (readoutBias()) {
			InitialWeights.uniform(weights.get(Network.READOUT_BIAS), bound, random.stream(Network.READOUT_BIAS));
		}
	}

	/** One mask, that of the recurrent weights, each of them drawn on its own; none if the density is 1. */
	@Override
	default Map<String, INDArray> masks(RandomStreams random) {
		if (options().density() == 1) {
			return Map.of();
		}
		String name = options().names().recurrentWeight();
		return Map.of(name,
				InitialWeights.mask(blocks() * units(), units(), options().density(), random.stream(name + " mask")));
	}

	@Override
	default INDArray step(Weights weights, INDArray inputs, INDArray state) {
		LayerWeights layer = LayerWeights.of(weights, options());
		double[][] x = NativeArrays.rows(inputs);
		double[][] before = NativeArrays.rows(state);
		double[][] after = new double[x.length][];
		double leak = options().leak();
		for (int b = 0; b < x.length; b++) {
			after[b] = update(layer, x[b], before[b]);
			for (int i = 0; i < after[b].length; i++) {
				after[b][i] = (1 - leak) * before[b][i] + leak * after[b][i];
			}
		}
		return NativeArrays.of(after);
	}

	@Override
	default INDArray stateJacobian(Weights weights, INDArray inputs, INDArray state) {
		return jacobian(weights, inputs, state, true);
	}

	@Override
	default INDArray inputJacobian(Weights weights, INDArray inputs, INDArray state) {
		return jacobian(weights, inputs, state, false);
	}

	@Override
	default String gradientMethod() {
		return "analytic";
	}

	@Override
	default String jacobianMethod() {
		return "analytic";
	}

	private INDArray jacobian(Weights weights, INDArray inputs, INDArray state, boolean byState) {
		LayerWeights layer = LayerWeights.of(weights, options());
		double[][] x = NativeArrays.rows(inputs);
		double[][] before = NativeArrays.rows(state);
		int size = state().size();
		int columns = byState ? size : inputs();
		double leak = options().leak();
		double[] jacobian = new double[x.length * size * columns];
		for (int b = 0; b < x.length; b++) {
			double[][] one = derivative(layer, x[b], before[b], byState);
			for (int i = 0; i < size; i++) {
				int row = (b * size + i) * columns;
				for (int j = 0; j < columns; j++) {
					jacobian[row + j] = leak * one[i][j];
				}
				if (byState) {
					jacobian[row + i] += 1 - leak;
				}
			}
		}
		return NativeArrays.of(jacobian, x.length, size, columns);
	}
}
