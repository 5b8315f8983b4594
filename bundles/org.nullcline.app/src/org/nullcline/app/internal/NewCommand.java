package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudyTemplate;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.Study;
import org.nullcline.runs.AtomicFiles;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new}: writes a study file to start from. */
@CommandLine.Command(name = "new", description = "Write a new study file with sensible settings.")
final class NewCommand extends Command {

	@Parameters(paramLabel = "STUDY", description = "The file to write; the ending .nullcline is added where it lacks.")
	String file;

	@Option(names = "--task", required = true, paramLabel = "T", description = "Identifier of the task; see: nullcline list tasks.")
	String task;

	@Option(names = "--architectures", split = ",", paramLabel = "A", description = "Identifiers of the architectures, separated by commas.")
	List<String> architectures = List.of("vanilla", "gru");

	@Option(names = "--sizes", split = ",", paramLabel = "N", description = "Numbers of hidden units, separated by commas.")
	List<Integer> sizes = List.of(64);

	@Option(names = "--seeds", paramLabel = "N", description = "Networks per architecture and size.")
	int seeds = 4;

	@Override
	public Integer call() throws InvalidStudyException, UsageException, IOException {
		String ending = "." + StudyFiles.EXTENSION;
		Path path = Path.of(file.endsWith(ending) ? file : file + ending);
		if (Files.exists(path)) {
			throw new UsageException(path + ": exists already and is not overwritten");
		}
		String name = path.getFileName().toString();
		ContributionRegistry registry = ContributionRegistry.read();
		Study study = StudyTemplate.create(name.substring(0, name.length() - ending.length()), task, architectures, sizes, seeds,
				registry);
		StudyValidator.plan(study, registry, "new " + path);
		AtomicFiles.write(path, StudyFiles.write(study));
		terminal.result(path.toString());
		return ExitCode.DONE;
	}
}
