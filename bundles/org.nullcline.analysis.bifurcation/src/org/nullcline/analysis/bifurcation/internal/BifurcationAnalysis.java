package org.nullcline.analysis.bifurcation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.analysis.bifurcation.internal.Timeline.Event;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.DoesNotApplyException;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.Task;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.ParallelParts;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.linearalgebra.NativeArrays;

/** How the driven dynamics of a network change while it is trained. */
public final class BifurcationAnalysis implements Analysis {

	private static final int FEWEST = 3;

	@Override
	public boolean suits(Task task) {
		return task instanceof HiddenMarkovTask;
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Subject subject = request.subject();
		if (subject.network().outputs() < 2) {
			throw new DoesNotApplyException("This analysis is for networks that choose between symbols: at least two outputs, one per"
					+ " symbol. This network has " + subject.network().outputs() + ".");
		}
		List<Integer> kept = request.training().checkpoints(subject);
		if (kept.size() < FEWEST) {
			throw new AnalysisException("At least " + FEWEST + " checkpoints of the training are needed; of " + subject.name() + " there are "
					+ kept.size() + ". Let the training plan keep them (keepEvery), or put those of a network from elsewhere beside its"
					+ " file as checkpoints/step-00000100.safetensors and so on.");
		}
		Parameters parameters = request.parameters();
		List<Integer> steps = thinned(kept, parameters.getInteger("most-checkpoints"));
		List<CheckpointDynamics> measured = measure(request, steps, monitor);
		Timeline timeline = new Timeline(measured.stream().filter(c -> !c.diverged()).toList(),
				measured.stream().filter(CheckpointDynamics::diverged).map(CheckpointDynamics::step).toList(),
				request.training().losses(subject), parameters.getReal("rise"));
		return result(timeline, kept.size(), parameters);
	}

	private static List<CheckpointDynamics> measure(AnalysisRequest request, List<Integer> steps, IProgressMonitor monitor)
			throws AnalysisException {
		GaussianNoise noise = GaussianNoise.of(request.random().stream("noise"));
		try {
			return ParallelParts.compute(steps.size(), k -> {
				try {
					Network network = request.training().network(request.subject(), steps.get(k));
					return CheckpointDynamics.of(network, steps.get(k), request.parameters(), noise, monitor);
				} catch (AnalysisException e) {
					throw new Unreadable(e);
				}
			}, monitor);
		} catch (Unreadable e) {
			throw e.reason;
		}
	}

	/** Carries the failure of a checkpoint out of its thread. */
	private static final class Unreadable extends RuntimeException {

		private static final long serialVersionUID = 1L;
		private final transient AnalysisException reason;

		private Unreadable(AnalysisException reason) {
			super(reason);
			this.reason = reason;
		}
	}

	/** Evenly, with the first and the last. */
	static List<Integer> thinned(List<Integer> steps, int most) {
		return steps.size() <= most ? steps
				: IntStream.range(0, most).map(k -> (int) Math.round((double) k * (steps.size() - 1) / (most - 1))).mapToObj(steps::get)
						.toList();
	}

	private static AnalysisResult result(Timeline timeline, int kept, Parameters parameters) {
		AnalysisResult.Builder result = AnalysisResult.builder();
		List<CheckpointDynamics> checkpoints = timeline.checkpoints();
		Optional<Event> bifurcation = timeline.bifurcation();
		result.value("checkpoints", checkpoints.size());
		result.value("diverged", timeline.diverged().size());
		result.value("bifurcation_step", bifurcation.map(event -> (double) event.to()).orElse(Double.NaN));
		result.value("unstable_step", timeline.unstable().map(event -> (double) event.to()).orElse(Double.NaN));
		result.value("rate_fall_step", timeline.rateFall().map(change -> (double) change.to()).orElse(Double.NaN));
		result.value("loss_fall_step", timeline.lossFall().map(change -> (double) change.to()).orElse(Double.NaN));
		if (!checkpoints.isEmpty()) {
			CheckpointDynamics last = checkpoints.getLast();
			result.value("final_unstable", last.unstable());
			result.value("final_complex", last.complex());
			result.value("final_rate", last.rate());
			result.array("checkpoints", NativeArrays.of(checkpoints.stream()
					.map(c -> new double[] { c.step(), c.unstable(), c.complex(), c.rate(), c.largest() }).toArray(double[][]::new)));
			if (checkpoints.stream().allMatch(c -> c.secondOrder().length > 0)) {
				result.array("second_order",
						NativeArrays.of(checkpoints.stream().map(CheckpointDynamics::secondOrder).toArray(double[][]::new)));
			}
			BifurcationFigures.of(timeline).forEach(result::figure);
			result.table(table(checkpoints));
		}
		int spectra = Math.min(parameters.getInteger("spectra"), parameters.getInteger("steps") - 1);
		new BifurcationFindings(timeline, spectra, parameters.getInteger("window")).all().forEach(result::finding);
		if (!timeline.diverged().isEmpty()) {
			result.note("The network diverges at " + timeline.diverged().size() + " checkpoints, which are left out of all curves: updates "
					+ String.join(", ", timeline.diverged().stream().map(String::valueOf).toList()) + ".");
		}
		if (kept > checkpoints.size() + timeline.diverged().size()) {
			result.note(kept + " checkpoints were kept; " + (checkpoints.size() + timeline.diverged().size()) + " of them were analysed.");
		}
		result.note("Unstable: an eigenvalue of the Jacobian of the step, |z| > 1. Complex: after the Möbius map m = (z - 1)/(z + 1),"
				+ " |Re m| < 0.1 and Im m > 0.05. Bifurcation: the first rise of the fraction of steps with complex modes by more than "
				+ timeline.rise() + " from one checkpoint to the next. Each checkpoint starts from its own initial state, under the same"
				+ " noise. Columns of the array checkpoints: update, unstable, complex, rate, mean of the largest modulus.");
		result.note("The second-order figure shows the paper's heuristic, sqrt |E d2|, which is no term of an expansion: rectified units"
				+ " have no second derivative.");
		return result.build();
	}

	private static Table table(List<CheckpointDynamics> checkpoints) {
		List<List<String>> rows = new ArrayList<>();
		for (CheckpointDynamics c : checkpoints) {
			rows.add(List.of(Integer.toString(c.step()), number(c.unstable()), number(c.complex()), number(c.rate()), number(c.largest())));
		}
		return new Table("Checkpoints", List.of("Updates", "Unstable (fraction of steps)", "Complex (fraction of steps)",
				"Transition rate E[1/L]", "Largest modulus (mean)"), rows);
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.3g", value);
	}
}
