package org.nullcline.analysis.fidelity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.DoesNotApplyException;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.Task;
import org.nullcline.dynamics.EmittedSymbols;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.HiddenMarkovStatistics;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.hmm.RunLengthLaw;
import org.nullcline.linearalgebra.NativeArrays;

/** Whether a network emulates a hidden Markov model, by the law of its symbols and not by its loss. */
public final class FidelityAnalysis implements Analysis {

	@Override
	public boolean suits(Task task) {
		return task instanceof HiddenMarkovTask;
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		if (!(request.requiredTask() instanceof HiddenMarkovTask task)) {
			throw new DoesNotApplyException("This analysis compares a network with a hidden Markov model, which its task does not name."
					+ " Name one with --task hmm and --set task.PARAMETER=VALUE, or analyse a run of a study of such a task.");
		}
		Network network = request.subject().network();
		HiddenMarkovModel model = task.model();
		if (network.outputs() != model.symbols()) {
			throw new AnalysisException("The network has " + network.outputs() + " outputs, but the model has " + model.symbols()
					+ " symbols; there must be one output per symbol.");
		}
		HiddenMarkovStatistics statistics;
		try {
			statistics = new HiddenMarkovStatistics(model);
		} catch (IllegalArgumentException e) {
			throw new AnalysisException("The statistics of the model have no closed form: " + e.getMessage());
		}
		SubMonitor progress = SubMonitor.convert(monitor, "Fidelity", 100);
		ComparedSymbols compared = symbols(request, network, task, progress.split(25));
		return result(request, compared, statistics, progress.split(75));
	}

	private static ComparedSymbols symbols(AnalysisRequest request, Network network, HiddenMarkovTask task, IProgressMonitor monitor)
			throws AnalysisException {
		Parameters parameters = request.parameters();
		int repeats = parameters.getInteger("repeats");
		int count = Math.max(repeats, parameters.getInteger("sequences"));
		int steps = parameters.getInteger("steps") == 0 ? task.steps() : parameters.getInteger("steps");
		EmittedSymbols.First first = parameters.getChoice("first-symbol").equals("paper-compatible")
				? EmittedSymbols.First.INITIAL_STATE
				: EmittedSymbols.First.AFTER_A_STEP;
		EmittedSymbols emitted = EmittedSymbols.draw(network, count, steps, task.noiseDeviation(), first,
				request.random().below("network"), monitor);
		return ComparedSymbols.of(task.model(), repeats, parameters.getInteger("distance-sequences"),
				parameters.getChoice("symbols").equals("sampled") ? emitted.sampled() : emitted.probable(),
				request.random().below("model"));
	}

	private static AnalysisResult result(AnalysisRequest request, ComparedSymbols compared, HiddenMarkovStatistics statistics,
			IProgressMonitor monitor) {
		Parameters parameters = request.parameters();
		SubMonitor progress = SubMonitor.convert(monitor, 100);
		MatchedDistances distances = MatchedDistances.of(compared, progress.split(40));
		SymbolLaw law = new SymbolLaw(compared, statistics, request.random().below("bootstrap"));
		DwellLaw dwells = new DwellLaw(compared, statistics, parameters.getReal("minimum-frequency"), request.random().below("bootstrap"));
		Predictability predictability = new Predictability(compared, statistics, dwells.symbols(), parameters,
				request.random().below("bootstrap"));
		progress.worked(20);
		Optional<Recovery> recovery = Recovery.of(compared, parameters, request.random().below("recovery"), progress.split(40));
		List<Finding> panel = new ArrayList<>();
		panel.add(distances.close(parameters.getReal("distance-tolerance")));
		panel.addAll(law.panel(parameters));
		panel.add(dwells.finding(parameters.getReal("dwell-tolerance")));
		panel.addAll(predictability.panel(parameters));
		recovery.ifPresent(found -> panel.add(found.finding(parameters.getReal("recovery-tolerance"))));
		Finding verdict = Panel.emulates(panel);
		AnalysisResult.Builder result = AnalysisResult.builder();
		result.finding(verdict);
		panel.forEach(result::finding);
		result.finding(distances.below());
		result.finding(law.published());
		add(result, compared, distances, law, dwells, predictability, verdict);
		recovery.ifPresent(found -> {
			result.array("recovered_transition", NativeArrays.of(found.network().transition()));
			result.array("recovered_emission", NativeArrays.of(found.network().emission()));
			result.table(RecoveryTable.of(found));
		});
		FidelityFigures.of(compared, distances, law, dwells, predictability).forEach(result::figure);
		dwells.notes().forEach(result::note);
		result.note(String.format(Locale.ROOT,
				"%d sequences of %d symbols, %s; distances between sets of %d. A distance depends on the number of sequences and their"
						+ " length; the paper has 5000 of 100 symbols for chains.",
				compared.network().length, compared.steps(),
				parameters.getChoice("symbols").equals("sampled") ? "drawn from the softmax of the outputs" : "the most probable ones",
				compared.size()));
		result.note("A check has passed where the whole interval lies within its tolerance, and has failed where the whole interval"
				+ " lies beyond it.");
		return result.build();
	}

	private static void add(AnalysisResult.Builder result, ComparedSymbols compared, MatchedDistances distances, SymbolLaw law,
			DwellLaw dwells, Predictability predictability, Finding verdict) {
		result.value("emulates", verdict.verdict() == Verdict.UNDECIDED ? Double.NaN : verdict.verdict() == Verdict.REPRODUCED ? 1 : 0);
		result.value("checks_passed", verdict.value());
		result.value("states", compared.model().states());
		result.value("matched_distance", distances.meanNetwork());
		result.value("matched_distance_baseline", distances.meanBaseline());
		result.value("transition_squared_error", law.squaredError());
		result.value("volatility", law.volatility().mean());
		result.value("volatility_model", law.expectedVolatility().mean());
		result.value("volatility_deviation", law.volatility().deviation());
		result.value("volatility_deviation_model", law.expectedVolatility().deviation());
		result.value("log_likelihood", predictability.logLikelihoods()[0]);
		result.value("log_likelihood_model", predictability.logLikelihoods()[1]);
		result.value("entropy", predictability.entropies()[1]);
		result.value("entropy_model", predictability.entropies()[2]);
		List<List<String>> rows = new ArrayList<>();
		for (int n = 0; n < dwells.symbols().length; n++) {
			RunLengthLaw expected = dwells.expected(n);
			Optional<RunLengthLaw> found = dwells.found(n);
			int symbol = dwells.symbols()[n];
			found.ifPresent(runs -> {
				result.value("dwell_mean_" + symbol, runs.mean());
				result.value("dwell_variation_" + symbol, runs.variationCoefficient());
				result.value("dwell_rate_" + symbol, runs.meanRate());
			});
			rows.add(List.of(Integer.toString(symbol), number(found.map(RunLengthLaw::mean)), number(Optional.of(expected.mean())),
					number(found.map(RunLengthLaw::variationCoefficient)), number(Optional.of(expected.variationCoefficient())),
					number(found.map(RunLengthLaw::meanRate)), number(Optional.of(expected.meanRate()))));
		}
		result.table(new Table("Runs of a symbol", List.of("Symbol", "Mean length (steps)", "Model", "Coefficient of variation", "Model",
				"E[1/L] (1/steps)", "Model"), rows));
		result.array("matched_distances", NativeArrays.of(new double[][] { distances.network(), distances.baseline() }));
		result.array("symbol_transitions", NativeArrays.of(law.transitions()));
		result.array("symbol_transitions_model", NativeArrays.of(law.expectedTransitions()));
		result.array("symbol_frequencies", NativeArrays.of(new double[][] { law.frequencies(), law.expectedFrequencies() }));
	}

	private static String number(Optional<Double> value) {
		return value.map(v -> String.format(Locale.ROOT, "%.3g", v)).orElse("-");
	}
}
