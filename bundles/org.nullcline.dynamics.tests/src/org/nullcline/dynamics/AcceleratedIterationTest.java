package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.RateCell.Activation;

class AcceleratedIterationTest {

	/** The dynamics themselves run away along the first unit; all units are active, so that they are linear. */
	@Test
	void findsAPointFromWhichTheDynamicsRunAway() {
		double[][] recurrent = { { 1.2, 0, 0, 0 }, { 0.1, 0.5, 0, 0 }, { 0, 0.3, -0.4, 0 }, { 0, 0, 0.2, 0.9 } };
		double[] point = { 5, 6, 7, 8 };
		double[] bias = new double[4];
		for (int i = 0; i < 4; i++) {
			bias[i] = point[i] - StateVectors.dot(recurrent[i], 0, point, 0, 4);
		}
		RateCell cell = new RateCell(1, 4, Activation.RELU);
		double[][] seeds = SeedStates.around(point, 20, 1, RandomStreams.of(1).stream("seeds"));
		try (AutonomousMap map = new AutonomousMap(cell, cell.weights(recurrent, new double[4][1], bias), new double[1])) {
			AcceleratedIteration iteration = new AcceleratedIteration(map, SeedRegion.of(seeds), 1e-6, seeds);
			iteration.advance(150, new NullProgressMonitor());
			for (int seed = 0; seed < seeds.length; seed++) {
				assertTrue(iteration.at(seed).q() < 1e-20, "seed " + seed + ": " + iteration.at(seed).q());
				assertArrayEquals(point, iteration.at(seed).state(), 1e-8);
			}
		}
	}

	@Test
	void theFirstSlowStateIsKept() {
		RateCell cell = new RateCell(1, 3, Activation.TANH);
		double[][] recurrent = { { 0.98, 0, 0 }, { 0, 0.5, 0 }, { 0, 0, -0.5 } };
		double[][] seeds = SeedStates.around(new double[3], 10, 0.5, RandomStreams.of(1).stream("seeds"));
		try (AutonomousMap map = new AutonomousMap(cell, cell.weights(recurrent), new double[1])) {
			double tolerance = 1e-4;
			AcceleratedIteration iteration = new AcceleratedIteration(map, SeedRegion.of(seeds), tolerance, seeds);
			double[][] first = new double[seeds.length][];
			for (int step = 0; step < 50; step++) {
				for (int seed = 0; seed < seeds.length; seed++) {
					if (first[seed] != null) {
						assertArrayEquals(first[seed], iteration.firstSlow(seed));
					} else if (iteration.at(seed).q() <= tolerance) {
						first[seed] = iteration.at(seed).state().clone();
					} else {
						assertNull(iteration.firstSlow(seed));
					}
				}
				iteration.advance(1, new NullProgressMonitor());
			}
			assertTrue(java.util.Arrays.stream(first).allMatch(state -> state != null), "all get slow");
		}
	}

	@Test
	void seedsDoNotDependOnEachOther() {
		RateCell cell = new RateCell(1, 12, Activation.TANH);
		double[][] recurrent = SeedStates.around(new double[12], 12, 0.8, RandomStreams.of(3).stream("matrix"));
		double[][] seeds = SeedStates.around(new double[12], 30, 1, RandomStreams.of(1).stream("seeds"));
		SeedRegion region = SeedRegion.of(seeds);
		try (AutonomousMap map = new AutonomousMap(cell, cell.weights(recurrent), new double[1])) {
			AcceleratedIteration together = new AcceleratedIteration(map, region, 1e-6, seeds);
			together.advance(10, new NullProgressMonitor());
			together.rest(seed -> seed % 2 == 0);
			together.advance(15, new NullProgressMonitor());
			for (int seed = 1; seed < seeds.length; seed += 2) {
				AcceleratedIteration alone = new AcceleratedIteration(map, region, 1e-6, new double[][] { seeds[seed] });
				alone.advance(25, new NullProgressMonitor());
				assertArrayEquals(alone.at(0).state(), together.at(seed).state());
				assertEquals(alone.at(0).q(), together.at(seed).q());
			}
		}
	}

	@Test
	void seedsWithoutANextStateAreTakenOut() {
		RateCell cell = new RateCell(1, 1, Activation.RELU);
		double[][] seeds = { { Double.MAX_VALUE }, { 1 } };
		try (AutonomousMap map = new AutonomousMap(cell, cell.weights(new double[][] { { 3 } }), new double[1])) {
			AcceleratedIteration iteration = new AcceleratedIteration(map, SeedRegion.of(seeds), 1e-6, seeds);
			iteration.advance(30, new NullProgressMonitor());
			assertArrayEquals(new int[] { 1 }, iteration.moving());
			assertEquals(0, iteration.at(1).state()[0], 1e-9);
		}
	}
}
