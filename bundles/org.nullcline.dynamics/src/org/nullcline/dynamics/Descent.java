package org.nullcline.dynamics;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Descent on q in rounds. After each round Newton's method is tried on the seeds that may be near a fixed point. A seed that lies
 * near one is done, which leaves less and less for the rounds to come, and Newton's method converges where descent has hardly
 * begun to.
 */
final class Descent {

	/** Iterations of descent in a round. */
	private static final int ROUND = 25;
	/** Newton's method is tried on a seed once its q is below this, and again whenever q has fallen by a factor of 100. */
	private static final double TRIED = 1e-3;
	private static final double TRIED_AGAIN = 1e-2;
	/** A slow seed rests once its q is this fraction of the slow tolerance: it does not get any faster there. */
	private static final double REST = 1e-4;
	/** A seed is caught in a local minimum of q if in so many rounds q has not fallen to this fraction. */
	private static final int STALL_ROUNDS = 4;
	private static final double STALLED = 0.7;
	/** States that Newton's method is tried on in each round, spread evenly over those that there are. */
	private static final int TRIES = 128;

	private final AutonomousMap map;
	private final FixedPointSettings settings;
	private final NearPoints near;
	private final SeedRegion region;

	Descent(AutonomousMap map, FixedPointSettings settings, NearPoints near, SeedRegion region) {
		this.map = map;
		this.settings = settings;
		this.near = near;
		this.region = region;
	}

	/**
	 * @param seeds at least one, in an order that does not depend on the caller's
	 * @return the best states on the seeds' ways, in their order
	 */
	List<Candidate> run(double[][] seeds, IProgressMonitor monitor) {
		SubMonitor rounds = SubMonitor.convert(monitor);
		NewtonPolish newton = NewtonPolish.quick(map, new StateGrid(region), settings.exactTolerance());
		AdamSearch adam = new AdamSearch(map, settings, seeds);
		double[] triedAt = new double[seeds.length];
		Arrays.fill(triedAt, TRIED / TRIED_AGAIN);
		double[] before = new double[seeds.length];
		int round = 0;
		while (adam.hasWork()) {
			rounds.setWorkRemaining(20);
			adam.advance(ROUND, rounds.split(1));
			List<Integer> promising = Arrays.stream(adam.moving()).boxed()
					.filter(seed -> adam.best(seed).q() <= TRIED_AGAIN * triedAt[seed]).toList();
			near.polish(promising.stream().map(adam::best).toList(), TRIES, newton, rounds.split(1));
			promising.forEach(seed -> triedAt[seed] = adam.best(seed).q());
			adam.rest(seed -> adam.best(seed).q() <= settings.slowTolerance() * REST || near.holds(adam.best(seed)));
			if (++round % STALL_ROUNDS == 0) {
				boolean early = round <= STALL_ROUNDS;
				adam.rest(seed -> !early && adam.best(seed).q() > STALLED * before[seed]);
				Arrays.setAll(before, seed -> adam.best(seed).q());
			}
		}
		return adam.ends();
	}
}
