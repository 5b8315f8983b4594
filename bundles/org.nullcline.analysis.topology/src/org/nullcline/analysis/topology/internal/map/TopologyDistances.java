package org.nullcline.analysis.topology.internal.map;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.dynamics.Cancellation;
import org.nullcline.similarity.DistanceMatrix;

/** Distances between the graphs of all pairs of networks. */
final class TopologyDistances {

	private TopologyDistances() {
	}

	/** Pairs are independent, so that they are computed side by side; the result does not depend on how. */
	static DistanceMatrix between(List<StoredTopology> networks, GraphDistance measure, IProgressMonitor monitor) {
		int n = networks.size();
		SubMonitor progress = SubMonitor.convert(monitor, n);
		double[][] values = new double[n][n];
		for (int i = 0; i < n; i++) {
			int row = i;
			IntStream.range(0, i).parallel().forEach(j -> {
				Cancellation.check(monitor);
				values[row][j] = networks.get(row).distance(networks.get(j), measure);
			});
			for (int j = 0; j < i; j++) {
				values[j][i] = values[i][j];
			}
			Cancellation.check(progress.split(1));
		}
		return new DistanceMatrix(networks.stream().map(network -> network.subject().name()).toList(), values, measure.id(),
				measure.definition() + "; mean over the inputs");
	}
}
