package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.List;

/** The fixed points that a search has found so far, each once. */
final class ExactPoints {

	private final double tolerance;
	private final List<double[]> states = new ArrayList<>();
	private final List<Double> q = new ArrayList<>();
	private final List<Integer> seeds = new ArrayList<>();

	/** @param tolerance largest distance of two states that are one */
	ExactPoints(double tolerance) {
		this.tolerance = tolerance;
	}

	/** Largest distance of two states that are one. */
	double tolerance() {
		return tolerance;
	}

	int size() {
		return states.size();
	}

	/** Whether the point was new; its seeds are counted in any case. */
	boolean add(Candidate point) {
		int known = nearest(point.state(), tolerance);
		if (known >= 0) {
			count(known, point.seeds());
			return false;
		}
		states.add(point.state());
		q.add(point.q());
		seeds.add(point.seeds());
		return true;
	}

	void count(int index, int more) {
		seeds.set(index, seeds.get(index) + more);
	}

	/** The nearest point within a distance, or -1. */
	int nearest(double[] state, double within) {
		int nearest = -1;
		double smallest = within;
		for (int i = 0; i < states.size(); i++) {
			double distance = Candidate.distance(states.get(i), state);
			if (distance <= smallest) {
				smallest = distance;
				nearest = i;
			}
		}
		return nearest;
	}

	double[] state(int index) {
		return states.get(index);
	}

	/** The points in the order in which they were found. */
	List<Candidate> all() {
		List<Candidate> all = new ArrayList<>();
		for (int i = 0; i < states.size(); i++) {
			all.add(new Candidate(states.get(i), q.get(i), seeds.get(i)));
		}
		return all;
	}
}
