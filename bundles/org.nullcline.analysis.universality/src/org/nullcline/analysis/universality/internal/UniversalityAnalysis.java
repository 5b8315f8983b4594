package org.nullcline.analysis.universality.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.analysis.universality.internal.NetworkBootstrap.Ends;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Table;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.similarity.ClusteringFinding;
import org.nullcline.similarity.ComparedOrder;
import org.nullcline.similarity.Labels;

/**
 * Whether networks are more alike in the topology of their fixed points than in the geometry of their states
 * (Maheswaranathan et al. 2019): both distances for each pair of networks, and how well each tells kinds of networks apart.
 */
public final class UniversalityAnalysis implements Analysis {

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		PairedDistances pairs = PairedDistances.of(request);
		int resamples = request.parameters().getInteger("resamples");
		int permutations = request.parameters().getInteger("permutations");
		List<Labels> labels = Labels.varying(pairs.subjects());
		SubMonitor progress = SubMonitor.convert(monitor, "Geometry and topology", 3 + labels.size());
		List<LabelComparison> comparisons = new ArrayList<>();
		for (Labels label : labels) {
			comparisons.add(LabelComparison.of(pairs, label, labels, request, progress.split(1)));
		}
		double[][] geometry = pairs.geometry().values();
		double[][] topology = pairs.topology().values();
		NetworkBootstrap bootstrap = NetworkBootstrap.within(new int[pairs.size()], resamples,
				request.random().stream("bootstrap"), progress.split(1));
		Ends ofMeans = bootstrap.interval(
				sample -> NetworkBootstrap.meanDistance(topology, sample) - NetworkBootstrap.meanDistance(geometry, sample),
				progress.split(1));
		MantelTest relation = MantelTest.of(geometry, topology, permutations, request.random().stream("permutations"),
				progress.split(1));
		AnalysisResult.Builder result = AnalysisResult.builder();
		comparisons.stream().filter(comparison -> UniversalityFindings.isPublished(comparison.labels()))
				.forEach(comparison -> result.finding(UniversalityFindings.clusters(comparison)));
		result.finding(UniversalityFindings.distances(pairs.geometry().mean(), pairs.topology().mean(), ofMeans, pairs.divisor()));
		addNumbers(result, request, pairs, comparisons, relation);
		result.table(table(comparisons));
		result.figure(UniversalityFigures.pairs(pairs, relation));
		result.figure(UniversalityFigures.distribution(pairs));
		addNotes(result, pairs, labels, relation, resamples, permutations);
		return result.build();
	}

	private static void addNumbers(AnalysisResult.Builder result, AnalysisRequest request, PairedDistances pairs,
			List<LabelComparison> comparisons, MantelTest relation) {
		result.value("mean_geometry", pairs.geometry().mean());
		result.value("mean_topology", pairs.topology().mean());
		result.value("rank_correlation", relation.correlation());
		result.value("rank_correlation_standard_error", relation.standardError());
		result.value("rank_correlation_p", relation.probability());
		for (LabelComparison comparison : comparisons) {
			result.value("silhouette_geometry_" + comparison.labels().name(), comparison.geometry());
			result.value("silhouette_topology_" + comparison.labels().name(), comparison.topology());
		}
		result.array("geometry", NativeArrays.of(pairs.geometry().values()));
		result.array("topology", NativeArrays.of(pairs.topology().values()));
		result.array(ComparedOrder.ARRAY, ComparedOrder.positions(request.subjects(), pairs.subjects()));
	}

	private static Table table(List<LabelComparison> comparisons) {
		List<List<String>> rows = new ArrayList<>();
		for (LabelComparison comparison : comparisons) {
			boolean intervals = comparison.hasIntervals();
			rows.add(List.of(comparison.labels().name(),
					comparison.labels().names().size() + " of "
							+ java.util.Arrays.stream(comparison.labels().sizes()).mapToObj(Integer::toString)
									.collect(Collectors.joining(", ")),
					number(comparison.geometry()), interval(comparison.ofGeometry(), intervals), p(comparison.geometryTest()),
					number(comparison.topology()), interval(comparison.ofTopology(), intervals), p(comparison.topologyTest()),
					number(comparison.topology() - comparison.geometry()), interval(comparison.ofDifference(), intervals)));
		}
		return new Table("Clusters in geometry and in topology: silhouettes",
				List.of("Label", "Values, networks of"
						+ " each", "Geometry", "95 % interval", "p", "Topology", "95 % interval", "p",
						"Difference", "95 % interval"),
				rows);
	}

	private static void addNotes(AnalysisResult.Builder result, PairedDistances pairs, List<Labels> labels, MantelTest relation,
			int resamples, int permutations) {
		result.note("Geometry: " + pairs.geometry().definition() + (pairs.divisor() == 1 ? ", as they are"
				: String.format(Locale.ROOT, ", divided by the largest of them, %.4g, because they"
						+ " exceed 1", pairs.divisor()))
				+ ". Topology: " + pairs.topology().definition() + ", from 0 to 1 by definition. Both analyses"
				+ " define their distances in their notes.");
		result.note(String.format(Locale.ROOT,
				"Intervals: 95 %%, Student's t with the standard error of %d bootstrap samples of networks, drawn"
						+ " within each value of the label; copies of one network are not compared with each"
						+ " other. They tell how much the choice of networks, hence of seeds, matters. p: share of"
						+ " %d permutations of the label, which keep all other labels, whose silhouette is as"
						+ " large. Labels other than architecture and nonlinearity have no verdict, because"
						+ " nothing was published about them.",
				resamples, permutations));
		result.note(Double.isNaN(relation.correlation())
				? "How the two distances are related cannot be told: all pairs of networks are equally far from each other in one of them."
				: String.format(Locale.ROOT,
						"Rank correlation of the two distances over pairs: %.4f, standard error %.2g by jackknife over networks, p = %.3g by permutation of networks (Mantel's test).",
						relation.correlation(), relation.standardError(), relation.probability()));
		result.note("Order of the networks in 'geometry' and 'topology': "
				+ pairs.subjects().stream().map(Subject::name).collect(Collectors.joining(", ")) + ".");
		if (labels.isEmpty()) {
			result.note("All networks are of one kind, so there are no clusters to compare.");
		}
		if (!pairs.leftOut().isEmpty()) {
			result.note("Without both distances, hence left out: " + String.join(", ", pairs.leftOut()) + ".");
		}
	}

	private static String p(ClusteringFinding test) {
		return test.test().map(t -> number(t.probability())).orElse("");
	}

	private static String interval(Ends ends, boolean known) {
		return known ? number(ends.low()) + " to " + number(ends.high()) : "";
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
	}
}
