package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Preset;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudySettings;
import org.nullcline.core.study.StudyTemplate;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.core.study.TrainingRecipe;
import org.nullcline.core.study.TrainingRecipes;
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

	@Option(names = "--preset", paramLabel = "P", description = "Named parameters of the task; see: nullcline list tasks.")
	String preset;

	@Option(names = "--recipe", paramLabel = "R", description = "Named settings of training and initialization; see: nullcline list recipes.")
	String recipe;

	@Option(names = "--architectures", split = ",", paramLabel = "A", description = "Identifiers of the architectures, separated by commas; those of the recipe, or vanilla and gru, without it.")
	List<String> architectures;

	@Option(names = "--sizes", split = ",", paramLabel = "N", description = "Numbers of hidden units, separated by commas; that of the recipe, or 64, without it.")
	List<Integer> sizes;

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
		TrainingRecipes recipes = TrainingRecipes.read(registry);
		Optional<TrainingRecipe> chosen = recipe(recipes);
		Study study = StudyTemplate.create(name.substring(0, name.length() - ending.length()), task, architectures(chosen),
				sizes(chosen), seeds, registry);
		applyPreset(study, registry);
		chosen.ifPresent(r -> recipes.apply(r, study));
		study.setDescription(origin(chosen));
		StudyValidator.plan(study, registry, "new " + path);
		AtomicFiles.write(path, StudyFiles.write(study));
		terminal.result(path.toString());
		return ExitCode.DONE;
	}

	private Optional<TrainingRecipe> recipe(TrainingRecipes recipes) throws UsageException {
		if (recipe == null) {
			return Optional.empty();
		}
		TrainingRecipe found = recipes.find(recipe).orElseThrow(() -> new UsageException("--recipe " + recipe
				+ ": no such recipe; there are "
				+ recipes.all().stream().map(TrainingRecipe::id).collect(Collectors.joining(", "))));
		if (found.problem().isPresent()) {
			throw new UsageException("--recipe " + recipe + ": plug-in " + found.plugin() + " is broken: " + found.problem().get());
		}
		return Optional.of(found);
	}

	private List<String> architectures(Optional<TrainingRecipe> chosen) {
		if (architectures != null) {
			return architectures;
		}
		List<String> ofRecipe = chosen.stream().flatMap(r -> r.architectures().stream()).map(a -> a.part().id()).distinct().toList();
		return ofRecipe.isEmpty() ? List.of("vanilla", "gru") : ofRecipe;
	}

	private List<Integer> sizes(Optional<TrainingRecipe> chosen) {
		if (sizes != null) {
			return sizes;
		}
		List<Integer> ofRecipe = chosen.stream().flatMap(r -> r.architectures().stream())
				.flatMap(a -> a.units().stream().boxed()).distinct().toList();
		return ofRecipe.isEmpty() ? List.of(64) : ofRecipe;
	}

	private void applyPreset(Study study, ContributionRegistry registry) throws UsageException {
		if (preset == null) {
			return;
		}
		List<Preset> presets = registry.find(ContributionKind.TASK, task).map(Contribution::presets).orElse(List.of());
		Preset found = presets.stream().filter(p -> p.id().equals(preset)).findFirst()
				.orElseThrow(() -> new UsageException("--preset " + preset + ": task '" + task + "' has no such preset; there are "
						+ (presets.isEmpty() ? "none" : presets.stream().map(Preset::id).collect(Collectors.joining(", ")))));
		found.values().forEach((name, value) -> StudySettings.setParameter(study.getTask(), name, value));
	}

	/** What the study was made from, or null. */
	private String origin(Optional<TrainingRecipe> chosen) {
		String words = (preset == null ? "" : "Task parameters of the preset " + preset + ". ")
				+ chosen.map(r -> "Trained after the recipe " + r.id() + " (" + r.reference() + ").").orElse("");
		return words.isEmpty() ? null : words.strip();
	}
}
