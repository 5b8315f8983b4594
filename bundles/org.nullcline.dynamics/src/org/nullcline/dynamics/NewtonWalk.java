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
	private final double[] centre;
	private final double radius;

	/**
	 * @param scale  root mean square norm of the states that the network visits
	 * @param centre of the region that walks do not leave: far outside gates saturate, and to working precision a network with
	 *               saturated gates keeps any state
	 * @param radius of the region
	 */
	NewtonWalk(AutonomousMap map, double scale, double[] centre, double radius) {
		this.map = map;
		this.newton = new NewtonSteps(map, 1e6);
		this.centre = centre;
		this.radius = radius;
		this.longest = LONGEST * (scale > 0 ? scale : Math.sqrt(map.size()));
	}

	/** Where walks arrive; fewer than starts, as many walks do not. Each end stands for the seeds of its start. */
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
				if (q[k] <= ARRIVED && Candidate.distance(at[k], centre) <= radius) {
					ends.add(new Candidate(at[k], q[k], starts.get(walking[k]).seeds()));
				} else if (Double.isFinite(q[k]) && Candidate.distance(at[k], centre) <= radius) {
					further.add(k);
				}
			}
			double[][] steps = newton.at(further.stream().map(k -> at[k]).toArray(double[][]::new),
					further.stream().map(k -> residuals[k]).toArray(double[][]::new), monitor);
			List<Integer> next = new ArrayList<>();
			for (int k = 0; k < steps.length; k++) {
				if (steps[k] != null) {
					int walk = walking[further.get(k)];
					move(states[walk], steps[k]);
					next.add(walk);
				}
			}
			walking = next.stream().mapToInt(Integer::intValue).toArray();
		}
	}

	private void move(double[] state, double[] step) {
		double scale = Math.min(1, longest / NewtonSteps.norm(step));
		for (int j = 0; j < state.length; j++) {
			state[j] += scale * step[j];
		}
	}
}
