package org.nullcline.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.nullcline.architectures.internal.TestCells.assertClose;
import static org.nullcline.architectures.internal.TestCells.gaussian;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.ReadoutPass;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Many trials in one pass give what they give one by one. A pass of many trials holds few steps at a time of what it can
 * compute again, a pass of a single trial all of them.
 */
class ManyTrialsTest {

	private static final int STEPS = 7;
	private static final int BATCH = 65;
	private static final int OUTPUTS = 2;

	/** Results of one pass or several: states and outputs, then what was differentiated. */
	private record Results(INDArray states, INDArray outputs, INDArray byInitialState, INDArray byInputs, Weights gradient) {
	}

	static Stream<Cell> cells() {
		return TestCells.some();
	}

	/** Those whose pass reads out as well. */
	static Stream<Cell> readingCells() {
		return cells().filter(RecurrentLayer.class::isInstance);
	}

	@ParameterizedTest
	@MethodSource("cells")
	void fromStates(Cell cell) {
		Network network = network(cell);
		INDArray direction = gaussian("direction", STEPS, BATCH, cell.state().size());
		for (Optional<INDArray> noise : noises(cell)) {
			assertAlike(together(network, noise, direction, false), oneByOne(network, noise, direction, false));
		}
	}

	@ParameterizedTest
	@MethodSource("readingCells")
	void fromOutputs(Cell cell) {
		Network network = network(cell);
		INDArray direction = gaussian("direction", STEPS, BATCH, OUTPUTS);
		for (Optional<INDArray> noise : noises(cell)) {
			assertAlike(together(network, noise, direction, true), oneByOne(network, noise, direction, true));
		}
	}

	@Test
	void withoutDerivativesByTheStatesThereAreNoneByTheInputs() {
		Cell cell = new VanillaCell(3, 4, CellOptions.DEFAULT);
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			pass.forward(network(cell).weights(), inputs(cell, Optional.empty()));
			assertThrows(IllegalStateException.class, pass::inputGradient);
		}
	}

	private static Network network(Cell cell) {
		return Network.initialize(cell, OUTPUTS, RandomStreams.of(3));
	}

	private static List<Optional<INDArray>> noises(Cell cell) {
		return List.of(Optional.empty(), Optional.of(gaussian("noise", STEPS, BATCH, cell.state().size())));
	}

	private static SequenceInputs inputs(Cell cell, Optional<INDArray> noise) {
		return new SequenceInputs(gaussian("inputs", STEPS, BATCH, cell.inputs()),
				gaussian("state", BATCH, cell.state().size()), noise);
	}

	private static Results together(Network network, Optional<INDArray> noise, INDArray direction, boolean fromOutputs) {
		try (SequencePass pass = network.cell().sequence(STEPS, BATCH, Precision.DOUBLE)) {
			// Twice, because buffers are used again.
			results(pass, network, inputs(network.cell(), Optional.empty()), direction, fromOutputs);
			return results(pass, network, inputs(network.cell(), noise), direction, fromOutputs);
		}
	}

	private static Results oneByOne(Network network, Optional<INDArray> noise, INDArray direction, boolean fromOutputs) {
		Cell cell = network.cell();
		SequenceInputs all = inputs(cell, noise);
		int size = cell.state().size();
		Results sum = new Results(NativeArrays.zeros(STEPS, BATCH, size), NativeArrays.zeros(STEPS, BATCH, OUTPUTS),
				NativeArrays.zeros(BATCH, size), NativeArrays.zeros(STEPS, BATCH, cell.inputs()), network.weights().zerosLike());
		try (SequencePass pass = cell.sequence(STEPS, 1, Precision.DOUBLE)) {
			for (int b = 0; b < BATCH; b++) {
				int trial = b;
				SequenceInputs one = new SequenceInputs(trial(all.inputs(), b),
						NativeArrays.of(new double[][] { NativeArrays.rows(all.initialState())[b] }),
						noise.map(array -> trial(array, trial)));
				Results result = results(pass, network, one, trial(direction, b), fromOutputs);
				put(result.states(), sum.states(), b);
				put(result.outputs(), sum.outputs(), b);
				put(result.byInputs(), sum.byInputs(), b);
				sum.byInitialState().putRow(b, result.byInitialState());
				result.gradient().arrays().forEach((name, array) -> sum.gradient().get(name).addi(array));
			}
		}
		return sum;
	}

	private static Results results(SequencePass pass, Network network, SequenceInputs inputs, INDArray direction,
			boolean fromOutputs) {
		Weights gradient = network.weights().zerosLike();
		pass.forward(network.weights(), inputs);
		INDArray states = pass.states().dup('c');
		INDArray outputs = NativeArrays.zeros(STEPS, inputs.inputs().size(1), OUTPUTS);
		INDArray byInitialState;
		if (fromOutputs) {
			ReadoutPass reading = (ReadoutPass) pass;
			outputs = reading.outputs().dup('c');
			byInitialState = reading.backwardFromOutputs(direction, gradient).dup('c');
		} else {
			byInitialState = pass.backward(direction, gradient).dup('c');
		}
		return new Results(states, outputs, byInitialState, pass.inputGradient().dup('c'), gradient);
	}

	/** One trial of a [time, trial, channel] array. */
	private static INDArray trial(INDArray array, int trial) {
		int channels = (int) array.size(2);
		double[] all = NativeArrays.values(array);
		double[] one = new double[STEPS * channels];
		for (int t = 0; t < STEPS; t++) {
			System.arraycopy(all, (t * BATCH + trial) * channels, one, t * channels, channels);
		}
		return NativeArrays.of(one, STEPS, 1, channels);
	}

	private static void put(INDArray one, INDArray all, int trial) {
		for (int t = 0; t < STEPS; t++) {
			for (int c = 0; c < one.size(2); c++) {
				all.putScalar(t, trial, c, one.getDouble(t, 0, c));
			}
		}
	}

	private static void assertAlike(Results expected, Results found) {
		assertClose(expected.states(), found.states(), 1e-12);
		assertClose(expected.outputs(), found.outputs(), 1e-12);
		assertClose(expected.byInitialState(), found.byInitialState(), 1e-12);
		assertClose(expected.byInputs(), found.byInputs(), 1e-12);
		expected.gradient().arrays().forEach((name, array) -> assertClose(array, found.gradient().get(name), 1e-11));
	}
}
