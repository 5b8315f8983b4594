package org.nullcline.architectures.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/** Layers over a sequence: the pass of each layer runs over all time steps before that of the layer above. */
final class StackedPass implements SequencePass {

	private final int steps;
	private final int batch;
	private final int inputs;
	private final int size;
	/** From layer 0 to the top. */
	private final List<LayerRun> layers;
	/** [time, batch, state] */
	private final INDArray states;
	/** [batch, state] */
	private final INDArray initialGradient;
	private boolean hasRun;

	StackedPass(StackedCell cell, int steps, int batch, Precision precision) {
		if (steps < 1 || batch < 1) {
			throw new IllegalArgumentException("a pass needs at least one step and one trial: " + steps + ", " + batch);
		}
		this.steps = steps;
		this.batch = batch;
		inputs = cell.inputs();
		size = cell.state().size();
		layers = IntStream.range(0, cell.layers().size())
				.mapToObj(l -> new LayerRun(cell.layers().get(l), cell.offset(l), steps, batch, precision)).toList();
		states = NativeArrays.zeros(steps, batch, size);
		initialGradient = NativeArrays.zeros(batch, size);
	}

	@Override
	public void forward(Weights weights, SequenceInputs driven) {
		require("inputs", driven.inputs(), steps, batch, inputs);
		require("initial state", driven.initialState(), batch, size);
		driven.stateNoise().ifPresent(noise -> require("state noise", noise, steps, batch, size));
		INDArray seen = driven.inputs();
		for (LayerRun layer : layers) {
			seen = layer.forward(weights, driven, seen, states);
		}
		hasRun = true;
	}

	@Override
	public INDArray states() {
		return states;
	}

	@Override
	public INDArray backward(INDArray stateGradient, Weights gradient) {
		if (!hasRun) {
			throw new IllegalStateException("there was no forward pass");
		}
		require("state gradient", stateGradient, steps, batch, size);
		Optional<INDArray> fromAbove = Optional.empty();
		for (LayerRun layer : layers.reversed()) {
			layer.backward(stateGradient, fromAbove, gradient, initialGradient);
			fromAbove = layer == layers.getFirst() ? Optional.empty() : Optional.of(layer.inputGradient());
		}
		return initialGradient;
	}

	@Override
	public INDArray inputGradient() {
		return layers.getFirst().inputGradient();
	}

	private static void require(String name, INDArray array, long... shape) {
		if (!Arrays.equals(array.shape(), shape) || !NativeArrays.isDense(array)) {
			throw new IllegalArgumentException(name + ": expected a dense array of shape " + Arrays.toString(shape)
					+ ", found " + Arrays.toString(array.shape()));
		}
	}

	@Override
	public void close() {
		layers.forEach(LayerRun::close);
		states.close();
		initialGradient.close();
	}
}
