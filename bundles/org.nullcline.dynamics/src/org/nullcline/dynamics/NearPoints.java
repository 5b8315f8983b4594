package org.nullcline.dynamics;

import java.util.Comparator;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;

/** The fixed points that a search has found, and which states are taken for one of them that is not quite reached. */
final class NearPoints {

	/** A state this many unique tolerances away from an exact point is taken for that point. */
	private static final double ABSORPTION = 10;
	/** The largest q of such a state. */
	private static final double NEARLY = 1e-3;

	private final ExactPoints exact;
	private final double exactTolerance;
	private final Comparator<double[]> order;

	NearPoints(ExactPoints exact, double exactTolerance, Comparator<double[]> order) {
		this.exact = exact;
		this.exactTolerance = exactTolerance;
		this.order = order;
	}

	ExactPoints exact() {
		return exact;
	}

	/** How far from a point a state may be to be taken for it. */
	double distance() {
		return ABSORPTION * exact.tolerance();
	}

	/** The point that a state is taken for, or -1. */
	int of(Candidate state) {
		return state.q() <= NEARLY ? exact.nearest(state.state(), distance()) : -1;
	}

	boolean holds(Candidate state) {
		return of(state) >= 0;
	}

	/**
	 * Newton's method on states that are not near a point, of which each stands for its surroundings; what it finds counts
	 * without seeds.
	 *
	 * @param most how many states to try, spread evenly over all of them
	 */
	void polish(List<Candidate> states, int most, NewtonPolish newton, IProgressMonitor monitor) {
		List<Candidate> open = distinct(states.stream().filter(state -> !holds(state)).toList());
		List<Candidate> ends = newton.polish(Spread.of(open, most).states(), exact, monitor);
		add(ends);
	}

	/** Takes those states into the fixed points that are fixed to working precision, without their seeds. */
	void add(List<Candidate> states) {
		for (Candidate state : distinct(states.stream().filter(state -> state.q() <= exactTolerance).toList())) {
			exact.add(new Candidate(state.state(), state.q(), 0));
		}
	}

	/** States that are not one, each with the seeds of those that are. */
	List<Candidate> distinct(List<Candidate> states) {
		return DistinctStates.of(states, exact.tolerance(), exactTolerance, order);
	}
}
