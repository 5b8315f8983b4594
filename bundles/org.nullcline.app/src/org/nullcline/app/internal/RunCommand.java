package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.ILog;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.ResultFinding;
import org.nullcline.model.Run;
import org.nullcline.model.RunCollection;
import org.nullcline.model.RunState;
import org.nullcline.report.StudyReport;
import org.nullcline.runs.Json;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.StudyExecution;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: executes a study. */
@CommandLine.Command(name = "run", description = "Train the population of a study, ask its analyses and write the report.")
final class RunCommand extends Command {

	@Parameters(paramLabel = "STUDY", description = "A study file, or the name of an example.")
	String source;

	@Option(names = "--out", paramLabel = "DIR", description = "Where everything is written; without it the next free runs/STUDY-N.")
	Path out;

	@Option(names = "--set", paramLabel = "ELEMENT.PARAMETER=VALUE", description = {
			"Change a setting, for example task.bits=2, population.sizes=32,64,",
			"training.steps=500, gru.variant=reset-before. May be given several times." })
	List<String> settings = List.of();

	@Option(names = "--jobs", paramLabel = "N", description = "How many networks are trained at once; one per processor without it. Results do not depend on it.")
	int jobs = Runtime.getRuntime().availableProcessors();

	@Option(names = "--resume", description = "Go on with an execution that was interrupted, in DIR or in the newest runs/STUDY-N.")
	boolean resume;

	@Option(names = "--json", description = "Print the outcome as JSON.")
	boolean json;

	@Override
	public Integer call() throws InvalidStudyException, UsageException, IOException {
		if (jobs < 1) {
			throw new UsageException("--jobs " + jobs + ": at least 1 is needed");
		}
		StudyPlan plan = StudyValidator.plan(StudySource.read(source, settings), ContributionRegistry.read(), source);
		Path folder = out != null ? out : chooseFolder(plan.study().getName());
		StudyFolder.requireUsable(folder, plan.study(), resume);
		terminal.message(String.format("Study %s: %d networks, %d at once, into %s", plan.study().getName(),
				plan.networks().size(), Math.min(jobs, plan.networks().size()), folder));
		RunProgress progress = new RunProgress(terminal, plan.networks().size(), plan.training().steps());
		RunCollection outcome;
		try (InterruptSignal signal = new InterruptSignal(() -> {
			terminal.message("Stopping at a checkpoint; press Ctrl-C again to end at once.");
			progress.setCanceled(true);
		})) {
			outcome = StudyExecution.execute(plan, folder, resume, jobs, progress, progress);
		} catch (IOException e) {
			terminal.error(e.getMessage());
			terminal.error("What was finished before is whole; go on with --resume.");
			return progress.isCanceled() ? ExitCode.CANCELLED : ExitCode.FAILED;
		}
		Path report = null;
		if (!progress.isCanceled()) {
			try {
				StudyReport.write(folder);
				report = folder.resolve("report.html");
			} catch (IOException e) {
				progress.failed("report: " + e.getMessage());
			} catch (RuntimeException e) {
				ILog.of(RunCommand.class).error("The report failed", e);
				progress.failed("report: failed: " + e);
			}
		}
		summarise(outcome, folder, report, progress);
		if (progress.isCanceled()) {
			terminal.message("Cancelled. Go on with: nullcline run " + source
					+ settings.stream().map(setting -> " --set " + setting).reduce("", String::concat) + " --out " + folder
					+ " --resume");
			return ExitCode.CANCELLED;
		}
		return progress.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
	}

	private Path chooseFolder(String study) throws UsageException {
		Path parent = Path.of("runs");
		String prefix = study.replaceAll("[^A-Za-z0-9._-]+", "-") + "-";
		int number = 1;
		while (Files.exists(parent.resolve(prefix + number))) {
			number++;
		}
		if (!resume) {
			return parent.resolve(prefix + number);
		}
		if (number == 1) {
			throw new UsageException("--resume: there is no " + parent.resolve(prefix + 1) + " to go on with; name a folder with --out");
		}
		return parent.resolve(prefix + (number - 1));
	}

	private void summarise(RunCollection outcome, Path folder, Path report, RunProgress progress) {
		if (json) {
			Map<String, Object> content = new LinkedHashMap<>();
			content.put("folder", folder.toAbsolutePath().normalize().toString());
			content.put("report", report == null ? null : report.toAbsolutePath().normalize().toString());
			content.put("cancelled", progress.isCanceled());
			content.put("runs", outcome.getRuns().stream().map(RunCommand::describe).toList());
			content.put("findings", outcome.getResults().stream().flatMap(result -> result.getFindings().stream())
					.map(RunCommand::describe).toList());
			content.put("problems", progress.problems());
			terminal.result(Json.pretty(content).stripTrailing());
			return;
		}
		long done = outcome.getRuns().stream().filter(run -> run.getState() == RunState.DONE).count();
		terminal.message(done + " of " + outcome.getRuns().size() + " runs done.");
		new FindingSummary(outcome).lines().forEach(terminal::result);
		if (report != null) {
			terminal.result("Report: " + report);
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
				run.getResults().stream().flatMap(result -> result.getFindings().stream()).map(RunCommand::describe).toList());
		return description;
	}

	static Map<String, Object> describe(ResultFinding finding) {
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
