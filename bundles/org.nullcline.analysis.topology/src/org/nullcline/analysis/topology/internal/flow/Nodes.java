package org.nullcline.analysis.topology.internal.flow;

/**
 * The fixed points under one constant input: the nodes of the graph.
 *
 * @param states  [node][state]
 * @param index   number of unstable directions of each node
 * @param spacing Euclidean distance of each node from the nearest other one. A node alone has none; 0.1 sqrt(state size)
 *                stands for it
 */
public record Nodes(double[][] states, int[] index, double[] spacing) {

	private static final double SPACING_OF_ONE = 0.1;

	/** Nodes with the spacing that they have. */
	public static Nodes of(double[][] states, int[] index) {
		double[] spacing = new double[states.length];
		for (int i = 0; i < states.length; i++) {
			double nearest = Double.POSITIVE_INFINITY;
			for (int j = 0; j < states.length; j++) {
				if (j != i) {
					nearest = Math.min(nearest, distance(states[i], states[j]));
				}
			}
			spacing[i] = states.length > 1 ? nearest : SPACING_OF_ONE * Math.sqrt(states[i].length);
		}
		return new Nodes(states, index, spacing);
	}

	/** Number of nodes. */
	public int size() {
		return states.length;
	}

	/** Whether small perturbations of a node decay. */
	public boolean stable(int node) {
		return index[node] == 0;
	}

	/** The mean of the nodes, [state]. */
	public double[] centre() {
		double[] centre = new double[states[0].length];
		for (double[] state : states) {
			for (int k = 0; k < centre.length; k++) {
				centre[k] += state[k] / states.length;
			}
		}
		return centre;
	}

	/** The largest distance of a node from the centre, at least the largest spacing. */
	public double extent() {
		double[] centre = centre();
		double extent = 0;
		for (int i = 0; i < size(); i++) {
			extent = Math.max(extent, Math.max(spacing[i], distance(states[i], centre)));
		}
		return extent;
	}

	static double distance(double[] a, double[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++) {
			sum += (a[k] - b[k]) * (a[k] - b[k]);
		}
		return Math.sqrt(sum);
	}
}
