package org.nullcline.app.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.Study;
import org.nullcline.runs.Json;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validate}: says what is wrong with a study. */
@CommandLine.Command(name = "validate", description = "Check a study; every problem is one line that names the element.")
final class ValidateCommand extends Command {

	@Parameters(paramLabel = "STUDY", description = "A study file, or the name of an example.")
	String source;

	@Option(names = "--set", paramLabel = "ELEMENT.PARAMETER=VALUE", description = "Change a setting first.")
	List<String> settings = List.of();

	@Option(names = "--json", description = "Print as JSON.")
	boolean json;

	@Override
	public Integer call() throws InvalidStudyException, UsageException {
		ContributionRegistry registry = ContributionRegistry.read();
		Study study;
		List<String> problems;
		try {
			study = StudySource.read(source, settings);
			problems = StudyValidator.validate(study, registry).stream().map(StudyProblem::toString).toList();
		} catch (InvalidStudyException e) {
			if (!json) {
				throw e;
			}
			study = null;
			problems = e.problems();
		}
		if (json) {
			Map<String, Object> content = new LinkedHashMap<>();
			content.put("valid", problems.isEmpty());
			content.put("problems", problems);
			terminal.result(Json.pretty(content).stripTrailing());
		} else if (problems.isEmpty()) {
			int networks = StudyValidator.plan(study, registry, source).networks().size();
			terminal.result(source + ": valid, " + networks + (networks == 1 ? " network" : " networks"));
		} else {
			problems.forEach(problem -> terminal.error(source + ": " + problem));
		}
		return problems.isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
	}
}
