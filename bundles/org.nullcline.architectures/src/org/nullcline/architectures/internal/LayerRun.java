package org.nullcline.architectures.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/** The pass of one layer of a stack, and its columns of the arrays that hold the full state. */
final class LayerRun {

	private final SequencePass pass;
	private final int steps;
	private final int batch;
	/** Columns of the full state that are the layer's. */
	private final int offset;
	private final int size;
	/** [batch, state of the layer] */
	private final INDArray initial;
	/** The new h without noise, which the layer above sees: [time, batch, unit]. */
	private final INDArray hidden;
	/** dL/dstate by the readout and by the layer above: [time, batch, state of the layer]. */
	private final INDArray gradient;
	/** [time, batch, state of the layer]; made when there is noise. */
	private INDArray noise;

	LayerRun(Cell layer, int offset, int steps, int batch, Precision precision) {
		this.steps = steps;
		this.batch = batch;
		this.offset = offset;
		size = layer.state().size();
		pass = layer.sequence(steps, batch, precision);
		initial = NativeArrays.zeros(batch, size);
		hidden = NativeArrays.zeros(steps, batch, layer.units());
		gradient = NativeArrays.zeros(steps, batch, size);
	}

	/**
	 * Runs the layer.
	 *
	 * @param full   what drives the whole stack
	 * @param inputs of this layer
	 * @param states of the whole stack; the layer's columns are filled
	 * @return the new h without noise, [time, batch, unit]
	 */
	INDArray forward(Weights weights, SequenceInputs full, INDArray inputs, INDArray states) {
		copyColumns(full.initialState(), offset, initial, 0, size);
		pass.forward(weights, new SequenceInputs(inputs, initial, full.stateNoise().map(this::ownNoise)));
		copyColumns(pass.states(), 0, states, offset, size);
		copyColumns(pass.states(), 0, hidden, 0, (int) hidden.size(2));
		if (full.stateNoise().isPresent()) {
			// Noise is added to the full state after the step of the whole stack.
			subtractNoise();
		}
		return hidden;
	}

	/**
	 * Back-propagates through the layer.
	 *
	 * @param stateGradient   of the whole stack
	 * @param fromAbove       dL/dh by the layer above
	 * @param initialGradient of the whole stack; the layer's columns are filled
	 */
	void backward(INDArray stateGradient, Optional<INDArray> fromAbove, Weights weightGradient, INDArray initialGradient) {
		copyColumns(stateGradient, offset, gradient, 0, size);
		fromAbove.ifPresent(this::addToHidden);
		copyColumns(pass.backward(gradient, weightGradient), 0, initialGradient, offset, size);
	}

	/** dL/dx of this layer. */
	INDArray inputGradient() {
		return pass.inputGradient();
	}

	void close() {
		pass.close();
		initial.close();
		hidden.close();
		gradient.close();
		if (noise != null) {
			noise.close();
		}
	}

	private INDArray ownNoise(INDArray full) {
		if (noise == null) {
			noise = NativeArrays.zeros(steps, batch, size);
		}
		copyColumns(full, offset, noise, 0, size);
		return noise;
	}

	private void subtractNoise() {
		long units = hidden.size(2);
		MemorySegment read = NativeArrays.memory(noise);
		MemorySegment write = NativeArrays.memory(hidden);
		for (long i = 0; i < hidden.length(); i++) {
			write.setAtIndex(ValueLayout.JAVA_DOUBLE, i, write.getAtIndex(ValueLayout.JAVA_DOUBLE, i)
					- read.getAtIndex(ValueLayout.JAVA_DOUBLE, i / units * size + i % units));
		}
	}

	private void addToHidden(INDArray hiddenGradient) {
		long units = hiddenGradient.size(2);
		MemorySegment read = NativeArrays.memory(hiddenGradient);
		MemorySegment write = NativeArrays.memory(gradient);
		for (long i = 0; i < hiddenGradient.length(); i++) {
			long at = i / units * size + i % units;
			write.setAtIndex(ValueLayout.JAVA_DOUBLE, at, write.getAtIndex(ValueLayout.JAVA_DOUBLE, at)
					+ read.getAtIndex(ValueLayout.JAVA_DOUBLE, i));
		}
		Reference.reachabilityFence(hiddenGradient);
	}

	/** Copies columns of the last dimension, for all rows. */
	private static void copyColumns(INDArray source, int from, INDArray target, int to, int count) {
		long sourceWidth = source.size(source.rank() - 1);
		long targetWidth = target.size(target.rank() - 1);
		MemorySegment read = NativeArrays.memory(source);
		MemorySegment write = NativeArrays.memory(target);
		for (long row = 0; row < source.length() / sourceWidth; row++) {
			MemorySegment.copy(read, (row * sourceWidth + from) * Double.BYTES, write,
					(row * targetWidth + to) * Double.BYTES, (long) count * Double.BYTES);
		}
		Reference.reachabilityFence(source);
		Reference.reachabilityFence(target);
	}
}
