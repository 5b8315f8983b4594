package org.nullcline.analysis.topology.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.analysis.topology.internal.flow.Flow;
import org.nullcline.analysis.topology.internal.flow.Nodes;
import org.nullcline.analysis.topology.internal.graph.ConditionTopology;
import org.nullcline.analysis.topology.internal.graph.HeteroclinicGraph;
import org.nullcline.analysis.topology.internal.graph.Perturbations;
import org.nullcline.analysis.topology.internal.graph.UnstableManifolds;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.Memories;
import org.nullcline.dynamics.MemoryCube;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The fixed points of a network as a graph under each constant input: which of them the unstable manifold of each leads to
 * (Maheswaranathan et al. 2019, Fig. 1e), and where perturbations carry the stable ones.
 */
public final class TopologyAnalysis implements Analysis {

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		TopologySettings settings = TopologySettings.of(request.parameters());
		List<FoundPoints> found = FoundPoints.of(request);
		int all = found.stream().mapToInt(points -> points.points().length).sum();
		if (all > settings.maximumNodes()) {
			throw new AnalysisException("There are " + all + " fixed points under all inputs together, more than the "
					+ settings.maximumNodes() + " that the parameter 'maximum-nodes' permits. Raise it, or find"
					+ " fewer points.");
		}
		SubMonitor progress = SubMonitor.convert(monitor, "Graph of " + request.subject().name(), found.size());
		List<ConditionTopology> conditions = new ArrayList<>();
		for (int c = 0; c < found.size(); c++) {
			conditions.add(topology(request, found.get(c), settings, request.random().below("input " + c), progress.split(1)));
		}
		return result(request, settings, found, conditions);
	}

	private static ConditionTopology topology(AnalysisRequest request, FoundPoints found, TopologySettings settings,
			RandomStreams random, IProgressMonitor monitor) {
		if (found.nodes().isEmpty()) {
			return ConditionTopology.empty(found.condition(), found.marginal());
		}
		Network network = request.subject().network();
		Nodes nodes = found.nodes().get();
		double[] input = found.condition().values();
		SubMonitor progress = SubMonitor.convert(monitor, 1 + settings.kickSizes().length);
		Flow flow = new Flow(network, input, nodes, settings.flow());
		HeteroclinicGraph graph = new UnstableManifolds(network, input, nodes, flow, settings.directions(),
				settings.displacement(), settings.smallestShare()).follow(random, progress.split(1));
		int[][][] transitions = new int[settings.kickSizes().length][][];
		for (int s = 0; s < transitions.length; s++) {
			transitions[s] = new Perturbations(nodes, flow, settings.kicks()).count(settings.kickSizes()[s], random,
					progress.split(1));
		}
		double[][] readouts = NativeArrays.rows(network.outputs(NativeArrays.of(nodes.states())));
		List<double[]> memories = request.task().map(task -> task.memories()).orElse(List.of());
		int[] labels = new int[nodes.size()];
		Arrays.setAll(labels, i -> nodes.stable(i) ? Memories.at(readouts[i], memories) : -1);
		return new ConditionTopology(found.condition(), found.marginal(), found.points(), readouts, labels, graph, transitions);
	}

	private static AnalysisResult result(AnalysisRequest request, TopologySettings settings, List<FoundPoints> found,
			List<ConditionTopology> conditions) {
		AnalysisResult.Builder result = AnalysisResult.builder();
		TopologyTables.addValues(result, conditions, settings);
		TopologyTables.addArrays(result, conditions, settings);
		result.table(TopologyTables.summary(conditions));
		result.table(TopologyTables.nodes(conditions));
		TopologyFigures.of(conditions, settings).forEach(result::figure);
		Optional<MemoryCube> cube = MemoryCube.of(request.task().map(task -> task.memories()).orElse(List.of()));
		for (ConditionTopology condition : conditions) {
			String suffix = conditions.size() > 1 ? " under the input '" + condition.condition().name() + "'" : "";
			cube.ifPresent(corners -> CubeFindings.of(condition, corners, suffix).forEach(result::finding));
		}
		addDefinitions(result, settings);
		if (cube.isPresent()) {
			result.note(Memories.DEFINITION);
		}
		int marginal = found.stream().mapToInt(FoundPoints::marginal).sum();
		if (marginal > 0) {
			result.note(marginal + (marginal == 1 ? " fixed point" : " fixed points") + " with an eigenvalue within 1e-6 of the"
					+ " unit circle " + (marginal == 1 ? "is no node" : "are no nodes") + " of the graph: the number of unstable"
					+ " directions is not certain there, and points that sample a continuum, such as a line"
					+ " attractor, would make the graph tell how densely it was sampled. Trajectories that end there"
					+ " end at an unlisted point.");
		}
		int slow = found.stream().mapToInt(FoundPoints::slow).sum();
		if (slow > 0) {
			result.note(slow + (slow == 1 ? " slow point is no node" : " slow points are no nodes")
					+ " of the graph: it is made of fixed points that do stand still. Where slow points form a"
					+ " line, the graph tells of the exact points on that line only.");
		}
		return result.build();
	}

	private static void addDefinitions(AnalysisResult.Builder result, TopologySettings settings) {
		result.note(String.format(Locale.ROOT,
				"Nodes: the exact fixed points that are no outliers and have no eigenvalue on the unit circle. Spacing of a node: its Euclidean distance"
						+ " from the nearest other node; 0.1 sqrt(state size) for a node alone. Edges:"
						+ " trajectories of h' = F(x*, h) start %s times the spacing away from each unstable"
						+ " node, along both senses of its unstable direction or, if it has several, from %d"
						+ " states all around it in the unstable subspace (Gaussian coordinates along the"
						+ " eigenvectors, all patterns of signs in turn), and lead to the node where they land. An edge"
						+ " needs at least %s of the trajectories, or half of 2^-k of them where that is less, k being"
						+ " the number of unstable directions.",
				number(settings.displacement()), settings.directions(), number(settings.smallestShare())));
		result.note(String.format(Locale.ROOT,
				"A trajectory has landed at a stable node when it is within %s times the node's spacing at two"
						+ " looks 16 steps apart, the second not farther away, or at any node within whose"
						+ " radius it rests. Other endings: a cycle (within 512 steps it returns to within 10"
						+ " %% of its largest distance from where it was, to the same extent in both halves);"
						+ " escape (not finite, or %s times as far from the centre of the nodes as the farthest"
						+ " one); an unlisted point (at rest where no node is); still moving after %d steps."
						+ " Different cycles are not told apart.",
				number(settings.flow().landingRadius()), number(settings.flow().escapeFactor()), settings.flow().steps()));
		result.note("A node covers another that has one unstable direction less if it reaches all the stable nodes"
				+ " that the other reaches. That an orbit joins the two is inferred from this; it is confirmed"
				+ " where a trajectory passed the lower node within its landing radius.");
		result.note(String.format(Locale.ROOT,
				"Transitions: %d Gaussian kicks of each size (%s) at each stable node, followed until they land. A"
						+ " kick of size s has s^2 times the covariance of the nodes; a node alone is kicked in"
						+ " all directions alike, on average by s times its spacing. Intervals of the"
						+ " probabilities: 95 %%, Wilson.",
				settings.kicks(), Arrays.stream(settings.kickSizes()).mapToObj(TopologyAnalysis::number)
						.collect(Collectors.joining(", "))));
		result.note("Rows of 'landing' and 'transitions' are the nodes of all inputs, columns the same nodes"
				+ " followed by the endings cycle, escape, unlisted point, still moving. 'node_point' is the"
				+ " position of each node among the points of the analysis of fixed points.");
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.3g", value).replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", "");
	}
}
