package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.ILog;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.model.ResultFinding;
import org.nullcline.model.Run;
import org.nullcline.model.RunCollection;
import org.nullcline.model.RunState;
import org.nullcline.report.StudyReport;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.StudyExecution;

/** Executes one study and writes its report. */
final class StudyRun {

	private final Terminal terminal;
	private final int jobs;
	private final boolean resume;

	StudyRun(Terminal terminal, int jobs, boolean resume) {
		this.terminal = terminal;
		this.jobs = jobs;
		this.resume = resume;
	}

	/**
	 * What came of it.
	 *
	 * @param folder    where everything lies
	 * @param runs      and results, as they are on disk
	 * @param report    or null
	 * @param cancelled by the user
	 * @param problems  what failed
	 */
	record Outcome(Path folder, RunCollection runs, Path report, boolean cancelled, List<String> problems) {

		Map<String, Object> describe() {
			Map<String, Object> content = new LinkedHashMap<>();
			content.put("folder", folder.toAbsolutePath().normalize().toString());
			content.put("report", report == null ? null : report.toAbsolutePath().normalize().toString());
			content.put("cancelled", cancelled);
			content.put("runs", runs.getRuns().stream().map(StudyRun::describe).toList());
			content.put("findings", runs.getResults().stream().flatMap(result -> result.getFindings().stream())
					.map(StudyRun::describe).toList());
			content.put("problems", problems);
			return content;
		}
	}

	/** @throws Unfinished if the folder can no longer be written */
	Outcome execute(StudyPlan plan, Path folder) throws InvalidStudyException, IOException {
		StudyFolder.requireUsable(folder, plan.study(), resume);
		terminal.message(String.format("Study %s: %d networks, %d at once, into %s", plan.study().getName(),
				plan.networks().size(), Math.min(jobs, plan.networks().size()), folder));
		RunProgress progress = new RunProgress(terminal, plan.networks().size(), plan.training().steps());
		RunCollection runs;
		try (InterruptSignal signal = new InterruptSignal(() -> {
			terminal.message("Stopping at a checkpoint; press Ctrl-C again to end at once.");
			progress.setCanceled(true);
		})) {
			runs = StudyExecution.execute(plan, folder, resume, jobs, progress, progress);
		} catch (IOException e) {
			throw new Unfinished(e, progress.isCanceled());
		}
		Path report = progress.isCanceled() ? null : reportUninterrupted(folder, progress);
		return new Outcome(folder, runs, report, progress.isCanceled(), progress.problems());
	}

	/** An execution ended early, because its folder cannot be written. */
	static final class Unfinished extends IOException {

		private static final long serialVersionUID = 1L;

		private final boolean cancelled;

		Unfinished(IOException cause, boolean cancelled) {
			super(cause.getMessage(), cause);
			this.cancelled = cancelled;
		}

		boolean cancelled() {
			return cancelled;
		}
	}

	/** A report takes some seconds, in which all results are there already. */
	private Path reportUninterrupted(Path folder, RunProgress progress) {
		try (InterruptSignal signal = new InterruptSignal(() -> terminal.message("The report is being written, and nothing else is left;"
				+ " press Ctrl-C again to end without it."))) {
			return report(folder, progress);
		}
	}

	private static Path report(Path folder, RunProgress progress) {
		try {
			return StudyReport.write(folder);
		} catch (IOException e) {
			progress.failed("report: " + e.getMessage());
		} catch (RuntimeException e) {
			ILog.of(StudyRun.class).error("The report failed", e);
			progress.failed("report: failed: " + e);
		}
		return null;
	}

	/** Says for people what came of it. */
	void summarise(Outcome outcome) {
		long done = outcome.runs().getRuns().stream().filter(run -> run.getState() == RunState.DONE).count();
		terminal.message(done + " of " + outcome.runs().getRuns().size() + " runs done.");
		new FindingSummary(outcome.runs()).lines().forEach(terminal::result);
		if (outcome.report() != null) {
			terminal.result("Report: " + outcome.report());
		}
	}

	private static Map<String, Object> describe(Run run) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("name", run.getName());
		description.put("architecture", run.getArchitecture());
		description.put("units", run.getUnits());
		description.put("seed", run.getSeed());
		description.put("state", run.getState().getLiteral());
		description.put("step", run.getStep());
		description.put("fractionVarianceUnexplained", run.getFractionVarianceUnexplained());
		description.put("message", run.getMessage());
		description.put("folder", run.getFolder());
		description.put("findings",
				run.getResults().stream().flatMap(result -> result.getFindings().stream()).map(StudyRun::describe).toList());
		return description;
	}

	private static Map<String, Object> describe(ResultFinding finding) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("claim", finding.getClaim());
		description.put("value", finding.getValue());
		description.put("low", finding.getLow());
		description.put("high", finding.getHigh());
		description.put("threshold", finding.getThreshold());
		description.put("reference", finding.getReference());
		description.put("verdict", finding.getVerdict().getLiteral());
		description.put("explanation", finding.getExplanation());
		return description;
	}
}
