package org.nullcline.analysis.integration.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.DoesNotApplyException;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.InputCondition;
import org.nullcline.core.task.Integral;
import org.nullcline.core.task.Probe;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TrialTask;
import org.nullcline.dynamics.LeftOut;
import org.nullcline.dynamics.NetworkGroup;
import org.nullcline.dynamics.SampleMean;
import org.nullcline.dynamics.StoredFixedPoints;
import org.nullcline.linearalgebra.NativeArrays;

/** How networks form the running sums that their task asks for. */
public final class IntegrationAnalysis implements Analysis {

	private static final String FIXED_POINTS = "fixed-points";

	@Override
	public boolean suits(Task task) {
		return task instanceof TrialTask trials && !trials.probes().isEmpty()
				&& trials.inputConditions().stream().anyMatch(condition -> !trials.integrals(condition).isEmpty());
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		TrialTask task = request.requiredTask();
		requireIntegrals(task);
		Parameters parameters = request.parameters();
		List<Subject> performing = NetworkGroup.performing(request.subjects(), parameters.getReal("maximum-fvu"));
		List<String> left = request.subjects().stream().filter(subject -> !performing.contains(subject))
				.map(subject -> String.format(Locale.ROOT, "%s (%.3g)", subject.name(), subject.performance())).toList();
		List<String> without = new ArrayList<>();
		SubMonitor progress = SubMonitor.convert(monitor, "Integration", performing.size() * task.inputConditions().size());
		List<GroupIntegration> groups = new ArrayList<>();
		for (NetworkGroup group : NetworkGroup.of(performing)) {
			List<NetworkIntegration> networks = new ArrayList<>();
			for (Subject subject : group.subjects()) {
				Optional<AnalysisResult> found = request.required().ofNetwork(FIXED_POINTS, subject);
				if (found.isEmpty()) {
					without.add(subject.name());
				} else {
					networks.add(network(subject, task, StoredFixedPoints.read(found.get()), parameters, progress));
				}
			}
			if (!networks.isEmpty()) {
				groups.add(new GroupIntegration(group.name(), group.gated(), networks));
			}
		}
		if (groups.isEmpty()) {
			throw new AnalysisException("No network is left to analyse: " + left.size() + " of " + request.subjects().size()
					+ " are above the performance limit, and for " + without.size() + " the analysis " + FIXED_POINTS
					+ " gave no result.");
		}
		return result(request, groups, left, without);
	}

	private static void requireIntegrals(TrialTask task) throws AnalysisException {
		if (task.inputConditions().stream().allMatch(condition -> task.integrals(condition).isEmpty()) || task.probes().isEmpty()) {
			throw new DoesNotApplyException(
					"This analysis is for tasks that ask for running sums of inputs and name probes; this task asks for none.");
		}
	}

	private static NetworkIntegration network(Subject subject, TrialTask task, List<StoredFixedPoints> found,
			Parameters parameters, SubMonitor progress) throws AnalysisException {
		List<InputCondition> conditions = task.inputConditions();
		List<ContextIntegrator> contexts = new ArrayList<>();
		for (int c = 0; c < conditions.size(); c++) {
			progress.split(1);
			InputCondition condition = conditions.get(c);
			StoredFixedPoints points = StoredFixedPoints.under(condition, found, subject.name());
			List<Probe> probes = task.probes().stream().filter(probe -> probe.condition().name().equals(condition.name())).toList();
			for (Integral integral : task.integrals(condition)) {
				contexts.add(ContextIntegrator.of(subject.network(), condition, integral, probes, points,
						parameters.getInteger("points"), parameters.getInteger("response-step")));
			}
		}
		return new NetworkIntegration(subject, contexts);
	}

	private static AnalysisResult result(AnalysisRequest request, List<GroupIntegration> groups, List<String> left,
			List<String> without) {
		int step = request.parameters().getInteger("response-step");
		List<NetworkIntegration> networks = groups.stream().flatMap(group -> group.networks().stream()).toList();
		AnalysisResult.Builder result = AnalysisResult.builder();
		result.value("networks", networks.size());
		result.array("sorted_magnitudes", byMode(networks, (network, mode) -> network
				.mean(context -> mode <= network.size() ? context.linear().magnitudes()[mode - 1] : Double.NaN)));
		result.array("response_by_modes_kept", byMode(networks, (network, mode) -> mode <= network.size()
				? network.mean(context -> context.response(mode)) : Double.NaN));
		new IntegrationFindings(groups, new LeftOut(left.size(), without.size(), FIXED_POINTS)).all(step).forEach(result::finding);
		result.table(groupTable(groups));
		result.table(ToleranceTable.of(networks));
		result.table(contextTable(networks));
		groups.forEach(group -> result.figure(IntegrationFigures.line(group)));
		result.figure(IntegrationFigures.magnitudes(groups));
		result.figure(IntegrationFigures.modes(groups, step));
		result.note("Line: fixed points and slow points under a context without further input, outliers left out, whose output lies in the range of the outputs at the end of the probes, a tenth of it added on each side. Linear dynamics are averaged over at most "
				+ request.parameters().getInteger("points") + " of these points, evenly spaced.");
		result.note("Response by number of modes: y_m(t) = sum over k up to m of (w R_k) lambda_k^(t-1) (L_k B), t = " + step
				+ ", with R and L bi-orthogonal and conjugate pairs kept together; modes are sorted by |lambda|.");
		result.note("Gains are slopes of the output at the end of graded probes by the input summed over the trial. Shifts are root mean squares over the same probes of the difference from the output without input: unlike slopes, they do not miss an effect that is the same for both signs of the input.");
		result.note("Rows of the arrays are the networks "
				+ networks.stream().map(network -> network.subject().name()).collect(Collectors.joining(", "))
				+ ", averaged over contexts; columns are modes.");
		int defective = networks.stream().flatMap(network -> network.contexts().stream()).mapToInt(c -> c.linear().defective()).sum();
		if (defective > 0) {
			result.note(defective + " points were left out of the linear response because their Jacobian has no basis of eigenvectors.");
		}
		if (!left.isEmpty()) {
			result.note("Left out, because they leave more than " + request.parameters().getReal("maximum-fvu")
					+ " of the variance unexplained: " + String.join(", ", left) + ".");
		}
		if (!without.isEmpty()) {
			result.note("Left out, because the analysis " + FIXED_POINTS + " gave no result: " + String.join(", ", without) + ".");
		}
		return result.build();
	}

	private interface ByMode {
		double of(NetworkIntegration network, int mode);
	}

	private static INDArray byMode(List<NetworkIntegration> networks, ByMode quantity) {
		int modes = networks.stream().mapToInt(NetworkIntegration::size).max().orElseThrow();
		return NativeArrays.of(networks.stream()
				.map(network -> IntStream.rangeClosed(1, modes).mapToDouble(mode -> quantity.of(network, mode)).toArray())
				.toArray(double[][]::new));
	}

	private static Table groupTable(List<GroupIntegration> groups) {
		List<List<String>> rows = new ArrayList<>();
		for (GroupIntegration group : groups) {
			rows.add(List.of(group.name(), Integer.toString(group.networks().size()),
					mean(group.values(NetworkIntegration::lineFraction)),
					mean(group.values(n -> n.mean(c -> c.line().varianceShare()))),
					mean(group.values(n -> n.mean(c -> c.line().leadingModulus()))), mean(group.values(NetworkIntegration::leak)),
					mean(group.values(NetworkIntegration::shift)),
					mean(group.values(n -> n.mean(c -> c.linear().firstModeShare()))),
					mean(group.values(NetworkIntegration::modesNeeded))));
		}
		return new Table("By architecture and nonlinearity: mean ± standard error over networks",
				List.of("Networks", "Number", "Line attractors (fraction of contexts)", "Variance along the line", "Leading |lambda|",
						"Gain of ignored inputs, relative", "Shift by ignored inputs, relative", "y_1/y_N", "Modes for 95 %"),
				rows);
	}

	private static Table contextTable(List<NetworkIntegration> networks) {
		List<List<String>> rows = new ArrayList<>();
		for (NetworkIntegration network : networks) {
			for (ContextIntegrator context : network.contexts()) {
				rows.add(List.of(network.subject().name(), context.condition().name(),
						Integer.toString(context.line().points().size()), number(context.line().varianceShare()),
						number(context.line().rankCorrelation()), number(context.line().leadingModulus()),
						number(context.gain() / context.integral().gain()), number(context.leak()), number(context.linearLeak()),
						number(context.linear().firstModeShare())));
			}
		}
		return new Table("By network and context",
				List.of("Network", "Context", "Points", "Variance along the line", "Rank correlation", "Leading |lambda|",
						"Gain (of the task's)", "Gain of ignored inputs, relative", "The same, linear dynamics", "y_1/y_N"),
				rows);
	}

	private static String mean(double[] values) {
		SampleMean mean = SampleMean.of(values);
		return values.length == 0 ? "-" : number(mean.mean())
				+ (Double.isNaN(mean.standardError()) ? "" : String.format(Locale.ROOT, " ± %.2g", mean.standardError()));
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4g", value);
	}
}
