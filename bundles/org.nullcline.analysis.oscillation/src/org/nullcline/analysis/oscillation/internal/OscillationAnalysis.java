package org.nullcline.analysis.oscillation.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.DoesNotApplyException;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.InputCondition;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TrialTask;
import org.nullcline.dynamics.LeftOut;
import org.nullcline.dynamics.NetworkGroup;
import org.nullcline.dynamics.SampleMean;
import org.nullcline.dynamics.StoredFixedPoints;
import org.nullcline.linearalgebra.NativeArrays;

/** How networks generate the frequencies that their task commands. */
public final class OscillationAnalysis implements Analysis {

	private static final String FIXED_POINTS = "fixed-points";

	@Override
	public boolean suits(Task task) {
		return task instanceof TrialTask trials
				&& trials.inputConditions().stream().anyMatch(condition -> trials.commandedFrequency(condition).isPresent());
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Map<InputCondition, Double> commands = commands(request.requiredTask());
		Parameters parameters = request.parameters();
		List<Subject> performing = NetworkGroup.performing(request.subjects(), parameters.getReal("maximum-fvu"));
		List<String> left = new ArrayList<>(request.subjects().stream().filter(subject -> !performing.contains(subject))
				.map(subject -> String.format(Locale.ROOT, "%s (%.3g)", subject.name(), subject.performance())).toList());
		List<String> without = new ArrayList<>();
		SubMonitor progress = SubMonitor.convert(monitor, "Oscillations", performing.size() * commands.size());
		List<GroupCycles> groups = new ArrayList<>();
		for (NetworkGroup group : NetworkGroup.of(performing)) {
			List<NetworkCycles> networks = new ArrayList<>();
			for (Subject subject : group.subjects()) {
				Optional<AnalysisResult> found = request.required().ofNetwork(FIXED_POINTS, subject);
				if (found.isEmpty()) {
					without.add(subject.name());
					continue;
				}
				networks.add(network(subject, commands, StoredFixedPoints.read(found.get()), parameters, progress));
			}
			if (!networks.isEmpty()) {
				groups.add(new GroupCycles(group.name(), networks));
			}
		}
		if (groups.isEmpty()) {
			throw new AnalysisException("No network is left to analyse: " + left.size() + " of " + request.subjects().size()
					+ " are above the performance limit, and for " + without.size() + " the analysis " + FIXED_POINTS
					+ " gave no result.");
		}
		return result(request, groups, left, without);
	}

	/** The commanded frequency by input condition. */
	private static Map<InputCondition, Double> commands(TrialTask task) throws AnalysisException {
		Map<InputCondition, Double> commands = new LinkedHashMap<>();
		for (InputCondition condition : task.inputConditions()) {
			OptionalDouble frequency = task.commandedFrequency(condition);
			if (frequency.isPresent()) {
				commands.put(condition, frequency.getAsDouble());
			}
		}
		if (commands.isEmpty()) {
			throw new DoesNotApplyException(
					"This analysis is for tasks whose constant inputs command a frequency; the inputs of this task command none.");
		}
		return commands;
	}

	private static NetworkCycles network(Subject subject, Map<InputCondition, Double> commands, List<StoredFixedPoints> found,
			Parameters parameters, SubMonitor progress) throws AnalysisException {
		List<CommandedCycle> cycles = new ArrayList<>();
		for (Map.Entry<InputCondition, Double> command : commands.entrySet()) {
			progress.split(1);
			cycles.add(CommandedCycle.of(subject.network(), command.getValue(),
					StoredFixedPoints.under(command.getKey(), found, subject.name()),
					parameters.getInteger("settling"), parameters.getInteger("cycles")));
		}
		return new NetworkCycles(subject, cycles);
	}

	private static AnalysisResult result(AnalysisRequest request, List<GroupCycles> groups, List<String> left,
			List<String> without) {
		List<NetworkCycles> networks = groups.stream().flatMap(group -> group.networks().stream()).toList();
		AnalysisResult.Builder result = AnalysisResult.builder();
		result.value("networks", networks.size());
		result.array("commanded_frequency", NativeArrays.of(columns(networks.subList(0, 1), 0)));
		result.array("linear_frequency", NativeArrays.of(columns(networks, 1)));
		result.array("cycle_frequency", NativeArrays.of(columns(networks, 2)));
		result.array("points_inside", NativeArrays.of(columns(networks, 3)));
		result.array("index", NativeArrays.of(columns(networks, 4)));
		LeftOut leftOut = new LeftOut(left.size(), without.size(), FIXED_POINTS);
		new OscillationFindings(networks, leftOut).all().forEach(result::finding);
		ArchitectureDifference difference = new ArchitectureDifference(networks);
		result.finding(difference.finding(request.parameters().getInteger("permutations"), request.random().stream("permutations"),
				leftOut));
		result.table(difference.table());
		result.table(groupTable(groups));
		result.table(networkTable(networks));
		result.figure(OscillationFigures.frequencies(groups));
		result.figure(OscillationFigures.deviations(groups));
		result.figure(OscillationFigures.cycles(groups));
		result.figure(OscillationFigures.eigenvalues(groups));
		result.note("A fixed point is inside a cycle if the cycle, projected on its two leading principal components, goes round it once per period, and if the point is not farther from that plane than the cycle is wide. Slow points and outliers do not count.");
		result.note("Linear frequency: |arg(lambda)|/(2 pi) of the complex eigenvalue of largest modulus outside the unit circle, if there is one, at the point inside the cycle, the one nearest to its centre if there are several. Cycle frequency: upward crossings of the mean of the first output, after "
				+ request.parameters().getInteger("settling") + " steps, over " + request.parameters().getInteger("cycles")
				+ " commanded cycles; 0 if the network comes to rest.");
		result.note("Rows of the arrays are the networks "
				+ networks.stream().map(network -> network.subject().name()).collect(Collectors.joining(", "))
				+ "; columns are the commands, slowest first.");
		if (!left.isEmpty()) {
			result.note("Left out, because they leave more than " + request.parameters().getReal("maximum-fvu")
					+ " of the variance unexplained: " + String.join(", ", left) + ".");
		}
		if (!without.isEmpty()) {
			result.note("Left out, because the analysis " + FIXED_POINTS + " gave no result: " + String.join(", ", without) + ".");
		}
		return result.build();
	}

	private static double[][] columns(List<NetworkCycles> networks, int quantity) {
		return networks.stream().map(network -> network.cycles().stream().mapToDouble(cycle -> switch (quantity) {
		case 0 -> cycle.commanded();
		case 1 -> cycle.linearFrequency();
		case 2 -> cycle.cycle();
		case 3 -> cycle.inside();
		default -> cycle.point().map(point -> (double) point.index()).orElse(Double.NaN);
		}).toArray()).toArray(double[][]::new);
	}

	private static Table groupTable(List<GroupCycles> groups) {
		List<List<String>> rows = new ArrayList<>();
		for (GroupCycles group : groups) {
			rows.add(List.of(group.name(), Integer.toString(group.networks().size()),
					mean(group.values(NetworkCycles::singleFraction)), mean(group.values(NetworkCycles::spiralFraction)),
					mean(group.values(network -> network.line().correlation())),
					mean(group.values(network -> network.line().slope())), mean(group.values(network -> network.line().offset())),
					mean(group.values(network -> 100 * network.relativeDeviation())),
					mean(group.values(network -> 100 * network.cycleError()))));
		}
		return new Table("By architecture and nonlinearity: mean ± standard error over networks",
				List.of("Networks", "Number", "One point inside (fraction)", "Unstable spiral (fraction)", "Correlation", "Slope",
						"Offset (cycles/step)", "Deviation of the linear frequency (%)", "Error of the output (%)"),
				rows);
	}

	private static Table networkTable(List<NetworkCycles> networks) {
		return new Table("By network",
				List.of("Network", "One point inside (fraction)", "Unstable spiral (fraction)", "Correlation", "Slope",
						"Offset (cycles/step)", "Monotone", "Error of the output (%)"),
				networks.stream()
						.map(network -> List.of(network.subject().name(), number(network.singleFraction()),
								number(network.spiralFraction()), number(network.line().correlation()), number(network.line().slope()),
								number(network.line().offset()), network.monotone() ? "yes" : "no",
								number(100 * network.cycleError())))
						.toList());
	}

	private static String mean(double[] values) {
		SampleMean mean = SampleMean.of(values);
		return values.length == 0 ? "-"
				: number(mean.mean()) + (Double.isNaN(mean.standardError()) ? "" : " ± " + String.format(Locale.ROOT, "%.2g", mean.standardError()));
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4g", value);
	}
}
