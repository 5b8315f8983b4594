package org.nullcline.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;

class EuclideanMatchingTest {

	private static final int[][] X = { { 0, 0, 0 }, { 0, 0, 2 }, { 2, 2, 2 }, { 1, 2, 2 } };
	private static final int[][] Y = { { 0, 0, 0 }, { 0, 2, 2 }, { 2, 2, 2 }, { 2, 2, 0 } };

	/** Values of the authors' algorithm, run in NumPy. */
	@Test
	void fourSequences() {
		EuclideanMatching plain = EuclideanMatching.of(distances(X, Y), MatchingParameters.paper());
		EuclideanMatching fast = fast(X, Y, 3, MatchingParameters.paper());
		for (EuclideanMatching matching : new EuclideanMatching[] { plain, fast }) {
			assertEquals(0.930687644007, matching.cost(), 1e-11);
			assertArrayEquals(new int[] { 0, 1, 2, 3 }, matching.matched());
			assertEquals(0.853553390593, matching.meanDistance(), 1e-11);
			assertEquals(5, matching.iterations());
			assertTrue(matching.converged());
		}
	}

	@Test
	void theFastOneIsThePlainOne() {
		Random random = new Random(3);
		for (int steps : new int[] { 5, 70, 300 }) {
			int[][] x = sequences(random, 23, steps);
			int[][] y = sequences(random, 18, steps);
			MatchingParameters parameters = new MatchingParameters(0.1, 40, 1e-9);
			EuclideanMatching plain = EuclideanMatching.of(distances(x, y), parameters);
			EuclideanMatching fast = fast(x, y, 3, parameters);
			assertEquals(plain.cost(), fast.cost(), 1e-9);
			assertArrayEquals(plain.distances(), fast.distances(), 1e-9);
			assertEquals(plain.iterations(), fast.iterations());
		}
	}

	/** Distances so long that every exponential underflows. */
	@Test
	void farSequences() {
		int[][] x = { new int[40_000], new int[40_000] };
		int[][] y = { new int[40_000] };
		java.util.Arrays.fill(x[0], 1);
		java.util.Arrays.fill(x[1], 2);
		x[1][0] = 0;
		MatchingParameters parameters = new MatchingParameters(0.01, 20, 1e-6);
		EuclideanMatching fast = fast(x, y, 3, parameters);
		assertEquals(EuclideanMatching.of(distances(x, y), parameters).cost(), fast.cost(), 1e-6);
		assertEquals(Math.sqrt(2 * 40_000) / 2 + Math.sqrt(2 * 39_999) / 2, fast.cost(), 1e-4);
	}

	@Test
	void aSetMatchesItself() {
		EuclideanMatching same = fast(X, new int[][] { X[2], X[0], X[3], X[1] }, 3, MatchingParameters.paper());
		assertArrayEquals(new int[] { 2, 0, 3, 1 }, same.matched());
		assertEquals(0, same.meanDistance());
	}

	@Test
	void refusesWhatDoesNotFit() {
		assertThrows(IllegalArgumentException.class, () -> fast(X, new int[][] { { 0, 0 } }, 3, MatchingParameters.paper()));
		assertThrows(IllegalArgumentException.class, () -> new MatchingParameters(0, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> new MatchingParameters(1, 0, 1));
		assertThrows(IllegalArgumentException.class, () -> new MatchingParameters(1, 1, Double.NaN));
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> EuclideanMatching.of(SymbolSequences.of(X, 3),
				SymbolSequences.of(Y, 3), MatchingParameters.paper(), cancelled));
	}

	private static EuclideanMatching fast(int[][] x, int[][] y, int symbols, MatchingParameters parameters) {
		return EuclideanMatching.of(SymbolSequences.of(x, symbols), SymbolSequences.of(y, symbols), parameters,
				new NullProgressMonitor());
	}

	private static double[][] distances(int[][] x, int[][] y) {
		double[][] distances = new double[x.length][y.length];
		for (int i = 0; i < x.length; i++) {
			for (int j = 0; j < y.length; j++) {
				int different = 0;
				for (int t = 0; t < x[i].length; t++) {
					different += x[i][t] != y[j][t] ? 1 : 0;
				}
				distances[i][j] = Math.sqrt(2.0 * different);
			}
		}
		return distances;
	}

	private static int[][] sequences(Random random, int count, int steps) {
		int[][] sequences = new int[count][];
		for (int i = 0; i < count; i++) {
			double stay = random.nextDouble();
			sequences[i] = new int[steps];
			for (int t = 0; t < steps; t++) {
				sequences[i][t] = t > 0 && random.nextDouble() < stay ? sequences[i][t - 1] : random.nextInt(3);
			}
		}
		return sequences;
	}
}
