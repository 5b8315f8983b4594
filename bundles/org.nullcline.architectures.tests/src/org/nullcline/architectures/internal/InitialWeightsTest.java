package org.nullcline.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.architectures.internal.TestCells.Kind;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.WeightDeclaration.Role;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** Which weights a cell declares, how they are drawn, and which of them exist. */
class InitialWeightsTest {

	private static final int UNITS = 40;

	static Stream<Cell> cells() {
		return TestCells.all();
	}

	@ParameterizedTest
	@MethodSource("cells")
	void weightsDeclaredAreInitialized(Cell cell) {
		Weights weights = Network.initialize(cell, 2, RandomStreams.of(3)).weights();
		for (WeightDeclaration declaration : cell.weights()) {
			INDArray array = weights.get(declaration.name());
			assertArrayEquals(declaration.shape().stream().mapToLong(i -> i).toArray(), array.shape(), declaration.name());
			if (declaration.role() != Role.BIAS) {
				assertTrue(Arrays.stream(NativeArrays.values(array)).allMatch(value -> value != 0), declaration.name());
			}
		}
	}

	/** N^2 + N U + N of the literature once per block, with the second bias vector of PyTorch: N^2 + N U + 2 N. */
	@ParameterizedTest
	@EnumSource
	void parameterCounts(Kind kind) {
		int blocks = switch (kind) {
		case VANILLA -> 1;
		case UGRNN -> 2;
		case GRU_RESET_AFTER, GRU_RESET_BEFORE -> 3;
		case LSTM -> 4;
		};
		assertEquals(blocks * (49 + 7 * 3 + 2 * 7), count(kind.layer(3, 7, CellOptions.DEFAULT)));
		assertEquals(blocks * (49 + 7 * 3), count(kind.layer(3, 7, TestCells.options(Nonlinearity.TANH, false, 1))));
		assertEquals(blocks * (49 + 7 * 3 + 2 * 7) + blocks * (49 + 49 + 2 * 7),
				count(kind.stack(2, 3, 7, CellOptions.DEFAULT)));
	}

	@ParameterizedTest
	@EnumSource
	void rolesAndNames(Kind kind) {
		List<WeightDeclaration> weights = kind.layer(3, 7, CellOptions.DEFAULT.ofLayer(2)).weights();
		assertEquals(List.of("weight_ih_l2", "weight_hh_l2", "bias_ih_l2", "bias_hh_l2"),
				weights.stream().map(WeightDeclaration::name).toList());
		assertEquals(List.of(Role.INPUT, Role.RECURRENT, Role.BIAS, Role.BIAS),
				weights.stream().map(WeightDeclaration::role).toList());
	}

	@ParameterizedTest
	@EnumSource
	void withoutBiasesThereAreNoBiasArrays(Kind kind) {
		Cell cell = kind.stack(2, 3, 7, TestCells.options(Nonlinearity.RELU, false, 1));
		assertEquals(
				List.of("weight_ih_l0", "weight_hh_l0", "weight_ih_l1", "weight_hh_l1", "readout.weight", "initial_state"),
				Network.declarations(cell, 2).stream().map(WeightDeclaration::name).toList());
	}

	@ParameterizedTest
	@EnumSource
	void orthogonalBlocks(Kind kind) {
		double[][] w = recurrent(kind, RecurrentInitialization.ORTHOGONAL, 1);
		for (int block = 0; block < w.length / UNITS; block++) {
			for (int i = 0; i < UNITS; i++) {
				for (int j = 0; j < UNITS; j++) {
					assertEquals(i == j ? 0.81 : 0, dot(w[block * UNITS + i], w[block * UNITS + j]), 1e-12);
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void gaussianHasTheVarianceOfItsGain(Kind kind) {
		double[][] w = recurrent(kind, RecurrentInitialization.GAUSSIAN, 1);
		// The standard error of a variance from n normal numbers is sqrt(2 / n) of it.
		assertEquals(0.81 / UNITS, meanSquare(w), 4 * 0.81 / UNITS * Math.sqrt(2.0 / (w.length * UNITS)));
	}

	@ParameterizedTest
	@EnumSource
	void nearIdentity(Kind kind) {
		double[][] w = recurrent(kind, RecurrentInitialization.NEAR_IDENTITY, 1);
		for (int i = 0; i < w.length; i++) {
			w[i][i % UNITS] -= 0.9;
		}
		assertEquals(1e-4, meanSquare(w), 4 * 1e-4 * Math.sqrt(2.0 / (w.length * UNITS)));
	}

	@ParameterizedTest
	@EnumSource
	void pytorchDrawsAllArraysFromOneInterval(Kind kind) {
		Cell cell = kind.layer(3, UNITS, options(RecurrentInitialization.PYTORCH, 1));
		Weights weights = initialized(cell);
		double bound = 1 / Math.sqrt(UNITS);
		weights.arrays().forEach((name, array) -> {
			double[] values = NativeArrays.values(array);
			assertTrue(Arrays.stream(values).allMatch(value -> Math.abs(value) < bound), name);
			assertTrue(Arrays.stream(values).max().orElseThrow() > 0.8 * bound, name);
			assertTrue(Arrays.stream(values).min().orElseThrow() < -0.8 * bound, name);
		});
	}

	@ParameterizedTest
	@EnumSource
	void pytorchDrawsTheReadoutLikewise(Kind kind) {
		Cell cell = kind.stack(2, 3, UNITS, options(RecurrentInitialization.PYTORCH, 1));
		Weights weights = Network.initialize(cell, UNITS, RandomStreams.of(3)).weights();
		double bound = 1 / Math.sqrt(UNITS);
		for (String name : java.util.List.of(Network.READOUT_WEIGHT, Network.READOUT_BIAS)) {
			double[] values = NativeArrays.values(weights.get(name));
			assertTrue(Arrays.stream(values).allMatch(value -> Math.abs(value) < bound), name);
			assertTrue(Arrays.stream(values).max().orElseThrow() > 0.8 * bound, name);
			assertTrue(Arrays.stream(values).min().orElseThrow() < -0.8 * bound, name);
		}
	}

	@Test
	void gateBiases() {
		CellOptions options = CellOptions.DEFAULT;
		assertBias(new VanillaCell(1, 2, options), 0, 0);
		assertBias(new UgrnnCell(1, 2, options, 0.7), 0.7, 0.7, 0, 0);
		assertBias(new GruCell(1, 2, options, true, 0.7), 0, 0, 0.7, 0.7, 0, 0);
		assertBias(new LstmCell(1, 2, options, 0.7), 0, 0, 0.7, 0.7, 0, 0, 0, 0);
	}

	@Test
	void layersAreDrawnFromStreamsOfTheirOwn() {
		Weights weights = initialized(Kind.GRU_RESET_AFTER.stack(2, 5, 5, CellOptions.DEFAULT));
		assertNotEquals(weights.get("weight_ih_l0"), weights.get("weight_ih_l1"));
		assertNotEquals(weights.get("weight_hh_l0"), weights.get("weight_hh_l1"));
		assertEquals(initialized(Kind.GRU_RESET_AFTER.layer(5, 5, CellOptions.DEFAULT)).get("weight_hh_l0"),
				weights.get("weight_hh_l0"));
	}

	@Test
	void denseCellsHaveNoMask() {
		assertEquals(Map.of(), Kind.LSTM.stack(2, 3, 4, CellOptions.DEFAULT).masks(RandomStreams.of(3)));
	}

	@ParameterizedTest
	@EnumSource
	void masks(Kind kind) {
		Cell cell = kind.stack(2, 3, UNITS, options(RecurrentInitialization.GAUSSIAN, 0.3));
		Map<String, INDArray> masks = cell.masks(RandomStreams.of(3));
		assertEquals(Set.of("weight_hh_l0", "weight_hh_l1"), masks.keySet());
		assertNotEquals(masks.get("weight_hh_l0"), masks.get("weight_hh_l1"));
		assertEquals(masks, cell.masks(RandomStreams.of(3)));
		assertNotEquals(masks, cell.masks(RandomStreams.of(4)));
		masks.forEach((name, mask) -> {
			assertArrayEquals(initialized(cell).get(name).shape(), mask.shape());
			double[] values = NativeArrays.values(mask);
			assertTrue(Arrays.stream(values).allMatch(value -> value == 0 || value == 1));
			assertEquals(0.3, Arrays.stream(values).average().orElseThrow(), 4 * Math.sqrt(0.3 * 0.7 / values.length));
			int block = UNITS * UNITS;
			if (values.length > block) {
				assertFalse(Arrays.equals(Arrays.copyOf(values, block), Arrays.copyOfRange(values, block, 2 * block)));
			}
		});
	}

	@ParameterizedTest
	@EnumSource(names = { "ORTHOGONAL", "GAUSSIAN" })
	void sparseWeightsDriveAUnitAsDenseOnesDo(RecurrentInitialization initialization) {
		Cell cell = Kind.LSTM.layer(3, UNITS, options(initialization, 0.3));
		double[][] w = NativeArrays.rows(Network.initialize(cell, 1, RandomStreams.of(3)).weights().get("weight_hh_l0"));
		double[][] mask = NativeArrays.rows(cell.masks(RandomStreams.of(3)).get("weight_hh_l0"));
		for (int i = 0; i < w.length; i++) {
			for (int j = 0; j < UNITS; j++) {
				assertEquals(mask[i][j] == 0, w[i][j] == 0);
			}
		}
		assertEquals(0.81 / UNITS, meanSquare(w), 0.1 * 0.81 / UNITS);
	}

	@Test
	void fractionsOutsideTheRangeAreNamed() {
		IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
				() -> TestCells.options(Nonlinearity.TANH, true, 0));
		assertTrue(e.getMessage().startsWith("leak 0.0"), e.getMessage());
		e = assertThrows(IllegalArgumentException.class, () -> options(RecurrentInitialization.GAUSSIAN, 1.5));
		assertTrue(e.getMessage().startsWith("density 1.5"), e.getMessage());
	}

	private static void assertBias(Cell cell, double... expected) {
		Weights weights = initialized(cell);
		assertArrayEquals(expected, NativeArrays.values(weights.get("bias_ih_l0")));
		assertArrayEquals(new double[expected.length], NativeArrays.values(weights.get("bias_hh_l0")));
	}

	private static int count(Cell cell) {
		return cell.weights().stream().mapToInt(weight -> weight.shape().stream().reduce(1, (a, b) -> a * b)).sum();
	}

	private static CellOptions options(RecurrentInitialization initialization, double density) {
		return new CellOptions(Nonlinearity.TANH, true, 1, initialization, 0.9, density, 0);
	}

	private static Weights initialized(Cell cell) {
		Weights weights = Weights.zeros(cell.weights());
		cell.initialize(weights, RandomStreams.of(3));
		return weights;
	}

	private static double[][] recurrent(Kind kind, RecurrentInitialization initialization, double density) {
		return NativeArrays.rows(initialized(kind.layer(3, UNITS, options(initialization, density))).get("weight_hh_l0"));
	}

	private static double dot(double[] x, double[] y) {
		double sum = 0;
		for (int i = 0; i < x.length; i++) {
			sum += x[i] * y[i];
		}
		return sum;
	}

	private static double meanSquare(double[][] rows) {
		return Arrays.stream(rows).mapToDouble(row -> dot(row, row)).sum() / (rows.length * rows[0].length);
	}
}
