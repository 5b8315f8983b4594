package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Lets states go where the dynamics take them. Other ways to a fixed point prefer none to another and may leave out a stable
 * one; the dynamics lead there from its whole basin. States that do not come to rest then follow the relaxed dynamics
 * h + a (F(h) - h) with a small a, which have the same fixed points, and whose attractors include points from which the
 * network itself departs by alternating.
 */
final class Settling {

	private static final int STEPS = 300;
	private static final double RELAXATION = 0.1;
	/** How often the states at rest are taken out. */
	private static final int COMPACT_EVERY = 25;
	/** At rest: q below this. */
	private static final double REST = 1e-14;

	private final AutonomousMap map;
	private final double met;
	private final Predicate<double[]> captured;
	private final int size;
	private double[][] states;
	private double[] q;

	/**
	 * @param met      distance below which two states are one
	 * @param captured whether a state is on its way to a point that is known; asked from time to time
	 */
	Settling(AutonomousMap map, double met, Predicate<double[]> captured) {
		this.map = map;
		this.met = met;
		this.captured = captured;
		size = map.size();
	}

	/** Where states end that are not captured, nor meet others; they stand for no seeds. */
	List<Candidate> follow(double[][] seeds, IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, 2);
		states = Arrays.stream(seeds).map(double[]::clone).toArray(double[][]::new);
		q = new double[seeds.length];
		Arrays.fill(q, Double.POSITIVE_INFINITY);
		int[] all = IntStream.range(0, seeds.length).toArray();
		List<Candidate> ends = new ArrayList<>();
		int[] left = settle(all, 1, ends, progress.split(1));
		for (int row : settle(left, RELAXATION, ends, progress.split(1))) {
			ends.add(new Candidate(states[row], q[row], 0));
		}
		return ends;
	}

	/** Moves states, and takes those that come to rest into the ends; returns those that are left. */
	private int[] settle(int[] rows, double relaxation, List<Candidate> ends, IProgressMonitor monitor) {
		int[] active = rows;
		for (int step = 0; step < STEPS && active.length > 0; step += COMPACT_EVERY) {
			steps(active, relaxation, monitor);
			int[] finite = Arrays.stream(active).filter(row -> Double.isFinite(q[row])).toArray();
			int[] open = apart(Arrays.stream(finite).filter(row -> !captured.test(states[row])).toArray());
			for (int row : open) {
				if (q[row] <= REST) {
					ends.add(new Candidate(states[row], q[row], 0));
				}
			}
			active = Arrays.stream(open).filter(row -> q[row] > REST).toArray();
		}
		return active;
	}

	/** Of states that have met, the first: they go the same way from there. */
	private int[] apart(int[] rows) {
		int[] kept = new int[rows.length];
		int count = 0;
		for (int row : rows) {
			boolean alone = true;
			for (int k = 0; k < count && alone; k++) {
				alone = StateVectors.isFarther(states[row], states[kept[k]], met);
			}
			if (alone) {
				kept[count++] = row;
			}
		}
		return Arrays.copyOf(kept, count);
	}

	/** Some steps, after which q is that of the state. */
	private void steps(int[] active, double relaxation, IProgressMonitor monitor) {
		double[] values = new double[active.length * size];
		double[] residuals = new double[values.length];
		for (int k = 0; k < active.length; k++) {
			System.arraycopy(states[active[k]], 0, values, k * size, size);
		}
		for (int step = 0; step < COMPACT_EVERY; step++) {
			Cancellation.check(monitor);
			map.residuals(values, active.length, residuals);
			for (int i = 0; i < values.length; i++) {
				values[i] += relaxation * residuals[i];
			}
		}
		map.residuals(values, active.length, residuals);
		for (int k = 0; k < active.length; k++) {
			states[active[k]] = Arrays.copyOfRange(values, k * size, (k + 1) * size);
			double sum = 0;
			for (int i = k * size; i < (k + 1) * size; i++) {
				sum += residuals[i] * residuals[i];
			}
			q[active[k]] = sum / 2;
		}
	}
}
