package org.nullcline.architectures.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.UnitBlock;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Layers of one kind, each of which sees the new h of the layer below, as PyTorch's {@code num_layers}. The state is that of
 * the top layer, then that of the layer below it and so on, because the readout sees the first values; its parts are named
 * {@code h_l1}, {@code h_l0}. Weights are in PyTorch's order, layer 0 first.
 *
 * @param layers from layer 0, which sees the input, to the top; at least two
 */
record StackedCell(List<Cell> layers) implements Cell {

	StackedCell {
		layers = List.copyOf(layers);
	}

	/** The layer itself if there is one, else a stack. */
	static Cell of(int count, IntFunction<Cell> layer) {
		return count == 1 ? layer.apply(0) : new StackedCell(IntStream.range(0, count).mapToObj(layer).toList());
	}

	@Override
	public int inputs() {
		return layers.getFirst().inputs();
	}

	@Override
	public int units() {
		return layers.getLast().units();
	}

	@Override
	public StateLayout state() {
		List<StateLayout.Part> parts = new ArrayList<>();
		for (int l = layers.size() - 1; l >= 0; l--) {
			for (StateLayout.Part part : layers.get(l).state().parts()) {
				parts.add(new StateLayout.Part(part.name() + "_l" + l, part.size()));
			}
		}
		return new StateLayout(parts);
	}

	/** Where the state of a layer begins in the full state. */
	int offset(int layer) {
		return layers.subList(layer + 1, layers.size()).stream().mapToInt(cell -> cell.state().size()).sum();
	}

	@Override
	public List<WeightDeclaration> weights() {
		return layers.stream().flatMap(layer -> layer.weights().stream()).toList();
	}

	@Override
	public void initialize(Weights weights, RandomStreams random) {
		layers.forEach(layer -> layer.initialize(weights, random));
	}

	@Override
	public void initializeReadout(Weights weights, RandomStreams random) {
		layers.getLast().initializeReadout(weights, random);
	}

	@Override
	public Map<String, INDArray> masks(RandomStreams random) {
		Map<String, INDArray> masks = new LinkedHashMap<>();
		layers.forEach(layer -> masks.putAll(layer.masks(random)));
		return masks;
	}

	/** Those of the top layer, whose state comes first. */
	@Override
	public List<UnitBlock> unitBlocks() {
		return layers.getLast().unitBlocks();
	}

	@Override
	public double[][] unitPositions() {
		return layers.getLast().unitPositions();
	}

	@Override
	public boolean gated() {
		return layers.stream().anyMatch(Cell::gated);
	}

	@Override
	public boolean readoutBias() {
		return layers.getLast().readoutBias();
	}

	@Override
	public INDArray step(Weights weights, INDArray inputs, INDArray state) {
		double[][] before = NativeArrays.rows(state);
		double[][] after = new double[before.length][state().size()];
		INDArray seen = inputs;
		for (int l = 0; l < layers.size(); l++) {
			Cell layer = layers.get(l);
			int size = layer.state().size();
			double[][] next = NativeArrays.rows(layer.step(weights, seen, columns(before, offset(l), size)));
			for (int b = 0; b < next.length; b++) {
				System.arraycopy(next[b], 0, after[b], offset(l), size);
			}
			seen = columns(next, 0, layer.units());
		}
		return NativeArrays.of(after);
	}

	/** By the chain rule: ds'_l/ds = dF_l/ds_l + dF_l/dx_l dh'_(l-1)/ds. */
	@Override
	public INDArray stateJacobian(Weights weights, INDArray inputs, INDArray state) {
		return jacobian(weights, inputs, state, true);
	}

	/** By the chain rule: ds'_l/dx = dF_l/dx_l dh'_(l-1)/dx. */
	@Override
	public INDArray inputJacobian(Weights weights, INDArray inputs, INDArray state) {
		return jacobian(weights, inputs, state, false);
	}

	private INDArray jacobian(Weights weights, INDArray inputs, INDArray state, boolean byState) {
		double[][] before = NativeArrays.rows(state);
		int batch = before.length;
		int size = state().size();
		int columns = byState ? size : inputs();
		double[] jacobian = new double[batch * size * columns];
		INDArray seen = inputs;
		for (int l = 0; l < layers.size(); l++) {
			Cell layer = layers.get(l);
			int rows = layer.state().size();
			INDArray own = columns(before, offset(l), rows);
			if (byState || l == 0) {
				double[] direct = NativeArrays
						.values(byState ? layer.stateJacobian(weights, seen, own) : layer.inputJacobian(weights, seen, own));
				int width = byState ? rows : columns;
				for (int row = 0; row < batch * rows; row++) {
					int to = ((row / rows) * size + offset(l) + row % rows) * columns;
					System.arraycopy(direct, row * width, jacobian, to + (byState ? offset(l) : 0), width);
				}
			}
			if (l > 0) {
				double[] through = NativeArrays.values(layer.inputJacobian(weights, seen, own));
				addBelow(jacobian, through, batch, size, columns, l);
			}
			seen = columns(NativeArrays.rows(layer.step(weights, seen, own)), 0, layer.units());
		}
		return NativeArrays.of(jacobian, batch, size, columns);
	}

	/** Rows of layer l += dF_l/dx_l times the rows of h of the layer below. */
	private void addBelow(double[] jacobian, double[] through, int batch, int size, int columns, int l) {
		int rows = layers.get(l).state().size();
		int between = layers.get(l).inputs();
		for (int b = 0; b < batch; b++) {
			for (int i = 0; i < rows; i++) {
				int to = (b * size + offset(l) + i) * columns;
				for (int k = 0; k < between; k++) {
					double slope = through[(b * rows + i) * between + k];
					int from = (b * size + offset(l - 1) + k) * columns;
					for (int j = 0; j < columns; j++) {
						jacobian[to + j] += slope * jacobian[from + j];
					}
				}
			}
		}
	}

	private static INDArray columns(double[][] rows, int from, int count) {
		double[] values = new double[rows.length * count];
		for (int b = 0; b < rows.length; b++) {
			System.arraycopy(rows[b], from, values, b * count, count);
		}
		return NativeArrays.of(values, rows.length, count);
	}

	@Override
	public SequencePass sequence(int steps, int batch, Precision precision) {
		return new StackedPass(this, steps, batch, precision);
	}

	@Override
	public String gradientMethod() {
		return layers.getLast().gradientMethod();
	}

	@Override
	public String jacobianMethod() {
		return layers.getLast().jacobianMethod();
	}
}
