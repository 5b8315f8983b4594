package org.nullcline.analysis.fixedpoints.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.ParameterValueException;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.InputCondition;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.FixedPointFinder;
import org.nullcline.dynamics.FixedPointSet;
import org.nullcline.dynamics.FixedPointSettings;
import org.nullcline.dynamics.Memories;
import org.nullcline.dynamics.TrialStates;

/**
 * Fixed points of a network under each constant input of its task, zero input where there is no task, and what they say
 * of the memories that the task asks for.
 */
public final class FixedPointsAnalysis implements Analysis {

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Network network = request.subject().network();
		Parameters parameters = request.parameters();
		List<InputCondition> inputs = inputs(request);
		if (inputs.isEmpty()) {
			throw new AnalysisException("The task names no constant input under which to look for fixed points.");
		}
		FixedPointSettings settings = settings(parameters);
		SubMonitor progress = SubMonitor.convert(monitor, "Fixed points of " + request.subject().name(), 5 + 90 * inputs.size());
		Optional<TrialStates> trials = Optional.empty();
		if (request.task().isPresent()) {
			trials = Optional.of(TrialStates.of(network, request.testTrials(parameters.getInteger("trials")), progress.split(5)));
		}
		SeedSource source = trials.isPresent() ? SeedSource.ofTrials(trials.get(), request) : SeedSource.withoutTask(request);
		requireFinite(source.visited(), request.subject().name());
		List<ConditionPoints> conditions = new ArrayList<>();
		for (int i = 0; i < inputs.size(); i++) {
			FixedPointSet found = new FixedPointFinder(network.cell(), network.weights(), inputs.get(i).values(),
					settings).find(source.seeds(inputs.get(i).values(), i), request.random().stream("subsets", i),
							progress.split(90));
			conditions.add(ConditionPoints.of(inputs.get(i), found, network));
		}
		return result(request, conditions, source.visited(), trials);
	}

	/** What the user gives, else what the task names, else zero input. */
	private static List<InputCondition> inputs(AnalysisRequest request) throws AnalysisException {
		int channels = request.subject().network().cell().inputs();
		String given = request.parameters().getText("inputs");
		if (!given.isBlank()) {
			return ConstantInputs.parse(given, channels);
		}
		return request.task().map(task -> task.inputConditions())
				.orElseGet(() -> List.of(new InputCondition("zero input", new double[channels])));
	}

	private static AnalysisResult result(AnalysisRequest request, List<ConditionPoints> conditions, double[][] visited,
			Optional<TrialStates> trials) {
		AnalysisResult.Builder result = AnalysisResult.builder();
		List<double[]> memories = request.task().map(task -> task.memories()).orElse(List.of());
		addValues(result, conditions);
		FixedPointTables.addArrays(result, conditions);
		result.listing(PointListing.of(conditions));
		result.table(FixedPointTables.counts(conditions));
		result.table(FixedPointTables.points(conditions));
		if (visited.length > 1) {
			result.figure(FixedPointFigures.stateSpace(visited, trials, conditions));
		}
		result.figure(FixedPointFigures.eigenvalues(conditions));
		for (ConditionPoints condition : conditions) {
			String name = condition.condition().name();
			if (!memories.isEmpty()) {
				MemoryFindings.of(condition, memories, conditions.size() > 1 ? " under the input '" + name + "'" : "")
						.forEach(result::finding);
			}
			condition.found().notes().forEach(note -> result.note(conditions.size() > 1 ? name + ": " + note : note));
		}
		addDefinitions(result, request, memories, trials.isPresent());
		return result.build();
	}

	private static void addValues(AnalysisResult.Builder result, List<ConditionPoints> conditions) {
		int indices = conditions.stream().mapToInt(c -> c.found().countsByIndex().length).max().orElse(0);
		for (int index = 0; index < Math.max(indices, 1); index++) {
			int wanted = index;
			long count = conditions.stream().flatMap(c -> c.found().exact().stream()).filter(p -> p.index() == wanted).count();
			if (count > 0 || index <= 3) {
				result.value("fixed_points_index_" + index, count);
			}
		}
		result.value("fixed_points", conditions.stream().mapToInt(c -> c.found().exact().size()).sum());
		result.value("stable_fixed_points", conditions.stream().mapToInt(c -> c.found().stable().size()).sum());
		result.value("slow_points", conditions.stream().mapToInt(c -> c.found().slow().size()).sum());
		result.value("seeds_at_slow_points",
				conditions.stream().flatMap(c -> c.found().slow().stream()).mapToInt(FixedPoint::seeds).sum());
		result.value("outliers", conditions.stream().flatMap(c -> c.found().points().stream()).filter(FixedPoint::outlier).count());
	}

	private static void addDefinitions(AnalysisResult.Builder result, AnalysisRequest request, List<double[]> memories,
			boolean hasTrials) {
		Parameters parameters = request.parameters();
		result.note("A fixed point is a state with q = 1/2 |F(x, h) - h|^2 of at most " + parameters.getReal("exact-tolerance")
				+ ", a slow point one with q of at most " + parameters.getReal("slow-tolerance")
				+ " that is not a fixed point not quite reached: neither Newton's method nor the linear part of the dynamics at a fixed point leads there. q refers to the full state and is not divided by the number of units.");
		result.note("Stable: all eigenvalues of dF/dh have |lambda| < 1. Unstable directions: eigenvalues with |lambda| > 1."
				+ " Time constant: -1/ln|lambda| steps. Jacobians: " + request.subject().network().cell().jacobianMethod() + ".");
		result.note("A search shows which points there are; it cannot prove that there are no more. The way of a seed stops within"
				+ " ten times the uniqueness tolerance of a fixed point already found, and counts there.");
		if (!hasTrials) {
			result.note("There is no task: the seeds are drawn around the initial state, and from where the network goes from there.");
		}
		if (!memories.isEmpty()) {
			result.note(Memories.DEFINITION);
		}
		if (!Double.isNaN(request.subject().performance())) {
			result.note(String.format(java.util.Locale.ROOT, "Fraction of variance unexplained by the network on held-out trials: %.4g.",
					request.subject().performance()));
		}
	}

	private static FixedPointSettings settings(Parameters parameters) throws AnalysisException {
		if (parameters.getReal("slow-tolerance") < parameters.getReal("exact-tolerance")) {
			throw new ParameterValueException("The slow point tolerance (" + parameters.getReal("slow-tolerance")
					+ ") is below the fixed point tolerance (" + parameters.getReal("exact-tolerance") + ").");
		}
		return new FixedPointSettings(parameters.getInteger("iterations"), parameters.getReal("learning-rate"),
				parameters.getReal("slow-tolerance"), parameters.getReal("exact-tolerance"),
				parameters.getReal("unique-tolerance"), parameters.getReal("outlier-factor"), parameters.getInteger("subsets"),
				parameters.getInteger("manifold-points"));
	}

	private static void requireFinite(double[][] states, String name) throws AnalysisException {
		for (double[] state : states) {
			for (double value : state) {
				if (!Double.isFinite(value)) {
					throw new AnalysisException("The states of " + name
							+ " on test trials are not finite, so there is nothing to start a search from. Was the training stable?");
				}
			}
		}
	}
}
