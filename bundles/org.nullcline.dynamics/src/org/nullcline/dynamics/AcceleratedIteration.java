package org.nullcline.dynamics;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Solves F(x*, h) = h from several seeds at once by Anderson's acceleration of the iteration h -> F(h) (Anderson 1965; Walker
 * and Ni 2011). With f = F(h) - h, the last steps dh_i and what they changed, df_i, a state moves to
 *
 * <pre>
 * h + f - sum_i g_i (dh_i + df_i),     g = argmin |f - sum_i g_i df_i|
 * </pre>
 *
 * which is Newton's method in the directions in which the state has moved, and the network's own dynamics in all others. Those
 * contract in trained networks, so that some tens of steps of a state, without any Jacobian, lead to a fixed point: a stable
 * one or a saddle, whichever the seed is near. In slow regions states jump; the first slow state on each way is kept.
 */
final class AcceleratedIteration {

	/** Steps that are remembered: more than there are directions in which a trained network hardly contracts. */
	static final int MEMORY = 10;
	/** Added to the unit diagonal of the normal equations for g. */
	private static final double RIDGE = 1e-7;
	/** Longest step, as a fraction of the root mean square norm of the seeds. */
	private static final double LONGEST = 0.3;
	/** How far states may go from the centroid of the seeds, in units of the seeds' mean distance from it. */
	private static final double REACH = 3;

	private final AutonomousMap map;
	private final SeedRegion region;
	private final double slowTolerance;
	private final int size;
	private final int memory;
	private final double longest;
	private final StateGrid grid;
	private final double[][] states;
	private final double[][] residuals;
	private final double[] q;
	private final double[][] firstSlow;
	/** dh + df and df of the last steps, [seed][slot, state]. */
	private final double[][] steps;
	private final double[][] changes;
	/** Products of the changes, [seed][slot, slot]. */
	private final double[][] products;
	private final double[] batchStates;
	private final double[] batchResiduals;
	private int taken;
	private int[] moving;

	/**
	 * @param seeds         some of the search's seeds: few enough for the memory of their steps to stay in the cache
	 * @param slowTolerance largest q of a slow state
	 */
	AcceleratedIteration(AutonomousMap map, SeedRegion region, double slowTolerance, double[][] seeds) {
		this.map = map;
		this.region = region;
		this.slowTolerance = slowTolerance;
		size = map.size();
		memory = Math.min(MEMORY, (size + 1) / 2);
		longest = LONGEST * region.valueScale() * Math.sqrt(size);
		grid = new StateGrid(region);
		int count = seeds.length;
		states = Arrays.stream(seeds).map(double[]::clone).toArray(double[][]::new);
		residuals = new double[count][size];
		q = new double[count];
		firstSlow = new double[count][];
		steps = new double[count][memory * size];
		changes = new double[count][memory * size];
		products = new double[count][memory * memory];
		batchStates = new double[count * size];
		batchResiduals = new double[count * size];
		moving = IntStream.range(0, count).toArray();
		evaluate();
		for (int row = 0; row < moving.length; row++) {
			System.arraycopy(batchResiduals, row * size, residuals[moving[row]], 0, size);
			assess(moving[row]);
		}
	}

	/** The seeds that have not been taken out. */
	int[] moving() {
		return moving.clone();
	}

	/** Where a seed is now, and its q. */
	Candidate at(int seed) {
		return new Candidate(states[seed], q[seed], 1);
	}

	/** The first slow state on a seed's way, or null. */
	double[] firstSlow(int seed) {
		return firstSlow[seed];
	}

	/** Takes out seeds. */
	void rest(IntPredicate resting) {
		moving = Arrays.stream(moving).filter(seed -> !resting.test(seed)).toArray();
	}

	/** So many steps of all moving seeds. Seeds that leave the region, or whose next state is not finite, are taken out. */
	void advance(int count, IProgressMonitor monitor) {
		for (int step = 0; step < count && moving.length > 0; step++) {
			Cancellation.check(monitor);
			rest(seed -> !Double.isFinite(q[seed]) || !region.holds(states[seed], REACH));
			for (int seed : moving) {
				move(seed);
			}
			evaluate();
			int slot = taken % memory;
			for (int row = 0; row < moving.length; row++) {
				remember(moving[row], slot, row * size);
				assess(moving[row]);
			}
			taken++;
		}
	}

	private void evaluate() {
		for (int row = 0; row < moving.length; row++) {
			System.arraycopy(states[moving[row]], 0, batchStates, row * size, size);
		}
		map.residuals(batchStates, moving.length, batchResiduals);
	}

	private void assess(int seed) {
		q[seed] = AutonomousMap.q(residuals[seed]);
		if (q[seed] <= slowTolerance && firstSlow[seed] == null) {
			firstSlow[seed] = states[seed].clone();
		}
	}

	/** The accelerated step; {@link #steps} receives dh in the slot to come, which {@link #remember} completes. */
	private void move(int seed) {
		double[] state = states[seed];
		double[] step = residuals[seed].clone();
		int known = Math.min(taken, memory);
		if (known > 0) {
			double[] right = new double[known];
			for (int i = 0; i < known; i++) {
				right[i] = StateVectors.dot(changes[seed], i * size, residuals[seed], 0, size);
			}
			double[] g = NormalEquations.solve(products[seed], memory, right, RIDGE);
			for (int i = 0; i < known; i++) {
				StateVectors.subtract(g[i], steps[seed], i * size, step);
			}
		}
		double scale = Math.min(1, longest / Math.sqrt(StateVectors.dot(step, 0, step, 0, size)));
		boolean rounds = grid.isFar(q[seed]);
		int slot = taken % memory * size;
		for (int j = 0; j < size; j++) {
			double next = state[j] + scale * step[j];
			next = rounds ? grid.round(next) : next;
			steps[seed][slot + j] = next - state[j];
			state[j] = next;
		}
	}

	private void remember(int seed, int slot, int row) {
		double[] residual = residuals[seed];
		double[] change = changes[seed];
		int at = slot * size;
		for (int j = 0; j < size; j++) {
			double next = batchResiduals[row + j];
			change[at + j] = next - residual[j];
			steps[seed][at + j] += next - residual[j];
			residual[j] = next;
		}
		for (int i = 0; i <= Math.min(taken, memory - 1); i++) {
			double product = StateVectors.dot(change, i * size, change, at, size);
			products[seed][i * memory + slot] = product;
			products[seed][slot * memory + i] = product;
		}
	}
}
