package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;

/**
 * Finds fixed points and slow points of h' = F(x*, h) under a constant input x* (Sussillo and Barak 2013; Golub and
 * Sussillo 2018):
 * <ol>
 * <li>From each seed, Anderson's acceleration of the iteration h -> F(x*, h) leads to a fixed point, stable or not, within some
 * tens of steps. As soon as a seed is near one, Newton's method makes it exact.</li>
 * <li>The dynamics are followed from each seed, which finds stable points most surely.</li>
 * <li>A seed that met a slow state on its way, q(h) = 1/2 |F(x*, h) - h|^2, counts for a fixed point if the linear part of the
 * dynamics there leads from the state to the point. Otherwise the state is brought to the slow manifold, and is a slow point.</li>
 * <li>For seeds that met nothing Adam makes q small, again with Newton's method as soon as a seed may be near a fixed point.</li>
 * <li>Newton's method with steps of limited length starts from seeds, and from local minima of q, as long as it finds more.</li>
 * <li>Newton's method starts once more from the centroid of the seeds, from centroids of subsets of the stable points and from
 * the middle of any two points, to reach the saddles between them.</li>
 * </ol>
 * The result depends neither on the order of the seeds nor on threads; with units permuted, states are permuted and nothing
 * else changes beyond rounding. A search shows which points there are, never that there are no more.
 */
public final class FixedPointFinder {

	private final AutonomousMap map;
	private final FixedPointSettings settings;
	private final double tolerance;
	private final Comparator<double[]> order;
	private final Spectra spectra;

	/**
	 * @param input the constant input x*, one value per input channel
	 * @throws IllegalArgumentException if the cell has another number of input channels
	 */
	public FixedPointFinder(Cell cell, Weights weights, double[] input, FixedPointSettings settings) {
		this.map = new AutonomousMap(cell, weights, input);
		this.settings = settings;
		this.tolerance = settings.uniqueTolerance() * Math.sqrt(map.size());
		this.order = map.order().comparator();
		this.spectra = new Spectra(map);
	}

	/**
	 * Searches.
	 *
	 * @param seeds   states to start from, [seed][state]; at least one
	 * @param random  draws subsets of stable points where there are too many to try all
	 * @param monitor asked for cancellation at every iteration
	 * @throws org.eclipse.core.runtime.OperationCanceledException if the user has cancelled
	 */
	public FixedPointSet find(double[][] seeds, RandomStream random, IProgressMonitor monitor) {
		requireStates(seeds);
		try (map) {
			return search(seeds, random, monitor);
		}
	}

	private FixedPointSet search(double[][] seeds, RandomStream random, IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, 100);
		// One order for all orders: sums in batches then round alike, whatever the caller's order.
		double[][] sorted = Arrays.stream(seeds).sorted(order).toArray(double[][]::new);
		SeedRegion region = SeedRegion.of(sorted);
		SeedSearch search = new SeedSearch(map, settings, region, tolerance, order, spectra);
		search.run(sorted, progress.split(70));
		ExactPoints exact = search.exact();
		List<String> notes = new ArrayList<>(search.notes());
		new BetweenPoints(map, settings, region, order, spectra).search(exact, region.centre(), random, notes, progress.split(20));
		List<Candidate> slow = search.slow().stream().filter(point -> exact.nearest(point.state(), tolerance) < 0).toList();
		return describe(thinnedExact(exact.all(), notes), thinnedSlow(slow, notes), region, notes, progress.split(10));
	}

	/** All isolated points, and of those on a continuum as many as are asked for. */
	private List<Candidate> thinnedExact(List<Candidate> exact, List<String> notes) {
		List<Candidate> kept = new ArrayList<>(exact.stream().filter(point -> !spectra.isMarginal(point.state())).toList());
		List<Candidate> marginal = exact.stream().filter(point -> spectra.isMarginal(point.state()))
				.sorted(Comparator.comparing(Candidate::state, order)).toList();
		Spread spread = Spread.of(marginal, settings.manifoldPoints());
		kept.addAll(spread.states());
		noteThinning(marginal, spread, "fixed points with an eigenvalue on the unit circle", notes);
		return kept;
	}

	private List<Candidate> thinnedSlow(List<Candidate> slow, List<String> notes) {
		Spread spread = Spread.of(slow, settings.manifoldPoints());
		noteThinning(slow, spread, "slow points", notes);
		return spread.states();
	}

	private static void noteThinning(List<Candidate> all, Spread spread, String what, List<String> notes) {
		if (all.size() > spread.states().size()) {
			notes.add(String.format(Locale.ROOT,
					"%d of %d %s are described, chosen evenly: no two of them are nearer than %.3g, and none of the others is farther from all of them.",
					spread.states().size(), all.size(), what, spread.spacing()));
		}
	}

	private FixedPointSet describe(List<Candidate> exact, List<Candidate> slow, SeedRegion region, List<String> notes,
			IProgressMonitor monitor) {
		double spread = region.spread();
		double limit = settings.outlierFactor() * spread;
		List<FixedPoint> points = new ArrayList<>();
		for (boolean isExact : new boolean[] { true, false }) {
			for (Candidate candidate : isExact ? exact : slow) {
				Cancellation.check(monitor);
				// Seeds that all coincide have no spread to measure distances by.
				boolean outlier = spread > 0 && Candidate.distance(candidate.state(), region.centre()) > limit;
				points.add(new FixedPoint(candidate.state(), candidate.q(), isExact, spectra.of(candidate.state()),
						candidate.seeds(), outlier));
			}
		}
		points.sort(Comparator.comparing((FixedPoint point) -> !point.exact()).thenComparingInt(FixedPoint::index)
				.thenComparing(FixedPoint::state, order));
		long outliers = points.stream().filter(FixedPoint::outlier).count();
		if (outliers > 0) {
			notes.add(String.format(Locale.ROOT,
					"%d of %d points are outliers: they lie more than %.3g times as far from the centroid of the seeds as the seeds do on average (%.4g). They are listed, but not counted.",
					outliers, points.size(), settings.outlierFactor(), spread));
		}
		long marginal = points.stream().filter(point -> point.exact() && point.marginal()).count();
		if (marginal > 0) {
			notes.add(marginal + " fixed points have an eigenvalue within 1e-6 of the unit circle; their number of unstable directions is not certain.");
		}
		return new FixedPointSet(points, notes);
	}

	private void requireStates(double[][] seeds) {
		if (seeds.length == 0) {
			throw new IllegalArgumentException("a search for fixed points needs at least one seed");
		}
		for (double[] seed : seeds) {
			if (seed.length != map.size()) {
				throw new IllegalArgumentException(
						"a seed has " + seed.length + " values, the state of the cell " + map.size());
			}
		}
	}
}
