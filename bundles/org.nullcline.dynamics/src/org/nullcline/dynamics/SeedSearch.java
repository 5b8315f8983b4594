package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Takes every seed to a fixed point or to a slow point. Descent on q goes in rounds; after each round Newton's method is tried
 * on the seeds that may be near a fixed point. A seed that lies near one is done, which leaves less and less for the rounds to
 * come, and Newton's method converges where descent has hardly begun to.
 */
final class SeedSearch {

	/** Iterations of descent in a round. */
	private static final int ROUND = 25;
	/** A state this many unique tolerances away from an exact point is taken for that point, not quite reached. */
	private static final double ABSORPTION = 10;
	/** Newton's method is tried on a seed once its q is below this, and again whenever q has fallen by a factor of 100. */
	private static final double TRIED = 1e-3;
	private static final double TRIED_AGAIN = 1e-2;
	/** A slow seed rests once its q is this fraction of the slow tolerance: it does not get any faster there. */
	private static final double REST = 1e-4;
	/** A seed is caught in a local minimum of q if in so many rounds q has not fallen to this fraction. */
	private static final int STALL_ROUNDS = 4;
	private static final double STALLED = 0.7;
	/** States that Newton's method is tried on in each round and at the end, spread evenly over those that there are. */
	private static final int TRIES = 128;
	private static final int LAST_TRIES = 512;
	/** Walks go on in batches, up to a number, as long as a batch finds at least so many new points. */
	private static final int WALKS = 64;
	private static final int MOST_WALKS = 512;
	private static final int WORTH_WHILE = 4;
	/** How far walks may go from the centroid of the seeds, in units of the seeds' mean distance from it. */
	private static final double REACH = 3;

	private final AutonomousMap map;
	private final FixedPointSettings settings;
	private final double tolerance;
	private final Comparator<double[]> order;
	private final NewtonPolish quick;
	private final NewtonPolish patient;
	private final ExactPoints exact;
	private final List<Candidate> slow = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();

	SeedSearch(AutonomousMap map, FixedPointSettings settings, double tolerance, Comparator<double[]> order) {
		this.map = map;
		this.settings = settings;
		this.tolerance = tolerance;
		this.order = order;
		this.quick = NewtonPolish.quick(map, settings.exactTolerance());
		this.patient = NewtonPolish.patient(map, settings.exactTolerance());
		this.exact = new ExactPoints(tolerance);
	}

	/** The fixed points found. */
	ExactPoints exact() {
		return exact;
	}

	/** Slow points that are not just an exact point nearby, each once. */
	List<Candidate> slow() {
		return slow;
	}

	List<String> notes() {
		return notes;
	}

	/** @param seeds at least one, in an order that does not depend on the caller's */
	void run(double[][] seeds, IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, 100);
		List<Candidate> settled = new Settling(map, settings.slowTolerance(), tolerance).follow(seeds, progress.split(20)).stream()
				.filter(end -> end.q() <= TRIED).toList();
		polish(Spread.of(distinct(settled), LAST_TRIES).states(), patient, progress.split(5));
		AdamSearch descent = new AdamSearch(map, settings, seeds, scale(seeds) / Math.sqrt(map.size()));
		double[] triedAt = new double[seeds.length];
		Arrays.fill(triedAt, TRIED / TRIED_AGAIN);
		double[] before = new double[seeds.length];
		int round = 0;
		SubMonitor rounds = progress.split(60);
		while (descent.hasWork()) {
			rounds.setWorkRemaining(20);
			descent.advance(ROUND, rounds.split(1));
			List<Integer> promising = Arrays.stream(descent.moving()).boxed()
					.filter(seed -> descent.best(seed).q() <= TRIED_AGAIN * triedAt[seed]).toList();
			List<Candidate> open = distinct(promising.stream().map(descent::best).filter(end -> near(end) < 0).toList());
			polish(Spread.of(open, TRIES).states(), quick, rounds.split(1));
			promising.forEach(seed -> triedAt[seed] = descent.best(seed).q());
			descent.rest(seed -> isDone(descent.best(seed)));
			if (++round % STALL_ROUNDS == 0) {
				boolean early = round <= STALL_ROUNDS;
				descent.rest(seed -> !early && descent.best(seed).q() > STALLED * before[seed]);
				Arrays.setAll(before, seed -> descent.best(seed).q());
			}
		}
		sort(descent.ends(), seeds, progress.split(15));
	}

	/** Whether descent has nothing left to do: the state is near a fixed point, or as slow as is asked for. */
	private boolean isDone(Candidate end) {
		return end.q() <= settings.slowTolerance() * REST || end.q() <= TRIED && near(end) >= 0;
	}

	private int near(Candidate end) {
		return exact.nearest(end.state(), ABSORPTION * tolerance);
	}

	/** Newton's method on states of which each stands for its surroundings; what it finds counts without seeds. */
	private void polish(List<Candidate> starts, NewtonPolish newton, IProgressMonitor monitor) {
		List<Candidate> ends = newton.polish(starts, monitor);
		for (Candidate end : distinct(ends.stream().filter(this::isExact).toList())) {
			exact.add(new Candidate(end.state(), end.q(), 0));
		}
	}

	/** Where each seed has come to. */
	private void sort(List<Candidate> ends, double[][] seeds, IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, 10);
		List<Candidate> finite = ends.stream().filter(end -> Double.isFinite(end.q())).toList();
		List<Candidate> candidates = new ArrayList<>();
		List<Candidate> missed = new ArrayList<>();
		for (Candidate end : finite) {
			int known = end.q() <= TRIED ? near(end) : -1;
			if (known >= 0) {
				exact.count(known, end.seeds());
			} else {
				(end.q() <= settings.slowTolerance() ? candidates : missed).add(end);
			}
		}
		// A last try to make slow points exact: those that Newton's method leaves where they are.
		List<Candidate> distinct = distinct(candidates);
		polish(Spread.of(distinct, LAST_TRIES).states(), patient, progress.split(4));
		for (Candidate end : distinct) {
			int known = near(end);
			if (known >= 0) {
				exact.count(known, end.seeds());
			} else {
				slow.add(end);
			}
		}
		walk(distinct(missed), seeds, progress.split(6));
		if (!missed.isEmpty()) {
			notes.add(String.format(Locale.ROOT,
					"%d of %d seeds ended where the state is neither fixed nor slow (q above %.3g; the smallest such q is %.3g): local minima of q, or a search cut short.",
					missed.size(), ends.size(), settings.slowTolerance(),
					missed.stream().mapToDouble(Candidate::q).min().orElseThrow()));
		}
		if (finite.size() < ends.size()) {
			notes.add((ends.size() - finite.size()) + " of " + ends.size()
					+ " seeds were left out because the network's next state was not finite there.");
		}
	}

	/** Walks from where descent was caught, as long as they find points, which count without seeds. */
	private void walk(List<Candidate> missed, double[][] seeds, IProgressMonitor monitor) {
		double[] centre = FixedPointFinder.centroid(seeds);
		double spread = Arrays.stream(seeds).mapToDouble(seed -> Candidate.distance(seed, centre)).average().orElse(0);
		NewtonWalk walks = new NewtonWalk(map, scale(seeds), centre, Math.min(REACH, settings.outlierFactor()) * spread);
		for (int from = 0; from < Math.min(MOST_WALKS, missed.size()); from += WALKS) {
			int before = exact.size();
			List<Candidate> ends = walks.walk(missed.subList(from, Math.min(missed.size(), from + WALKS)), monitor);
			polish(distinct(ends), patient, monitor);
			if (exact.size() - before < WORTH_WHILE) {
				break;
			}
		}
	}

	/** Root mean square norm of the seeds. */
	private static double scale(double[][] seeds) {
		double sum = 0;
		for (double[] seed : seeds) {
			double norm = NewtonSteps.norm(seed);
			sum += norm * norm / seeds.length;
		}
		return Double.isFinite(sum) ? Math.sqrt(sum) : 0;
	}

	private List<Candidate> distinct(List<Candidate> candidates) {
		return DistinctStates.of(candidates, tolerance, settings.exactTolerance(), order);
	}

	private boolean isExact(Candidate candidate) {
		return candidate.q() <= settings.exactTolerance();
	}
}
