package org.nullcline.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nullcline.architectures.internal.TestCells.assertClose;
import static org.nullcline.architectures.internal.TestCells.assertDerivative;
import static org.nullcline.architectures.internal.TestCells.dot;
import static org.nullcline.architectures.internal.TestCells.gaussian;
import static org.nullcline.architectures.internal.TestCells.randomWeights;
import static org.nullcline.architectures.internal.TestCells.timeStep;

import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.NumericalJacobian;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.UnitPermutation;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** Every pass against the plain step, every derivative against central differences. */
class CellTest {

	private static final int STEPS = 4;
	private static final int BATCH = 3;

	static Stream<Cell> allCells() {
		return TestCells.all();
	}

	static Stream<Cell> someCells() {
		return TestCells.some();
	}

	@ParameterizedTest
	@MethodSource("allCells")
	void everyKindButTheVanillaOneHasGates(Cell cell) {
		// Each gate brings a block of rows beside the candidate's.
		Weights weights = Weights.zeros(cell.weights());
		INDArray recurrent = weights.get(cell.weights().get(1).name());
		assertEquals(recurrent.size(0) > recurrent.size(1), cell.gated());
	}

	@ParameterizedTest
	@MethodSource("allCells")
	void jacobiansAgreeWithCentralDifferences(Cell cell) {
		Weights weights = randomWeights(cell);
		INDArray input = gaussian("input", BATCH, cell.inputs());
		INDArray state = gaussian("state", BATCH, cell.state().size());
		assertEquals("analytic", cell.jacobianMethod());
		assertClose(NumericalJacobian.byState(cell, weights, input, state), cell.stateJacobian(weights, input, state), 1e-8);
		assertClose(NumericalJacobian.byInput(cell, weights, input, state), cell.inputJacobian(weights, input, state), 1e-8);
	}

	/** To 1e-9 in absolute numbers, with differences of 1e-6. */
	@ParameterizedTest
	@MethodSource("allCells")
	void jacobiansAgreeWithSmallCentralDifferences(Cell cell) {
		Weights weights = randomWeights(cell);
		INDArray input = gaussian("input", BATCH, cell.inputs());
		INDArray state = gaussian("state", BATCH, cell.state().size());
		assertDifferences(cell.stateJacobian(weights, input, state), state, changed -> cell.step(weights, input, changed));
		assertDifferences(cell.inputJacobian(weights, input, state), input, changed -> cell.step(weights, changed, state));
	}

	private static void assertDifferences(INDArray jacobian, INDArray at, UnaryOperator<INDArray> map) {
		double step = 1e-6;
		int rows = (int) jacobian.size(1);
		int columns = (int) at.size(1);
		double[] found = NativeArrays.values(jacobian);
		for (int column = 0; column < columns; column++) {
			double[] above = NativeArrays.values(map.apply(moved(at, column, step)));
			double[] below = NativeArrays.values(map.apply(moved(at, column, -step)));
			for (int i = 0; i < above.length; i++) {
				// [batch, next state, column], with i counting batch and next state.
				assertEquals((above[i] - below[i]) / (2 * step), found[i * columns + column], 1e-9,
						"row " + i % rows + ", column " + column);
			}
		}
	}

	private static INDArray moved(INDArray at, int column, double step) {
		double[] values = NativeArrays.values(at);
		for (int i = column; i < values.length; i += (int) at.size(1)) {
			values[i] += step;
		}
		return NativeArrays.of(values, at.shape());
	}

	/** A pass of one step keeps packed weights, but never longer than they are the same. */
	@ParameterizedTest
	@MethodSource("someCells")
	void aPassSeesThatWeightsHaveChanged(Cell cell) {
		Weights weights = randomWeights(cell);
		SequenceInputs inputs = new SequenceInputs(gaussian("input", 1, BATCH, cell.inputs()),
				gaussian("state", BATCH, cell.state().size()));
		try (SequencePass kept = cell.sequence(1, BATCH, Precision.DOUBLE)) {
			for (String name : cell.weights().stream().map(WeightDeclaration::name).toList()) {
				kept.forward(weights, inputs);
				INDArray array = weights.get(name);
				array.putScalar(array.length() - 1, array.getDouble(array.length() - 1) + 0.5);
				try (SequencePass fresh = cell.sequence(1, BATCH, Precision.DOUBLE)) {
					kept.forward(weights, inputs);
					fresh.forward(weights, inputs);
					assertArrayEquals(NativeArrays.values(fresh.states()), NativeArrays.values(kept.states()), name);
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("someCells")
	void stepLeavesItsArgumentsAlone(Cell cell) {
		Weights weights = randomWeights(cell);
		Weights before = weights.copy();
		INDArray input = gaussian("input", BATCH, cell.inputs());
		INDArray state = gaussian("state", BATCH, cell.state().size());
		cell.step(weights, input, state);
		assertEquals(gaussian("input", BATCH, cell.inputs()), input);
		assertEquals(gaussian("state", BATCH, cell.state().size()), state);
		assertEquals(before.arrays(), weights.arrays());
	}

	@ParameterizedTest
	@MethodSource("allCells")
	void passAgreesWithStep(Cell cell) {
		Weights weights = randomWeights(cell);
		INDArray inputs = gaussian("inputs", STEPS, BATCH, cell.inputs());
		INDArray state = gaussian("state", BATCH, cell.state().size());
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			// Twice, because buffers are used again.
			pass.forward(weights, new SequenceInputs(gaussian("others", STEPS, BATCH, cell.inputs()), state));
			pass.forward(weights, new SequenceInputs(inputs, state));
			INDArray plain = state;
			for (int t = 0; t < STEPS; t++) {
				plain = cell.step(weights, timeStep(inputs, t), plain);
				assertClose(plain, timeStep(pass.states(), t), 1e-12);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("someCells")
	void gradientsAgreeWithCentralDifferences(Cell cell) {
		Weights weights = randomWeights(cell);
		INDArray inputs = gaussian("inputs", STEPS, BATCH, cell.inputs());
		INDArray state = gaussian("state", BATCH, cell.state().size());
		INDArray direction = gaussian("direction", STEPS, BATCH, cell.state().size());
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			pass.forward(weights, new SequenceInputs(inputs, state));
			Weights gradient = weights.zerosLike();
			INDArray stateGradient = pass.backward(direction.dup('c'), gradient).dup('c');
			DoubleSupplier loss = () -> {
				pass.forward(weights, new SequenceInputs(inputs, state));
				return dot(pass.states(), direction);
			};
			weights.arrays().forEach((name, array) -> assertDerivative(name, array, gradient.get(name), loss));
			assertDerivative("state", state, stateGradient, loss);
		}
	}

	@ParameterizedTest
	@MethodSource("someCells")
	void gradientsAreAddedToWhatIsThere(Cell cell) {
		Weights weights = randomWeights(cell);
		INDArray inputs = gaussian("inputs", STEPS, BATCH, cell.inputs());
		INDArray state = gaussian("state", BATCH, cell.state().size());
		INDArray direction = gaussian("direction", STEPS, BATCH, cell.state().size());
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			Weights once = weights.zerosLike();
			pass.forward(weights, new SequenceInputs(inputs, state));
			pass.backward(direction.dup('c'), once);
			Weights twice = once.copy();
			pass.forward(weights, new SequenceInputs(inputs, state));
			pass.backward(direction.dup('c'), twice);
			once.arrays().forEach((name, array) -> assertClose(array.mul(2), twice.get(name), 1e-12));
		}
	}

	@ParameterizedTest
	@MethodSource("someCells")
	void wrongShapesAreNamed(Cell cell) {
		Weights weights = randomWeights(cell);
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			SequenceInputs wrong = new SequenceInputs(gaussian("inputs", STEPS, BATCH + 1, cell.inputs()),
					gaussian("state", BATCH, cell.state().size()));
			IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> pass.forward(weights, wrong));
			assertTrue(e.getMessage().contains("inputs: expected") && e.getMessage().contains("[4, 3, "), e.getMessage());
		}
	}

	/** Moved together, the units of a network do what they did, and so do those of a network that is told from its roles. */
	@ParameterizedTest
	@MethodSource("someCells")
	void unitsInAnotherOrderGiveTheSameOutputs(Cell cell) {
		Network network = Network.initialize(cell, 2, RandomStreams.of(1));
		network.weights().arrays().forEach((name, array) -> array.assign(gaussian(name, array.shape()).muli(0.5)));
		INDArray inputs = gaussian("inputs", BATCH, STEPS, cell.inputs());
		double[] before = NativeArrays.values(network.outputs(network.states(inputs)));
		double[][] states = NativeArrays.rows(network.states(inputs).reshape(BATCH * STEPS, -1));
		int[] order = new int[cell.units()];
		for (int unit = 0; unit < order.length; unit++) {
			order[unit] = (unit + 1) % order.length;
		}
		UnitPermutation.of(cell, order).apply(network.weights());
		assertArrayEquals(before, NativeArrays.values(network.outputs(network.states(inputs))), 1e-12);
		double[][] moved = NativeArrays.rows(network.states(inputs).reshape(BATCH * STEPS, -1));
		for (int row = 0; row < states.length; row++) {
			for (int place = 0; place < order.length; place++) {
				assertEquals(states[row][order[place]], moved[row][place], 1e-12);
			}
		}
	}

	@Test
	void anOrderNamesEachUnitOnce() {
		Cell cell = TestCells.Kind.GRU_RESET_AFTER.layer(2, 3, CellOptions.DEFAULT);
		for (int[] order : new int[][] { { 0, 1 }, { 0, 1, 1 }, { 0, 1, 3 }, { 0, -1, 2 }, { 0, 1, 2, 3 } }) {
			assertThrows(IllegalArgumentException.class, () -> UnitPermutation.of(cell, order));
		}
	}
}
