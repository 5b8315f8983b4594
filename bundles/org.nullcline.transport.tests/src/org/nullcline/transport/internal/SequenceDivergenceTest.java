package org.nullcline.transport.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.transport.SinkhornParameters;
import org.nullcline.transport.SymbolSequences;

class SequenceDivergenceTest {

	// A rectified-linear network of three units, two inputs, three symbols; two trials of four steps. PyTorch with
	// GeomLoss 0.3.1 in double precision gave the expected numbers.
	private static final double[][] RECURRENT = { { 0.5, -0.3, 0.2 }, { 0.1, 0.4, -0.6 }, { -0.2, 0.7, 0.3 } };
	private static final double[][] INPUT = { { 0.3, -0.1 }, { -0.4, 0.2 }, { 0.6, 0.5 } };
	private static final double[][] READOUT = { { 1, -0.5, 0.2 }, { -0.3, 0.8, 0.1 }, { 0.4, 0, -0.7 } };
	private static final double[][][] X = { { { 1, -1 }, { 0.5, 2 }, { -1.5, 0.3 }, { 0.2, -0.4 } },
			{ { -0.3, 0.8 }, { 1.2, -0.6 }, { 0, 1 }, { -2, 0.5 } } };
	private static final double[] GUMBEL = { 0.1, 0.2, -0.3, 0, -0.5, 0.4, 0.3, 0.1, -0.2, -0.1, 0.6, 0.2, -0.2, 0.1, 0.5, 0.7,
			-0.3, 0, 0.1, 0.2, 0.3, -0.4, 0.2, 0.1 };
	private static final int[][] TARGETS = { { 0, 1, 1, 2 }, { 2, 0, 0, 1 } };

	private static final int[][] EMITTED = { { 0, 0, 0, 1 }, { 1, 0, 0, 1 } };
	private static final double[][] BY_RECURRENT = { { 0.0920084332, 0.0000002982, 0.0230028475 },
			{ -0.0909351825, 0, -0.0227334586 }, { 0.0162374298, 0.0000000726, 0.0040592636 } };
	private static final double[][] BY_INPUT = { { 0.1704702832, 0.4332810973 }, { -0.1611717599, -0.3280057864 },
			{ 0.1673815404, 0.0132718901 } };
	private static final double[][] BY_READOUT = { { 0.0310123151, 0.0344482679, 0.2392258376 },
			{ -0.0087815291, 0.0257978452, -0.1621580805 }, { -0.0222307860, -0.0602461131, -0.0770677572 } };

	@Test
	void aSmallNetworkHasTheDerivativesOfAutomaticDifferentiation() {
		double[][][] h = new double[2][4][3];
		double[] logits = new double[24];
		for (int i = 0; i < 2; i++) {
			for (int t = 0; t < 4; t++) {
				for (int k = 0; k < 3; k++) {
					double drive = dot(INPUT[k], X[i][t]) + (t == 0 ? 0 : dot(RECURRENT[k], h[i][t - 1]));
					h[i][t][k] = Math.max(0, drive);
				}
				for (int k = 0; k < 3; k++) {
					logits[(i * 4 + t) * 3 + k] = dot(READOUT[k], h[i][t]);
				}
			}
		}
		double[] noisy = logits.clone();
		for (int at = 0; at < noisy.length; at++) {
			noisy[at] += GUMBEL[at];
		}
		assertSymbols(EMITTED, SequenceDivergence.emitted(noisy, 2, 4, new int[] { 0, 1, 2, 3 }, 3));
		INDArray gradient = NativeArrays.zeros(2, 4, 3);
		PrimitiveIterator.OfDouble noise = Arrays.stream(GUMBEL).iterator();
		double value = new SequenceDivergence(SinkhornParameters.paper(0.2), 1).evaluate(NativeArrays.of(logits, 2, 4, 3),
				trials(TARGETS), noise::nextDouble, gradient);
		assertEquals(1.9999998501173564, value, 1e-12);
		double[] byLogits = NativeArrays.values(gradient);
		double[][] byRecurrent = new double[3][3];
		double[][] byInput = new double[3][2];
		double[][] byReadout = new double[3][3];
		for (int i = 0; i < 2; i++) {
			double[] later = new double[3];
			for (int t = 3; t >= 0; t--) {
				double[] drive = new double[3];
				for (int k = 0; k < 3; k++) {
					double sum = later[k];
					for (int o = 0; o < 3; o++) {
						double y = byLogits[(i * 4 + t) * 3 + o];
						sum += y * READOUT[o][k];
						byReadout[o][k] += y * h[i][t][k];
					}
					drive[k] = h[i][t][k] > 0 ? sum : 0;
				}
				later = new double[3];
				for (int k = 0; k < 3; k++) {
					for (int d = 0; d < 2; d++) {
						byInput[k][d] += drive[k] * X[i][t][d];
					}
					for (int from = 0; from < 3; from++) {
						byRecurrent[k][from] += t == 0 ? 0 : drive[k] * h[i][t - 1][from];
						later[from] += drive[k] * RECURRENT[k][from];
					}
				}
			}
		}
		assertNear(BY_RECURRENT, byRecurrent);
		assertNear(BY_INPUT, byInput);
		assertNear(BY_READOUT, byReadout);
	}

	@Test
	void drawsSymbolsAsOftenAsTheSoftmaxSays() {
		int n = 600;
		double[] logits = new double[n * 3];
		for (int i = 0; i < n; i++) {
			logits[i * 3] = Math.log(0.6);
			logits[i * 3 + 1] = Math.log(0.3);
			logits[i * 3 + 2] = Math.log(0.1);
		}
		int[][] always = new int[n][1];
		// All targets are symbol 0, so that the divergence tells how often another one is drawn.
		double found = new SequenceDivergence(SinkhornParameters.paper(0.1), 1).evaluate(
				NativeArrays.of(logits, n, 1, 3), trials(always), RandomStreams.of(1).stream("symbols"),
				NativeArrays.zeros(n, 1, 3));
		assertEquals(0.4, found, 4 * Math.sqrt(0.24 / n) + 0.01);
	}

	@Test
	void theSameStreamGivesTheSameBits() {
		INDArray outputs = NativeArrays.of(new double[] { 0.1, 0.2, -0.3, 0, -0.5, 0.4 }, 2, 1, 3);
		TrialBatch trials = trials(new int[][] { { 0 }, { 2 } });
		SequenceDivergence objective = new SequenceDivergence(SinkhornParameters.paper(0.2), 0.7);
		INDArray first = NativeArrays.zeros(2, 1, 3);
		INDArray second = NativeArrays.zeros(2, 1, 3);
		double value = objective.evaluate(outputs, trials, RandomStreams.of(5).stream("symbols"), first);
		assertEquals(value, objective.evaluate(outputs, trials, RandomStreams.of(5).stream("symbols"), second), 0);
		assertTrue(Arrays.equals(NativeArrays.values(first), NativeArrays.values(second)));
	}

	@Test
	void stepsThatTheMaskLeavesOutDoNotCount() {
		double[] logits = { 5, 0, 0, 9, 0, 5, 0, 0, 0 };
		TrialBatch plain = trials(new int[][] { { 0, 1 } });
		TrialBatch longer = trials(new int[][] { { 0, 1, 2 } });
		INDArray mask = NativeArrays.of(new double[] { 1, 1, 0 }, 1, 3);
		SequenceDivergence objective = new SequenceDivergence(SinkhornParameters.paper(0.2), 1);
		INDArray gradient = NativeArrays.zeros(1, 3, 3);
		double value = objective.evaluate(NativeArrays.of(logits, 1, 3, 3),
				new TrialBatch(longer.inputs(), longer.targets(), Optional.of(mask), List.of()), () -> 0, gradient);
		INDArray expected = NativeArrays.zeros(1, 2, 3);
		assertEquals(objective.evaluate(NativeArrays.of(Arrays.copyOf(logits, 6), 1, 2, 3), plain, () -> 0, expected), value);
		assertTrue(Arrays.equals(Arrays.copyOf(NativeArrays.values(expected), 9), NativeArrays.values(gradient)));
		INDArray half = NativeArrays.of(new double[] { 1, 0.5, 0 }, 1, 3);
		String message = assertThrows(IllegalArgumentException.class,
				() -> objective.evaluate(NativeArrays.of(logits, 1, 3, 3),
						new TrialBatch(longer.inputs(), longer.targets(), Optional.of(half), List.of()), () -> 0, gradient))
				.getMessage();
		assertTrue(message.contains("mask"), message);
	}

	@Test
	void refusesTargetsThatAreNotSymbols() {
		SequenceDivergence objective = new SequenceDivergence(SinkhornParameters.paper(0.2), 1);
		INDArray outputs = NativeArrays.zeros(1, 1, 3);
		for (double[] target : new double[][] { { 0, 0, 0 }, { 1, 1, 0 }, { 0.5, 0.5, 0 }, { 2, 0, 0 } }) {
			TrialBatch trials = new TrialBatch(NativeArrays.zeros(1, 1, 1), NativeArrays.of(target, 1, 1, 3));
			String message = assertThrows(IllegalArgumentException.class,
					() -> objective.evaluate(outputs, trials, () -> 0, NativeArrays.zeros(1, 1, 3))).getMessage();
			assertTrue(message.contains("one-hot"), message);
		}
		TrialBatch two = new TrialBatch(NativeArrays.zeros(1, 1, 1), NativeArrays.of(new double[] { 0, 1 }, 1, 1, 2));
		assertThrows(IllegalArgumentException.class,
				() -> objective.evaluate(outputs, two, () -> 0, NativeArrays.zeros(1, 1, 3)));
	}

	@Test
	void outputsThatAreNotFiniteGiveNoNumber() {
		SequenceDivergence objective = new SequenceDivergence(SinkhornParameters.paper(0.2), 1);
		for (double bad : new double[] { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY }) {
			INDArray gradient = NativeArrays.zeros(1, 2, 3);
			assertEquals(Double.NaN, objective.evaluate(NativeArrays.of(new double[] { 1, 2, 0, bad, 0, 0 }, 1, 2, 3),
					trials(new int[][] { { 0, 1 } }), () -> 0, gradient));
			assertArrayEquals(new double[6], NativeArrays.values(gradient));
		}
	}

	/** Sets of 256 sequences in double precision, sets of 257 in single precision. */
	@Test
	void smallSetsAreComparedInDoublePrecision() {
		for (int n : new int[] { 256, 257 }) {
			double[] logits = new double[n * 4 * 3];
			int[][] targets = new int[n][4];
			int[][] emitted = new int[n][4];
			for (int i = 0; i < n; i++) {
				for (int t = 0; t < 4; t++) {
					targets[i][t] = (i >> t) % 3;
					emitted[i][t] = (i + t * t) % 3;
					logits[(i * 4 + t) * 3 + emitted[i][t]] = 1;
				}
			}
			SinkhornParameters parameters = SinkhornParameters.paper(0.5);
			SymbolSequences x = SymbolSequences.of(emitted, 3);
			SymbolSequences y = SymbolSequences.of(targets, 3);
			double expected = (n == 256 ? ExactSequenceTransport.evaluate(x, y, parameters)
					: SequenceTransport.evaluate(x, y, parameters)).value();
			assertEquals(expected, new SequenceDivergence(parameters, 1).evaluate(NativeArrays.of(logits, n, 4, 3),
					trials(targets), () -> 0, NativeArrays.zeros(n, 4, 3)), 0);
		}
	}

	private static TrialBatch trials(int[][] symbols) {
		int steps = symbols[0].length;
		double[] targets = new double[symbols.length * steps * 3];
		for (int i = 0; i < symbols.length; i++) {
			for (int t = 0; t < steps; t++) {
				targets[(i * steps + t) * 3 + symbols[i][t]] = 1;
			}
		}
		return new TrialBatch(NativeArrays.zeros(symbols.length, steps, 1),
				NativeArrays.of(targets, symbols.length, steps, 3));
	}

	private static void assertSymbols(int[][] expected, SymbolSequences found) {
		for (int i = 0; i < expected.length; i++) {
			for (int t = 0; t < expected[i].length; t++) {
				assertEquals(expected[i][t], found.symbol(i, t), i + ", " + t);
			}
		}
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}

	private static void assertNear(double[][] expected, double[][] found) {
		for (int i = 0; i < expected.length; i++) {
			for (int j = 0; j < expected[i].length; j++) {
				// Ten printed decimals.
				assertEquals(expected[i][j], found[i][j], 1e-9, i + ", " + j);
			}
		}
	}
}
