package org.nullcline.similarity.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.ComponentDistance;
import org.nullcline.core.distance.StateDistance;

/** The built-in distances on states for which they are known. */
class DistanceValuesTest {

	private static final double CLOSED_FORM = 0.374139146036;
	private final double[][] x = Samples.closedForm()[0];
	private final double[][] y = Samples.closedForm()[1];

	@Test
	void closedForm() {
		Directions first = Directions.of(CentredStates.of(x), 3);
		Directions second = Directions.of(CentredStates.of(y), 3);
		assertArrayEquals(new double[] { 1, 0.877582561890, 0 }, CanonicalCorrelation.correlations(first, second), 1e-9);
		assertEquals(CLOSED_FORM, distance(svcca(3, SimilarityForm.ONE_MINUS), x, y), 1e-9);
		assertEquals(CLOSED_FORM, distance(svcca(10, SimilarityForm.ONE_MINUS), x, y), 1e-9, "there are but three");
		assertEquals(Math.acos(1 - CLOSED_FORM), distance(svcca(3, SimilarityForm.ANGULAR), x, y), 1e-9);
		assertEquals(CLOSED_FORM, distance(new CanonicalCorrelation(SimilarityForm.ONE_MINUS), x, y), 1e-9);
	}

	/** All columns have the same length, so X'X = 100 I and every measure follows from the correlations by hand. */
	@Test
	void closedFormsOfTheOthers() {
		double sum = 1 + Math.cos(0.5);
		// The overlap of the shapes is the mean correlation.
		assertEquals(Math.acos(sum / 3), distance(new ProcrustesDistance(true), x, y), 1e-9);
		assertEquals(Math.sqrt(2 - 2 * sum / 3), distance(new ProcrustesDistance(false), x, y), 1e-9);
		// CKA = sum of rho^2 / 3.
		double squares = (1 + Math.cos(0.5) * Math.cos(0.5)) / 3;
		assertEquals(1 - squares, distance(new CentredKernelAlignment(SimilarityForm.ONE_MINUS), x, y), 1e-9);
		assertEquals(Math.acos(squares), distance(new CentredKernelAlignment(SimilarityForm.ANGULAR), x, y), 1e-9);
		// Each canonical vector stands for one unit of the same length: equal weights.
		assertEquals(CLOSED_FORM, distance(new ProjectionWeightedCorrelation(false), x, y), 1e-9);
		assertEquals(CLOSED_FORM, distance(new ProjectionWeightedCorrelation(true), x, y), 1e-9);
	}

	/** Beside the definition, computed by loops: alignment of kernels over samples, correlation of dissimilarities. */
	@Test
	void plainReferences() {
		double[][] a = Samples.states(60, 5, 1);
		double[][] b = Samples.states(60, 7, 2);
		double[] kernelA = flatten(kernel(centred(a)));
		double[] kernelB = flatten(kernel(centred(b)));
		double alignment = product(kernelA, kernelB) / Math.sqrt(product(kernelA, kernelA) * product(kernelB, kernelB));
		assertEquals(1 - alignment, distance(new CentredKernelAlignment(SimilarityForm.ONE_MINUS), a, b), 1e-12);
		double[] first = dissimilarities(a);
		double[] second = dissimilarities(b);
		double meanA = Arrays.stream(first).average().orElseThrow();
		double meanB = Arrays.stream(second).average().orElseThrow();
		double[] da = Arrays.stream(first).map(v -> v - meanA).toArray();
		double[] db = Arrays.stream(second).map(v -> v - meanB).toArray();
		double correlation = product(da, db) / Math.sqrt(product(da, da) * product(db, db));
		assertEquals(1 - correlation, distance(new RepresentationalSimilarity(SimilarityForm.ONE_MINUS, 100), a, b), 1e-12);
	}

	/** Weights by hand: the first unit is twice as large as the second one. */
	@Test
	void projectionWeights() {
		double[][] scaled = Arrays.stream(x).map(row -> new double[] { 2 * row[0], row[1], row[2] }).toArray(double[][]::new);
		// The canonical vectors are cos t (rho cos .5), sin t (1) and cos 2t (0), with weights 2 : 1 : 1.
		double expected = 1 - (2 * Math.cos(0.5) + 1) / 4;
		assertEquals(expected, distance(new ProjectionWeightedCorrelation(false), scaled, y), 1e-9);
		assertEquals(CLOSED_FORM, distance(new ProjectionWeightedCorrelation(false), y, scaled), 1e-9);
		assertEquals((expected + CLOSED_FORM) / 2, distance(new ProjectionWeightedCorrelation(true), scaled, y), 1e-9);
	}

	@Test
	void independentGaussians() {
		// As published for google/svcca, tutorial 001: 100 against 50 dimensions, 2,000 samples: .2086 +- .0021; 20 against
		// 20, 10,000 samples: .0378 +- .0013.
		CanonicalCorrelation cca = new CanonicalCorrelation(SimilarityForm.ONE_MINUS);
		assertEquals(0.2086, 1 - distance(cca, Samples.gaussian(2000, 100, 1), Samples.gaussian(2000, 50, 2)), 4 * 0.0021);
		assertEquals(0.0378, 1 - distance(cca, Samples.gaussian(10000, 20, 3), Samples.gaussian(10000, 20, 4)), 4 * 0.0013);
	}

	/** As published: 500 against 500 dimensions, 10,000 samples: mean .1906, mean of the largest 20 .4115. */
	@Test
	void independentGaussiansOfManyDimensions() {
		double[] correlations = CanonicalCorrelation.correlations(
				Directions.of(CentredStates.of(Samples.gaussian(10000, 500, 5)), 500),
				Directions.of(CentredStates.of(Samples.gaussian(10000, 500, 6)), 500));
		assertEquals(0.1914, Arrays.stream(correlations).average().orElseThrow(), 0.002);
		assertEquals(0.4118, Arrays.stream(correlations).limit(20).average().orElseThrow(), 0.004);
	}

	@Test
	void invertibleMaps() {
		double[][] a = Samples.states(300, 8, 1);
		double[][] mapped = Samples.map(Samples.multiply(a, Samples.gaussian(8, 8, 2)), v -> v + 0.7);
		assertEquals(0, distance(new CanonicalCorrelation(SimilarityForm.ONE_MINUS), a, mapped), 1e-10);
		assertTrue(distance(new ProcrustesDistance(true), a, mapped) > 0.1, "a linear map changes the shape");
		assertTrue(distance(new CentredKernelAlignment(SimilarityForm.ONE_MINUS), a, mapped) > 0.01);
	}

	/** For orthonormal states the angle of the shapes is arccos of the mean cosine of the principal angles. */
	@Test
	void orthonormalStates() {
		double[][] a = orthonormal(Samples.gaussian(100, 4, 1));
		double[][] b = orthonormal(Samples.gaussian(100, 4, 2));
		assertEquals(distance(svcca(4, SimilarityForm.ANGULAR), a, b), distance(new ProcrustesDistance(true), a, b), 1e-9);
	}

	@Test
	void manyPairsAtOnce() {
		ComponentDistance<Directions> svcca = svcca(3, SimilarityForm.ONE_MINUS);
		List<Directions> networks = List.of(1, 2, 3, 4, 5).stream()
				.map(seed -> svcca.prepare(CentredStates.of(Samples.states(80, 4 + seed, seed)))).toList();
		for (StateDistance<Directions> distance : List.of(svcca, svcca.withComponents(2))) {
			double[][] block = distance.distances(networks.subList(0, 2), networks.subList(1, 5));
			for (int i = 0; i < 2; i++) {
				for (int j = 0; j < 4; j++) {
					assertEquals(distance.distance(networks.get(i), networks.get(1 + j)), block[i][j], 1e-12);
				}
			}
		}
	}

	@Test
	void fewerComponentsAreThoseOfAPreparationWithFewer() {
		double[][] a = Samples.states(80, 6, 1);
		double[][] b = Samples.states(80, 6, 2);
		ComponentDistance<Directions> svcca = svcca(5, SimilarityForm.ONE_MINUS);
		double fewer = svcca.withComponents(2).distance(svcca.prepare(CentredStates.of(a)), svcca.prepare(CentredStates.of(b)));
		assertEquals(distance(svcca(2, SimilarityForm.ONE_MINUS), a, b), fewer, 1e-12);
		assertThrows(IllegalArgumentException.class, () -> svcca.withComponents(6));
	}

	@Test
	void silentUnitsDoNotCount() {
		double[][] states = Samples.gaussian(100, 5, 1);
		for (double[] row : states) {
			row[1] = 0;
			row[3] = 0.25;
			row[4] = 2 * row[0] - row[2];
		}
		CentredStates centred = CentredStates.of(states);
		assertEquals(2, centred.rank());
		double[][] two = Arrays.stream(states).map(row -> new double[] { row[0], row[2] }).toArray(double[][]::new);
		assertEquals(0, distance(new CanonicalCorrelation(SimilarityForm.ONE_MINUS), states, two), 1e-12);
	}

	@Test
	void fewerSamplesThanUnits() {
		double[][] a = Samples.states(20, 30, 1);
		double[][] rotated = Samples.multiply(a, Samples.orthogonal(30, 3));
		assertEquals(0, distance(new ProcrustesDistance(false), a, rotated), 1e-6);
		assertEquals(19, CentredStates.of(a).rank());
		String few = assertThrows(IllegalArgumentException.class,
				() -> distance(new CanonicalCorrelation(SimilarityForm.ONE_MINUS), a, rotated)).getMessage();
		assertTrue(few.contains("20 samples are too few to correlate 19") && few.contains("95"), few);
	}

	@Test
	void whatCannotBeComparedIsExplained() {
		double[][] constant = new double[50][4];
		Arrays.stream(constant).forEach(row -> Arrays.fill(row, 0.1));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> CentredStates.of(constant)).getMessage().contains("the same in every"));
		double[][] broken = Samples.gaussian(50, 4, 1);
		broken[7][2] = Double.NaN;
		assertTrue(assertThrows(IllegalArgumentException.class, () -> CentredStates.of(broken)).getMessage().contains("value 2 of sample 7"));
		String uneven = assertThrows(IllegalArgumentException.class, () -> distance(svcca(2, SimilarityForm.ONE_MINUS),
				Samples.gaussian(50, 4, 1), Samples.gaussian(51, 4, 1))).getMessage();
		assertTrue(uneven.contains("50 samples") && uneven.contains("51"), uneven);
	}

	private static ComponentDistance<Directions> svcca(int components, SimilarityForm form) {
		return new SingularVectorCanonicalCorrelation(components, form);
	}

	private static <P> double distance(StateDistance<P> distance, double[][] a, double[][] b) {
		return distance.distance(distance.prepare(CentredStates.of(a)), distance.prepare(CentredStates.of(b)));
	}

	private static double[][] centred(double[][] states) {
		int columns = states[0].length;
		double[] mean = new double[columns];
		for (double[] row : states) {
			for (int j = 0; j < columns; j++) {
				mean[j] += row[j] / states.length;
			}
		}
		double[][] result = Arrays.stream(states).map(double[]::clone).toArray(double[][]::new);
		for (double[] row : result) {
			for (int j = 0; j < columns; j++) {
				row[j] -= mean[j];
			}
		}
		return result;
	}

	private static double[][] orthonormal(double[][] states) {
		double[][] columns = transposed(centred(states));
		for (int i = 0; i < columns.length; i++) {
			for (int j = 0; j < i; j++) {
				double product = product(columns[i], columns[j]);
				for (int k = 0; k < columns[i].length; k++) {
					columns[i][k] -= product * columns[j][k];
				}
			}
			double norm = Math.sqrt(product(columns[i], columns[i]));
			columns[i] = Arrays.stream(columns[i]).map(v -> v / norm).toArray();
		}
		return transposed(columns);
	}

	private static double[][] transposed(double[][] matrix) {
		double[][] result = new double[matrix[0].length][matrix.length];
		for (int i = 0; i < matrix.length; i++) {
			for (int j = 0; j < matrix[0].length; j++) {
				result[j][i] = matrix[i][j];
			}
		}
		return result;
	}

	private static double[][] kernel(double[][] states) {
		return Samples.multiply(states, transposed(states));
	}

	private static double[] flatten(double[][] matrix) {
		return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
	}

	private static double product(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}

	private static double[] dissimilarities(double[][] states) {
		double[] result = new double[states.length * (states.length - 1) / 2];
		int next = 0;
		for (int i = 0; i < states.length; i++) {
			for (int j = 0; j < i; j++) {
				double square = 0;
				for (int k = 0; k < states[0].length; k++) {
					square += (states[i][k] - states[j][k]) * (states[i][k] - states[j][k]);
				}
				result[next++] = Math.sqrt(square);
			}
		}
		return result;
	}
}
