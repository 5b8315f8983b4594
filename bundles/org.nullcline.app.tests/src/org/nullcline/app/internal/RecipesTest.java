package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudySettings;
import org.nullcline.core.study.StudyTemplate;
import org.nullcline.core.study.TrainingRecipe;
import org.nullcline.core.study.TrainingRecipe.Part;
import org.nullcline.core.study.TrainingRecipes;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.LearningRateSchedule;
import org.nullcline.model.ParameterValue;
import org.nullcline.model.Study;

/** Presets of tasks and training recipes. */
class RecipesTest {

	@TempDir
	Path folder;

	private static final ContributionRegistry REGISTRY = ContributionRegistry.read();

	private static List<TrainingRecipe> recipes() {
		return TrainingRecipes.read(REGISTRY).all();
	}

	private static Map<String, String> parameters(org.nullcline.model.Choice choice) {
		return choice.getParameters().stream().collect(Collectors.toMap(ParameterValue::getName, ParameterValue::getValue));
	}

	@ParameterizedTest
	@MethodSource("recipes")
	void everyRecipeMakesAStudyThatIsValid(TrainingRecipe recipe) throws Exception {
		assertEquals(Optional.empty(), recipe.problem());
		Path file = folder.resolve("a.nullcline");
		Invocation made = Invocation.nullcline("new", file.toString(), "--task", "flip-flop", "--recipe", recipe.id(), "--seeds", "1");
		assertEquals(0, made.code(), made.err());
		Study study = StudyFiles.read(file);
		assertEquals(recipe.architectures().stream().map(a -> a.part().id()).distinct().toList(),
				study.getPopulation().getArchitectures().stream().map(ArchitectureChoice::getId).toList());
	}

	@Test
	void theNumbersAreThoseOfTheSource() throws Exception {
		Path file = folder.resolve("a.nullcline");
		Invocation made = Invocation.nullcline("new", file.toString(), "--task", "flip-flop", "--preset", "fixed-point-finder",
				"--recipe", "ctd-gru");
		assertEquals(0, made.code(), made.err());
		Study study = StudyFiles.read(file);
		assertEquals("64", parameters(study.getTask()).get("steps"));
		assertEquals(List.of(100), study.getPopulation().getSizes());
		assertEquals(0.04, study.getTraining().getLearningRate());
		assertEquals(LearningRateSchedule.EXPONENTIAL_PER_STEP, study.getTraining().getSchedule());
		assertEquals(0.9999, study.getTraining().getLearningRateDecay());
		assertEquals(20_000, study.getTraining().getSteps());
		assertEquals(128, study.getTraining().getBatchSize());
		assertEquals(2e-5, study.getTraining().getL2());
		assertEquals(10, study.getTraining().getClipNorm());
		assertEquals("0.1", parameters(study.getTraining().getOptimizer()).get("epsilon"));
		Map<String, String> gru = parameters(study.getPopulation().getArchitectures().get(0));
		assertEquals("reset-before gaussian 1 0.5", gru.get("variant") + " " + gru.get("initialization") + " "
				+ gru.get("recurrent-gain") + " " + gru.get("update-bias"));
		assertTrue(study.getDescription().contains("preset fixed-point-finder") && study.getDescription().contains("ctd-gru"));
	}

	@Test
	void theRecommendedRecipeTellsReluVanillaNetworksFromOthers() {
		Study study = StudyTemplate.create("a", "flip-flop", List.of("vanilla", "vanilla", "lstm"), List.of(4), 1, REGISTRY);
		StudySettings.setParameter(study.getPopulation().getArchitectures().get(1), "nonlinearity", "relu");
		TrainingRecipes recipes = TrainingRecipes.read(REGISTRY);
		recipes.apply(recipes.find("default").orElseThrow(), study);
		List<String> found = study.getPopulation().getArchitectures().stream()
				.map(a -> parameters(a).get("initialization") + " " + parameters(a).get("recurrent-gain") + " " + a.getLearningRate())
				.toList();
		assertEquals(List.of("orthogonal 0.9 0.002", "near-identity 1 0.002", "orthogonal 0.9 null"), found);
		assertEquals(0.004, study.getTraining().getLearningRate());
	}

	/** Whoever names none leaves those of the plan. */
	@Test
	void aRecipeThatNamesRegularizersAndHooksReplacesThoseOfThePlan() {
		Study study = StudyTemplate.create("a", "flip-flop", List.of("vanilla"), List.of(4), 1, REGISTRY);
		StudySettings.apply(study, "training.regularizers=activity");
		TrainingRecipes recipes = TrainingRecipes.read(REGISTRY);
		recipes.apply(recipe(List.of(), List.of()), study);
		assertEquals(List.of("activity"), study.getTraining().getRegularizers().stream().map(choice -> choice.getId()).toList());
		recipes.apply(recipe(List.of(new Part("l1", Map.of("weight", "0.5"))), List.of(new Part("dale", Map.of()))), study);
		assertEquals(List.of("l1"), study.getTraining().getRegularizers().stream().map(choice -> choice.getId()).toList());
		assertEquals("0.5", parameters(study.getTraining().getRegularizers().get(0)).get("weight"));
		assertEquals(List.of("dale"), study.getTraining().getHooks().stream().map(choice -> choice.getId()).toList());
		assertTrue(parameters(study.getTraining().getHooks().get(0)).containsKey("excitatory"));
	}

	private static TrainingRecipe recipe(List<Part> regularizers, List<Part> hooks) {
		return new TrainingRecipe("r", "R", "", "", Map.of(), Optional.empty(), Optional.empty(), regularizers, hooks, List.of(), "org.example",
				Optional.empty());
	}

	@Test
	void listShowsRecipesAndPresets() {
		String recipes = Invocation.nullcline("list", "recipes").out();
		assertTrue(recipes.contains("  jslds-integration ") && recipes.contains("learningRateDecay=0.9999"), recipes);
		assertTrue(Invocation.nullcline("list", "tasks").out().contains("preset jslds: {bits=3"));
		assertTrue(Invocation.nullcline("list", "recipes", "--json").out().contains("\"id\": \"default\""));
	}
}
