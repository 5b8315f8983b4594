package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.ILog;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.StudySeries;
import org.nullcline.report.SeriesReport;
import org.nullcline.runs.Json;
import org.nullcline.runs.SeriesFolder;
import org.nullcline.runs.StudyFolder;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: executes a study, or the studies of a series in turn. */
@CommandLine.Command(name = "run", description = "Train the population of a study, ask its analyses and write the report; or so for each study of a series.")
final class RunCommand extends Command {

	@Parameters(paramLabel = "STUDY", description = "A file with a study or a series, or the name of an example.")
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
		StudySource found = StudySource.read(source, settings);
		List<StudyPlan> plans = plans(found);
		String name = found.series().map(StudySeries::getName).orElse(plans.get(0).study().getName());
		Path folder = out != null ? out : chooseFolder(name);
		try {
			return found.series().isPresent() ? runSeries(found, plans, folder) : runStudy(plans.get(0), folder);
		} catch (StudyRun.Unfinished e) {
			terminal.error(e.getMessage());
			terminal.error("What was finished before is whole; go on with --resume.");
			return e.cancelled() ? ExitCode.CANCELLED : ExitCode.FAILED;
		}
	}

	/** All problems of all studies at once. */
	private static List<StudyPlan> plans(StudySource found) throws InvalidStudyException {
		ContributionRegistry registry = ContributionRegistry.read();
		List<StudyPlan> plans = new ArrayList<>();
		List<String> problems = new ArrayList<>();
		for (StudySource.Member member : found.members()) {
			try {
				plans.add(StudyValidator.plan(member.study(), registry, found.series().isPresent() ? member.label() : found.name()));
			} catch (InvalidStudyException e) {
				problems.addAll(e.problems());
			}
		}
		if (!problems.isEmpty()) {
			throw new InvalidStudyException(problems);
		}
		return plans;
	}

	private int runStudy(StudyPlan plan, Path folder) throws InvalidStudyException, IOException {
		StudyRun run = new StudyRun(terminal, jobs, resume);
		StudyRun.Outcome outcome = run.execute(plan, folder);
		if (json) {
			terminal.result(Json.pretty(outcome.describe()).stripTrailing());
		} else {
			run.summarise(outcome);
		}
		return exitCode(outcome.cancelled(), outcome.problems(), folder);
	}

	private int runSeries(StudySource found, List<StudyPlan> plans, Path folder) throws InvalidStudyException, IOException {
		StudySeries series = found.series().orElseThrow();
		SeriesFolder.requireUsable(folder, series, resume);
		for (int i = 0; i < plans.size(); i++) {
			StudyFolder.requireUsable(SeriesFolder.memberFolder(folder, series.getMembers().get(i)), plans.get(i).study(), resume);
		}
		SeriesFolder.prepare(folder, series);
		StudyRun run = new StudyRun(terminal, jobs, resume);
		Map<String, StudyRun.Outcome> outcomes = new LinkedHashMap<>();
		List<String> problems = new ArrayList<>();
		boolean cancelled = false;
		for (int i = 0; i < plans.size() && !cancelled; i++) {
			String member = series.getMembers().get(i);
			StudyRun.Outcome outcome = run.execute(plans.get(i), SeriesFolder.memberFolder(folder, member));
			outcomes.put(member, outcome);
			outcome.problems().forEach(problem -> problems.add(member + ": " + problem));
			cancelled = outcome.cancelled();
			if (!json) {
				run.summarise(outcome);
			}
		}
		Path report = cancelled ? null : report(folder, problems);
		if (json) {
			Map<String, Object> content = new LinkedHashMap<>();
			content.put("folder", folder.toAbsolutePath().normalize().toString());
			content.put("report", report == null ? null : report.toAbsolutePath().normalize().toString());
			content.put("cancelled", cancelled);
			Map<String, Object> members = new LinkedHashMap<>();
			outcomes.forEach((member, outcome) -> members.put(member, outcome.describe()));
			content.put("members", members);
			content.put("problems", problems);
			terminal.result(Json.pretty(content).stripTrailing());
		} else if (report != null) {
			terminal.result("Report of the series: " + report);
		}
		return exitCode(cancelled, problems, folder);
	}

	private Path report(Path folder, List<String> problems) {
		String problem;
		try {
			return SeriesReport.write(folder);
		} catch (IOException e) {
			problem = "report: " + e.getMessage();
		} catch (RuntimeException e) {
			ILog.of(RunCommand.class).error("The report failed", e);
			problem = "report: failed: " + e;
		}
		problems.add(problem);
		terminal.error(problem);
		return null;
	}

	private int exitCode(boolean cancelled, List<String> problems, Path folder) {
		if (cancelled) {
			terminal.message("Cancelled. Go on with: nullcline run " + source
					+ settings.stream().map(setting -> " --set " + setting).reduce("", String::concat) + " --out " + folder
					+ " --resume");
			return ExitCode.CANCELLED;
		}
		return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
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
}
