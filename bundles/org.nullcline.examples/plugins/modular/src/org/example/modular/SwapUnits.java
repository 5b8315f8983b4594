package org.example.modular;

import java.util.stream.IntStream;

import org.nullcline.core.training.TrainingHook;
import org.nullcline.core.training.TrainingState;

// [snippet: hook]
/**
 * Every so many steps, lets some units exchange places with the unit for which that shortens the wiring most. The network
 * computes what it did before: weights, and what the optimizer remembers of them, move with the units.
 *
 * @param every      steps from one attempt to the next
 * @param candidates units that are tried at each attempt
 */
record SwapUnits(int every, int candidates) implements TrainingHook {

	@Override
	public void afterStep(TrainingState training) {
		if (training.step() % every != 0) {
			return;
		}
		int units = training.network().cell().units();
		var random = training.random();
		for (int attempt = 0; attempt < candidates; attempt++) {
			int unit = random.nextInt(units);
			int other = best(unit, Wiring.strengths(training.network()), Wiring.distances(training.network().cell()));
			if (other != unit) {
				int[] order = IntStream.range(0, units).toArray();
				order[unit] = other;
				order[other] = unit;
				training.permuteUnits(order);
			}
		}
	}
	// [end]

	/** The unit whose place is best; the unit itself, if no exchange makes the wiring shorter. */
	private static int best(int unit, double[][] strengths, double[][] distances) {
		int best = unit;
		double shortest = -1e-12;
		for (int other = 0; other < strengths.length; other++) {
			double change = change(unit, other, strengths, distances);
			if (change < shortest) {
				shortest = change;
				best = other;
			}
		}
		return best;
	}

	/** By how much the wiring grows when two units exchange places; their distance to each other stays. */
	private static double change(int a, int b, double[][] strengths, double[][] distances) {
		double change = 0;
		for (int k = 0; k < strengths.length; k++) {
			if (k != a && k != b) {
				double ofA = strengths[a][k] + strengths[k][a];
				double ofB = strengths[b][k] + strengths[k][b];
				change += (ofA - ofB) * (distances[b][k] - distances[a][k]);
			}
		}
		return change;
	}
}
