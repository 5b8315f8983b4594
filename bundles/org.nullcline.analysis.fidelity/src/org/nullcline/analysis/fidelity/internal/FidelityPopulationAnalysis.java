package org.nullcline.analysis.fidelity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.core.task.Task;
import org.nullcline.dynamics.Cancellation;
import org.nullcline.dynamics.NetworkShare;
import org.nullcline.dynamics.SampleMean;
import org.nullcline.dynamics.StudentT;
import org.nullcline.hmm.HiddenMarkovTask;

/** The claims about many networks that emulate one model: distances, transitions, and how many emulate it. */
public final class FidelityPopulationAnalysis implements Analysis {

	private static final String REQUIRED = "fidelity";
	/** Input dimensions from here on reach the baseline, the paper says. */
	private static final int ENOUGH_CHANNELS = 10;
	private static final double CLOSE = 0.1;
	private static final double SQUARED_ERROR = 0.01;

	/** What is known of one network. */
	private record Measured(Subject subject, Map<String, Double> values) {

		double excess() {
			return values.get("matched_distance") - values.get("matched_distance_baseline");
		}

		int channels() {
			return subject.network().cell().inputs();
		}
	}

	@Override
	public boolean suits(Task task) {
		return task instanceof HiddenMarkovTask;
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		List<Measured> networks = new ArrayList<>();
		List<String> without = new ArrayList<>();
		for (Subject subject : request.subjects()) {
			Cancellation.check(monitor);
			Optional<AnalysisResult> found = request.required().ofNetwork(REQUIRED, subject);
			// A network to which it does not apply has a result without values.
			found.filter(result -> result.values().containsKey("emulates")).ifPresentOrElse(
					result -> networks.add(new Measured(subject, result.values())), () -> without.add(subject.name()));
		}
		if (networks.isEmpty()) {
			throw new AnalysisException("The analysis " + REQUIRED + " has measured no network.");
		}
		double states = networks.getFirst().values().get("states");
		AnalysisResult.Builder result = AnalysisResult.builder();
		result.value("networks", networks.size());
		List<Measured> decided = networks.stream().filter(n -> !Double.isNaN(n.values().get("emulates"))).toList();
		result.finding(NetworkShare.of(decided, n -> n.values().get("emulates") == 1).finding(
				"Networks emulate the hidden Markov model.", "every check of the panel passed", Panel.OWN,
				networks.size() == decided.size() ? "" : (networks.size() - decided.size()) + " networks are undecided."));
		List<Measured> wide = networks.stream().filter(n -> n.channels() >= ENOUGH_CHANNELS).toList();
		if (states >= 3) {
			worstDimension(networks).ifPresent(result::finding);
			result.finding(NetworkShare.of(wide, n -> Math.abs(n.excess()) < CLOSE).finding(
					"With ten input channels or more, the matched distance is within 0.1 of that between sets of the model.",
					"a difference below 0.1", Panel.REFERENCE, excesses(wide)));
		} else {
			result.finding(NetworkShare.of(wide, n -> n.excess() < 0).finding(
					"With ten input channels or more, the matched distance is below that between sets of the model.",
					"a negative difference", Panel.REFERENCE, excesses(wide) + " This is a sign of sequences that vary too little."));
		}
		result.finding(NetworkShare.of(wide, n -> n.values().get("transition_squared_error") <= SQUARED_ERROR).finding(
				"With ten input channels or more, no entry of the symbol transitions has a squared error above 0.01.",
				"the largest squared error <= 0.01", Panel.REFERENCE, ""));
		if (!without.isEmpty()) {
			result.note("Not counted, because " + REQUIRED + " has not measured them: " + String.join(", ", without) + ".");
		}
		result.table(table(networks));
		result.figure(figure(networks));
		if (dimensions(networks).size() == 1) {
			result.note("All networks have " + networks.getFirst().channels() + " input channels; how the number of channels matters can"
					+ " be told by networks of several numbers only.");
		}
		return result.build();
	}

	/** F1; nothing if all networks have one number of channels, or none has one channel. */
	private static Optional<Finding> worstDimension(List<Measured> networks) {
		Map<Integer, List<Double>> dimensions = dimensions(networks);
		if (dimensions.size() < 2 || !dimensions.containsKey(1)) {
			return Optional.empty();
		}
		double[] one = values(dimensions.get(1));
		double[] others = networks.stream().filter(n -> n.channels() >= ENOUGH_CHANNELS).mapToDouble(Measured::excess).toArray();
		double value = SampleMean.of(one).mean() - SampleMean.of(others).mean();
		// The degrees of freedom of the smaller group: never too narrow, whatever the two spreads are.
		double margin = StudentT.two95(Math.min(one.length, others.length) - 1)
				* Math.hypot(SampleMean.of(one).standardError(), SampleMean.of(others).standardError());
		Interval interval = one.length < 3 || others.length < 3 ? Interval.unknown("unknown: too few networks")
				: new Interval(value - margin, value + margin, "95 % Student's t over " + (one.length + others.length) + " networks");
		Verdict verdict = interval.low() > 0 ? Verdict.REPRODUCED : interval.high() < 0 ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		return Optional.of(new Finding("One input channel is the worst number of channels.", value, interval, "> 0", Panel.REFERENCE,
				verdict, "Matched distance with one channel less that with ten or more, each less that between sets of the model."));
	}

	private static Map<Integer, List<Double>> dimensions(List<Measured> networks) {
		Map<Integer, List<Double>> dimensions = new TreeMap<>();
		networks.forEach(n -> dimensions.computeIfAbsent(n.channels(), k -> new ArrayList<>()).add(n.excess()));
		return dimensions;
	}

	private static double[] values(List<Double> values) {
		return values.stream().mapToDouble(value -> value).toArray();
	}

	private static String excesses(List<Measured> networks) {
		double[] excesses = networks.stream().mapToDouble(Measured::excess).toArray();
		return excesses.length == 0 ? "No network has so many."
				: String.format(Locale.ROOT, "Mean difference %.3g.", SampleMean.of(excesses).mean());
	}

	private static Table table(List<Measured> networks) {
		List<List<String>> rows = new ArrayList<>();
		for (Measured network : networks) {
			Map<String, Double> values = network.values();
			rows.add(List.of(network.subject().name(), number(values.get("matched_distance")),
					number(values.get("matched_distance_baseline")), number(values.get("transition_squared_error")),
					number(values.get("volatility")), number(values.get("volatility_model")),
					Double.isNaN(values.get("emulates")) ? "undecided" : values.get("emulates") == 1 ? "yes" : "no"));
		}
		return new Table("Networks", List.of("Network", "Matched distance", "Between sets of the model",
				"Largest squared error of a transition", "Changes per sequence", "Model", "Emulates"), rows);
	}

	private static Figure figure(List<Measured> networks) {
		List<String> names = networks.stream().map(n -> n.subject().name()).toList();
		double[] baseline = networks.stream().mapToDouble(n -> n.values().get("matched_distance_baseline")).toArray();
		double[] distance = networks.stream().mapToDouble(n -> n.values().get("matched_distance")).toArray();
		return new Figure("distances", "Matched distance of each network", "Points on the line are as far from the model as its own"
				+ " sequences are.", "between sets of the model", "between the network and the model", true,
				List.of(new Figure.Line("equal", baseline, baseline, Hue.GREY, true),
						new Figure.Points("network", baseline, distance, Hue.RED, Marker.DOT, names)));
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.4g", value);
	}
}
