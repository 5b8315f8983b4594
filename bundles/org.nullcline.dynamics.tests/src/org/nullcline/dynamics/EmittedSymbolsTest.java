package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;

class EmittedSymbolsTest {

	private static final double[][] TRANSITION = { { 0.9, 0.1 }, { 0.3, 0.7 } };
	private static final double[][] EMISSION = { { 0.8, 0.2, 0 }, { 0, 0.1, 0.9 } };

	private static Network chain() {
		return PlantedMarkovChain.network(new double[] { 0.25, 0.75 }, TRANSITION, EMISSION);
	}

	private static EmittedSymbols draw(int count, int steps, EmittedSymbols.First first) throws AnalysisException {
		return EmittedSymbols.draw(chain(), count, steps, 1, first, RandomStreams.of(4), new NullProgressMonitor());
	}

	/** The planted chain starts, goes on and emits with the probabilities that it was given. */
	@Test
	void symbolsHaveTheLawOfTheChain() throws Exception {
		EmittedSymbols emitted = draw(4000, 12, EmittedSymbols.First.AFTER_A_STEP);
		assertEquals(0.25 * 0.8, share(emitted.sampled(), 0, 0), 0.025);
		assertEquals(0.75 * 0.9, share(emitted.sampled(), 0, 2), 0.025);
		// The most probable symbols tell the states.
		assertEquals(0.25, share(emitted.probable(), 0, 0), 0.025);
		int stays = 0;
		int all = 0;
		for (int[] sequence : emitted.probable()) {
			for (int t = 1; t < sequence.length; t++) {
				if (sequence[t - 1] == 0) {
					all++;
					stays += sequence[t] == 0 ? 1 : 0;
				}
			}
		}
		assertEquals(0.9, (double) stays / all, 0.01);
	}

	@Test
	void aSequenceIsTheSameAmongAnyNumberOfOthers() throws Exception {
		EmittedSymbols many = draw(700, 9, EmittedSymbols.First.AFTER_A_STEP);
		EmittedSymbols few = draw(3, 9, EmittedSymbols.First.AFTER_A_STEP);
		for (int k = 0; k < 3; k++) {
			assertArrayEquals(few.sampled()[k], many.sampled()[k]);
			assertArrayEquals(few.probable()[k], many.probable()[k]);
		}
	}

	/** The authors' first symbol has seen no noise: equal logits, so all symbols are alike; what follows is shifted by a step. */
	@Test
	void theFirstSymbolMayBeThatOfTheInitialState() throws Exception {
		EmittedSymbols emitted = draw(3000, 5, EmittedSymbols.First.INITIAL_STATE);
		for (int symbol = 0; symbol < 3; symbol++) {
			assertEquals(1.0 / 3, share(emitted.sampled(), 0, symbol), 0.03);
		}
		int[][] training = draw(3000, 4, EmittedSymbols.First.AFTER_A_STEP).probable();
		assertArrayEquals(training[7], Arrays.copyOfRange(emitted.probable()[7], 1, 5));
	}

	@Test
	void refusesOneOutput() {
		Network one = PlantedMarkovChain.network(new double[] { 1 }, new double[][] { { 1 } }, new double[][] { { 1 } });
		assertTrue(assertThrows(AnalysisException.class, () -> EmittedSymbols.draw(one, 2, 3, 1, EmittedSymbols.First.AFTER_A_STEP,
				RandomStreams.of(4), new NullProgressMonitor())).getMessage().contains("at least two outputs"));
	}

	private static double share(int[][] sequences, int step, int symbol) {
		return (double) Arrays.stream(sequences).filter(sequence -> sequence[step] == symbol).count() / sequences.length;
	}
}
