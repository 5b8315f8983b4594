package org.nullcline.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers come from GeomLoss 0.3.1. */
class OneHotSinkhornTest {

	private static final int[][] FOUR_X = { { 0, 0, 0 }, { 0, 0, 2 }, { 2, 2, 2 }, { 1, 2, 2 } };
	private static final int[][] FOUR_Y = { { 0, 0, 0 }, { 0, 2, 2 }, { 2, 2, 2 }, { 2, 2, 0 } };

	@ParameterizedTest
	@CsvSource({ "0.5, 0.711681903022", "0.9, 0.735694005291", "0.99, 0.736129985386" })
	void fourSequences(double scaling, double value) {
		SinkhornParameters parameters = new SinkhornParameters(0.2, scaling);
		TransportDivergence plain = SinkhornDivergence.evaluate(oneHot(FOUR_X, 3), oneHot(FOUR_Y, 3), parameters);
		TransportDivergence fast = OneHotSinkhorn.evaluate(SymbolSequences.of(FOUR_X, 3), SymbolSequences.of(FOUR_Y, 3),
				parameters);
		assertEquals(value, plain.value(), 1e-9);
		assertEquals(value, fast.value(), 1e-6);
		assertArrayEquals(plain.gradient(), fast.gradient(), 1e-6);
		if (scaling == 0.5) {
			assertEquals(0.767133677466, plain.biased(), 1e-9);
			assertEquals(0.767133677466, fast.biased(), 1e-6);
			assertArrayEquals(GRADIENT_PAPER, plain.gradient(), 1e-9);
		}
		if (scaling == 0.99) {
			assertArrayEquals(GRADIENT_CONVERGED, plain.gradient(), 1e-9);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.5", "0.9", "0.99" })
	void aSetAndItsPermutation(double scaling) {
		int[][] permuted = { FOUR_X[2], FOUR_X[0], FOUR_X[3], FOUR_X[1] };
		SinkhornParameters parameters = new SinkhornParameters(0.2, scaling);
		TransportDivergence plain = SinkhornDivergence.evaluate(oneHot(FOUR_X, 3), oneHot(permuted, 3), parameters);
		TransportDivergence fast = OneHotSinkhorn.evaluate(SymbolSequences.of(FOUR_X, 3), SymbolSequences.of(permuted, 3),
				parameters);
		assertEquals(0, plain.value(), 1e-12);
		assertArrayEquals(new double[36], plain.gradient(), 1e-9);
		assertEquals(0, fast.value(), 1e-6);
		assertArrayEquals(new double[36], fast.gradient(), 1e-6);
		if (scaling == 0.5) {
			assertEquals(0.055451774444, plain.biased(), 1e-9);
		}
	}

	@Test
	void agreesWithGeomLossOnTheTwoStateChain() throws IOException {
		Map<String, Double> expected = new HashMap<>();
		double[] first = null;
		List<int[]> x = new ArrayList<>();
		List<int[]> y = new ArrayList<>();
		try (InputStream stream = OneHotSinkhornTest.class.getResourceAsStream("two-state-sequences.txt")) {
			for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
				String[] words = line.split(" ");
				switch (words[0]) {
				case "value", "norm" -> expected.put(words[0] + " " + words[1], Double.valueOf(words[2]));
				case "first" -> first = Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
				case "x" -> x.add(words[1].chars().map(c -> c - '0').toArray());
				case "y" -> y.add(words[1].chars().map(c -> c - '0').toArray());
				default -> assertTrue(line.startsWith("#"), line);
				}
			}
		}
		SymbolSequences left = SymbolSequences.of(x.toArray(int[][]::new), 3);
		SymbolSequences right = SymbolSequences.of(y.toArray(int[][]::new), 3);
		TransportDivergence paper = OneHotSinkhorn.evaluate(left, right, SinkhornParameters.paper(0.2));
		double value = expected.get("value float64");
		assertEquals(value, paper.value(), 1e-6 * value);
		assertEquals(expected.get("value float32"), paper.value(), 1e-4 * value);
		double norm = expected.get("norm float64");
		assertEquals(norm, norm(paper.gradient()), 1e-5 * norm);
		assertEquals(expected.get("norm float32"), norm(paper.gradient()), 1e-4 * norm);
		assertArrayEquals(first, Arrays.copyOf(paper.gradient(), first.length), 1e-5 * norm);
		TransportDivergence converged = OneHotSinkhorn.evaluate(left, right, SinkhornParameters.converged(0.2));
		double limit = expected.get("value float64-converged");
		assertEquals(limit, converged.value(), 1e-6 * limit);
		assertEquals(expected.get("norm float64-converged"), norm(converged.gradient()), 1e-5 * norm);
	}

	@Test
	void refusesWhatCannotBeCompared() {
		SymbolSequences three = SymbolSequences.of(FOUR_X, 3);
		assertThrows(IllegalArgumentException.class,
				() -> OneHotSinkhorn.evaluate(three, SymbolSequences.of(FOUR_X, 4), SinkhornParameters.paper(0.2)));
		assertThrows(IllegalArgumentException.class, () -> SymbolSequences.of(new int[][] { { 0, 3 } }, 3));
		assertThrows(IllegalArgumentException.class, () -> SymbolSequences.of(new int[][] { { 0, 1 }, { 0 } }, 3));
		assertThrows(IllegalArgumentException.class, () -> SymbolSequences.of(new int[0][], 3));
	}

	/** The matched distance of the HMM study: Euclidean costs, epsilon 0.1; its solver is a loop of soft minima. */
	@Test
	void softMinimaSolveTheMatchingWithEuclideanCosts() {
		double[][] x = oneHot(FOUR_X, 3);
		double[][] y = oneHot(FOUR_Y, 3);
		double epsilon = 0.1;
		SoftMinimum.Cost cost = (i, j) -> {
			double square = 0;
			for (int d = 0; d < x[i].length; d++) {
				square += (x[i][d] - y[j][d]) * (x[i][d] - y[j][d]);
			}
			return Math.sqrt(square);
		};
		double[] f = new double[4];
		double[] g = new double[4];
		double[] h = new double[4];
		for (int step = 0; step < 5000; step++) {
			for (int j = 0; j < 4; j++) {
				h[j] = g[j] / epsilon - Math.log(4);
			}
			SoftMinimum.all(epsilon, cost, h, f);
			for (int i = 0; i < 4; i++) {
				h[i] = f[i] / epsilon - Math.log(4);
			}
			SoftMinimum.all(epsilon, (j, i) -> cost.between(i, j), h, g);
		}
		for (int i = 0; i < 4; i++) {
			double row = 0;
			double column = 0;
			for (int j = 0; j < 4; j++) {
				row += Math.exp((f[i] + g[j] - cost.between(i, j)) / epsilon) / 16;
				column += Math.exp((f[j] + g[i] - cost.between(j, i)) / epsilon) / 16;
			}
			assertEquals(0.25, row, 1e-9);
			assertEquals(0.25, column, 1e-9);
		}
		assertEquals(Double.POSITIVE_INFINITY,
				SoftMinimum.one(epsilon, cost, new double[] { Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY }, 0));
	}

	static double[][] oneHot(int[][] sequences, int symbols) {
		double[][] points = new double[sequences.length][sequences[0].length * symbols];
		for (int i = 0; i < sequences.length; i++) {
			for (int t = 0; t < sequences[i].length; t++) {
				points[i][t * symbols + sequences[i][t]] = 1;
			}
		}
		return points;
	}

	private static double norm(double[] values) {
		return Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
	}

	private static final double[] GRADIENT_PAPER = {
			1.0393264027186433e-10, 6.696592404427219e-34, -1.0393264671175986e-10, 1.0393264027186433e-10, 0.0,
			-1.039326468750222e-10, -3.4719588315468286e-12, 0.0, 3.4719858029304602e-12, 1.6187051699034782e-13,
			4.821874619842882e-23, -1.6189721075884318e-13, 0.24992618550425566, 0.0, -0.2499261855042557,
			-7.381449230332472e-05, 0.0, 7.38144923033146e-05, -7.443690501929863e-11, 3.4719859661928e-12,
			7.096492837810331e-11, 4.8218746199093896e-23, 0.0, 0.0, -0.04738646126819611, 0.0,
			0.047386461268196095, -0.2388588262477783, 0.24999999999652797, -0.011141173748749638,
			4.820513967813421e-23, 0.0, 0.0, -0.002111763194596342, 0.0, 0.0021117631945963555 };

	private static final double[] GRADIENT_CONVERGED = {
			4.7334717425795425e-05, 6.696592404427219e-34, -4.733471742578659e-05, 4.7334717425795425e-05, 0.0,
			-4.733471742578716e-05, -3.472000464910252e-12, 0.0, 3.4719853965395664e-12, 8.013635643955297e-09,
			4.821874619842847e-23, -8.013635631856849e-09, 0.2499788443507081, 0.0, -0.2499788443507081,
			-2.1159652164898594e-05, 0.0, 2.115965216492599e-05, -1.5041444647368745e-15, 3.4719859661928e-12,
			-3.470501663827008e-12, 4.8218746199098134e-23, 0.0, 0.0, -0.12498525842842623, 0.0,
			0.12498525842842623, -0.00010825887399958167, 0.24999999999652808, -0.2498917411225285,
			4.8218744431992434e-23, 0.0, 0.0, -0.12493113537505117, 0.0, 0.12493113537505118 };
}
