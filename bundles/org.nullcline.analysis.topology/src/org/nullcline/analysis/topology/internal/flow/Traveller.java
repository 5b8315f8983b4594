package org.nullcline.analysis.topology.internal.flow;

import java.util.BitSet;

/** One trajectory on its way: sees its states one after the other and knows when it has ended. */
final class Traveller {

	/** A step this small, relative to the state, is no motion. */
	private static final double REST = 1e-11;
	/** Time steps between two looks at whether a stable node is being approached. */
	private static final int LOOK = 16;

	private final Nodes nodes;
	private final double[] radii;
	private final double[] centre;
	private final double escapeDistance;
	private final BitSet passed = new BitSet();
	private final Recurrence recurrence = new Recurrence();
	private int steps;
	private int approached = -1;
	private double approachedDistance;
	private Journey journey;

	Traveller(Nodes nodes, double[] radii, double[] centre, double escapeDistance) {
		this.nodes = nodes;
		this.radii = radii;
		this.centre = centre;
		this.escapeDistance = escapeDistance;
	}

	/** Where it led, or null as long as that is not known. */
	Journey journey() {
		return journey;
	}

	/**
	 * Takes the next state.
	 *
	 * @param before where the state before lies in its array
	 * @param after  where the new state lies in its array
	 */
	void move(double[] beforeValues, int before, double[] values, int after, int size) {
		steps++;
		double fromCentre = 0;
		double moved = 0;
		double norm = 0;
		for (int k = 0; k < size; k++) {
			double value = values[after + k];
			fromCentre += (value - centre[k]) * (value - centre[k]);
			moved += (value - beforeValues[before + k]) * (value - beforeValues[before + k]);
			norm += value * value;
		}
		if (!(Math.sqrt(fromCentre) <= escapeDistance)) {
			end(Ending.ESCAPE, -1);
			return;
		}
		int inside = inside(values, after, size);
		if (inside >= 0 && !nodes.stable(inside)) {
			passed.set(inside);
		}
		if (Math.sqrt(moved) <= REST * (1 + Math.sqrt(norm))) {
			end(inside >= 0 ? Ending.NODE : Ending.UNLISTED, inside);
		} else if (steps % LOOK == 0 && lands(inside, values, after, size)) {
			end(Ending.NODE, inside);
		} else if (recurrence.add(values, after, size)) {
			end(Ending.CYCLE, -1);
		}
	}

	/** Ends the journey for want of steps. */
	void giveUp(double[] values, int offset, int size) {
		int inside = inside(values, offset, size);
		boolean near = inside >= 0 && nodes.stable(inside);
		end(near ? Ending.NODE : Ending.MOVING, near ? inside : -1);
	}

	/** Two looks in a row within the radius of one stable node, the second one not farther from it. */
	private boolean lands(int inside, double[] values, int offset, int size) {
		if (inside < 0 || !nodes.stable(inside)) {
			approached = -1;
			return false;
		}
		double distance = Math.sqrt(square(nodes.states()[inside], values, offset, size, Double.POSITIVE_INFINITY));
		boolean landed = inside == approached && distance <= approachedDistance;
		approached = inside;
		approachedDistance = distance;
		return landed;
	}

	/** The node within whose radius the state lies, or -1; radii are below half the spacing, so there is one at most. */
	private int inside(double[] values, int offset, int size) {
		for (int node = 0; node < nodes.size(); node++) {
			double limit = radii[node] * radii[node];
			if (square(nodes.states()[node], values, offset, size, limit) <= limit) {
				return node;
			}
		}
		return -1;
	}

	/** The squared distance, or something above the limit as soon as that is certain. */
	private static double square(double[] state, double[] values, int offset, int size, double limit) {
		double sum = 0;
		for (int k = 0; k < size && sum <= limit; k++) {
			double difference = values[offset + k] - state[k];
			sum += difference * difference;
		}
		return sum;
	}

	private void end(Ending ending, int node) {
		journey = new Journey(ending, node, passed, steps);
	}
}
