package org.nullcline.analysis.topology.internal.flow;

/**
 * Tells cycles from states that are still on their way. Over a window of time steps it follows the distance from where the
 * window began. A cycle, be it a closed orbit that is never hit exactly twice, goes away and comes back, and does so to
 * the same extent in both halves of the window; a spiral that shrinks or grows does not.
 */
final class Recurrence {

	/** Time steps; a cycle of a longer period than half of this is not told. */
	static final int WINDOW = 512;

	/** A return comes nearer than this fraction of the largest distance. */
	private static final double RETURN = 0.1;
	/** The extents of the two halves differ by at most this fraction. */
	private static final double SAME_EXTENT = 0.03;
	/** Motion this small, relative to the state, is rounding. */
	private static final double ROUNDING = 1e-9;

	private double[] reference;
	private int step;
	private double first;
	private double second;
	private double peak;
	private double nearestAfterPeak;

	/** Takes the next state. @return whether the window that ends with it holds a cycle */
	boolean add(double[] values, int offset, int size) {
		if (reference == null) {
			begin(values, offset, size);
			return false;
		}
		double sum = 0;
		for (int k = 0; k < size; k++) {
			double difference = values[offset + k] - reference[k];
			sum += difference * difference;
		}
		double distance = Math.sqrt(sum);
		step++;
		if (step <= WINDOW / 2) {
			first = Math.max(first, distance);
		} else {
			second = Math.max(second, distance);
		}
		if (distance > peak) {
			peak = distance;
			nearestAfterPeak = Double.POSITIVE_INFINITY;
		} else {
			nearestAfterPeak = Math.min(nearestAfterPeak, distance);
		}
		if (step < WINDOW) {
			return false;
		}
		boolean cycle = peak > ROUNDING * (1 + norm(reference)) && nearestAfterPeak < RETURN * peak
				&& Math.abs(first - second) <= SAME_EXTENT * peak;
		begin(values, offset, size);
		return cycle;
	}

	private void begin(double[] values, int offset, int size) {
		reference = java.util.Arrays.copyOfRange(values, offset, offset + size);
		step = 0;
		first = 0;
		second = 0;
		peak = 0;
		nearestAfterPeak = Double.POSITIVE_INFINITY;
	}

	private static double norm(double[] values) {
		double sum = 0;
		for (double value : values) {
			sum += value * value;
		}
		return Math.sqrt(sum);
	}
}
