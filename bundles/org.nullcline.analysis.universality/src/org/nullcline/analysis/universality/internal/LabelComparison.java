package org.nullcline.analysis.universality.internal;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.analysis.universality.internal.NetworkBootstrap.Ends;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.similarity.ClusteringFinding;
import org.nullcline.similarity.Labels;
import org.nullcline.similarity.Silhouette;

/**
 * How well one label describes clusters in geometry and in topology.
 *
 * @param labels       what networks are sorted by
 * @param geometry     the silhouette in geometry
 * @param topology     the silhouette in topology
 * @param ofGeometry   95 % interval
 * @param ofTopology   95 % interval
 * @param ofDifference 95 % interval of topology - geometry
 * @param geometryTest permutation test in geometry
 * @param topologyTest permutation test in topology
 */
record LabelComparison(Labels labels, double geometry, double topology, Ends ofGeometry, Ends ofTopology,
		Ends ofDifference, ClusteringFinding geometryTest, ClusteringFinding topologyTest) {

	/** Fewer networks of one value than this give no interval: nearly every sample would hold one network twice. */
	static final int SMALLEST_GROUP = 3;

	static LabelComparison of(PairedDistances pairs, Labels labels, List<Labels> all, AnalysisRequest request,
			IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, 5);
		int[] groups = labels.groups();
		int permutations = request.parameters().getInteger("permutations");
		double[][] g = pairs.geometry().values();
		double[][] t = pairs.topology().values();
		WeightedSilhouette inGeometry = new WeightedSilhouette(g, groups);
		WeightedSilhouette inTopology = new WeightedSilhouette(t, groups);
		NetworkBootstrap bootstrap = NetworkBootstrap.within(groups, request.parameters().getInteger("resamples"),
				request.random().stream("bootstrap within " + labels.name()), progress.split(1));
		return new LabelComparison(labels, new Silhouette(g).of(groups), new Silhouette(t).of(groups),
				bootstrap.interval(inGeometry::of, progress.split(1)), bootstrap.interval(inTopology::of, progress.split(1)),
				bootstrap.interval(sample -> inTopology.of(sample) - inGeometry.of(sample), progress.split(1)),
				ClusteringFinding.of(pairs.geometry(), labels, all, permutations,
						request.random().stream("permutations of " + labels.name() + " in geometry"), progress),
				ClusteringFinding.of(pairs.topology(), labels, all, permutations,
						request.random().stream("permutations of " + labels.name() + " in topology"), progress));
	}

	/** Whether there are enough networks of each value for the intervals to mean something. */
	boolean hasIntervals() {
		return Arrays.stream(labels.sizes()).min().orElse(0) >= SMALLEST_GROUP;
	}
}
