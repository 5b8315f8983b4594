package org.nullcline.analysis.driven.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The line around all but a part of a distribution in the plane: a Gaussian kernel density on a grid, with the covariance of
 * the points times (n^(-1/6) b)^2 as that of the kernel (Scott 1992), and the level below which lies that part of the mass.
 */
final class DensityContour {

	private static final int CELLS = 60;
	/** Standard deviations of the kernel beyond the outermost point. */
	private static final double MARGIN = 3;

	private final double[] xs = new double[CELLS + 1];
	private final double[] ys = new double[CELLS + 1];
	private final double[][] density = new double[CELLS + 1][CELLS + 1];

	/**
	 * @param points     [point][x, y]
	 * @param adjustment b, which widens the kernel
	 */
	DensityContour(double[][] points, double adjustment) {
		double factor = Math.pow(points.length, -1.0 / 6) * adjustment;
		double[] mean = { mean(points, 0), mean(points, 1) };
		double xx = covariance(points, mean, 0, 0) * factor * factor;
		double yy = covariance(points, mean, 1, 1) * factor * factor;
		double xy = covariance(points, mean, 0, 1) * factor * factor;
		double determinant = Math.max(xx * yy - xy * xy, 1e-12 * xx * yy);
		axis(xs, points, 0, MARGIN * Math.sqrt(xx));
		axis(ys, points, 1, MARGIN * Math.sqrt(yy));
		for (int i = 0; i <= CELLS; i++) {
			for (int j = 0; j <= CELLS; j++) {
				double sum = 0;
				for (double[] point : points) {
					double dx = xs[i] - point[0];
					double dy = ys[j] - point[1];
					double square = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant;
					sum += square < 60 ? Math.exp(-square / 2) : 0;
				}
				density[i][j] = sum;
			}
		}
	}

	/**
	 * The line at which the density is such that a part of the mass lies outside.
	 *
	 * @return the coordinates x and y of its pieces, with NaN after each
	 */
	double[][] outside(double part) {
		double level = level(part);
		List<double[]> line = new ArrayList<>();
		for (int i = 0; i < CELLS; i++) {
			for (int j = 0; j < CELLS; j++) {
				cell(i, j, level, line);
			}
		}
		return new double[][] { line.stream().mapToDouble(p -> p[0]).toArray(), line.stream().mapToDouble(p -> p[1]).toArray() };
	}

	private double level(double part) {
		double[] sorted = Arrays.stream(density).flatMapToDouble(Arrays::stream).sorted().toArray();
		double all = Arrays.stream(sorted).sum();
		double sum = 0;
		for (double value : sorted) {
			sum += value;
			if (sum >= part * all) {
				return value;
			}
		}
		return 0;
	}

	/** The pieces of the line in one cell (marching squares); where two cross it, they are taken in the order of the edges. */
	private void cell(int i, int j, double level, List<double[]> line) {
		int[][] corners = { { i, j }, { i + 1, j }, { i + 1, j + 1 }, { i, j + 1 } };
		List<double[]> crossings = new ArrayList<>();
		for (int edge = 0; edge < 4; edge++) {
			int[] a = corners[edge];
			int[] b = corners[(edge + 1) % 4];
			double from = density[a[0]][a[1]] - level;
			double to = density[b[0]][b[1]] - level;
			if (from > 0 != to > 0) {
				double at = from / (from - to);
				crossings.add(new double[] { xs[a[0]] + at * (xs[b[0]] - xs[a[0]]), ys[a[1]] + at * (ys[b[1]] - ys[a[1]]) });
			}
		}
		for (int k = 0; k + 1 < crossings.size(); k += 2) {
			line.add(crossings.get(k));
			line.add(crossings.get(k + 1));
			line.add(new double[] { Double.NaN, Double.NaN });
		}
	}

	private static void axis(double[] values, double[][] points, int coordinate, double margin) {
		double low = Arrays.stream(points).mapToDouble(p -> p[coordinate]).min().orElseThrow() - margin;
		double high = Arrays.stream(points).mapToDouble(p -> p[coordinate]).max().orElseThrow() + margin;
		for (int k = 0; k <= CELLS; k++) {
			values[k] = low + k * (high - low) / CELLS;
		}
	}

	private static double mean(double[][] points, int coordinate) {
		return Arrays.stream(points).mapToDouble(p -> p[coordinate]).average().orElseThrow();
	}

	private static double covariance(double[][] points, double[] mean, int a, int b) {
		return Arrays.stream(points).mapToDouble(p -> (p[a] - mean[a]) * (p[b] - mean[b])).sum() / (points.length - 1);
	}
}
