package org.nullcline.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;

/** Expected numbers come from GeomLoss 0.3.1 in double precision, printed with twelve digits. */
class SinkhornDivergenceTest {

	private static final double PRINTED = 1e-9;

	private static double[][] column(double... values) {
		return Arrays.stream(values).mapToObj(v -> new double[] { v }).toArray(double[][]::new);
	}

	@ParameterizedTest
	@CsvSource({ "0.2, 0.5", "0.2, 0.9", "0.2, 0.99", "3, 0.5" })
	void twoPointsAreTheirCostApart(double blur, double scaling) {
		TransportDivergence found = SinkhornDivergence.evaluate(new double[][] { { 0, 0 } }, new double[][] { { 3, 4 } },
				new SinkhornParameters(blur, scaling));
		assertEquals(12.5, found.value(), PRINTED);
		assertEquals(12.5, found.biased(), PRINTED);
		assertArrayEquals(new double[] { -3, -4 }, found.gradient(), PRINTED);
	}

	@ParameterizedTest
	@CsvSource({ "0.2, 0.5, 0.124999993236, 0.168944286469", "0.2, 0.9, 0.124999999999,", "0.2, 0.99, 0.125,",
			"1, 0.5, 0.124994540887, 0.595669072009", "1, 0.9, 0.124999992525,", "1, 0.99, 0.125," })
	void threePointsMovedByHalf(double blur, double scaling, double value, Double biased) {
		TransportDivergence found = SinkhornDivergence.evaluate(column(0, 1, 2), column(0.5, 1.5, 2.5),
				new SinkhornParameters(blur, scaling));
		assertEquals(value, found.value(), PRINTED);
		if (biased != null) {
			assertEquals(biased, found.biased(), PRINTED);
		}
	}

	@Test
	void gradientsOfThreePointsMovedByHalf() {
		double[][] x = column(0, 1, 2);
		double[][] y = column(0.5, 1.5, 2.5);
		assertArrayEquals(new double[] { -0.16666638174047582, -0.16666601200643855, -0.16666629693566537 },
				SinkhornDivergence.evaluate(x, y, SinkhornParameters.paper(0.2)).gradient(), PRINTED);
		assertArrayEquals(new double[] { -0.1654737533851791, -0.1649006073760677, -0.1654682020532905 },
				SinkhornDivergence.evaluate(x, y, SinkhornParameters.paper(1)).gradient(), PRINTED);
		for (double blur : new double[] { 0.2, 1 }) {
			assertArrayEquals(new double[] { -1 / 6.0, -1 / 6.0, -1 / 6.0 },
					SinkhornDivergence.evaluate(x, y, SinkhornParameters.converged(blur)).gradient(), PRINTED);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.5, 0.006925997588, 0.05708437711746911", "0.9, 0.006649078312,",
			"0.99, 0.006613837369, 0.06319472284141636" })
	void twoPointsAgainstThree(double scaling, double value, Double derivative) {
		TransportDivergence found = SinkhornDivergence.evaluate(column(0, 1), column(0, 0.5, 1),
				new SinkhornParameters(0.5, scaling));
		assertEquals(value, found.value(), PRINTED);
		if (derivative != null) {
			assertArrayEquals(new double[] { -derivative, derivative }, found.gradient(), PRINTED);
		}
		if (scaling == 0.5) {
			assertEquals(0.136666885176, found.biased(), PRINTED);
		}
	}

	@Test
	void temperaturesFallToTheBlur() {
		assertArrayEquals(new double[] { 25, 25, 6.25, 1.5625, 0.390625, 0.09765625, 0.04 },
				SinkhornParameters.paper(0.2).temperatures(5), 1e-12);
		assertEquals(9, SinkhornParameters.paper(0.2).temperatures(Math.sqrt(300)).length);
		assertEquals(8, SinkhornParameters.paper(0.2).temperatures(Math.sqrt(90)).length);
		assertEquals(8, SinkhornParameters.paper(0.2).temperatures(Math.sqrt(120)).length);
		assertArrayEquals(new double[] { 0.25 }, SinkhornParameters.paper(0.5).temperatures(0));
	}

	@Test
	void pointsThatAreAllOneAreNoDistanceApart() {
		double[][] x = { { 1, 2 }, { 1, 2 } };
		TransportDivergence found = SinkhornDivergence.evaluate(x, x, SinkhornParameters.paper(0.2));
		assertEquals(0, found.value(), 1e-15);
		assertArrayEquals(new double[4], found.gradient(), 1e-15);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void isADivergence(long seed) {
		RandomStream random = RandomStreams.of(seed).stream("points");
		double[][] x = points(random, 7);
		double[][] y = points(random, 5);
		SinkhornParameters parameters = SinkhornParameters.converged(0.5);
		double value = SinkhornDivergence.evaluate(x, y, parameters).value();
		assertTrue(value > 0);
		assertEquals(value, SinkhornDivergence.evaluate(y, x, parameters).value(), 1e-12);
		double[][] reversed = y.clone();
		java.util.Collections.reverse(Arrays.asList(reversed));
		assertEquals(value, SinkhornDivergence.evaluate(x, reversed, parameters).value(), 1e-12);
		assertEquals(0, SinkhornDivergence.evaluate(y, reversed, parameters).value(), 1e-12);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void convergedGradientIsThatOfTheValue(long seed) {
		RandomStream random = RandomStreams.of(seed).stream("points");
		double[][] x = points(random, 6);
		double[][] y = points(random, 4);
		// So slow a fall that the potentials are at their fixed point, where the envelope theorem holds.
		SinkhornParameters parameters = new SinkhornParameters(0.7, 0.9999);
		double[] gradient = SinkhornDivergence.evaluate(x, y, parameters).gradient();
		double step = 1e-4;
		for (int i = 0; i < x.length; i++) {
			for (int d = 0; d < 2; d++) {
				double at = x[i][d];
				x[i][d] = at + step;
				double above = SinkhornDivergence.evaluate(x, y, parameters).value();
				x[i][d] = at - step;
				double below = SinkhornDivergence.evaluate(x, y, parameters).value();
				x[i][d] = at;
				assertEquals((above - below) / (2 * step), gradient[i * 2 + d], 1e-4);
			}
		}
	}

	@Test
	void weightsCountLikeRepeatedPoints() {
		double[][] y = column(0.3, 2);
		SinkhornParameters parameters = SinkhornParameters.paper(0.4);
		TransportDivergence repeated = SinkhornDivergence.evaluate(column(0, 1, 1, 1), y, parameters);
		TransportDivergence weighted = SinkhornDivergence.evaluate(column(0, 1, 2), new double[] { 0.25, 0.75, 0 }, y,
				new double[] { 0.5, 0.5 }, parameters);
		assertEquals(repeated.value(), weighted.value(), 1e-12);
		assertEquals(repeated.gradient()[0], weighted.gradient()[0], 1e-12);
		assertEquals(3 * repeated.gradient()[1], weighted.gradient()[1], 1e-12);
		assertEquals(0, weighted.gradient()[2]);
	}

	@Test
	void refusesWhatMakesNoSense() {
		assertThrows(IllegalArgumentException.class, () -> new SinkhornParameters(0, 0.5));
		assertThrows(IllegalArgumentException.class, () -> new SinkhornParameters(0.2, 1));
		SinkhornParameters parameters = SinkhornParameters.paper(0.2);
		double[][] point = { { 0 } };
		assertThrows(IllegalArgumentException.class, () -> SinkhornDivergence.evaluate(new double[0][], point, parameters));
		assertThrows(IllegalArgumentException.class,
				() -> SinkhornDivergence.evaluate(new double[][] { { 0, 1 } }, point, parameters));
		assertThrows(IllegalArgumentException.class,
				() -> SinkhornDivergence.evaluate(new double[][] { { Double.NaN } }, point, parameters));
		assertThrows(IllegalArgumentException.class,
				() -> SinkhornDivergence.evaluate(point, new double[] { 2 }, point, new double[] { 1 }, parameters));
	}

	private static double[][] points(RandomStream random, int size) {
		double[][] points = new double[size][2];
		for (double[] point : points) {
			point[0] = random.nextGaussian();
			point[1] = random.nextGaussian();
		}
		return points;
	}
}
