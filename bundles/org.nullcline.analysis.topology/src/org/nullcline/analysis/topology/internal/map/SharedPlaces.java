package org.nullcline.analysis.topology.internal.map;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Makes all networks of a map visible, where many have no distance from each other. */
final class SharedPlaces {

	/** Distance of neighbours at one place, as a fraction of the extent of the map: about the size of a marker. */
	private static final double STEP = 0.018;
	/** The angle of sunflower seeds, which fills a disc evenly. */
	private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

	private SharedPlaces() {
	}

	/**
	 * Points of distance 0 from each other in a disc around the mean of their places; all others where they are.
	 *
	 * @param points    [network][2]
	 * @param distances [network][network]
	 */
	static double[][] sideBySide(double[][] points, double[][] distances) {
		double extent = Math.max(extent(points, 0), extent(points, 1));
		double step = STEP * (extent > 0 ? extent : 1);
		double[][] placed = new double[points.length][];
		for (int i = 0; i < points.length; i++) {
			int network = i;
			// Whom an earlier network has taken along has its place already.
			if (placed[i] == null) {
				List<Integer> together = IntStream.range(i, points.length)
						.filter(j -> placed[j] == null && (j == network || distances[network][j] == 0)).boxed().toList();
				double x = together.stream().mapToDouble(j -> points[j][0]).average().orElseThrow();
				double y = together.stream().mapToDouble(j -> points[j][1]).average().orElseThrow();
				for (int k = 0; k < together.size(); k++) {
					double radius = together.size() == 1 ? 0 : step * Math.sqrt(k + 0.5);
					placed[together.get(k)] = new double[] { x + radius * Math.cos(k * GOLDEN_ANGLE),
							y + radius * Math.sin(k * GOLDEN_ANGLE) };
				}
			}
		}
		return placed;
	}

	private static double extent(double[][] points, int coordinate) {
		return Arrays.stream(points).mapToDouble(point -> point[coordinate]).max().orElse(0)
				- Arrays.stream(points).mapToDouble(point -> point[coordinate]).min().orElse(0);
	}
}
