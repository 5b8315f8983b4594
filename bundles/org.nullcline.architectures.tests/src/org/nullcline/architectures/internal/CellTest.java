package org.nullcline.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.NumericalJacobian;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** Every fast pass against the plain step, every derivative against central differences. */
class CellTest {

	private static final int STEPS = 7;
	private static final int BATCH = 3;

	static Stream<Cell> cells() {
		return Stream.of(new VanillaCell(2, 5, CellOptions.DEFAULT), new VanillaCell(1, 1, CellOptions.DEFAULT), new GruCell(2, 5, CellOptions.DEFAULT, true, 1),
				new GruCell(2, 5, CellOptions.DEFAULT, false, 1), new GruCell(3, 1, CellOptions.DEFAULT, false, 0));
	}

	@ParameterizedTest
	@MethodSource("cells")
	void passAgreesWithStep(Cell cell) {
		Weights weights = randomWeights(cell);
		INDArray inputs = gaussian("inputs", STEPS, BATCH, cell.inputs());
		INDArray state = gaussian("state", BATCH, cell.state().size());
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			// Twice, because buffers are used again.
			pass.forward(weights, new SequenceInputs(gaussian("others", STEPS, BATCH, cell.inputs()), state));
			double[] fast = run(pass, weights, inputs, state);
			int size = BATCH * cell.state().size();
			INDArray plain = state;
			for (int t = 0; t < STEPS; t++) {
				plain = cell.step(weights, timeStep(inputs, t, cell.inputs()), plain);
				double[] expected = NativeArrays.values(plain);
				for (int i = 0; i < size; i++) {
					assertEquals(expected[i], fast[t * size + i], 1e-12);
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("cells")
	void gradientsAgreeWithCentralDifferences(Cell cell) {
		Weights weights = randomWeights(cell);
		INDArray inputs = gaussian("inputs", STEPS, BATCH, cell.inputs());
		INDArray state = gaussian("state", BATCH, cell.state().size());
		INDArray direction = gaussian("direction", STEPS, BATCH, cell.state().size());
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			pass.forward(weights, new SequenceInputs(inputs, state));
			Weights gradient = weights.zerosLike();
			double[] stateGradient = NativeArrays.values(pass.backward(direction.dup('c'), gradient));
			for (Map.Entry<String, INDArray> array : weights.arrays().entrySet()) {
				double[] found = NativeArrays.values(gradient.get(array.getKey()));
				checkDifferences(array.getKey(), array.getValue(), found,
						() -> dot(run(pass, weights, inputs, state), NativeArrays.values(direction)));
			}
			checkDifferences("state", state, stateGradient, () -> dot(run(pass, weights, inputs, state), NativeArrays.values(direction)));
		}
	}

	@ParameterizedTest
	@MethodSource("cells")
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
			once.arrays().forEach((name, array) -> assertTrue(array.mul(2).equalsWithEps(twice.get(name), 1e-12), name));
		}
	}

	@ParameterizedTest
	@MethodSource("cells")
	void jacobiansAgreeWithCentralDifferences(Cell cell) {
		Weights weights = randomWeights(cell);
		INDArray input = gaussian("input", BATCH, cell.inputs());
		INDArray state = gaussian("state", BATCH, cell.state().size());
		assertEquals("analytic", cell.jacobianMethod());
		assertTrue(cell.stateJacobian(weights, input, state)
				.equalsWithEps(NumericalJacobian.byState(cell, weights, input, state), 1e-9));
		assertTrue(cell.inputJacobian(weights, input, state)
				.equalsWithEps(NumericalJacobian.byInput(cell, weights, input, state), 1e-9));
	}

	@ParameterizedTest
	@MethodSource("cells")
	void wrongShapesAreNamed(Cell cell) {
		Weights weights = randomWeights(cell);
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> pass.forward(weights,
					new SequenceInputs(gaussian("inputs", STEPS, BATCH + 1, cell.inputs()), gaussian("state", BATCH, cell.state().size()))));
			assertTrue(e.getMessage().contains("inputs: expected") && e.getMessage().contains("[7, 3, "), e.getMessage());
		}
	}

	@ParameterizedTest
	@MethodSource("cells")
	void initialRecurrentBlocksAreScaledOrthogonal(Cell cell) {
		Weights weights = Weights.zeros(cell.weights());
		cell.initialize(weights, RandomStreams.of(3));
		double[] w = NativeArrays.values(weights.get("weight_hh_l0"));
		int n = cell.units();
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				double product = 0;
				for (int k = 0; k < n; k++) {
					product += w[i * n + k] * w[j * n + k];
				}
				assertEquals(i == j ? 0.81 : 0, product, 1e-12);
			}
		}
	}

	private static void checkDifferences(String name, INDArray array, double[] found,
			java.util.function.DoubleSupplier value) {
		double step = 1e-6;
		double scale = 1e-3;
		for (double derivative : found) {
			scale = Math.max(scale, Math.abs(derivative));
		}
		for (int i = 0; i < found.length; i++) {
			double before = array.data().getDouble(i);
			array.data().put(i, before + step);
			double above = value.getAsDouble();
			array.data().put(i, before - step);
			double below = value.getAsDouble();
			array.data().put(i, before);
			assertEquals((above - below) / (2 * step), found[i], 1e-6 * scale, name + "[" + i + "]");
		}
	}

	private static double[] run(SequencePass pass, Weights weights, INDArray inputs, INDArray state) {
		pass.forward(weights, new SequenceInputs(inputs, state));
		return NativeArrays.values(pass.states());
	}

	private static double dot(double[] x, double[] y) {
		double sum = 0;
		for (int i = 0; i < x.length; i++) {
			sum += x[i] * y[i];
		}
		return sum;
	}

	private static INDArray timeStep(INDArray inputs, int t, int channels) {
		double[] all = NativeArrays.values(inputs);
		int size = BATCH * channels;
		return NativeArrays.of(java.util.Arrays.copyOfRange(all, t * size, (t + 1) * size), BATCH, channels);
	}

	private static Weights randomWeights(Cell cell) {
		Weights weights = Weights.zeros(cell.weights());
		weights.arrays().forEach((name, array) -> array.assign(gaussian(name, array.shape()).muli(0.7)));
		return weights;
	}

	private static INDArray gaussian(String name, long... shape) {
		RandomStream random = RandomStreams.of(11).stream(name);
		long length = 1;
		for (long size : shape) {
			length *= size;
		}
		double[] values = new double[(int) length];
		for (int i = 0; i < values.length; i++) {
			values[i] = random.nextGaussian();
		}
		return NativeArrays.of(values, shape);
	}
}
