package org.nullcline.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nullcline.architectures.internal.TestCells.assertClose;
import static org.nullcline.architectures.internal.TestCells.assertDerivative;
import static org.nullcline.architectures.internal.TestCells.dot;
import static org.nullcline.architectures.internal.TestCells.gaussian;
import static org.nullcline.architectures.internal.TestCells.randomWeights;
import static org.nullcline.architectures.internal.TestCells.timeStep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.architectures.internal.TestCells.Kind;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.NumericalJacobian;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/** Layers on top of each other: layout, noise, and derivatives by inputs as well. */
class StackedCellTest {

	private static final int STEPS = 3;
	private static final int BATCH = 2;

	static Stream<Cell> stacks() {
		CellOptions options = TestCells.options(Nonlinearity.SOFTPLUS, true, 0.3);
		return Arrays.stream(Kind.values())
				.flatMap(kind -> Stream.of(kind.stack(2, 2, 3, options), kind.stack(3, 1, 2, options)));
	}

	@Test
	void oneLayerIsNoStack() {
		assertInstanceOf(LstmCell.class, Kind.LSTM.stack(1, 2, 3, CellOptions.DEFAULT));
	}

	@Test
	void theStateBeginsWithTheTopLayer() {
		Cell gru = Kind.GRU_RESET_AFTER.stack(3, 2, 4, CellOptions.DEFAULT);
		assertEquals(List.of("h_l2", "h_l1", "h_l0"), gru.state().parts().stream().map(StateLayout.Part::name).toList());
		Cell lstm = Kind.LSTM.stack(2, 2, 4, CellOptions.DEFAULT);
		assertEquals(List.of("h_l1", "c_l1", "h_l0", "c_l0"),
				lstm.state().parts().stream().map(StateLayout.Part::name).toList());
		assertEquals(16, lstm.state().size());
		assertEquals(4, lstm.units());
		assertEquals(2, lstm.inputs());
	}

	@Test
	void weightsBeginWithTheLayerThatSeesTheInput() {
		Cell cell = Kind.UGRNN.stack(2, 2, 4, CellOptions.DEFAULT);
		assertEquals(List.of("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0", "weight_ih_l1", "weight_hh_l1",
				"bias_ih_l1", "bias_hh_l1"), cell.weights().stream().map(WeightDeclaration::name).toList());
		assertEquals(List.of(8, 4), cell.weights().get(4).shape());
	}

	@Test
	void aLayerSeesTheNewHOfTheLayerBelow() {
		Cell lower = Kind.LSTM.layer(2, 3, CellOptions.DEFAULT);
		Cell upper = Kind.LSTM.layer(3, 3, CellOptions.DEFAULT.ofLayer(1));
		Cell stack = Kind.LSTM.stack(2, 2, 3, CellOptions.DEFAULT);
		Weights weights = randomWeights(stack);
		INDArray input = gaussian("input", 1, 2);
		INDArray below = gaussian("below", 1, 6);
		INDArray above = gaussian("above", 1, 6);
		double[] nextBelow = NativeArrays.values(lower.step(weights, input, below));
		double[] nextAbove = NativeArrays.values(
				upper.step(weights, NativeArrays.of(Arrays.copyOf(nextBelow, 3), 1, 3), above));
		assertClose(joined(nextAbove, nextBelow),
				stack.step(weights, input, joined(NativeArrays.values(above), NativeArrays.values(below))), 1e-15);
	}

	@ParameterizedTest
	@MethodSource("stacks")
	void noiseIsAddedToTheFullStateAfterEachStep(Cell cell) {
		Weights weights = randomWeights(cell);
		INDArray inputs = gaussian("inputs", STEPS, BATCH, cell.inputs());
		INDArray state = gaussian("state", BATCH, cell.state().size());
		INDArray noise = gaussian("noise", STEPS, BATCH, cell.state().size());
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			pass.forward(weights, new SequenceInputs(inputs, state, Optional.of(noise)));
			INDArray plain = state;
			for (int t = 0; t < STEPS; t++) {
				plain = cell.step(weights, timeStep(inputs, t), plain).addi(timeStep(noise, t));
				assertClose(plain, timeStep(pass.states(), t), 1e-12);
			}
			// Without noise again.
			pass.forward(weights, new SequenceInputs(inputs, state));
			assertClose(cell.step(weights, timeStep(inputs, 0), state), timeStep(pass.states(), 0), 1e-12);
		}
	}

	@ParameterizedTest
	@MethodSource("stacks")
	void gradientsAgreeWithCentralDifferences(Cell cell) {
		Weights weights = randomWeights(cell);
		INDArray inputs = gaussian("inputs", STEPS, BATCH, cell.inputs());
		INDArray state = gaussian("state", BATCH, cell.state().size());
		INDArray noise = gaussian("noise", STEPS, BATCH, cell.state().size());
		INDArray direction = gaussian("direction", STEPS, BATCH, cell.state().size());
		SequenceInputs driven = new SequenceInputs(inputs, state, Optional.of(noise));
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			pass.forward(weights, driven);
			Weights gradient = weights.zerosLike();
			INDArray stateGradient = pass.backward(direction, gradient).dup('c');
			INDArray inputGradient = pass.inputGradient().dup('c');
			assertEquals(gaussian("direction", STEPS, BATCH, cell.state().size()), direction);
			DoubleSupplier loss = () -> {
				pass.forward(weights, driven);
				return dot(pass.states(), direction);
			};
			weights.arrays().forEach((name, array) -> assertDerivative(name, array, gradient.get(name), loss));
			assertDerivative("state", state, stateGradient, loss);
			assertDerivative("inputs", inputs, inputGradient, loss);
		}
	}

	@ParameterizedTest
	@MethodSource("stacks")
	void jacobiansOfThreeLayers(Cell cell) {
		Weights weights = randomWeights(cell);
		INDArray input = gaussian("input", BATCH, cell.inputs());
		INDArray state = gaussian("state", BATCH, cell.state().size());
		assertClose(NumericalJacobian.byState(cell, weights, input, state), cell.stateJacobian(weights, input, state), 1e-8);
		assertClose(NumericalJacobian.byInput(cell, weights, input, state), cell.inputJacobian(weights, input, state), 1e-8);
	}

	@Test
	void backwardNeedsForward() {
		Cell cell = Kind.VANILLA.stack(2, 1, 2, CellOptions.DEFAULT);
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			assertThrows(IllegalStateException.class,
					() -> pass.backward(gaussian("direction", STEPS, BATCH, 4), randomWeights(cell).zerosLike()));
		}
	}

	@Test
	void wrongNoiseIsNamed() {
		Cell cell = Kind.VANILLA.stack(2, 1, 2, CellOptions.DEFAULT);
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			SequenceInputs wrong = new SequenceInputs(gaussian("inputs", STEPS, BATCH, 1), gaussian("state", BATCH, 4),
					Optional.of(gaussian("noise", STEPS, BATCH, 2)));
			IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
					() -> pass.forward(randomWeights(cell), wrong));
			assertTrue(e.getMessage().startsWith("state noise: expected a dense array of shape [3, 2, 4]"), e.getMessage());
		}
	}

	private static INDArray joined(double[] first, double[] second) {
		double[] both = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return NativeArrays.of(both, 1, both.length);
	}
}
