package org.nullcline.app.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.runs.Json;
import org.nullcline.trainer.TrainingEstimate;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validate}: says what is wrong with a study, or how long it will take. */
@CommandLine.Command(name = "validate", description = "Check a study or a series; every problem is one line that names the element. Where there is none, list the networks and estimate how long their training takes here.")
final class ValidateCommand extends Command {

	@Parameters(paramLabel = "STUDY", description = "A file with a study or a series, or the name of an example.")
	String source;

	@Option(names = "--set", paramLabel = "ELEMENT.PARAMETER=VALUE", description = "Change a setting first.")
	List<String> settings = List.of();

	@Option(names = "--no-estimate", description = "Estimate nothing; the check alone takes no time.")
	boolean withoutEstimate;

	@Option(names = "--jobs", paramLabel = "N", description = "How many networks are to be trained at once; one per processor without it.")
	int jobs = Runtime.getRuntime().availableProcessors();

	@Option(names = "--json", description = "Print as JSON.")
	boolean json;

	@Override
	public Integer call() throws InvalidStudyException, UsageException, ContributionException {
		if (jobs < 1) {
			throw new UsageException("--jobs " + jobs + ": at least 1 is needed");
		}
		ContributionRegistry registry = ContributionRegistry.read();
		StudySource found = null;
		List<String> problems = new ArrayList<>();
		try {
			found = StudySource.read(source, settings);
			for (StudySource.Member member : found.members()) {
				String prefix = found.series().isPresent() ? "member " + member.file() + ": " : "";
				StudyValidator.validate(member.study(), registry).stream().map(StudyProblem::toString)
						.forEach(problem -> problems.add(prefix + problem));
			}
		} catch (InvalidStudyException e) {
			if (!json) {
				throw e;
			}
			problems.addAll(e.problems());
		}
		if (!problems.isEmpty()) {
			if (json) {
				terminal.result(Json.pretty(verdict(problems)).stripTrailing());
			} else {
				problems.forEach(problem -> terminal.error(source + ": " + problem));
			}
			return ExitCode.USAGE;
		}
		Map<String, StudyPlan> plans = new LinkedHashMap<>();
		for (StudySource.Member member : found.members()) {
			plans.put(member.file(), StudyValidator.plan(member.study(), registry, member.label()));
		}
		Map<String, TrainingEstimate> estimates = new LinkedHashMap<>();
		if (!withoutEstimate) {
			for (Map.Entry<String, StudyPlan> plan : plans.entrySet()) {
				estimates.put(plan.getKey(), TrainingEstimate.measure(plan.getValue()));
			}
		}
		if (json) {
			printJson(plans, estimates);
		} else {
			print(found, plans, estimates);
		}
		return ExitCode.DONE;
	}

	private static Map<String, Object> verdict(List<String> problems) {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("valid", problems.isEmpty());
		content.put("problems", problems);
		return content;
	}

	private void print(StudySource found, Map<String, StudyPlan> plans, Map<String, TrainingEstimate> estimates) {
		int all = plans.values().stream().mapToInt(plan -> plan.networks().size()).sum();
		terminal.result(source + ": valid, " + networks(all));
		plans.forEach((member, plan) -> {
			if (found.series().isPresent()) {
				terminal.result(member + ": " + networks(plan.networks().size()));
			}
			plan.networks().forEach(network -> terminal.result("  " + network.name()));
			if (estimates.containsKey(member)) {
				terminal.result("  " + estimates.get(member).text(jobs));
			}
		});
		if (!estimates.isEmpty()) {
			if (found.series().isPresent()) {
				terminal.result("All together: " + TrainingEstimate.together(List.copyOf(estimates.values())).text(jobs));
			}
			terminal.result(TrainingEstimate.METHOD);
		}
	}

	private static String networks(int count) {
		return count + (count == 1 ? " network" : " networks");
	}

	private void printJson(Map<String, StudyPlan> plans, Map<String, TrainingEstimate> estimates) {
		Map<String, Object> content = verdict(List.of());
		Map<String, Object> members = new LinkedHashMap<>();
		plans.forEach((member, plan) -> {
			Map<String, Object> description = new LinkedHashMap<>();
			description.put("networks", plan.networks().stream().map(NetworkPlan::name).toList());
			description.put("steps", plan.training().steps());
			if (estimates.containsKey(member)) {
				description.put("estimate", estimates.get(member).describe(jobs));
			}
			members.put(member, description);
		});
		content.put("studies", members);
		if (!estimates.isEmpty()) {
			content.put("estimate", TrainingEstimate.together(List.copyOf(estimates.values())).describe(jobs));
			content.put("method", TrainingEstimate.METHOD);
		}
		terminal.result(Json.pretty(content).stripTrailing());
	}
}
