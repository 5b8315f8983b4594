package org.nullcline.analysis.composition.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.Logits;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.ResidencyRegion;
import org.nullcline.dynamics.ResidencyTimes;
import org.nullcline.dynamics.RoundTrips;
import org.nullcline.dynamics.SymbolPairs.Pair;

/**
 * What a run does while it stays with two symbols.
 *
 * @param pair      the symbols
 * @param steps     of the run, in stretches that show no other symbol and are long enough
 * @param plane     position of each of these steps in the space of the pair's own components: at most three coordinates
 * @param explained variance that these components explain
 * @param trips     round trips between the two symbols
 * @param measured  indices among the steps of those whose region was measured
 * @param regions   of these
 */
record PairOrbit(Pair pair, int[] steps, double[][] plane, double[] explained, RoundTrips trips, int[] measured,
		ResidencyRegion[] regions) {

	private static final int COORDINATES = 3;
	/** Fewer states say nothing of a region. */
	private static final int FEWEST_STATES = 20;

	/**
	 * Measures a pair.
	 *
	 * @param common position of each step of the run in the space of the run's leading components
	 */
	static PairOrbit of(Network network, DrivenTrajectory run, double[][] common, Pair pair, Parameters parameters,
			RandomStreams random, IProgressMonitor monitor) {
		int[] steps = stretches(run.symbols(), pair, parameters.getInteger("stretch"));
		if (steps.length < FEWEST_STATES) {
			return new PairOrbit(pair, steps, new double[0][], new double[0], new RoundTrips(new int[0]), new int[0],
					new ResidencyRegion[0]);
		}
		double[][] own = IntStream.of(steps).mapToObj(t -> common[t]).toArray(double[][]::new);
		PrincipalComponents components = PrincipalComponents.of(own);
		int coordinates = Math.min(COORDINATES, own[0].length);
		RoundTrips trips = RoundTrips.of(components.project(common, 2), run.symbols(), pair, parameters.getInteger("shortest-dwell"));
		int count = Math.min(parameters.getInteger("states"), steps.length);
		int[] measured = IntStream.range(0, count).map(k -> (int) ((long) k * steps.length / count)).toArray();
		double[][] states = IntStream.of(measured).mapToObj(k -> run.states()[steps[k]]).toArray(double[][]::new);
		ResidencyTimes times = ResidencyTimes.measure(network, states, parameters.getInteger("rollouts"),
				parameters.getInteger("longest"), parameters.getReal("deviation"),
				GaussianNoise.of(random.stream("rollouts " + pair.first() + "-" + pair.second())), monitor);
		ResidencyRegion.Limits limits = new ResidencyRegion.Limits(parameters.getReal("transition-below"),
				parameters.getReal("cluster-above"), parameters.getReal("cluster-confidence"));
		ResidencyRegion[] regions = new ResidencyRegion[count];
		for (int k = 0; k < count; k++) {
			regions[k] = ResidencyRegion.of(times.times()[k], Logits.confidence(run.outputs()[steps[measured[k]]]), limits);
		}
		return new PairOrbit(pair, steps, components.project(own, coordinates), components.explainedFractions(), trips, measured, regions);
	}

	/** The steps of stretches in which both symbols of a pair come, and no other, for at least some steps. */
	static int[] stretches(int[] symbols, Pair pair, int shortest) {
		List<Integer> steps = new ArrayList<>();
		int begin = 0;
		for (int t = 0; t <= symbols.length; t++) {
			if (t < symbols.length && pair.contains(symbols[t])) {
				continue;
			}
			int first = begin;
			boolean both = t > begin && Arrays.stream(symbols, begin, t).anyMatch(symbol -> symbol != symbols[first]);
			if (both && t - begin >= shortest) {
				IntStream.range(begin, t).forEach(steps::add);
			}
			begin = t + 1;
		}
		return steps.stream().mapToInt(step -> step).toArray();
	}

	/** Fraction of the measured states in a region; not a number without any. */
	double share(ResidencyRegion region) {
		return regions.length == 0 ? Double.NaN
				: (double) Arrays.stream(regions).filter(r -> r == region).count() / regions.length;
	}

	/** Whether clusters, kick-zone and transitions all are there. */
	boolean isWhole(double smallest) {
		return regions.length > 0 && share(ResidencyRegion.CLUSTER) >= smallest && share(ResidencyRegion.KICK_ZONE) >= smallest
				&& share(ResidencyRegion.TRANSITION) >= smallest;
	}
}
