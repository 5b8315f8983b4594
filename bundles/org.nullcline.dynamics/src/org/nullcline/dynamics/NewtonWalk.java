package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Newton's method with steps of limited length that may raise q. It leaves the local minima of q in which descent ends, of
 * which networks with strong weights have many, and so reaches fixed points that descent does not.
 */
final class NewtonWalk {

	private static final int ITERATIONS = 60;
	/** Longest step, as a fraction of the root mean square norm of the starts. */
	private static final double LONGEST = 0.3;
	/** A walk has arrived where q is below this; polishing does the remainder. */
	private static final double ARRIVED = 1e-16;

	private final AutonomousMap map;
	private final NewtonSteps newton;
	private final double longest;
	private final StateGrid grid;
	private final SeedRegion region;
	private final double reach;
	private final NearPoints near;

	/**
	 * @param reach how far walks may go from the centroid of the seeds, in units of the seeds' spread: far outside gates
	 *              saturate, and to working precision a network with saturated gates keeps any state
	 */
	NewtonWalk(AutonomousMap map, SeedRegion region, double reach, NearPoints near) {
		this.map = map;
		this.newton = new NewtonSteps(map, 1e6);
		this.grid = new StateGrid(region);
		this.region = region;
		this.reach = reach;
		this.near = near;
		this.longest = LONGEST * region.valueScale() * Math.sqrt(map.size());
	}

	/** Where walks arrive that meet no known point; many arrive nowhere. Each end stands for the seeds of its start. */
	List<Candidate> walk(List<Candidate> starts, IProgressMonitor monitor) {
		List<Candidate> ends = new ArrayList<>();
		for (int from = 0; from < starts.size(); from += newton.chunk()) {
			walkChunk(starts.subList(from, Math.min(starts.size(), from + newton.chunk())), ends, monitor);
		}
		return ends;
	}

	private void walkChunk(List<Candidate> starts, List<Candidate> ends, IProgressMonitor monitor) {
		double[][] states = starts.stream().map(start -> start.state().clone()).toArray(double[][]::new);
		int[] walking = IntStream.range(0, states.length).toArray();
		for (int iteration = 0; iteration <= ITERATIONS && walking.length > 0; iteration++) {
			double[][] at = Arrays.stream(walking).mapToObj(i -> states[i]).toArray(double[][]::new);
			double[][] residuals = map.residuals(at);
			double[] q = Arrays.stream(residuals).mapToDouble(AutonomousMap::q).toArray();
			List<Integer> further = new ArrayList<>();
			for (int k = 0; k < walking.length; k++) {
				Candidate here = new Candidate(at[k], q[k], starts.get(walking[k]).seeds());
				if (!Double.isFinite(q[k]) || !region.holds(at[k], reach) || near.holds(here)) {
					continue;
				}
				if (q[k] <= ARRIVED) {
					ends.add(here);
				} else {
					further.add(k);
				}
			}
			double[][] steps = newton.at(further.stream().map(k -> at[k]).toArray(double[][]::new),
					further.stream().map(k -> residuals[k]).toArray(double[][]::new), monitor);
			List<Integer> next = new ArrayList<>();
			for (int k = 0; k < steps.length; k++) {
				if (steps[k] != null) {
					int walk = walking[further.get(k)];
					move(states[walk], steps[k], q[further.get(k)]);
					next.add(walk);
				}
			}
			walking = next.stream().mapToInt(Integer::intValue).toArray();
		}
	}

	private void move(double[] state, double[] step, double q) {
		double scale = Math.min(1, longest / NewtonSteps.norm(step));
		boolean rounds = grid.isFar(q);
		for (int j = 0; j < state.length; j++) {
			double next = state[j] + scale * step[j];
			state[j] = rounds ? grid.round(next) : next;
		}
	}
}
