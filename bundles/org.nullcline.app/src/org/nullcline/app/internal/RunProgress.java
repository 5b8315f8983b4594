package org.nullcline.app.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.model.RunState;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.ReferenceLosses;
import org.nullcline.runs.ReferenceLosses.TrialSet;
import org.nullcline.trainer.ExecutionListener;

/** Shows on the terminal how a study advances: one line per run, and how much time is left. */
final class RunProgress extends NullProgressMonitor implements ExecutionListener {

	private final Terminal terminal;
	private final ProgressLine progress;
	private final int networks;
	private final int steps;
	private final long begin = System.nanoTime();
	private final Map<NetworkPlan, Long> started = new HashMap<>();
	private final Map<NetworkPlan, ReferenceLosses> references = new HashMap<>();
	/** Networks of one batch size share theirs. */
	private final Set<ReferenceLosses.Level> shownLevels = new HashSet<>();
	private final List<String> problems = new ArrayList<>();
	private double total = 1;
	private double worked;
	/** Work that an earlier execution had done says nothing about the speed of this one. */
	private double inherited;
	private int ended;
	private String latest = "";

	RunProgress(Terminal terminal, int networks, int steps) {
		this.terminal = terminal;
		progress = new ProgressLine(terminal);
		this.networks = networks;
		this.steps = steps;
	}

	/** Notes and shows that something failed. */
	void failed(String problem) {
		problems.add(problem);
		terminal.error(problem);
	}

	/** What failed: runs, analyses, the report. */
	List<String> problems() {
		return problems;
	}

	@Override
	public void beginTask(String name, int totalWork) {
		total = Math.max(1, totalWork);
		progress.restart();
	}

	@Override
	public void worked(int work) {
		worked += work;
		progress.show(this::line);
	}

	@Override
	public void networkStarted(NetworkPlan network, int step) {
		started.put(network, System.nanoTime());
		inherited += step;
		if (step > 0) {
			terminal.message(network.name() + ": goes on after step " + step);
		}
	}

	@Override
	public void compared(NetworkPlan network, ReferenceLosses measured) {
		references.put(network, measured);
		measured.levels().stream().filter(level -> level.set() == TrialSet.TRAINING && shownLevels.add(level))
				.forEach(level -> terminal.message(String.format(Locale.ROOT, "Loss of %s with batches of %d: %.4g",
						level.name(), level.trials(), level.loss())));
	}

	@Override
	public void measured(NetworkPlan network, Measurement measurement) {
		String standing = references.getOrDefault(network, ReferenceLosses.NONE).standing(measurement.skill());
		String quality = standing.isEmpty() ? String.format(Locale.ROOT, "held-out FVU %.4g", measurement.unexplained())
				: standing;
		latest = String.format(Locale.ROOT, "%s step %d, loss %.4g, %s", network.name(), measurement.step(),
				measurement.loss(), quality);
	}

	@Override
	public void networkEnded(NetworkPlan network, RunState state, double unexplained, String message) {
		ended++;
		Long since = started.get(network);
		inherited += since == null ? steps : 0;
		String time = since == null ? "was done before" : ProgressLine.duration(System.nanoTime() - since);
		String outcome = state == RunState.DONE && !Double.isNaN(unexplained)
				? String.format(Locale.ROOT, "done       held-out FVU %.4f", unexplained)
				: String.format("%-10s %s", state.getLiteral(), message);
		terminal.message(String.format("[%d/%d] %-24s %s  (%s%s)", ended, networks, network.name(), outcome, time, timeLeft()));
		if (state == RunState.FAILED || state == RunState.DIVERGED) {
			problems.add(network.name() + ": " + message);
		}
	}

	@Override
	public void analysisStarted(String analysis, String subject) {
		latest = analysis + " of " + subject;
	}

	@Override
	public void analysisEnded(String analysis, String subject, String problem) {
		if (!problem.isEmpty()) {
			failed(analysis + " of " + subject + ": " + problem);
		}
	}

	@Override
	public void warned(String message) {
		terminal.message("Warning: " + message);
	}

	private String line() {
		return String.format(Locale.ROOT, "%3.0f %%  %s%s", Math.min(100, 100 * worked / total), latest, timeLeft());
	}

	private String timeLeft() {
		double mine = worked - inherited;
		if (mine < 0.01 * total || worked >= total) {
			return "";
		}
		return ", about " + ProgressLine.duration((long) ((System.nanoTime() - begin) * (total - worked) / mine)) + " left";
	}
}
