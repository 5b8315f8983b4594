package org.nullcline.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

/** Maps of points of which only distances are known. Distances are matrices, symmetric with a zero diagonal. */
public final class MultidimensionalScaling {

	/** Entries this much smaller than the largest still compete for the sign, the first one winning. */
	private static final double TIE = 1e-9;

	private MultidimensionalScaling() {
	}

	/**
	 * Classical scaling.
	 *
	 * @param points      [point][dimension]
	 * @param eigenvalues of the Gram matrix, descending; negative ones tell that the distances are not Euclidean
	 */
	public record Classical(double[][] points, double[] eigenvalues) {
	}

	/**
	 * Scaling by stress.
	 *
	 * @param points   [point][dimension]
	 * @param stress   the raw stress, sum over pairs of (distance on the map - given distance)^2, before the first and
	 *                 after each iteration; never increasing
	 * @param residual the final stress as a fraction of the sum of squared distances
	 */
	public record Scaled(double[][] points, List<Double> stress, double residual) {

		public Scaled {
			stress = List.copyOf(stress);
		}
	}

	/**
	 * Classical scaling (Torgerson 1952): the eigenvectors of -1/2 C D^2 C, with C the centring matrix, times the square
	 * roots of the eigenvalues. Exact for Euclidean distances. The largest entry of each coordinate is
	 * positive, the first one of several, so that equal distances give equal maps.
	 *
	 * @param dimensions of the map; where there are fewer positive eigenvalues the rest is zero
	 */
	public static Classical classical(double[][] distances, int dimensions) {
		int n = requireDistances(distances);
		double[] rowMeans = Arrays.stream(distances).mapToDouble(row -> Arrays.stream(row).map(d -> d * d).average().orElse(0))
				.toArray();
		double mean = Arrays.stream(rowMeans).average().orElse(0);
		double[][] gram = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				gram[i][j] = -0.5 * (distances[i][j] * distances[i][j] - rowMeans[i] - rowMeans[j] + mean);
			}
		}
		Lapack.SymmetricEigen eigen = Lapack.symmetricEigen(NativeArrays.of(gram));
		double[][] vectors = NativeArrays.rows(eigen.vectors());
		double[][] points = new double[n][dimensions];
		for (int k = 0; k < Math.min(dimensions, n); k++) {
			orient(vectors[k]);
			double scale = Math.sqrt(Math.max(0, eigen.values()[k]));
			for (int i = 0; i < n; i++) {
				points[i][k] = scale * vectors[k][i];
			}
		}
		return new Classical(points, eigen.values());
	}

	/**
	 * Scaling by majorization of the stress (SMACOF; de Leeuw 1977): each iteration is the Guttman transform
	 * X = B(X) X / n, which never increases the stress.
	 *
	 * @param start      [point][dimension], for example from {@link #classical}
	 * @param iterations largest number of iterations; it ends earlier when the stress falls by less than 1e-9 of itself
	 * @throws OperationCanceledException if the user has cancelled
	 */
	public static Scaled smacof(double[][] distances, double[][] start, int iterations, IProgressMonitor monitor) {
		int n = requireDistances(distances);
		double[][] points = Arrays.stream(start).map(double[]::clone).toArray(double[][]::new);
		double total = 0;
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < i; j++) {
				total += distances[i][j] * distances[i][j];
			}
		}
		List<Double> stress = new ArrayList<>();
		stress.add(stress(distances, points));
		for (int iteration = 0; iteration < iterations; iteration++) {
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			double[][] next = guttmanTransform(distances, points);
			double before = stress.get(stress.size() - 1);
			double after = stress(distances, next);
			if (!(after < before * (1 - 1e-9))) {
				break;
			}
			points = next;
			stress.add(after);
		}
		return new Scaled(points, stress, total > 0 ? stress.get(stress.size() - 1) / total : 0);
	}

	private static double[][] guttmanTransform(double[][] distances, double[][] points) {
		int n = points.length;
		int dimensions = n == 0 ? 0 : points[0].length;
		double[][] next = new double[n][dimensions];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				double current = distance(points[i], points[j]);
				// Coinciding points have no direction between them; the transform leaves them out.
				double ratio = i == j || current == 0 ? 0 : distances[i][j] / current;
				for (int k = 0; k < dimensions; k++) {
					next[i][k] += ratio * (points[i][k] - points[j][k]) / n;
				}
			}
		}
		return next;
	}

	private static double stress(double[][] distances, double[][] points) {
		double sum = 0;
		for (int i = 0; i < points.length; i++) {
			for (int j = 0; j < i; j++) {
				double difference = distance(points[i], points[j]) - distances[i][j];
				sum += difference * difference;
			}
		}
		return sum;
	}

	private static int requireDistances(double[][] distances) {
		DistanceMatrix.requireDistances(distances);
		return distances.length;
	}

	private static double distance(double[] first, double[] second) {
		double sum = 0;
		for (int k = 0; k < first.length; k++) {
			sum += (first[k] - second[k]) * (first[k] - second[k]);
		}
		return Math.sqrt(sum);
	}

	private static void orient(double[] vector) {
		double largest = Arrays.stream(vector).map(Math::abs).max().orElse(0);
		for (double entry : vector) {
			if (Math.abs(entry) >= largest * (1 - TIE)) {
				if (entry < 0) {
					for (int j = 0; j < vector.length; j++) {
						vector[j] = -vector[j];
					}
				}
				return;
			}
		}
	}
}
