package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.RateCell.Activation;
import org.nullcline.linearalgebra.Complex;

class FixedPointFinderTest {

	/** The positive solution of h = tanh(2 h), and the slope 2 (1 - h^2) there. */
	private static final double MEMORY = 0.957504024077;
	private static final double MEMORY_SLOPE = 0.166372087752;

	@Test
	void oneUnit() {
		double[][] cases = { { 1.5, 0.858559636640, 0.394313025499 }, { 2, MEMORY, MEMORY_SLOPE },
				{ 3, 0.994901528453, 0.030512846048 } };
		for (double[] expected : cases) {
			FixedPointSet found = find(new double[][] { { expected[0] } }, 50, 1);
			assertEquals(3, found.points().size(), "w = " + expected[0] + ": " + found);
			assertArrayEquals(new int[] { 2, 1 }, found.countsByIndex());
			assertState(found.points().get(0), -expected[1]);
			assertState(found.points().get(1), expected[1]);
			assertState(found.points().get(2), 0);
			assertEigenvalues(found.points().get(0), 1e-9, expected[2]);
			assertEigenvalues(found.points().get(2), 1e-9, expected[0]);
			assertTrue(found.points().stream().allMatch(point -> point.exact() && point.q() <= 1e-20));
		}
		FixedPointSet only = find(new double[][] { { 0.9 } }, 50, 1);
		assertEquals(1, only.points().size());
		assertState(only.points().get(0), 0);
		assertEquals(-1 / Math.log(0.9), only.points().get(0).timeConstants()[0], 1e-9);
	}

	/** h' = h + 0.1 where all units are active: no direction is any better than another, and nothing rests. */
	@Test
	void aPerfectIntegratorUnderInputHasNone() {
		RateCell cell = new RateCell(1, 2, RateCell.Activation.RELU);
		Weights weights = cell.weights(new double[][] { { 1, 0 }, { 0, 1 } }, new double[2][1], new double[] { 0.1, 0.1 });
		double[][] seeds = Arrays.stream(gaussianSeeds(20, 2, 1, 1))
				.map(seed -> Arrays.stream(seed).map(value -> 1 + Math.abs(value)).toArray()).toArray(double[][]::new);
		assertTrue(find(cell, weights, FixedPointSettings.DEFAULTS, seeds).points().isEmpty());
	}

	@Test
	void networkOfTwoUnits() {
		FixedPointSet found = find(shiftedRamps(2), 60, 1);
		assertEquals(3, found.points().size());
		assertState(found.points().get(0), -MEMORY, MEMORY);
		assertState(found.points().get(1), MEMORY, -MEMORY);
		assertState(found.points().get(2), 0, 0);
		assertEigenvalues(found.points().get(0), 1e-9, 0.1663720878, 0);
		assertEigenvalues(found.points().get(2), 1e-9, 2, 0);
		assertTrue(found.points().get(0).stable());
		assertFalse(found.points().get(2).stable());
	}

	@Test
	void networkOfThreeUnits() {
		FixedPointSet found = find(shiftedRamps(3), 60, 1);
		assertEquals(3, found.points().size());
		assertState(found.points().get(0), -0.949795711387, 0.425502295113, 0.879894003155);
		assertState(found.points().get(1), 0.949795711387, -0.425502295113, -0.879894003155);
		assertState(found.points().get(2), 0, 0, 0);
		assertEigenvalues(found.points().get(0), 1e-8, -1.0064061706, 0.2853464804, 0);
		assertEquals(1, found.points().get(0).index());
		assertEquals(0.5, found.points().get(0).frequencies()[0], 1e-12, "a direction that flips at every step");
		// The two leading eigenvalues have equal modulus, hence no order.
		List<Complex> origin = found.points().get(2).eigenvalues();
		assertEquals(Math.sqrt(3), Math.max(origin.get(0).real(), origin.get(1).real()), 1e-9);
		assertEquals(-Math.sqrt(3), Math.min(origin.get(0).real(), origin.get(1).real()), 1e-9);
		assertEquals(0, origin.get(2).modulus(), 1e-9);
	}

	@Test
	void flipFlopsOfIndependentUnits() {
		int[][] expected = { { 2, 1 }, { 4, 4, 1 }, { 8, 12, 6, 1 }, { 16, 32, 24, 8, 1 } };
		for (int bits = 1; bits <= 4; bits++) {
			for (int copies : new int[] { 1, 4 }) {
				FixedPointSet found = find(flipFlop(bits, copies), 200, 2);
				assertArrayEquals(expected[bits - 1], found.countsByIndex(), bits + " bits, " + copies + " copies");
				assertEquals(Math.pow(3, bits), found.points().size());
				for (FixedPoint point : found.points()) {
					double[] eigenvalues = new double[bits * copies];
					int zeros = 0;
					for (int bit = 0; bit < bits; bit++) {
						double first = point.state()[bit * copies];
						boolean zero = Math.abs(first) < 0.5;
						zeros += zero ? 1 : 0;
						for (int copy = 0; copy < copies; copy++) {
							double value = point.state()[bit * copies + copy];
							assertEquals(zero ? 0 : Math.signum(first) * MEMORY, value, 1e-9);
						}
					}
					Arrays.fill(eigenvalues, 0, zeros, 2);
					Arrays.fill(eigenvalues, zeros, bits, MEMORY_SLOPE);
					assertEquals(zeros, point.index());
					assertEigenvalues(point, 1e-8, eigenvalues);
				}
			}
		}
	}

	@Test
	void centroidsAloneReachTheSaddles() {
		RateCell cell = new RateCell(1, 3, Activation.TANH);
		List<double[]> corners = new ArrayList<>();
		for (int corner = 0; corner < 8; corner++) {
			corners.add(new double[] { (corner & 1) * 2 - 1, (corner & 2) - 1, (corner & 4) / 2 - 1 });
		}
		Weights weights = cell.weights(flipFlop(3, 1));
		FixedPointSettings without = new FixedPointSettings(500, 0.1, 1e-6, 1e-20, 1e-3, 10, 0);
		double[][] seeds = corners.toArray(double[][]::new);
		assertArrayEquals(new int[] { 8, 0, 0, 1 }, find(cell, weights, without, seeds).countsByIndex(),
				"the corners and their middle");
		FixedPointSet found = find(cell, weights, FixedPointSettings.DEFAULTS, seeds);
		assertArrayEquals(new int[] { 8, 12, 6, 1 }, found.countsByIndex());
		assertTrue(found.notes().stream().anyMatch(note -> note.startsWith("19 of 27 fixed points were found only")),
				found.notes().toString());
		FixedPointSettings few = new FixedPointSettings(500, 0.1, 1e-6, 1e-20, 1e-3, 10, 20);
		FixedPointSet capped = find(cell, weights, few, seeds);
		assertTrue(capped.notes().stream().anyMatch(note -> note.startsWith("Centroids of 20 subsets of the 8")
				|| note.contains("out of 155")), capped.notes().toString());
	}

	/** The linear frequency at the origin overstates how fast a limit cycle turns. */
	@Test
	void limitCyclesTurnMoreSlowlyThanTheLinearModeAtTheirMiddle() {
		double[][] cases = { { 1.05, 0.01, 0.009494 }, { 1.05, 0.05, 0.049912 }, { 1.1, 0.01, 0.008046 },
				{ 1.1, 0.03, 0.029373 }, { 1.3, 0.03, 0.025062 }, { 1.3, 0.05, 0.047288 }, { 1.3, 0.01, 0 } };
		for (double[] expected : cases) {
			double c = expected[0] * Math.cos(2 * Math.PI * expected[1]);
			double s = expected[0] * Math.sin(2 * Math.PI * expected[1]);
			double x = 0.5;
			double y = 0.1;
			double turned = 0;
			for (int step = 0; step < 22_000; step++) {
				double nextX = Math.tanh(c * x - s * y);
				double nextY = Math.tanh(s * x + c * y);
				turned += step < 2000 ? 0 : Math.atan2(x * nextY - y * nextX, x * nextX + y * nextY);
				x = nextX;
				y = nextY;
			}
			assertEquals(expected[2], turned / 20_000 / (2 * Math.PI), 2e-5);
			FixedPointSet found = find(new double[][] { { c, -s }, { s, c } }, 60, 1);
			FixedPoint origin = found.exact().stream().filter(point -> Candidate.distance(point.state(), new double[2]) < 1e-9)
					.findFirst().orElseThrow();
			assertEquals(expected[1], origin.frequencies()[0], 1e-12);
			assertTrue(origin.frequencies()[0] > turned / 20_000 / (2 * Math.PI));
			assertEquals(expected[2] == 0, found.exact().size() > 1, "where it does not turn, there are other fixed points");
		}
	}

	@Test
	void oscillator() {
		for (double[] parameters : new double[][] { { 1.05, 0.03 }, { 1.3, 0.05 } }) {
			double radius = parameters[0];
			double angle = 2 * Math.PI * parameters[1];
			double[][] rotation = { { radius * Math.cos(angle), -radius * Math.sin(angle) },
					{ radius * Math.sin(angle), radius * Math.cos(angle) } };
			FixedPointSet found = find(rotation, 60, 1);
			assertEquals(1, found.exact().size());
			FixedPoint origin = found.exact().get(0);
			assertState(origin, 0, 0);
			assertEquals(2, origin.index());
			assertEquals(radius, origin.eigenvalues().get(0).modulus(), 1e-12);
			assertEquals(parameters[1], Math.abs(origin.frequencies()[0]), 1e-12);
			assertEquals(-origin.frequencies()[0], origin.frequencies()[1], 1e-12);
			assertEquals(-1 / Math.log(radius), origin.timeConstants()[0], 1e-9);
		}
	}

	@Test
	void lineAttractor() {
		RateCell cell = new RateCell(1, 2, Activation.RELU);
		Weights weights = cell.weights(new double[][] { { 0.5, -0.5 }, { -0.5, 0.5 } }, new double[][] { { 0.5 }, { -0.5 } },
				new double[] { 1, 1 });
		FixedPointSet found = find(cell, weights, FixedPointSettings.DEFAULTS, gaussianSeeds(200, 2, 0.7, 1));
		List<FixedPoint> inside = found.points().stream().filter(point -> Math.abs(point.state()[0] - 1) < 0.99).toList();
		assertTrue(inside.size() > 50, "the line is sampled, not reduced to a few points: " + inside.size());
		for (FixedPoint point : inside) {
			assertTrue(point.exact());
			assertEquals(2, point.state()[0] + point.state()[1], 1e-9);
			assertEigenvalues(point, 1e-9, 1, 0);
			assertTrue(point.marginal());
		}
		double[] along = inside.stream().mapToDouble(point -> point.state()[0]).sorted().toArray();
		assertTrue(along[0] < 0.2 && along[along.length - 1] > 1.8, "both ends of the line: " + Arrays.toString(along));
		for (int i = 1; i < along.length; i++) {
			assertTrue(along[i] - along[i - 1] < 0.15, "no gap in the line: " + Arrays.toString(along));
		}
		FixedPointSettings few = new FixedPointSettings(1000, 0.1, 1e-6, 1e-20, 1e-3, 10, 100, 12);
		FixedPointSet thinned = find(cell, weights, few, gaussianSeeds(200, 2, 0.7, 1));
		double[] kept = thinned.points().stream().filter(FixedPoint::marginal).mapToDouble(point -> point.state()[0]).sorted()
				.toArray();
		assertEquals(12, kept.length);
		double widest = 0;
		double narrowest = Double.POSITIVE_INFINITY;
		for (int i = 1; i < kept.length; i++) {
			widest = Math.max(widest, kept[i] - kept[i - 1]);
			narrowest = Math.min(narrowest, kept[i] - kept[i - 1]);
		}
		assertTrue(widest < 4 * narrowest, "evenly spread: " + Arrays.toString(kept));
		assertTrue(thinned.notes().stream().anyMatch(note -> note.startsWith("12 of ")), thinned.notes().toString());
		assertTrue(found.notes().stream().anyMatch(note -> note.contains("unit circle")), found.notes().toString());
		List<FixedPoint> points = found.points();
		for (int i = 0; i < points.size(); i++) {
			for (int j = 0; j < i; j++) {
				assertTrue(Candidate.distance(points.get(i).state(), points.get(j).state()) > 1e-3 * Math.sqrt(2));
			}
		}
	}

	@Test
	void slowPointsOfAnImperfectLineAreKept() {
		// Along (1, -1) the map is tanh(1.0005 s) in each of many weakly driven units: slow, but fixed only at s = 0 and
		// near the two ends.
		int units = 16;
		double[][] recurrent = new double[units][units];
		for (int i = 0; i < units; i++) {
			for (int j = 0; j < units; j++) {
				recurrent[i][j] = 1.0005 / units * ((i + j) % 2 == 0 ? 1 : -1);
			}
		}
		RateCell cell = new RateCell(1, units, Activation.TANH);
		double[][] seeds = new double[41][units];
		for (int i = 0; i < seeds.length; i++) {
			for (int j = 0; j < units; j++) {
				seeds[i][j] = (i - 20) * 0.003 * (j % 2 == 0 ? 1 : -1);
			}
		}
		FixedPointSettings brief = new FixedPointSettings(1, 1e-6, 1e-6, 1e-20, 1e-3, 10, 0);
		FixedPointSet found = find(cell, cell.weights(recurrent), brief, seeds);
		assertTrue(found.slow().size() > 5, found.toString());
		assertArrayEquals(new int[] { 2, 1 }, found.countsByIndex());
		for (FixedPoint point : found.slow()) {
			assertTrue(point.q() > 1e-20 && point.q() <= 1e-6);
			assertEquals(1, point.eigenvalues().get(0).modulus(), 0.01);
		}
	}

	@Test
	void stateOfSeveralParts() {
		// h = tanh(w h/(1 - a)) with w/(1 - a) = 2.
		TwoPartCell cell = new TwoPartCell(0.75, 0.5);
		FixedPointSet found = find(cell, Weights.zeros(List.of()), FixedPointSettings.DEFAULTS, gaussianSeeds(60, 2, 1, 3));
		assertEquals(3, found.points().size());
		assertState(found.points().get(0), -MEMORY, -2 * MEMORY);
		assertState(found.points().get(1), MEMORY, 2 * MEMORY);
		assertState(found.points().get(2), 0, 0);
		// J = [[g w, g a], [w, a]] has rank one: eigenvalues g w + a and 0, with g = 1 - h^2.
		assertEigenvalues(found.points().get(2), 1e-8, 1.25, 0);
		assertEigenvalues(found.points().get(0), 1e-8, 0.75 + 0.5 * MEMORY_SLOPE / 2, 0);
	}

	@Test
	void orderOfSeedsDoesNotMatter() {
		RateCell cell = new RateCell(1, 12, Activation.TANH);
		Weights weights = cell.weights(selfExcited(12, 4, 5));
		double[][] seeds = gaussianSeeds(150, 12, 0.7, 4);
		FixedPointSet first = find(cell, weights, FixedPointSettings.DEFAULTS, seeds);
		assertTrue(first.points().size() > 1, first.toString());
		List<double[]> shuffled = new ArrayList<>(Arrays.asList(seeds));
		Collections.shuffle(shuffled, new Random(1));
		FixedPointSet second = find(cell, weights, FixedPointSettings.DEFAULTS, shuffled.toArray(double[][]::new));
		assertEquals(first.points().size(), second.points().size());
		assertEquals(first.notes(), second.notes());
		for (int i = 0; i < first.points().size(); i++) {
			assertArrayEquals(first.points().get(i).state(), second.points().get(i).state());
			assertEquals(first.points().get(i).q(), second.points().get(i).q());
			assertEquals(first.points().get(i).seeds(), second.points().get(i).seeds());
		}
	}

	@Test
	void mergingDoesNotDependOnTheOrder() {
		List<Candidate> chain = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			chain.add(new Candidate(new double[] { 0.01 * i }, i % 3 == 0 ? 1e-25 * i : 1e-9 * (i * 37 % 100), 1));
		}
		List<Candidate> first = DistinctStates.of(chain, 0.025, 1e-20, StateOrder.natural(1).comparator());
		assertTrue(first.size() > 20 && first.size() < 60, "a chain neither collapses nor stays: " + first.size());
		assertEquals(100, first.stream().mapToInt(Candidate::seeds).sum());
		for (int seed = 0; seed < 5; seed++) {
			Collections.shuffle(chain, new Random(seed));
			List<Candidate> other = DistinctStates.of(chain, 0.025, 1e-20, StateOrder.natural(1).comparator());
			assertEquals(first.size(), other.size());
			for (int i = 0; i < first.size(); i++) {
				assertArrayEquals(first.get(i).state(), other.get(i).state());
				assertEquals(first.get(i).seeds(), other.get(i).seeds());
			}
		}
	}

	@Test
	void permutedUnitsChangeNothingButThePermutation() {
		int units = 10;
		double[][] recurrent = selfExcited(units, 5, 8);
		int[] order = { 3, 7, 1, 9, 0, 5, 8, 2, 6, 4 };
		double[][] permuted = new double[units][units];
		for (int i = 0; i < units; i++) {
			for (int j = 0; j < units; j++) {
				permuted[i][j] = recurrent[order[i]][order[j]];
			}
		}
		// Too few subsets for all, so that the draws matter.
		FixedPointSettings drawn = new FixedPointSettings(500, 0.1, 1e-6, 1e-20, 1e-3, 10, 40);
		RateCell cell = new RateCell(1, units, Activation.TANH);
		FixedPointSet plain = findWithOwnSeeds(cell, cell.weights(recurrent), drawn);
		FixedPointSet other = findWithOwnSeeds(cell, cell.weights(permuted), drawn);
		assertTrue(plain.exact().size() > 5, plain.toString());
		assertEquals(plain.notes(), other.notes());
		assertEquals(plain.points().size(), other.points().size());
		for (int k = 0; k < plain.points().size(); k++) {
			FixedPoint point = plain.points().get(k);
			FixedPoint same = other.points().get(k);
			assertArrayEquals(Arrays.stream(order).mapToDouble(i -> point.state()[i]).toArray(), same.state(), 1e-8);
			assertEquals(point.exact(), same.exact());
			assertEquals(point.index(), same.index());
			assertEquals(point.outlier(), same.outlier());
			assertEquals(point.seeds(), same.seeds());
			for (int i = 0; i < units; i++) {
				assertEquals(point.eigenvalues().get(i).modulus(), same.eigenvalues().get(i).modulus(), 1e-6);
			}
		}
	}

	/** Strong random coupling, where ways to fixed points are as sensitive as the dynamics are. */
	@Test
	void permutedUnitsChangeNothingWhereTheDynamicsAreChaotic() {
		int units = 32;
		double[][] recurrent = randomMatrix(units, 4, 8);
		List<Integer> order = new ArrayList<>(java.util.stream.IntStream.range(0, units).boxed().toList());
		Collections.shuffle(order, new Random(3));
		double[][] permuted = new double[units][units];
		for (int i = 0; i < units; i++) {
			for (int j = 0; j < units; j++) {
				permuted[i][j] = recurrent[order.get(i)][order.get(j)];
			}
		}
		RateCell cell = new RateCell(1, units, Activation.TANH);
		FixedPointSet plain = findWithOwnSeeds(cell, cell.weights(recurrent), FixedPointSettings.DEFAULTS);
		FixedPointSet other = findWithOwnSeeds(cell, cell.weights(permuted), FixedPointSettings.DEFAULTS);
		assertTrue(plain.exact().size() > 20, plain.notes().toString());
		assertEquals(plain.points().size(), other.points().size());
		for (int k = 0; k < plain.points().size(); k++) {
			FixedPoint point = plain.points().get(k);
			assertArrayEquals(order.stream().mapToDouble(i -> point.state()[i]).toArray(), other.points().get(k).state(), 1e-8);
			assertEquals(point.seeds(), other.points().get(k).seeds());
		}
	}

	/** Without coupling every state value decays on its own; along the first the dynamics are slow. */
	@Test
	void slowStatesOnTheWayToAFixedPointAreNoPointsOfTheirOwn() {
		FixedPointSet found = find(new double[][] { { 0.98, 0 }, { 0, 0.3 } }, 100, 3);
		assertEquals(1, found.points().size(), found.toString());
		assertEquals(100, found.points().get(0).seeds());
		assertState(found.points().get(0), 0, 0);
		FixedPointSet slower = find(new double[][] { { 0.99999, 0 }, { 0, 0.3 } }, 100, 3);
		assertArrayEquals(new int[] { 1 }, slower.countsByIndex());
		assertTrue(slower.slow().size() > 5, "more than a thousand time steps away from the fixed point: " + slower);
		assertTrue(slower.slow().stream().allMatch(point -> Math.abs(point.state()[1]) < 1e-3), "on the slow manifold");
	}

	/** Seeds drawn as an analysis draws them. */
	private static FixedPointSet findWithOwnSeeds(RateCell cell, Weights weights, FixedPointSettings settings) {
		double[][] seeds = SeedStates.around(new double[cell.units()], 100, 0.7, StateOrder.of(cell, weights, new double[1]),
				RandomStreams.of(4).stream("seeds"));
		return find(cell, weights, settings, seeds);
	}

	/** 3 and 57 points are what a search from 3000 seeds finds. */
	@Test
	void strongRandomNetworksHaveFixedPointsThatAreFound() {
		for (double gain : new double[] { 2, 4 }) {
			int enough = gain == 2 ? 3 : 50;
			RateCell cell = new RateCell(1, 32, Activation.TANH);
			FixedPointSet found = find(cell, cell.weights(randomMatrix(32, gain, 7)), FixedPointSettings.DEFAULTS,
					gaussianSeeds(200, 32, 1, 5));
			assertTrue(found.exact().size() >= enough, "gain " + gain + ": " + found.exact().size() + " " + found.notes());
			for (FixedPoint point : found.exact()) {
				// F is odd, so points other than 0 come in pairs.
				double[] mirrored = Arrays.stream(point.state()).map(value -> -value).toArray();
				double[] next = org.nullcline.linearalgebra.NativeArrays.values(
						cell.step(cell.weights(randomMatrix(32, gain, 7)), org.nullcline.linearalgebra.NativeArrays.zeros(1, 1),
								org.nullcline.linearalgebra.NativeArrays.of(mirrored, 1, 32)));
				assertArrayEquals(mirrored, next, 1e-9);
			}
		}
	}

	@Test
	void farPointsAreOutliersAndExplained() {
		// Stable points at +-0.9575, all seeds but one within 0.02 of zero.
		RateCell cell = new RateCell(1, 1, Activation.TANH);
		FixedPointSettings strict = new FixedPointSettings(500, 0.1, 1e-6, 1e-20, 1e-3, 3, 100);
		FixedPointSet found = find(cell, cell.weights(new double[][] { { 2 } }), strict,
				new double[][] { { 0.02 }, { -0.02 }, { 0.01 }, { 0.9 }, { -0.01 }, { 0.015 }, { 0 }, { 0.005 }, { -0.004 },
						{ 0.002 }, { 0.003 }, { 0.001 }, { -0.001 }, { -0.002 }, { -0.003 }, { 0.004 }, { -0.005 } });
		assertEquals(1, found.exact().size(), found.toString());
		List<FixedPoint> outliers = found.points().stream().filter(FixedPoint::outlier).toList();
		assertEquals(2, outliers.size());
		assertState(outliers.get(0), -MEMORY);
		assertState(outliers.get(1), MEMORY);
		assertTrue(found.notes().stream().anyMatch(note -> note.contains("outliers")), found.notes().toString());
	}

	@Test
	void divergingNetworksAreReported() {
		RateCell cell = new RateCell(1, 1, Activation.RELU);
		double[][] seeds = { { Double.MAX_VALUE }, { 1 } };
		FixedPointSet found = find(cell, cell.weights(new double[][] { { 3 } }), FixedPointSettings.DEFAULTS, seeds);
		assertTrue(found.notes().stream().anyMatch(note -> note.contains("not finite")), found.notes().toString());
		assertEquals(0, found.exact().get(0).state()[0], 1e-9);
	}

	@Test
	void cancellation() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		RateCell cell = new RateCell(1, 2, Activation.TANH);
		FixedPointFinder finder = new FixedPointFinder(cell, cell.weights(shiftedRamps(2)), new double[1],
				FixedPointSettings.DEFAULTS);
		assertThrows(OperationCanceledException.class,
				() -> finder.find(gaussianSeeds(10, 2, 1, 1), RandomStreams.of(1).stream("test"), monitor));
	}

	@Test
	void wrongSizesAreNamed() {
		RateCell cell = new RateCell(2, 3, Activation.TANH);
		Weights weights = cell.weights(new double[3][3]);
		assertTrue(assertThrows(IllegalArgumentException.class,
				() -> new FixedPointFinder(cell, weights, new double[1], FixedPointSettings.DEFAULTS)).getMessage()
				.contains("2 input channels"));
		FixedPointFinder finder = new FixedPointFinder(cell, weights, new double[2], FixedPointSettings.DEFAULTS);
		assertThrows(IllegalArgumentException.class,
				() -> finder.find(new double[][] { { 1 } }, RandomStreams.of(1).stream("x"), new NullProgressMonitor()));
		assertThrows(IllegalArgumentException.class,
				() -> finder.find(new double[0][], RandomStreams.of(1).stream("x"), new NullProgressMonitor()));
	}

	@Test
	void linearizationHasLeftAndRightEigenvectors() {
		RateCell cell = new RateCell(1, 6, Activation.TANH);
		double[][] recurrent = randomMatrix(6, 1.2, 3);
		double[] state = gaussianSeeds(1, 6, 0.3, 9)[0];
		Linearization linear = Linearization.at(cell, cell.weights(recurrent), new double[1], state);
		double[][] jacobian = org.nullcline.linearalgebra.NativeArrays.rows(linear.jacobian());
		for (int k = 0; k < 6; k++) {
			Complex value = linear.eigen().values().get(k);
			Complex[] right = linear.eigen().right()[k];
			Complex[] left = linear.eigen().left()[k];
			for (int i = 0; i < 6; i++) {
				double real = 0;
				double imaginary = 0;
				double leftReal = 0;
				for (int j = 0; j < 6; j++) {
					real += jacobian[i][j] * right[j].real();
					imaginary += jacobian[i][j] * right[j].imaginary();
					leftReal += jacobian[j][i] * left[j].real();
				}
				assertEquals(value.real() * right[i].real() - value.imaginary() * right[i].imaginary(), real, 1e-10);
				assertEquals(value.real() * right[i].imaginary() + value.imaginary() * right[i].real(), imaginary, 1e-10);
				assertEquals(value.real() * left[i].real() - value.imaginary() * left[i].imaginary(), leftReal, 1e-10);
			}
		}
	}

	private static FixedPointSet find(double[][] recurrent, int seeds, int seed) {
		RateCell cell = new RateCell(1, recurrent.length, Activation.TANH);
		return find(cell, cell.weights(recurrent), FixedPointSettings.DEFAULTS,
				gaussianSeeds(seeds, recurrent.length, 1, seed));
	}

	private static FixedPointSet find(Cell cell, Weights weights, FixedPointSettings settings, double[][] seeds) {
		return new FixedPointFinder(cell, weights, new double[cell.inputs()], settings).find(seeds,
				RandomStreams.of(1).stream("subsets"), new NullProgressMonitor());
	}

	private static double[][] gaussianSeeds(int count, int size, double deviation, int seed) {
		return SeedStates.around(new double[size], count, deviation, RandomStreams.of(seed).stream("seeds"));
	}

	private static double[][] randomMatrix(int size, double gain, int seed) {
		return SeedStates.around(new double[size], size, gain / Math.sqrt(size), RandomStreams.of(seed).stream("matrix"));
	}

	/** Random coupling that leaves some units a memory of their own: many fixed points, in no symmetric places. */
	private static double[][] selfExcited(int size, int excited, int seed) {
		double[][] matrix = randomMatrix(size, 0.4, seed);
		for (int i = 0; i < excited; i++) {
			matrix[i][i] += 1.4;
		}
		return matrix;
	}

	/** h' = tanh(h W) with W[i] = -roll(linspace(-1, 1, n), -i), here transposed for h' = tanh(W h). */
	private static double[][] shiftedRamps(int n) {
		double[][] matrix = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				matrix[j][i] = -(-1 + 2.0 * ((i + j) % n) / (n - 1));
			}
		}
		return matrix;
	}

	/** Bits that do not see each other, each held by some copies of a unit with total self-excitation 2. */
	private static double[][] flipFlop(int bits, int copies) {
		double[][] matrix = new double[bits * copies][bits * copies];
		for (int i = 0; i < bits * copies; i++) {
			for (int j = 0; j < bits * copies; j++) {
				matrix[i][j] = i / copies == j / copies ? 2.0 / copies : 0;
			}
		}
		return matrix;
	}

	private static void assertState(FixedPoint point, double... expected) {
		assertArrayEquals(expected, point.state(), 1e-9);
	}

	/** Real eigenvalues by falling modulus. */
	private static void assertEigenvalues(FixedPoint point, double tolerance, double... expected) {
		assertEquals(expected.length, point.eigenvalues().size());
		for (int k = 0; k < expected.length; k++) {
			assertEquals(expected[k], point.eigenvalues().get(k).real(), tolerance);
			assertEquals(0, point.eigenvalues().get(k).imaginary(), tolerance);
		}
	}
}
