package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Takes seeds to fixed points by {@link AcceleratedIteration}, with Newton's method for the last digits. Seeds go in groups, one
 * after the other: a seed that comes near a point that is known already is done.
 */
final class AcceleratedSearch {

	/** Numbers that the remembered steps of a group may take, so that they stay in the cache. */
	private static final int GROUP_NUMBERS = 1 << 18;
	private static final int SMALLEST_GROUP = 32;
	private static final int ROUND = 8;
	private static final int ROUNDS = 20;
	/** Newton's method is tried on a state once q is below this, and again whenever q has fallen by a factor of 100. */
	private static final double TRIED = 1e-8;
	private static final double TRIED_AGAIN = 1e-2;
	/** States that Newton's method is tried on in each round, spread evenly over those that there are. */
	private static final int TRIES = 16;

	private final AutonomousMap map;
	private final FixedPointSettings settings;
	private final SeedRegion region;
	private final NearPoints near;
	private final NewtonPolish newton;
	private final List<Candidate> ends = new ArrayList<>();
	private final List<double[]> firstSlow = new ArrayList<>();

	AcceleratedSearch(AutonomousMap map, FixedPointSettings settings, SeedRegion region, NearPoints near) {
		this.map = map;
		this.settings = settings;
		this.region = region;
		this.near = near;
		newton = NewtonPolish.quick(map, new StateGrid(region), settings.exactTolerance());
	}

	/** Where a seed has come to. */
	Candidate end(int seed) {
		return ends.get(seed);
	}

	/** The first slow state on a seed's way, or null. */
	double[] firstSlow(int seed) {
		return firstSlow.get(seed);
	}

	void run(double[][] seeds, IProgressMonitor monitor) {
		int size = Math.max(SMALLEST_GROUP, GROUP_NUMBERS / (AcceleratedIteration.MEMORY * 2 * map.size()));
		SubMonitor progress = SubMonitor.convert(monitor, (seeds.length + size - 1) / size);
		for (int from = 0; from < seeds.length; from += size) {
			runGroup(Arrays.copyOfRange(seeds, from, Math.min(seeds.length, from + size)), progress.split(1));
		}
	}

	private void runGroup(double[][] seeds, IProgressMonitor monitor) {
		AcceleratedIteration iteration = new AcceleratedIteration(map, region, settings.slowTolerance(), seeds);
		double[] triedAt = new double[seeds.length];
		Arrays.fill(triedAt, TRIED / TRIED_AGAIN);
		for (int round = 0; round < ROUNDS && iteration.moving().length > 0; round++) {
			iteration.advance(ROUND, monitor);
			iteration.rest(seed -> near.holds(iteration.at(seed)));
			int[] promising = Arrays.stream(iteration.moving())
					.filter(seed -> iteration.at(seed).q() <= TRIED_AGAIN * triedAt[seed]).toArray();
			near.polish(Arrays.stream(promising).mapToObj(iteration::at).toList(), TRIES, newton, monitor);
			for (int seed : promising) {
				triedAt[seed] = iteration.at(seed).q();
			}
			iteration.rest(seed -> near.holds(iteration.at(seed)) || iteration.at(seed).q() <= settings.exactTolerance());
		}
		near.add(IntStream.range(0, seeds.length).mapToObj(iteration::at).toList());
		for (int seed = 0; seed < seeds.length; seed++) {
			ends.add(iteration.at(seed));
			firstSlow.add(iteration.firstSlow(seed));
		}
	}
}
