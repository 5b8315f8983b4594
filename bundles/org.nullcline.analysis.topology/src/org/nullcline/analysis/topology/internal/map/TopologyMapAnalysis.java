package org.nullcline.analysis.topology.internal.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.dynamics.LeftOut;
import org.nullcline.dynamics.NetworkGroup;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.similarity.ClusteringFinding;
import org.nullcline.similarity.ComparedOrder;
import org.nullcline.similarity.DistanceMatrix;
import org.nullcline.similarity.Labels;
import org.nullcline.similarity.MultidimensionalScaling;
import org.nullcline.similarity.MultidimensionalScaling.Scaled;

/**
 * Distances between the graphs of all networks, a map of them, and whether networks that share a label share their graph
 * (Maheswaranathan et al. 2019, Fig. 1f).
 */
public final class TopologyMapAnalysis implements Analysis {

	private static final String REQUIRED = "topology";
	private static final int STRESS_ITERATIONS = 1000;
	/** The order of everything that is reported, whatever the order of the request. */
	private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::architecture)
			.thenComparing(subject -> subject.properties().toString()).thenComparingInt(Subject::units)
			.thenComparingInt(Subject::seed).thenComparing(Subject::name);

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Parameters parameters = request.parameters();
		List<Subject> all = request.subjects().stream().sorted(ORDER).toList();
		List<String> left = new ArrayList<>();
		List<List<CubeOfNetwork>> cubes = new ArrayList<>();
		List<StoredTopology> networks = networks(request, all, left, cubes);
		if (networks.size() < 2) {
			throw new AnalysisException("Distances need at least two networks with a graph; there "
					+ (networks.size() == 1 ? "is 1" : "are none")
					+ (left.isEmpty() ? "." : ". Left out: " + String.join(", ", left) + "."));
		}
		SubMonitor progress = SubMonitor.convert(monitor, "Distances between graphs", 100);
		Map<GraphDistance, DistanceMatrix> distances = new EnumMap<>(GraphDistance.class);
		for (GraphDistance measure : GraphDistance.values()) {
			distances.put(measure, TopologyDistances.between(networks, measure, progress.split(20)));
		}
		GraphDistance main = GraphDistance.of(parameters.getChoice("distance"));
		DistanceMatrix chosen = distances.get(main);
		List<Subject> subjects = networks.stream().map(StoredTopology::subject).toList();
		Scaled map = MultidimensionalScaling.smacof(chosen.values(),
				MultidimensionalScaling.classical(chosen.values(), 2).points(), STRESS_ITERATIONS, progress.split(10));
		Map<GraphDistance, List<ClusteringFinding>> tests = tests(request, subjects, distances, progress.split(30));
		AnalysisResult.Builder result = AnalysisResult.builder();
		distances.forEach((measure, matrix) -> {
			result.array(measure.id(), NativeArrays.of(matrix.values()));
			result.value("mean_distance_" + measure.id(), matrix.mean());
		});
		result.array("distances", NativeArrays.of(chosen.values()));
		result.array("embedding", NativeArrays.of(map.points()));
		result.array(ComparedOrder.ARRAY, ComparedOrder.positions(all, subjects));
		result.value("mean_distance", chosen.mean());
		result.value("map_residual", map.residual());
		int weak = all.size() - NetworkGroup.performing(all, parameters.getReal("maximum-fvu")).size();
		CubeShares.of(cubes, request.task().map(task -> task.memories()).orElse(List.of()),
				new LeftOut(weak, left.size() - weak, REQUIRED)).forEach(result::finding);
		result.finding(MixingFindings.sameGraph(distances.get(GraphDistance.EDIT)));
		tests.get(main).forEach(test -> result.finding(MixingFindings.mixing(test)));
		result.table(TopologyMapTables.clustering(distances, tests));
		result.table(TopologyMapTables.networks(networks));
		result.figure(TopologyMapFigures.map(map, subjects, chosen));
		result.figure(TopologyMapFigures.heatMap(chosen));
		addNotes(result, request, subjects, left, distances, main);
		return result.build();
	}

	private static List<StoredTopology> networks(AnalysisRequest request, List<Subject> all, List<String> left,
			List<List<CubeOfNetwork>> cubes) throws AnalysisException {
		Parameters parameters = request.parameters();
		double limit = parameters.getReal("maximum-fvu");
		List<StoredTopology> networks = new ArrayList<>();
		for (Subject subject : all) {
			if (limit < 1 && subject.performance() > limit) {
				left.add(String.format(Locale.ROOT, "%s (leaves %.4g of the variance unexplained)", subject.name(),
						subject.performance()));
				continue;
			}
			Optional<AnalysisResult> result = request.required().ofNetwork(REQUIRED, subject);
			if (result.isEmpty()) {
				left.add(subject.name() + " (the analysis 'topology' gave no result)");
				continue;
			}
			cubes.add(CubeOfNetwork.of(subject, result.get()));
			networks.add(StoredTopology.of(subject, result.get(), parameters.getInteger("kick-size") - 1,
					parameters.getChoice("labels").equals("memories")));
		}
		int conditions = networks.stream().mapToInt(network -> network.graphs().size()).max().orElse(0);
		for (StoredTopology network : networks) {
			if (network.graphs().size() != conditions) {
				throw new AnalysisException("Network " + network.subject().name() + " was studied under "
						+ network.graphs().size() + " inputs, another one under " + conditions + "; their graphs"
						+ " cannot be compared.");
			}
		}
		return networks;
	}

	private static Map<GraphDistance, List<ClusteringFinding>> tests(AnalysisRequest request, List<Subject> subjects,
			Map<GraphDistance, DistanceMatrix> distances, IProgressMonitor monitor) {
		List<Labels> labels = Labels.varying(subjects);
		SubMonitor progress = SubMonitor.convert(monitor, Math.max(1, distances.size() * labels.size()));
		Map<GraphDistance, List<ClusteringFinding>> tests = new EnumMap<>(GraphDistance.class);
		distances.forEach((measure, matrix) -> {
			List<ClusteringFinding> ofMeasure = new ArrayList<>();
			for (Labels label : labels) {
				ofMeasure.add(ClusteringFinding.of(matrix, label, labels, request.parameters().getInteger("permutations"),
						request.random().stream("permutations of " + label.name() + " for " + measure.id()), progress.split(1)));
			}
			tests.put(measure, ofMeasure);
		});
		return tests;
	}

	private static void addNotes(AnalysisResult.Builder result, AnalysisRequest request, List<Subject> subjects,
			List<String> left, Map<GraphDistance, DistanceMatrix> distances, GraphDistance main) {
		Parameters parameters = request.parameters();
		result.note("Compared graph: the fixed points, and a node for each other ending of trajectories (cycle,"
				+ " escape, unlisted point). Edges are those of the analysis 'topology', with its smallest share of"
				+ " trajectories. Stable points "
				+ (parameters.getChoice("labels").equals("memories")
						? "that read out as a memory of the task are labelled with it; labels matter for the edit"
								+ " distance only."
						: "are not told apart."));
		distances.forEach((measure, matrix) -> result.note("Distance '" + measure.id() + "': " + matrix.definition()
				+ ". From 0 to 1." + (measure == main ? " This one is in 'distances', on the map and in the"
				+ " findings." : "")));
		result.note("The edit distance of graphs of more than " + EditDistance.ASSIGNED
				+ " nodes together is a coarser upper bound: nodes are matched in order of their label and"
				+ " number of edges.");
		result.note("Order of the networks in all"
				+ " arrays: " + subjects.stream().map(Subject::name).collect(Collectors.joining(", "))
				+ ". 'network' holds their positions among all networks of the study, ordered by name.");
		if (!left.isEmpty()) {
			result.note("Left out: " + String.join(", ", left) + ".");
		}
	}
}
