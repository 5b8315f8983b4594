package org.nullcline.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Cells of all kinds and options, numbers to run them with, and central differences. The numbers are fixed and chosen so
 * that no drive of a ReLU lies within a difference step of its kink. (The c of an LSTM whose candidate is silent decays
 * towards the kink, so other numbers or more steps may come upon it.)
 */
final class TestCells {

	/** Five maps. */
	enum Kind {
		VANILLA, UGRNN, GRU_RESET_AFTER, GRU_RESET_BEFORE, LSTM;

		RecurrentLayer layer(int inputs, int units, CellOptions options) {
			return switch (this) {
			case VANILLA -> new VanillaCell(inputs, units, options);
			case UGRNN -> new UgrnnCell(inputs, units, options, 1);
			case GRU_RESET_AFTER -> new GruCell(inputs, units, options, true, 1);
			case GRU_RESET_BEFORE -> new GruCell(inputs, units, options, false, 1);
			case LSTM -> new LstmCell(inputs, units, options, 1);
			};
		}

		Cell stack(int layers, int inputs, int units, CellOptions options) {
			return StackedCell.of(layers, layer -> layer(layer == 0 ? inputs : units, units, options.ofLayer(layer)));
		}
	}

	private TestCells() {
	}

	static CellOptions options(Nonlinearity nonlinearity, boolean biases, double leak) {
		return new CellOptions(nonlinearity, biases, leak, RecurrentInitialization.ORTHOGONAL, 0.9, 1, 0);
	}

	/** Every kind with every nonlinearity, with and without biases and leak, one layer and two. */
	static Stream<Cell> all() {
		return Arrays.stream(Nonlinearity.values())
				.flatMap(f -> Stream.of(options(f, true, 1), options(f, true, 0.3), options(f, false, 1),
						options(f, false, 0.3)))
				.flatMap(TestCells::ofEachKind);
	}

	/** Every kind with three sets of options, one layer and two; and cells of one unit. */
	static Stream<Cell> some() {
		return Stream.concat(
				Stream.of(CellOptions.DEFAULT, options(Nonlinearity.RELU, true, 1),
						options(Nonlinearity.SOFTPLUS, false, 0.3))
						.flatMap(TestCells::ofEachKind),
				Arrays.stream(Kind.values()).map(kind -> kind.layer(3, 1, CellOptions.DEFAULT)));
	}

	private static Stream<Cell> ofEachKind(CellOptions options) {
		return Arrays.stream(Kind.values())
				.flatMap(kind -> Stream.of(kind.stack(1, 2, 5, options), kind.stack(2, 2, 3, options)));
	}

	/** Weights N(0, 0.7^2), biases too. */
	static Weights randomWeights(Cell cell) {
		Weights weights = Weights.zeros(cell.weights());
		weights.arrays().forEach((name, array) -> array.assign(gaussian(name, array.shape()).muli(0.7)));
		return weights;
	}

	/** Standard normal numbers that depend on the name alone. */
	static INDArray gaussian(String name, long... shape) {
		RandomStream random = RandomStreams.of(13).stream(name);
		double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
		for (int i = 0; i < values.length; i++) {
			values[i] = random.nextGaussian();
		}
		return NativeArrays.of(values, shape);
	}

	/** One time step of a [time, batch, channel] array. */
	static INDArray timeStep(INDArray sequence, int t) {
		int size = (int) (sequence.size(1) * sequence.size(2));
		return NativeArrays.of(Arrays.copyOfRange(NativeArrays.values(sequence), t * size, (t + 1) * size), sequence.size(1),
				sequence.size(2));
	}

	static double dot(INDArray x, INDArray y) {
		double[] left = NativeArrays.values(x);
		double[] right = NativeArrays.values(y);
		double sum = 0;
		for (int i = 0; i < left.length; i++) {
			sum += left[i] * right[i];
		}
		return sum;
	}

	/** Compares derivatives by an array with central differences of a value that depends on it, to 1e-6 of the largest. */
	static void assertDerivative(String name, INDArray array, INDArray derivative, DoubleSupplier value) {
		double step = 1e-6;
		double[] found = NativeArrays.values(derivative);
		double scale = Math.max(1e-3, Arrays.stream(found).map(Math::abs).max().orElseThrow());
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

	/** Compares all values, to a tolerance times the largest of them. */
	static void assertClose(INDArray expected, INDArray found, double tolerance) {
		assertEquals(Arrays.toString(expected.shape()), Arrays.toString(found.shape()));
		double[] left = NativeArrays.values(expected);
		double[] right = NativeArrays.values(found);
		double scale = Arrays.stream(left).map(Math::abs).max().orElseThrow();
		for (int i = 0; i < left.length; i++) {
			assertEquals(left[i], right[i], tolerance * scale, "value " + i);
		}
	}
}
