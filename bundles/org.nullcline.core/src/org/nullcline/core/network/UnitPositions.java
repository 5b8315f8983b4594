package org.nullcline.core.network;

/**
 * Places of hidden units in the plane, for cells and regularizers to which distances matter. Positions have no unit; the
 * grid lies in the unit square.
 *
 * @since 0.1.0
 */
public final class UnitPositions {

	private UnitPositions() {
	}

	/**
	 * A square grid in the unit square, filled row by row: the smallest that has room for all units.
	 *
	 * @return x and y of each unit, [unit][2]
	 */
	public static double[][] grid(int units) {
		int side = (int) Math.ceil(Math.sqrt(units));
		double[][] positions = new double[units][2];
		for (int unit = 0; unit < units; unit++) {
			positions[unit][0] = side == 1 ? 0.5 : (unit % side) / (side - 1.0);
			positions[unit][1] = side == 1 ? 0.5 : (unit / side) / (side - 1.0);
		}
		return positions;
	}

	/** The Euclidean distance of two positions. */
	public static double distance(double[] a, double[] b) {
		return Math.hypot(a[0] - b[0], a[1] - b[1]);
	}
}
