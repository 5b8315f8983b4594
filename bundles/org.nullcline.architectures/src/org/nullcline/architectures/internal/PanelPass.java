package org.nullcline.architectures.internal;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.ReadoutPass;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.Weights;
import org.nullcline.kernels.KernelForms;
import org.nullcline.kernels.PointwiseFunction;
import org.nullcline.kernels.PanelKernels;
import org.nullcline.kernels.Panels;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * A layer over a sequence, in the layout of {@link Panels}. What all cells share is here: the drives of their gates,
 * W_h h + W_x x + b, as one product per time step with weights that are packed once; the way back through the readout and
 * from step to step; and the gradients by the weights, each one product over all steps. A cell adds what it does element
 * by element.
 * <p>
 * Rows are trials, step after step; a step has {@link #rows} of them, some of which may be copies of the first trial that
 * fill a block and whose derivatives are 0. The states of step t are {@code rows} rows from row {@code (t + 1) rows} on,
 * below the initial states.
 */
abstract class PanelPass implements ReadoutPass {

	/**
	 * Where a layer's gates find their weights. A block is one gate: as many columns as there are units.
	 *
	 * @param drivenBlocks  how many blocks, from the first on, see the state directly
	 * @param recurrent     for each block the block of rows of W_hh, or -1
	 * @param input         for each block the block of rows of W_ih, or -1
	 * @param recurrentBias for each block the block of b_hh, or -1
	 */
	record Blocks(int drivenBlocks, int[] recurrent, int[] input, int[] recurrentBias) {

		/** Blocks that all see state and input, with the sum of both biases. */
		static Blocks alike(int count) {
			int[] all = new int[count];
			Arrays.setAll(all, i -> i);
			return new Blocks(count, all, all, all);
		}

		int count() {
			return recurrent.length;
		}
	}

	/** So many rows, of one step or several, are added to the gradients by the weights at once. */
	private static final int GRADIENT_ROWS = 128;
	/**
	 * Steps from one flush of the derivatives to the next: between two of them they stay in the normal range, even where they
	 * fall by four orders of magnitude from step to step.
	 */
	private static final int FLUSH_EVERY = 4;

	/** Passes of so few steps are made by searches and rollouts, which call them again and again with the same weights. */
	private static final int FEW_STEPS = 4;

	protected final PanelKernels kernels;
	protected final PointwiseFunction nonlinearity;
	protected final int steps;
	/** Trials of a step, filled up to a block. */
	protected final int rows;
	/** Steps whose part of the gradients by the weights is computed together. */
	private final int gradientSteps;
	/** Panels of one block or part of the state. */
	protected final int unitPanels;
	/** [gradient steps x rows, input and 1], of the steps at hand */
	protected final Panels inputs;
	/** Columns of the inputs that the drives see: the channels, and a 1 where there are biases. */
	protected final int inputColumns;
	/** [(steps + 1) x rows, parts of the state] */
	protected final Panels states;
	/** [held steps x rows, blocks]: drives, then gates, on the way back derivatives by the drives; the last step is 0. */
	protected Panels gates;
	/** [rows, parts of the state]: dL/dstate of the step at hand. */
	protected final Panels delta;
	/** Weights of the drives: one column per gate and unit; state, then input and bias. */
	protected final Panels driveWeights;

	private final RecurrentLayer layer;
	private final PackedWeights packed;
	private final WeightGradients weightGradients;
	private final double leak;
	private final Blocks blocks;
	/** Single panels, whose units go through a step together while they are in the first-level cache. */
	private final Panels[] driveGroups;
	private Panels[] gateGroups;
	private final Panels[] stateGroups;
	private final Panels[] deltaGroups;
	private final int batch;
	private final int parts;
	private final int blockWidth;
	private final boolean carries;
	/** Steps for which there is room in {@link #gates}; the next one takes the place of the first. */
	private int heldSteps;
	private Panels leaking;
	private Panels noise;
	private Panels stateGradients;
	private Panels back;
	private PanelReadout readout;
	private Weights weights;
	/** Inputs of the sequence, [time, batch, input]. */
	private INDArray given;
	/** Whether outputs have been asked for once, so that each step reads out while its states are in the cache. */
	private boolean readsOut;
	/** Whether the outputs are those of the states at hand. */
	private boolean readOut;
	private boolean ran;
	/** Whether the derivatives by the states were given, not those by the outputs. */
	private boolean fromStates;
	/** Whether the states are just what the cell made of the step before: no leak, no noise. */
	private boolean undisturbed;
	private INDArray statesArray;
	private INDArray outputsArray;
	private INDArray initialGradientArray;
	private INDArray inputGradientArray;
	private final List<INDArray> owned = new ArrayList<>();

	/**
	 * @param parts          of the state, each with one value per unit
	 * @param carries        whether the cell passes derivatives on to the state before by another way than through its drives
	 * @param remembersGates whether the way back always needs the gates of the way there; a cell that can do without them
	 *                       where its states are undisturbed needs a fraction of the memory, which the cache holds
	 */
	PanelPass(RecurrentLayer layer, int steps, int batch, Precision precision, int parts, Blocks blocks, boolean carries,
			boolean remembersGates) {
		if (steps < 1 || batch < 1) {
			throw new IllegalArgumentException("a pass needs at least one step and one trial: " + steps + ", " + batch);
		}
		this.layer = layer;
		this.steps = steps;
		this.batch = batch;
		this.parts = parts;
		this.blocks = blocks;
		this.carries = carries;
		leak = layer.options().leak();
		nonlinearity = layer.options().nonlinearity().function();
		kernels = precision == Precision.SINGLE ? KernelForms.single() : KernelForms.inDouble();
		rows = PanelKernels.paddedRows(batch);
		gradientSteps = Math.max(1, GRADIENT_ROWS / rows);
		unitPanels = kernels.panels(layer.units());
		blockWidth = unitPanels * kernels.width();
		packed = new PackedWeights(kernels, layer, blocks, steps <= FEW_STEPS);
		weightGradients = new WeightGradients(kernels, layer, blocks);
		inputColumns = packed.inputRows();
		inputs = kernels.allocate(gradientSteps * rows, Math.max(1, inputColumns));
		if (layer.options().biases()) {
			kernels.fillColumn(inputs, layer.inputs(), 0, gradientSteps * rows, 1);
		}
		states = kernels.allocate((steps + 1) * rows, parts * blockWidth);
		delta = kernels.allocate(rows, parts * blockWidth);
		driveWeights = kernels.allocate(blockWidth + inputColumns, blocks.count() * blockWidth);
		driveGroups = singles(driveWeights);
		stateGroups = singles(states);
		deltaGroups = singles(delta);
		// Those of the steps whose gradients are due and of the step after them.
		hold(remembersGates ? steps + 1 : Math.min(steps + 1, 2 * gradientSteps));
	}

	/** Makes room for the gates of so many steps. */
	private void hold(int count) {
		if (heldSteps < count) {
			heldSteps = count;
			gates = kernels.allocate(count * rows, blocks.count() * blockWidth);
			gateGroups = singles(gates);
		}
	}

	/** The panels of a matrix, one by one. */
	protected static Panels[] singles(Panels of) {
		Panels[] panels = new Panels[of.count()];
		Arrays.setAll(panels, p -> of.slice(p, 1));
		return panels;
	}

	/** One panel of a gate. */
	protected final Panels gate(int block, int panel) {
		return gateGroups[block * unitPanels + panel];
	}

	/** One panel of a part of the states. */
	protected final Panels states(int part, int panel) {
		return stateGroups[part * unitPanels + panel];
	}

	/** One panel of the derivative by a part of the state. */
	protected final Panels delta(int part, int panel) {
		return deltaGroups[part * unitPanels + panel];
	}

	/** A part of the state, or the derivative by it. */
	protected final Panels part(Panels of, int part) {
		return of.slice(part * unitPanels, unitPanels);
	}

	/** One gate. */
	protected final Panels gate(int block) {
		return gates.slice(block * unitPanels, unitPanels);
	}

	/** Whether the states of this sequence are just what {@link #step} wrote: neither leak nor noise changed them. */
	protected final boolean undisturbed() {
		return undisturbed;
	}

	/** First row of the states before a step, and of a step in gates that are remembered. */
	protected final int at(int step) {
		return step * rows;
	}

	/** First row of a step in the inputs. */
	protected final int inputsAt(int step) {
		return step % gradientSteps * rows;
	}

	/** First row of a step in gates. */
	protected final int gatesAt(int step) {
		return step % heldSteps * rows;
	}

	// --- Forward ---------------------------------------------------------------------------------------------------

	@Override
	public final void forward(Weights used, SequenceInputs sequence) {
		int stateSize = parts * layer.units();
		require("inputs", sequence.inputs(), steps, batch, layer.inputs());
		require("initial state", sequence.initialState(), batch, stateSize);
		sequence.stateNoise().ifPresent(array -> require("state noise", array, steps, batch, stateSize));
		weights = used;
		given = sequence.inputs();
		readState(sequence.initialState(), 0, states, 0, true);
		if (sequence.stateNoise().isPresent()) {
			if (noise == null) {
				noise = kernels.allocate(steps * rows, parts * blockWidth);
			}
			for (int t = 0; t < steps; t++) {
				readState(sequence.stateNoise().get(), (long) t * batch * stateSize, noise, at(t), true);
			}
		}
		undisturbed = leak == 1 && sequence.stateNoise().isEmpty();
		if (!undisturbed) {
			hold(steps + 1);
		}
		packed.drive(weights, driveWeights);
		if (readsOut) {
			readout.pack(weights);
		}
		prepareForward();
		for (int t = 0; t < steps; t++) {
			readInputs(t);
			step(t);
			if (leak != 1) {
				kernels.relax(leak, states, at(t), states, at(t + 1), rows);
			}
			if (sequence.stateNoise().isPresent()) {
				kernels.add(noise, at(t), states, at(t + 1), rows);
			}
			if (readsOut) {
				readout.read(part(states, 0), at(t + 1), t, outputsArray);
			}
		}
		ran = true;
		readOut = readsOut;
	}

	/** Packs further weights. */
	protected void prepareForward() {
		// Most cells have no others.
	}

	/** From the states before step t to those after it; leak and noise come afterwards. */
	protected abstract void step(int t);

	/** The drives of some gates, W_h h + W_x x + b; the state that they see is the first part. */
	protected final void drive(int t, int firstBlock, int count, Panels seen, int seenRow) {
		int from = firstBlock * unitPanels;
		int panels = count * unitPanels;
		kernels.multiply(seen, seenRow, inputs, inputsAt(t), inputColumns, driveWeights.slice(from, panels), gates.slice(from, panels),
				at(t), rows, false);
	}

	/** The drives of one gate for the units of one panel. */
	protected final void driveGroup(int t, int block, int panel, Panels seen, int seenRow) {
		kernels.multiply(seen, seenRow, inputs, inputsAt(t), inputColumns, driveGroups[block * unitPanels + panel],
				gate(block, panel), at(t), rows, false);
	}

	/** The drives of the first gate for the units of one panel, into a panel that the cache holds. */
	protected final void driveAside(int t, int panel, Panels seen, Panels target) {
		kernels.multiply(seen, at(t), inputs, inputsAt(t), inputColumns, driveGroups[panel], target, 0, rows, false);
	}

	@Override
	public final INDArray states() {
		int units = layer.units();
		int size = parts * units;
		if (statesArray == null) {
			statesArray = array(steps, batch, size);
		}
		MemorySegment memory = NativeArrays.memory(statesArray);
		for (int t = 0; t < steps; t++) {
			for (int part = 0; part < parts; part++) {
				kernels.write(part(states, part), at(t + 1), 0, batch, units, memory, (long) t * batch * size + part * units,
						size);
			}
		}
		return statesArray;
	}

	@Override
	public final INDArray outputs() {
		prepareReadout();
		if (!readOut) {
			readout.pack(weights);
			for (int t = 0; t < steps; t++) {
				readout.read(part(states, 0), at(t + 1), t, outputsArray);
			}
			readsOut = true;
			readOut = true;
		}
		return outputsArray;
	}

	private void prepareReadout() {
		if (readout == null) {
			int outputs = (int) weights.get(Network.READOUT_WEIGHT).size(0);
			readout = new PanelReadout(kernels, layer.units(), steps, batch, rows, outputs);
			outputsArray = array(steps, batch, outputs);
		}
	}

	// --- Backward --------------------------------------------------------------------------------------------------

	@Override
	public final INDArray backward(INDArray stateGradient, Weights gradient) {
		requireForward();
		int size = parts * layer.units();
		require("state gradient", stateGradient, steps, batch, size);
		if (stateGradients == null) {
			stateGradients = kernels.allocate(steps * rows, parts * blockWidth);
		}
		for (int t = 0; t < steps; t++) {
			readState(stateGradient, (long) t * batch * size, stateGradients, at(t), false);
		}
		return differentiate(gradient, true);
	}

	@Override
	public final INDArray backwardFromOutputs(INDArray outputGradient, Weights gradient) {
		requireForward();
		prepareReadout();
		require("output gradient", outputGradient, steps, batch, readout.outputs());
		readout.takeGradients(outputGradient, gradient);
		INDArray initial = differentiate(gradient, false);
		readout.finish(gradient);
		return initial;
	}

	private INDArray differentiate(Weights gradient, boolean statesGiven) {
		ran = false;
		fromStates = statesGiven;
		back = packed.back(weights, fromStates ? 0 : readout.outputs(), back);
		prepareBackward();
		weightGradients.prepare(gradient);
		descend(Optional.of(gradient));
		if (weightGradients.wantsRecurrent(gradient)) {
			addFurtherRecurrentGradient(weightGradients.recurrent());
		}
		weightGradients.finish(gradient);
		return initialGradient();
	}

	/** From the last step to the first; adds to the gradients by the weights where they are wanted. */
	private void descend(Optional<Weights> gradient) {
		int outputs = fromStates ? 0 : readout.outputs();
		if (heldSteps <= steps) {
			kernels.fill(gates, gatesAt(steps), rows, 0);
		}
		boolean keeps = carries || leak != 1;
		if (leak != 1 && leaking == null) {
			leaking = kernels.allocate(rows, parts * blockWidth);
		}
		for (int t = steps - 1; t >= 0; t--) {
			boolean carried = keeps && t < steps - 1;
			if (!carried && (fromStates || parts > 1)) {
				kernels.fill(delta, 0, rows, 0);
			}
			if (fromStates) {
				kernels.add(stateGradients, at(t), delta, 0, rows);
			}
			throughDrives(t + 1, carried || fromStates, outputs, t);
			if (t % FLUSH_EVERY == 0) {
				kernels.flush(delta, 0, rows);
			}
			if (leak != 1) {
				kernels.fill(leaking, 0, rows, 0);
				kernels.addScaled(1 - leak, delta, 0, leaking, 0, rows);
				kernels.scale(leak, delta, 0, rows);
			}
			stepBack(t);
			if (leak != 1) {
				if (!carries) {
					kernels.fill(delta, 0, rows, 0);
				}
				kernels.add(leaking, 0, delta, 0, rows);
			}
			if (t % gradientSteps == 0 && gradient.isPresent()) {
				addGradients(gradient.get(), t);
			}
		}
		throughDrives(0, keeps, 0, 0);
	}

	/** delta += D W, with the drives of a step, and the readout's part of a step. */
	private void throughDrives(int drivenStep, boolean add, int outputColumns, int outputStep) {
		kernels.multiply(gates.slice(0, blocks.drivenBlocks() * unitPanels), gatesAt(drivenStep),
				readout == null ? null : readout.gradients(), at(outputStep), outputColumns, back, part(delta, 0), 0, rows, add);
	}

	/** Packs further weights for the way back. */
	protected void prepareBackward() {
		// Most cells have no others.
	}

	/**
	 * Back through step t: replaces the gates by the derivatives by their drives, and {@link #delta} by what flows to the
	 * state before by other ways.
	 */
	protected abstract void stepBack(int t);

	/** One block of W_hh as it is, for products with derivatives. */
	protected final Panels recurrentBlock(int block, Panels reused) {
		return packed.recurrentBlock(weights, block, reused);
	}

	/** One block of the input's weights alone, with the bias of b_ih. */
	protected final Panels inputBlock(int block, Panels reused) {
		return packed.inputBlock(weights, block, reused);
	}

	/** Gradients of recurrent weights that do not see the state directly. */
	protected void addFurtherRecurrentGradient(Panels target) {
		// Most cells have none.
	}

	/** Adds the part of the steps from one on to the gradients by the weights. */
	private void addGradients(Weights gradient, int step) {
		int last = Math.min(step + gradientSteps, steps);
		int count = (last - step) * rows;
		for (int t = step; t < last; t++) {
			readInputs(t);
		}
		weightGradients.add(gradient, gates, gatesAt(step), part(states, 0), at(step), inputs, inputsAt(step), count);
		if (!fromStates) {
			readout.addWeightGradient(gradient, part(states, 0), at(step + 1), at(step), count);
		}
	}

	private INDArray initialGradient() {
		int units = layer.units();
		int size = parts * units;
		if (initialGradientArray == null) {
			initialGradientArray = array(batch, size);
		}
		MemorySegment memory = NativeArrays.memory(initialGradientArray);
		for (int part = 0; part < parts; part++) {
			kernels.write(part(delta, part), 0, 0, batch, units, memory, (long) part * units, size);
		}
		return initialGradientArray;
	}

	@Override
	public final INDArray inputGradient() {
		int channels = layer.inputs();
		if (inputGradientArray == null) {
			inputGradientArray = array(steps, batch, channels);
		}
		keepDerivatives();
		Panels inputWeights = packed.backToInputs(weights);
		Panels result = kernels.allocate(rows, channels);
		MemorySegment memory = NativeArrays.memory(inputGradientArray);
		for (int t = 0; t < steps; t++) {
			kernels.multiply(gates, at(t), null, 0, 0, inputWeights, result, 0, rows, false);
			kernels.write(result, 0, 0, batch, channels, memory, (long) t * batch * channels, channels);
		}
		return inputGradientArray;
	}

	/** Has the derivatives by all drives: the first time they are computed once more, since the first steps took their place. */
	private void keepDerivatives() {
		if (back == null) {
			throw new IllegalStateException("nothing has been differentiated yet");
		}
		if (heldSteps <= steps) {
			hold(steps + 1);
			descend(Optional.empty());
		}
	}

	// --- Memory ----------------------------------------------------------------------------------------------------

	/** Reads a state, each part into panels of its own. */
	private void readState(INDArray source, long offset, Panels target, int row, boolean fill) {
		int units = layer.units();
		for (int part = 0; part < parts; part++) {
			readRows(NativeArrays.memory(source), offset, parts * units, part * units, units, target, row, part * blockWidth,
					fill);
		}
		Reference.reachabilityFence(source);
	}

	/** Reads the inputs of a step, which take the place of those of an earlier or a later one. */
	private void readInputs(int step) {
		int channels = layer.inputs();
		readRows(NativeArrays.memory(given), (long) step * batch * channels, channels, 0, channels, inputs, inputsAt(step), 0,
				true);
		Reference.reachabilityFence(given);
	}

	/** Reads the rows of a batch; where wanted the first one again and again for the rows that fill the block. */
	private void readRows(MemorySegment source, long offset, int stride, int firstColumn, int columns, Panels target,
			int row, int column, boolean fill) {
		kernels.read(source, offset + firstColumn, stride, batch, columns, target, row, column);
		for (int r = batch; fill && r < rows; r++) {
			kernels.read(source, offset + firstColumn, stride, 1, columns, target, row + r, column);
		}
	}

	private INDArray array(long... shape) {
		INDArray array = NativeArrays.zeros(shape);
		owned.add(array);
		return array;
	}

	private void requireForward() {
		if (!ran) {
			throw new IllegalStateException("there was no forward pass, or it has been differentiated already");
		}
	}

	private static void require(String name, INDArray array, long... shape) {
		if (!Arrays.equals(array.shape(), shape) || !NativeArrays.isDense(array)) {
			throw new IllegalArgumentException(name + ": expected a dense array of shape " + Arrays.toString(shape)
					+ ", found " + Arrays.toString(array.shape()));
		}
	}

	@Override
	public final void close() {
		owned.forEach(INDArray::close);
		owned.clear();
	}
}
