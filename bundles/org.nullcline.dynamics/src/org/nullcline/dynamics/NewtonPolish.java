package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Damped Newton's method on F(x*, h) - h = 0: h + d, h + d/2, h + d/4, ... with the step d of {@link NewtonSteps}, until q
 * falls.
 */
final class NewtonPolish {

	private static final int ITERATIONS = 60;
	private static final int HALVINGS = 20;
	private static final int FEW_ITERATIONS = 8;
	private static final int FEW_HALVINGS = 2;
	/** A start is given up if q has not halved within this many iterations: it is caught in a local minimum of q. */
	private static final int PATIENCE = 8;
	/** States meet where they are one and q is at most this. */
	private static final double MEETING = 1e-6;
	/** A step must lower q by at least this fraction of the step's scale. */
	private static final double SUFFICIENT = 1e-4;

	private final AutonomousMap map;
	private final StateGrid grid;
	private final NewtonSteps newton;
	private final double exactTolerance;
	private final int iterations;
	private final int halvings;
	private final int size;

	private NewtonPolish(AutonomousMap map, StateGrid grid, double exactTolerance, NewtonSteps newton, int iterations,
			int halvings) {
		this.map = map;
		this.grid = grid;
		this.newton = newton;
		this.exactTolerance = exactTolerance;
		this.iterations = iterations;
		this.halvings = halvings;
		this.size = map.size();
	}

	/** Polishing that goes on as long as q falls, from wherever it starts and on lines of fixed points as well. */
	static NewtonPolish patient(AutonomousMap map, StateGrid grid, double exactTolerance) {
		return new NewtonPolish(map, grid, exactTolerance, new NewtonSteps(map, 2), ITERATIONS, HALVINGS);
	}

	/** Polishing that converges near a fixed point, where convergence is quadratic, and soon gives up anywhere else. */
	static NewtonPolish quick(AutonomousMap map, StateGrid grid, double exactTolerance) {
		return new NewtonPolish(map, grid, exactTolerance, new NewtonSteps(map, 1e6), FEW_ITERATIONS, FEW_HALVINGS);
	}

	/**
	 * Follows each start until nothing is gained any more, or until it meets a known fixed point or another start that is
	 * nearly one: then it would end there.
	 *
	 * @return where the starts end, in their order; q never grows
	 */
	List<Candidate> polish(List<Candidate> starts, ExactPoints known, IProgressMonitor monitor) {
		List<Candidate> ends = new ArrayList<>();
		for (int from = 0; from < starts.size(); from += newton.chunk()) {
			ends.addAll(polishChunk(starts.subList(from, Math.min(starts.size(), from + newton.chunk())), known, monitor));
		}
		return ends;
	}

	private List<Candidate> polishChunk(List<Candidate> starts, ExactPoints known, IProgressMonitor monitor) {
		double[][] states = starts.stream().map(start -> start.state().clone()).toArray(double[][]::new);
		double[][] residuals = map.residuals(states);
		double[] q = Arrays.stream(residuals).mapToDouble(AutonomousMap::q).toArray();
		int[] active = IntStream.range(0, states.length).filter(i -> Double.isFinite(q[i]) && q[i] > 0).toArray();
		double[] before = q.clone();
		for (int iteration = 1; iteration <= iterations && active.length > 0; iteration++) {
			active = apart(iterate(active, states, residuals, q, monitor), states, q, known);
			if (iteration % PATIENCE == 0) {
				active = Arrays.stream(active).filter(i -> q[i] < before[i] / 2).toArray();
				System.arraycopy(q, 0, before, 0, q.length);
			}
		}
		List<Candidate> ends = new ArrayList<>();
		for (int i = 0; i < states.length; i++) {
			ends.add(new Candidate(states[i], q[i], starts.get(i).seeds()));
		}
		return ends;
	}

	/** Without states that have all but met a known point, or one that is active before them. */
	private static int[] apart(int[] active, double[][] states, double[] q, ExactPoints known) {
		int[] kept = new int[active.length];
		int count = 0;
		for (int i : active) {
			boolean alone = q[i] > MEETING || known.nearest(states[i], known.tolerance()) < 0;
			for (int k = 0; k < count && alone && q[i] <= MEETING; k++) {
				alone = q[kept[k]] > MEETING || Candidate.distance(states[i], states[kept[k]]) > known.tolerance();
			}
			if (alone) {
				kept[count++] = i;
			}
		}
		return Arrays.copyOf(kept, count);
	}

	/** One step of each active state; returns those that can still be improved. */
	private int[] iterate(int[] active, double[][] states, double[][] residuals, double[] q, IProgressMonitor monitor) {
		double[][] found = newton.at(rows(states, active), rows(residuals, active), monitor);
		double[][] steps = new double[states.length][];
		for (int k = 0; k < active.length; k++) {
			steps[active[k]] = found[k];
		}
		int[] waiting = Arrays.stream(active).filter(i -> steps[i] != null).toArray();
		boolean[] improved = new boolean[states.length];
		double scale = 1;
		for (int halving = 0; halving <= halvings && waiting.length > 0; halving++, scale /= 2) {
			Cancellation.check(monitor);
			waiting = tryScale(waiting, scale, steps, states, residuals, q, improved);
		}
		return Arrays.stream(active).filter(i -> improved[i] && q[i] > 0).toArray();
	}

	/** Moves the waiting states by their scaled steps where that lowers q; returns those that wait for a smaller scale. */
	private int[] tryScale(int[] waiting, double scale, double[][] steps, double[][] states, double[][] residuals,
			double[] q, boolean[] improved) {
		double[][] tried = new double[waiting.length][];
		for (int k = 0; k < waiting.length; k++) {
			tried[k] = states[waiting[k]].clone();
			boolean rounds = grid.isFar(q[waiting[k]]);
			for (int j = 0; j < size; j++) {
				double next = tried[k][j] + scale * steps[waiting[k]][j];
				tried[k][j] = rounds ? grid.round(next) : next;
			}
		}
		double[][] triedResiduals = map.residuals(tried);
		List<Integer> still = new ArrayList<>();
		for (int k = 0; k < waiting.length; k++) {
			int i = waiting[k];
			double triedQ = AutonomousMap.q(triedResiduals[k]);
			if (triedQ < q[i] * (1 - SUFFICIENT * scale)) {
				states[i] = tried[k];
				residuals[i] = triedResiduals[k];
				q[i] = triedQ;
				improved[i] = true;
			} else if (q[i] > exactTolerance) {
				// Below the tolerance only rounding errors are left, and no scale helps against those.
				still.add(i);
			}
		}
		return still.stream().mapToInt(Integer::intValue).toArray();
	}

	private static double[][] rows(double[][] all, int[] chosen) {
		return Arrays.stream(chosen).mapToObj(i -> all[i]).toArray(double[][]::new);
	}
}
