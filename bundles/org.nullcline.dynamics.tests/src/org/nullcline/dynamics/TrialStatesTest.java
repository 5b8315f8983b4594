package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.VarianceUnexplained;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.linearalgebra.NativeArrays;

class TrialStatesTest {

	@Test
	void statesAreThoseOfTheNetworkAndPaddingIsLeftOut() {
		RateCell cell = new RateCell(1, 2, RateCell.Activation.TANH);
		Network network = Network.initialize(cell, 1, RandomStreams.of(1));
		network.weights().get("recurrent").assign(NativeArrays.of(new double[][] { { 0.5, -1 }, { 1, 0.3 } }));
		network.weights().get("input").assign(NativeArrays.of(new double[][] { { 1 }, { 0.2 } }));
		INDArray inputs = NativeArrays.of(new double[] { 1, 2, 3, 4, 5, 6 }, 2, 3, 1);
		INDArray mask = NativeArrays.of(new double[] { 0, 1, 1, 1, 1, 0 }, 2, 3);
		TrialStates states = TrialStates.of(network,
				new TrialBatch(inputs, NativeArrays.zeros(2, 3, 1), Optional.of(mask), List.of()), new NullProgressMonitor());
		assertEquals(5, states.samples());
		assertEquals(3, states.length(0), "a first step without weight is a state all the same");
		assertEquals(2, states.length(1));
		double[] first = { Math.tanh(4), Math.tanh(0.8) };
		double[] second = { Math.tanh(0.5 * first[0] - first[1] + 5), Math.tanh(first[0] + 0.3 * first[1] + 1) };
		assertArrayEquals(first, states.trial(1)[0], 1e-14);
		assertArrayEquals(second, states.trial(1)[1], 1e-14);
		assertArrayEquals(second, states.rows()[4], 1e-14);
		assertArrayEquals(new double[] { second[0] }, states.rows(1)[4], 1e-14);
	}

	@Test
	void varianceUnexplained() {
		INDArray targets = NativeArrays.of(new double[] { 1, 3, 5, 100 }, 1, 4, 1);
		INDArray outputs = NativeArrays.of(new double[] { 1, 4, 5, 0 }, 1, 4, 1);
		INDArray mask = NativeArrays.of(new double[] { 1, 1, 1, 0 }, 1, 4);
		assertEquals(1.0 / 8, VarianceUnexplained.fraction(outputs, targets, Optional.of(mask)), 1e-14);
		assertEquals(0, VarianceUnexplained.fraction(targets, targets, Optional.empty()));
		INDArray constant = NativeArrays.of(new double[] { 2, 2, 2, 2 }, 1, 4, 1);
		assertTrue(Double.isNaN(VarianceUnexplained.fraction(outputs, constant, Optional.empty())));
		assertThrows(IllegalArgumentException.class,
				() -> VarianceUnexplained.fraction(outputs, NativeArrays.zeros(1, 4, 2), Optional.empty()));
	}

	@Test
	void seedsComeFromVisitedStates() {
		double[][] visited = { { 1, 5 }, { 3, 5 } };
		double[][] seeds = SeedStates.fromVisited(visited, 4001, 0.5, StateOrder.natural(visited[0].length), RandomStreams.of(1).stream("seeds"));
		double squares = 0;
		for (int i = 0; i < seeds.length; i++) {
			if (i % 2 == 0) {
				assertTrue(seeds[i][0] == 1 || seeds[i][0] == 3);
				assertEquals(5, seeds[i][1]);
			} else {
				squares += (seeds[i][1] - 5) * (seeds[i][1] - 5);
			}
		}
		// Deviations 1 and 0 have a root mean square of sqrt(1/2); half of it is the noise.
		assertEquals(0.5 * Math.sqrt(0.5), Math.sqrt(squares / 2000), 0.02);
		assertArrayEquals(seeds[7], SeedStates.fromVisited(visited, 4001, 0.5, StateOrder.natural(visited[0].length), RandomStreams.of(1).stream("seeds"))[7]);
	}
}
