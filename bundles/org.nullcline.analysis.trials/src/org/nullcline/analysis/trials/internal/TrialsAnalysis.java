package org.nullcline.analysis.trials.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.network.Network;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialPreview;

/** Some test trials with the outputs of a network, and how far its outputs are from the targets. */
public final class TrialsAnalysis implements Analysis {

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		SubMonitor progress = SubMonitor.convert(monitor, "Trials of " + request.subject().name(), 3);
		Network network = request.subject().network();
		TrialBatch trials = request.testTrials(request.parameters().getInteger("trials"));
		progress.split(1);
		INDArray outputs = network.outputs(network.states(trials.inputs()));
		progress.split(1);
		AnalysisResult.Builder result = AnalysisResult.builder();
		result.array("outputs", outputs);
		result.array("targets", trials.targets());
		if (request.requiredTask().targetsAnswerInputs()) {
			addErrors(request, trials, outputs, result);
		} else {
			result.note("Targets are examples that the outputs should be distributed like, not answers to these inputs: no error is"
					+ " measured.");
		}
		progress.split(1);
		TrialPreview.figures(request.requiredTask(), trials, Optional.of(outputs), request.parameters().getInteger("shown-trials"))
				.forEach(result::figure);
		return result.build();
	}

	private static void addErrors(AnalysisRequest request, TrialBatch trials, INDArray outputs, AnalysisResult.Builder result) {
		TrialErrors errors = TrialErrors.of(outputs, trials.targets(), trials.mask());
		Interval interval = errors.interval(request.random().stream("bootstrap"));
		result.value("fraction_of_variance_unexplained", errors.fraction());
		result.value("fraction_of_variance_unexplained_low", interval.low());
		result.value("fraction_of_variance_unexplained_high", interval.high());
		result.table(new Table("Error on test trials", List.of("Measure", "Value", "From", "To", "Interval"),
				List.of(List.of("Fraction of variance unexplained", number(errors.fraction()), number(interval.low()),
						number(interval.high()), interval.method()))));
		result.note("Fraction of variance unexplained: sum (y - t)^2 / sum (t - mean t)^2 over " + trials.trials()
				+ " test trials, the same for all networks of a study; 0 is perfect.");
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.4g", value);
	}
}
