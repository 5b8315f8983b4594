package org.nullcline.analysis.cca.internal;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.dynamics.Cancellation;

/**
 * Mean canonical correlations between all pairs of networks, for several numbers of dimensions.
 *
 * @param dimensions   the numbers of dimensions
 * @param correlations the mean correlations, [number of dimensions][network][network], 1 on the diagonal
 */
record NetworkDistances(int[] dimensions, double[][][] correlations) {

	/** @param dimensions none above what every subspace has */
	static NetworkDistances of(List<Subspace> subspaces, int[] dimensions, IProgressMonitor monitor) {
		int n = subspaces.size();
		SubMonitor progress = SubMonitor.convert(monitor, n);
		double[][][] correlations = new double[dimensions.length][n][n];
		for (int i = 0; i < n; i++) {
			progress.split(1);
			for (int j = 0; j < i; j++) {
				Cancellation.check(progress);
				double[][] products = subspaces.get(i).products(subspaces.get(j));
				for (int k = 0; k < dimensions.length; k++) {
					double mean = java.util.Arrays.stream(Subspace.correlations(products, dimensions[k])).average().orElseThrow();
					correlations[k][i][j] = mean;
					correlations[k][j][i] = mean;
				}
			}
			for (int k = 0; k < dimensions.length; k++) {
				correlations[k][i][i] = 1;
			}
		}
		return new NetworkDistances(dimensions, correlations);
	}

	/** The distances for one of the numbers of dimensions, [network][network]. */
	double[][] distances(int position, DistanceMeasure measure) {
		int n = correlations[position].length;
		double[][] distances = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				distances[i][j] = i == j ? 0 : measure.of(correlations[position][i][j]);
			}
		}
		return distances;
	}
}
