package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Brings slow states to the slow manifold: all directions but the slow ones come to rest, and the state stays where it is along
 * the manifold. What is left of q is how slow the dynamics are there.
 */
final class SlowManifold {

	/** Directions that take more than this many time steps are the manifold's. */
	private static final double TIME_STEPS = 30;
	private static final int ITERATIONS = 4;
	/** Another step is worth its cost if the last one has lowered q to this fraction. */
	private static final double WORTH_WHILE = 0.5;

	private final AutonomousMap map;
	private final DampedSteps steps;

	SlowManifold(AutonomousMap map) {
		this.map = map;
		steps = new DampedSteps(map, 1 / TIME_STEPS);
	}

	/** The states on the manifold, in the order of the given ones; q never grows. */
	List<Candidate> approach(List<Candidate> states, IProgressMonitor monitor) {
		List<Candidate> ends = new ArrayList<>();
		for (Candidate state : states) {
			Cancellation.check(monitor);
			ends.add(approach(state));
		}
		return ends;
	}

	private Candidate approach(Candidate start) {
		double[] state = start.state();
		double[] f = map.residuals(new double[][] { state })[0];
		double q = start.q();
		for (int iteration = 0; iteration < ITERATIONS; iteration++) {
			double[] step = steps.at(state, f);
			if (step == null) {
				break;
			}
			double[] tried = state.clone();
			StateVectors.subtract(-1, step, 0, tried);
			double[] triedF = map.residuals(new double[][] { tried })[0];
			double triedQ = AutonomousMap.q(triedF);
			if (!(triedQ < q)) {
				break;
			}
			boolean goesOn = triedQ < WORTH_WHILE * q;
			state = tried;
			f = triedF;
			q = triedQ;
			if (!goesOn) {
				break;
			}
		}
		return new Candidate(state, q, start.seeds());
	}
}
