package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Finds fixed points and slow points of h' = F(x*, h) under a constant input x* (Sussillo and Barak 2013; Golub and
 * Sussillo 2018):
 * <ol>
 * <li>Adam makes q(h) = 1/2 |F(x*, h) - h|^2 small from all seeds at once. Beside that, the dynamics themselves are
 * followed from each seed, as they find stable points more surely.</li>
 * <li>Newton's method makes one state of each group of end points exact. An end point that it carries far away stays a
 * slow point, and the exact point at the end counts as well.</li>
 * <li>Newton's method starts once more from the centroid of the seeds, and from centroids of subsets of the stable points,
 * to reach the saddles between them.</li>
 * </ol>
 * The result depends neither on the order of the seeds nor on threads. A search shows which points there are, never that
 * there are no more.
 */
public final class FixedPointFinder {

	/** An end point this many unique tolerances away from its exact point only is that point, not quite reached. */
	private static final double ABSORPTION = 10;
	/** How many end points above the slow tolerance Newton's method is tried on, those of smallest q. */
	private static final int SECOND_CHANCES = 64;

	private final AutonomousMap map;
	private final FixedPointSettings settings;
	private final double tolerance;

	/**
	 * @param input the constant input x*, one value per input channel
	 * @throws IllegalArgumentException if the cell has another number of input channels
	 */
	public FixedPointFinder(Cell cell, Weights weights, double[] input, FixedPointSettings settings) {
		this.map = new AutonomousMap(cell, weights, input);
		this.settings = settings;
		this.tolerance = settings.uniqueTolerance() * Math.sqrt(map.size());
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
		SubMonitor progress = SubMonitor.convert(monitor, 100);
		List<String> notes = new ArrayList<>();
		// One order for all orders: sums in batches then round alike, whatever the caller's order.
		double[][] sorted = Arrays.stream(seeds).sorted(Candidate.BY_VALUES).toArray(double[][]::new);
		List<Candidate> ends = new AdamSearch(map, settings).descend(sorted, progress.split(40));
		List<Candidate> settled = new Settling(map).follow(sorted, progress.split(10)).stream()
				.filter(end -> end.q() <= settings.slowTolerance()).toList();
		List<Candidate> slow = new ArrayList<>();
		List<Candidate> exact = polishEnds(ends, settled, slow, notes, progress.split(20));
		exact = addFromCentroids(exact, centroid(sorted), random, notes, progress.split(20));
		List<Candidate> remaining = slowPoints(slow, exact);
		return describe(exact, remaining, sorted, notes, progress.split(10));
	}

	/** Makes the end points of Adam exact where possible; adds those that are slow to {@code slow}. */
	private List<Candidate> polishEnds(List<Candidate> ends, List<Candidate> settled, List<Candidate> slow,
			List<String> notes, IProgressMonitor monitor) {
		NewtonPolish newton = new NewtonPolish(map, settings.exactTolerance());
		List<Candidate> finite = ends.stream().filter(end -> Double.isFinite(end.q())).toList();
		List<Candidate> reached = distinct(Stream.concat(settled.stream(),
				finite.stream().filter(end -> end.q() <= settings.slowTolerance())).toList());
		List<Candidate> missed = distinct(finite.stream().filter(end -> end.q() > settings.slowTolerance()).toList());
		List<Candidate> tried = missed.subList(0, Math.min(SECOND_CHANCES, missed.size()));
		List<Candidate> exact = new ArrayList<>();
		List<Candidate> polished = newton.polish(reached, monitor);
		for (int i = 0; i < reached.size(); i++) {
			Candidate end = polished.get(i);
			boolean isExact = isExact(end);
			boolean moved = Candidate.distance(end.state(), reached.get(i).state()) > ABSORPTION * tolerance;
			if (isExact) {
				// The seeds of a slow point stay with it.
				exact.add(moved ? new Candidate(end.state(), end.q(), 0) : end);
			}
			if (!isExact || moved) {
				slow.add(reached.get(i));
			}
		}
		int rescued = 0;
		for (Candidate end : newton.polish(tried, monitor)) {
			if (isExact(end)) {
				exact.add(end);
				rescued += end.seeds();
			}
		}
		int lost = missed.stream().mapToInt(Candidate::seeds).sum() - rescued;
		if (lost > 0) {
			notes.add(String.format(Locale.ROOT,
					"%d of %d seeds ended where the state is neither fixed nor slow (q above %.3g; the smallest such q is %.3g): local minima of q, or a search cut short.",
					lost, ends.size(), settings.slowTolerance(), missed.get(0).q()));
		}
		if (finite.size() < ends.size()) {
			notes.add((ends.size() - finite.size()) + " of " + ends.size()
					+ " seeds were left out because the network's next state was not finite there.");
		}
		return distinct(exact);
	}

	/** Newton's method from the middle of the seeds, where oscillators have their fixed point, and between stable points. */
	private List<Candidate> addFromCentroids(List<Candidate> exact, double[] middle, RandomStream random, List<String> notes,
			IProgressMonitor monitor) {
		List<double[]> stable = new ArrayList<>();
		for (Candidate candidate : exact) {
			Cancellation.check(monitor);
			if (eigenvalues(candidate.state()).get(0).modulus() < 1) {
				stable.add(candidate.state());
			}
		}
		stable.sort(Candidate.BY_VALUES);
		SubsetCentroids centroids = SubsetCentroids.of(stable, settings.subsets(), random);
		centroids.note().ifPresent(notes::add);
		double[][] states = Stream.concat(Stream.of(middle), centroids.states().stream()).toArray(double[][]::new);
		double[][] residuals = map.residuals(states);
		List<Candidate> starts = new ArrayList<>();
		for (int i = 0; i < states.length; i++) {
			starts.add(new Candidate(states[i], AutonomousMap.q(residuals[i]), 0));
		}
		List<Candidate> all = new ArrayList<>(exact);
		new NewtonPolish(map, settings.exactTolerance()).polish(starts, monitor).stream().filter(this::isExact)
				.filter(end -> DistinctStates.indexWithin(exact, end.state(), tolerance) < 0).forEach(all::add);
		List<Candidate> distinct = distinct(all);
		if (distinct.size() > exact.size()) {
			notes.add((distinct.size() - exact.size()) + " of " + distinct.size()
					+ " fixed points were found only from centroids of stable points or of the seeds.");
		}
		return distinct;
	}

	/** Slow points that are not just an exact point nearby. */
	private List<Candidate> slowPoints(List<Candidate> slow, List<Candidate> exact) {
		return distinct(slow).stream()
				.filter(point -> DistinctStates.indexWithin(exact, point.state(), tolerance) < 0).toList();
	}

	private FixedPointSet describe(List<Candidate> exact, List<Candidate> slow, double[][] seeds, List<String> notes,
			IProgressMonitor monitor) {
		double[] centre = centroid(seeds);
		double spread = Arrays.stream(seeds).mapToDouble(seed -> Candidate.distance(seed, centre)).average().orElse(0);
		double limit = settings.outlierFactor() * spread;
		List<FixedPoint> points = new ArrayList<>();
		for (boolean isExact : new boolean[] { true, false }) {
			for (Candidate candidate : isExact ? exact : slow) {
				Cancellation.check(monitor);
				// Seeds that all coincide have no spread to measure distances by.
				boolean outlier = spread > 0 && Candidate.distance(candidate.state(), centre) > limit;
				points.add(new FixedPoint(candidate.state(), candidate.q(), isExact, eigenvalues(candidate.state()),
						candidate.seeds(), outlier));
			}
		}
		points.sort(Comparator.comparing((FixedPoint point) -> !point.exact()).thenComparingInt(FixedPoint::index)
				.thenComparing(FixedPoint::state, FixedPointFinder::compareRounded));
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

	private static double[] centroid(double[][] states) {
		double[] centre = new double[states[0].length];
		for (double[] state : states) {
			for (int i = 0; i < centre.length; i++) {
				centre[i] += state[i] / states.length;
			}
		}
		return centre;
	}

	private List<Complex> eigenvalues(double[] state) {
		INDArray jacobian = map.jacobians(new double[][] { state });
		return Lapack.eigen(NativeArrays.of(NativeArrays.values(jacobian), map.size(), map.size())).values();
	}

	private List<Candidate> distinct(List<Candidate> candidates) {
		return DistinctStates.of(candidates, tolerance, settings.exactTolerance());
	}

	private boolean isExact(Candidate candidate) {
		return candidate.q() <= settings.exactTolerance();
	}

	/** Zero and a rounding error next to it are equal, so that the order of points is that of their true states. */
	private static int compareRounded(double[] a, double[] b) {
		for (int i = 0; i < a.length; i++) {
			if (Math.abs(a[i] - b[i]) > 1e-7) {
				return Double.compare(a[i], b[i]);
			}
		}
		return 0;
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
