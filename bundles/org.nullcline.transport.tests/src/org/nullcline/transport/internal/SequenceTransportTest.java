package org.nullcline.transport.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.transport.SinkhornDivergence;
import org.nullcline.transport.SinkhornParameters;
import org.nullcline.transport.SymbolSequences;
import org.nullcline.transport.TransportDivergence;

class SequenceTransportTest {

	private static List<PlanKernel> kernels(SinkhornParameters parameters) {
		PlanKernel best = PlanKernel.best(parameters.epsilon());
		return best instanceof TablePlanKernel ? List.of(best) : List.of(new TablePlanKernel(), best);
	}

	/** Random sequences that keep their symbol with some probability. */
	private static int[][] draw(long seed, int size, int steps, int symbols, double keep) {
		RandomStream random = RandomStreams.of(seed).stream("sequences");
		int[][] sequences = new int[size][steps];
		for (int[] sequence : sequences) {
			for (int t = 0; t < steps; t++) {
				sequence[t] = t > 0 && random.nextDouble() < keep ? sequence[t - 1] : random.nextInt(symbols);
			}
		}
		return sequences;
	}

	private static double[][] oneHot(int[][] sequences, int symbols) {
		double[][] points = new double[sequences.length][sequences[0].length * symbols];
		for (int i = 0; i < sequences.length; i++) {
			for (int t = 0; t < sequences[i].length; t++) {
				points[i][t * symbols + sequences[i][t]] = 1;
			}
		}
		return points;
	}

	private static void assertLikeReference(int[][] x, int[][] y, int symbols, SinkhornParameters parameters) {
		TransportDivergence expected = SinkhornDivergence.evaluate(oneHot(x, symbols), oneHot(y, symbols), parameters);
		double norm = Math.sqrt(Arrays.stream(expected.gradient()).map(v -> v * v).sum());
		TransportDivergence exact = ExactSequenceTransport.evaluate(SymbolSequences.of(x, symbols),
				SymbolSequences.of(y, symbols), parameters);
		assertEquals(expected.value(), exact.value(), 1e-11 * Math.max(1, expected.value()));
		assertEquals(expected.biased(), exact.biased(), 1e-11 * Math.max(1, expected.biased()));
		assertArrayEquals(expected.gradient(), exact.gradient(), 1e-11);
		for (PlanKernel kernel : kernels(parameters)) {
			TransportDivergence found = new SequenceTransport(SymbolSequences.of(x, symbols), SymbolSequences.of(y, symbols),
					kernel).evaluate(parameters);
			assertEquals(expected.value(), found.value(), 2e-6 * Math.max(1, expected.value()), kernel.toString());
			assertEquals(expected.biased(), found.biased(), 2e-6 * Math.max(1, expected.biased()), kernel.toString());
			assertArrayEquals(expected.gradient(), found.gradient(), 2e-5 * norm + 1e-5 / x.length, kernel.toString());
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, 1, 3, 0", "1, 5, 1, 2, 0", "9, 4, 1, 3, 0", "40, 40, 30, 3, 0.8", "33, 50, 30, 5, 0.5",
			"17, 23, 65, 2, 0.9", "64, 64, 100, 3, 0.95", "64, 70, 100, 3, 0", "24, 31, 200, 3, 0.9", "12, 10, 130, 9, 0.5", "10, 9, 300, 3, 0.9",
			"30, 20, 40, 1, 0" })
	void agreesWithTheReference(int n, int m, int steps, int symbols, double keep) {
		int[][] x = draw(1, n, steps, symbols, keep);
		int[][] y = draw(2, m, steps, symbols, keep);
		assertLikeReference(x, y, symbols, SinkhornParameters.paper(0.2));
		assertLikeReference(x, y, symbols, new SinkhornParameters(0.2, 0.9));
	}

	@ParameterizedTest
	@CsvSource({ "0.02", "0.05", "0.1", "0.5", "1", "5", "50" })
	void agreesWithTheReferenceAtEveryTemperature(double blur) {
		assertLikeReference(draw(3, 40, 60, 3, 0.9), draw(4, 37, 60, 3, 0.7), 3, SinkhornParameters.paper(blur));
	}

	@Test
	void agreesWhereAllPairsMatter() {
		// So many entries of the plan count that sequences are taken as words.
		assertLikeReference(draw(5, 20, 8, 2, 0.5), draw(6, 700, 8, 2, 0.3), 2, SinkhornParameters.paper(2));
	}

	@Test
	void agreesInTheWorstCases() {
		int[][] zeros = new int[20][100];
		int[][] ones = new int[30][100];
		for (int[] sequence : ones) {
			Arrays.fill(sequence, 1);
		}
		// Everything far apart, everything equal, and a single sequence far from all others, whose potential runs away.
		assertLikeReference(zeros, ones, 3, SinkhornParameters.paper(0.2));
		assertLikeReference(zeros, zeros, 3, SinkhornParameters.paper(0.2));
		int[][] outlier = draw(7, 20, 100, 3, 0.99);
		outlier[3] = ones[0];
		int[][] mixed = new int[20][100];
		mixed[5] = ones[0];
		assertLikeReference(outlier, mixed, 3, SinkhornParameters.paper(0.2));
		assertLikeReference(mixed, ones, 3, SinkhornParameters.paper(0.2));
		assertLikeReference(mixed, outlier, 3, SinkhornParameters.paper(0.05));
		// The potentials jump from a high temperature to a low one, beyond what single precision holds.
		SinkhornParameters sudden = new SinkhornParameters(0.05, 0.001);
		assertLikeReference(mixed, outlier, 3, sudden);
		for (PlanKernel kernel : kernels(sudden)) {
			SequenceTransport transport = new SequenceTransport(SymbolSequences.of(mixed, 3), SymbolSequences.of(outlier, 3),
					kernel);
			transport.evaluate(sudden);
			assertTrue(transport.repeated() > 0);
		}
	}

	@Test
	void usesVectorsWhereThereAreSome() {
		boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
		assertEquals(present ? "VectorPlanKernel" : "TablePlanKernel", PlanKernel.best(0.04).getClass().getSimpleName());
		assertEquals("TablePlanKernel", PlanKernel.best(100).getClass().getSimpleName());
	}

	@Test
	void isSymmetricAndZeroOnEqualSetsInAnyOrder() {
		int[][] a = draw(8, 50, 100, 3, 0.9);
		int[][] b = draw(9, 61, 100, 3, 0.8);
		int[][] reversed = a.clone();
		java.util.Collections.reverse(Arrays.asList(reversed));
		SinkhornParameters parameters = SinkhornParameters.converged(0.2);
		for (PlanKernel kernel : kernels(parameters)) {
			double forward = value(a, b, parameters, kernel);
			assertTrue(forward > 0);
			assertEquals(forward, value(b, a, parameters, kernel), 1e-6 * forward);
			assertEquals(forward, value(reversed, b, parameters, kernel), 1e-6 * forward);
			assertEquals(0, value(a, reversed, parameters, kernel), 1e-5);
		}
	}

	@Test
	void givesTheSameBitsAgain() {
		int[][] a = draw(8, 50, 100, 3, 0.9);
		int[][] b = draw(9, 61, 100, 3, 0.8);
		SinkhornParameters parameters = SinkhornParameters.paper(0.2);
		for (PlanKernel kernel : kernels(parameters)) {
			double first = value(a, b, parameters, kernel);
			// Long enough that the first call was interpreted and the last one is compiled.
			for (int repetition = 0; repetition < 200; repetition++) {
				assertEquals(first, value(a, b, parameters, kernel), 0);
			}
		}
	}

	@Test
	void distancesCountDifferentSteps() {
		for (int steps : new int[] { 1, 63, 64, 65, 100, 128, 129, 255, 256 }) {
			for (int symbols : new int[] { 2, 3, 4, 5, 200 }) {
				int[][] x = draw(steps, 9, steps, symbols, 0.3);
				int[][] y = draw(symbols, 11, steps, symbols, 0.3);
				HammingCosts costs = HammingCosts.between(SymbolSequences.of(x, symbols), SymbolSequences.of(y, symbols));
				HammingCosts within = HammingCosts.within(SymbolSequences.of(x, symbols));
				for (int i = 0; i < x.length; i++) {
					for (int j = 0; j < y.length; j++) {
						assertEquals(distance(x[i], y[j]), costs.get(i, j));
					}
					for (int j = 0; j < x.length; j++) {
						assertEquals(distance(x[i], x[j]), within.get(i, j));
					}
				}
			}
		}
	}

	private static double value(int[][] x, int[][] y, SinkhornParameters parameters, PlanKernel kernel) {
		return new SequenceTransport(SymbolSequences.of(x, 3), SymbolSequences.of(y, 3), kernel).evaluate(parameters).value();
	}

	private static int distance(int[] x, int[] y) {
		int distance = 0;
		for (int t = 0; t < x.length; t++) {
			distance += x[t] == y[t] ? 0 : 1;
		}
		return distance;
	}
}
