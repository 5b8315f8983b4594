package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.random.RandomStream;

/**
 * Newton's method from places between fixed points: centroids of subsets of the stable ones, then the middle of any two
 * points, nearest pairs first, as long as that finds more. Saddles lie between what they separate.
 */
final class BetweenPoints {

	private static final int ROUNDS = 3;

	private final AutonomousMap map;
	private final FixedPointSettings settings;
	private final Comparator<double[]> order;
	private final Spectra spectra;
	private final NewtonPolish newton;

	BetweenPoints(AutonomousMap map, FixedPointSettings settings, SeedRegion region, Comparator<double[]> order, Spectra spectra) {
		this.map = map;
		this.settings = settings;
		this.order = order;
		this.spectra = spectra;
		this.newton = NewtonPolish.patient(map, new StateGrid(region), settings.exactTolerance());
	}

	/**
	 * Adds what is found.
	 *
	 * @param middle another start: the middle of the seeds, where oscillators have their fixed point
	 * @param random draws subsets where there are too many
	 */
	void search(ExactPoints exact, double[] middle, RandomStream random, List<String> notes, IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, 2 + ROUNDS);
		int before = exact.size();
		List<double[]> stable = new ArrayList<>();
		for (Candidate candidate : exact.all()) {
			Cancellation.check(progress);
			if (spectra.of(candidate.state()).get(0).modulus() < 1 - FixedPoint.MARGIN) {
				stable.add(candidate.state());
			}
		}
		stable.sort(order);
		SubsetCentroids centroids = SubsetCentroids.of(stable, settings.subsets(), random);
		centroids.note().ifPresent(notes::add);
		List<double[]> starts = new ArrayList<>(centroids.states());
		starts.add(middle);
		add(starts, exact, progress.split(2));
		// Points of a continuum have others right beside them, and nothing isolated in between.
		List<double[]> isolated = new ArrayList<>();
		Set<Pair> tried = new HashSet<>();
		for (int round = 0; round < ROUNDS; round++) {
			isolated.clear();
			for (Candidate candidate : exact.all()) {
				if (!spectra.isMarginal(candidate.state())) {
					isolated.add(candidate.state());
				}
			}
			int known = exact.size();
			add(middles(isolated, tried), exact, progress.split(1));
			if (exact.size() == known) {
				break;
			}
		}
		if (exact.size() > before) {
			notes.add((exact.size() - before) + " of " + exact.size()
					+ " fixed points were found only from places between others, or from the middle of the seeds.");
		}
	}

	private void add(List<double[]> states, ExactPoints exact, IProgressMonitor monitor) {
		double[][] residuals = map.residuals(states.toArray(double[][]::new));
		List<Candidate> starts = new ArrayList<>();
		for (int i = 0; i < states.size(); i++) {
			starts.add(new Candidate(states.get(i), AutonomousMap.q(residuals[i]), 0));
		}
		newton.polish(starts, exact, monitor).stream().filter(end -> end.q() <= settings.exactTolerance())
				.sorted(Comparator.comparing(Candidate::state, order)).forEach(exact::add);
	}

	/** Two states, told apart by what they are and not by their values. */
	private record Pair(double[] first, double[] second, double distance) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Pair pair && pair.first == first && pair.second == second;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(first) * 31 + System.identityHashCode(second);
		}
	}

	/** The middles of pairs that have not been tried, up to the largest number of subsets. */
	private List<double[]> middles(List<double[]> points, Set<Pair> tried) {
		List<double[]> sorted = points.stream().sorted(order).toList();
		List<Pair> pairs = new ArrayList<>();
		for (int i = 0; i < sorted.size(); i++) {
			for (int j = 0; j < i; j++) {
				// Distances that are equal but for rounding keep the order of the points.
				pairs.add(new Pair(sorted.get(j), sorted.get(i),
						Math.rint(1e7 * Candidate.distance(sorted.get(i), sorted.get(j)))));
			}
		}
		return pairs.stream().filter(pair -> !tried.contains(pair)).sorted(Comparator.comparingDouble(Pair::distance))
				.limit(settings.subsets()).peek(tried::add).map(BetweenPoints::middle).toList();
	}

	private static double[] middle(Pair pair) {
		double[] middle = new double[pair.first.length];
		for (int i = 0; i < middle.length; i++) {
			middle[i] = (pair.first[i] + pair.second[i]) / 2;
		}
		return middle;
	}
}
