package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Takes every seed to a fixed point or to a slow point: by the accelerated iteration, and by descent on q where that leads
 * nowhere.
 */
final class SeedSearch {

	/** The largest q of a state that has settled so far that Newton's method may take it for a fixed point. */
	private static final double SETTLED = 1e-3;
	/** States that Newton's method is tried on, spread evenly over those that there are. */
	private static final int SETTLED_TRIES = 128;
	private static final int LAST_TRIES = 64;
	/** Walks go on in batches, up to a number, as long as a batch finds at least so many new points. */
	private static final int WALKS = 64;
	private static final int MOST_WALKS = 512;
	private static final int WORTH_WHILE = 1;
	/** How far walks may go from the centroid of the seeds, in units of the seeds' mean distance from it. */
	private static final double REACH = 3;
	/** Radius of the basin of the only known point, in units of the seeds' mean distance from their centroid. */
	private static final double ALONE = 0.5;

	private final AutonomousMap map;
	private final FixedPointSettings settings;
	private final SeedRegion region;
	private final Spectra spectra;
	private final NearPoints near;
	private final ExactPoints exact;
	private final NewtonPolish patient;
	private final List<Candidate> slow = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();

	SeedSearch(AutonomousMap map, FixedPointSettings settings, SeedRegion region, double tolerance, Comparator<double[]> order,
			Spectra spectra) {
		this.map = map;
		this.settings = settings;
		this.region = region;
		this.spectra = spectra;
		exact = new ExactPoints(tolerance);
		near = new NearPoints(exact, settings.exactTolerance(), order);
		patient = NewtonPolish.patient(map, new StateGrid(region), settings.exactTolerance());
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
		AcceleratedSearch accelerated = new AcceleratedSearch(map, settings, region, near);
		accelerated.run(seeds, progress.split(30));
		settle(seeds, progress.split(10));
		List<Candidate> ends = new ArrayList<>();
		List<double[]> unfinished = new ArrayList<>();
		assign(seeds, accelerated, ends, unfinished, progress.split(10));
		if (!unfinished.isEmpty()) {
			ends.addAll(new Descent(map, settings, near, region).run(unfinished.toArray(double[][]::new), progress.split(35)));
		}
		sort(ends, seeds, progress.setWorkRemaining(15).split(15));
	}

	private void settle(double[][] seeds, IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, 2);
		StableBasins basins = new StableBasins(exact, spectra, ALONE * region.spread());
		List<Candidate> settled = new Settling(map, exact.tolerance(), basins::hold).follow(seeds, progress.split(1)).stream()
				.filter(end -> end.q() <= SETTLED).toList();
		near.polish(settled, SETTLED_TRIES, patient, progress.split(1));
	}

	/** Tells seeds that belong to a fixed point from those that met slow states on their way, and from those with neither. */
	private void assign(double[][] seeds, AcceleratedSearch accelerated, List<Candidate> ends, List<double[]> unfinished,
			IProgressMonitor monitor) {
		Neighbourhood neighbourhood = new Neighbourhood(map, exact, region, near.distance());
		List<double[]> slowStates = new ArrayList<>();
		for (int seed = 0; seed < seeds.length; seed++) {
			Cancellation.check(monitor);
			double[] firstSlow = accelerated.firstSlow(seed);
			int known = firstSlow == null ? near.of(accelerated.end(seed)) : neighbourhood.of(firstSlow);
			if (known >= 0) {
				exact.count(known, 1);
			} else if (firstSlow != null) {
				slowStates.add(firstSlow);
			} else {
				unfinished.add(seeds[seed]);
			}
		}
		double[][] f = map.residuals(slowStates.toArray(double[][]::new));
		List<Candidate> open = new ArrayList<>();
		for (int i = 0; i < f.length; i++) {
			open.add(new Candidate(slowStates.get(i), AutonomousMap.q(f[i]), 1));
		}
		ends.addAll(new SlowManifold(map).approach(near.distinct(open), monitor));
	}

	/** Where each seed has come to. */
	private void sort(List<Candidate> ends, double[][] seeds, IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, 10);
		List<Candidate> finite = ends.stream().filter(end -> Double.isFinite(end.q())).toList();
		List<Candidate> candidates = new ArrayList<>();
		List<Candidate> missed = new ArrayList<>();
		for (Candidate end : finite) {
			if (!count(end)) {
				(end.q() <= settings.slowTolerance() ? candidates : missed).add(end);
			}
		}
		// A last try to make slow points exact: those that Newton's method leaves where they are.
		List<Candidate> distinct = near.distinct(candidates);
		near.polish(distinct, LAST_TRIES, patient, progress.split(4));
		distinct.stream().filter(end -> !count(end)).forEach(slow::add);
		walk(Spread.of(candidates(seeds), MOST_WALKS).states(), progress.split(3));
		walk(near.distinct(missed), progress.split(3));
		if (!missed.isEmpty()) {
			notes.add(String.format(Locale.ROOT,
					"%d of %d seeds ended where the state is neither fixed nor slow (q above %.3g; the smallest such q is %.3g): local minima of q, or a search cut short.",
					missed.size(), seeds.length, settings.slowTolerance(),
					missed.stream().mapToDouble(Candidate::q).min().orElseThrow()));
		}
		if (finite.size() < ends.size()) {
			notes.add((ends.size() - finite.size()) + " of " + seeds.length
					+ " seeds were left out because the network's next state was not finite there.");
		}
	}

	/** Counts the seeds of a state to the fixed point that it is near, if there is one. */
	private boolean count(Candidate end) {
		int known = near.of(end);
		if (known >= 0) {
			exact.count(known, end.seeds());
		}
		return known >= 0;
	}

	private List<Candidate> candidates(double[][] states) {
		return Arrays.stream(states).map(state -> new Candidate(state, Double.POSITIVE_INFINITY, 0)).toList();
	}

	/** Walks from some states, as long as they find points, which count without seeds. */
	private void walk(List<Candidate> starts, IProgressMonitor monitor) {
		NewtonWalk walks = new NewtonWalk(map, region, Math.min(REACH, settings.outlierFactor()), near);
		for (int from = 0; from < Math.min(MOST_WALKS, starts.size()); from += WALKS) {
			int before = exact.size();
			List<Candidate> ends = walks.walk(starts.subList(from, Math.min(starts.size(), from + WALKS)), monitor);
			near.polish(ends, WALKS, patient, monitor);
			if (exact.size() - before < WORTH_WHILE) {
				break;
			}
		}
	}
}
