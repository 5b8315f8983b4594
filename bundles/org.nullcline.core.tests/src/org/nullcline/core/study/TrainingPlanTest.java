package org.nullcline.core.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.model.LearningRateSchedule;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPhase;
import org.nullcline.model.TrainingPlan;

/** The settings of a training plan: how they are set by name, and what is said of those that are wrong. */
class TrainingPlanTest {

	private final ContributionRegistry registry = ContributionRegistry.read();
	private Study study;

	/** Two phases, easy and hard. */
	@BeforeEach
	void makeStudy() {
		study = StudyTemplate.create("example", "test-task", List.of("test-cell"), List.of(8), 1, registry);
		study.getTraining().getObjective().setId("test-objective");
		study.getTraining().getOptimizer().setId("test-optimizer");
		addPhase("easy");
		addPhase("hard");
	}

	private TrainingPhase addPhase(String name) {
		TrainingPhase phase = ModelFactory.eINSTANCE.createTrainingPhase();
		phase.setName(name);
		study.getTraining().getPhases().add(phase);
		return phase;
	}

	private List<StudyProblem> problems(String... settings) {
		Stream.of(settings).forEach(setting -> StudySettings.apply(study, setting));
		return StudyValidator.validate(study, registry);
	}

	private static void assertProblem(List<StudyProblem> problems, String location, String message) {
		assertTrue(problems.stream().anyMatch(p -> p.location().equals(location) && p.message().contains(message)),
				problems.toString());
	}

	@ParameterizedTest
	@CsvSource({ "batchSize=64", "precision=double", "trainInitialState=false", "learningRate=0.01", "schedule=plateau",
			"finalLearningRateFraction=0.5", "learningRateDecay=0.999", "plateauFactor=0.5", "plateauPatience=3",
			"plateauThreshold=0.01", "warmUpSteps=10", "clipNorm=2.0", "l2=0.001", "l2Scope=weights", "weightClipNorm=30.0",
			"inputNoise=0.1", "stateNoise=0.2", "validationTrials=64", "validateEvery=20", "targetMeasure=validation-loss",
			"target=0.05", "checkpointEvery=100", "keepEvery=200", "keepBest=false" })
	void everySettingCanBeSetByName(String setting) {
		StudySettings.apply(study, "training." + setting);
		String[] parts = setting.split("=");
		TrainingPlan plan = study.getTraining();
		EStructuralFeature feature = plan.eClass().getEStructuralFeature(parts[0]);
		assertEquals(parts[1], String.valueOf(plan.eGet(feature)));
		assertTrue(plan.eIsSet(feature), "is the default");
	}

	@Test
	void phasesAreSetByTheirNames() {
		for (String setting : List.of("hard.steps=70", "hard.learningRateFactor=0.1", "hard.frozen=weight_hh, readout.*",
				"hard.l2=0.5", "hard.task.even=4", "hard.task.even=6")) {
			StudySettings.apply(study, setting);
		}
		TrainingPhase hard = study.getTraining().getPhases().get(1);
		assertEquals(70, hard.getSteps());
		assertEquals(0.1, hard.getLearningRateFactor());
		assertEquals(List.of("weight_hh", "readout.*"), hard.getFrozen());
		assertEquals(0.5, hard.getL2());
		assertEquals(List.of("even=6"),
				hard.getTaskParameters().stream().map(given -> given.getName() + "=" + given.getValue()).toList());
		assertEquals(500, study.getTraining().getPhases().get(0).getSteps());
		StudySettings.apply(study, "hard.l2=");
		assertNull(hard.getL2());
		StudySettings.apply(study, "hard.frozen=");
		assertEquals(List.of(), hard.getFrozen());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"training.schedule=linear | 'linear' is not one of constant, exponential, exponential-per-step, cosine, plateau",
			"training.precision=half | 'half' is not one of single, double",
			"training.l2Scope=biases | 'biases' is not one of all, weights, recurrent",
			"training.targetMeasure=loss | 'loss' is not one of fraction-of-variance-unexplained, validation-loss",
			"training.target=low | 'low' is not a number", "training.keepEvery=1.5 | '1.5' is not a whole number",
			"training.steps=100 | the run consists of phases, each with steps of its own; set those of easy, hard",
			"hard.steps=many | 'many' is not a whole number", "hard.rate=1 | there is no 'rate'; there are name, steps, learningRateFactor",
			"hard.l2=x | 'x' is not a number", "middle.steps=1 | no element 'middle'; there are study, task" })
	void settingsThatCannotBeReadAreNamed(String setting, String message) {
		IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> StudySettings.apply(study, setting));
		assertTrue(e.getMessage().startsWith("--set " + setting) && e.getMessage().contains(message), e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "trainInitialState=yes", "keepBest=maybe", "keepBest=1" })
	void switchesAreTrueOrFalse(String setting) {
		IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
				() -> StudySettings.apply(study, "training." + setting));
		assertTrue(e.getMessage().contains("is not true or false"), e.getMessage());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "batchSize=0 | 0 is outside the range from 1 to 100000",
			"learningRate=0 | 0.0 is not a positive number", "finalLearningRateFraction=0 | 0.0 is not a positive number",
			"learningRateDecay=0 | not a positive number", "learningRateDecay=1.5 | 1.5 is above 1",
			"plateauFactor=2 | 2.0 is above 1", "plateauPatience=-1 | -1 is outside the range from 0",
			"plateauThreshold=1 | 1.0 is not a number from 0 to below 1", "plateauThreshold=NaN | not a number from 0 to below 1",
			"warmUpSteps=-1 | outside the range from 0", "clipNorm=-1 | not a number from 0 upwards",
			"weightClipNorm=-1 | not a number from 0 upwards", "weightClipNorm=Infinity | not a number from 0 upwards",
			"inputNoise=-0.1 | not a number from 0 upwards", "stateNoise=NaN | not a number from 0 upwards",
			"validationTrials=0 | outside the range from 1 to 1000000", "validateEvery=0 | outside the range from 1",
			"target=-1 | not a number from 0 upwards", "checkpointEvery=0 | outside the range from 1",
			"keepEvery=-1 | outside the range from 0" })
	void everyRangeNamesItsSetting(String setting, String message) {
		assertProblem(problems("training." + setting), "training > " + setting.substring(0, setting.indexOf('=')), message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "hard.steps=0 | steps | 0 is outside the range from 1",
			"hard.learningRateFactor=0 | learningRateFactor | not a positive number", "hard.l2=-1 | l2 | not a number from 0 upwards",
			"hard.frozen=weight_xx | frozen | 'weight_xx' is the name of no array; there are initial_state, readout.bias, readout.weight, weight_hh, weight_ih",
			"hard.frozen=* | frozen | leaves nothing to train in networks of architecture 'test-cell'",
			"hard.task.even=3 | taskParameters | parameter 'even' is odd",
			"hard.task.even=x | task parameter 'even' | not a whole number",
			"hard.task.odd=1 | task parameter 'odd' | does not exist in task 'test-task'; there are channels, even",
			"hard.task.channels=3 | taskParameters | with them the task has 3 inputs and 1 outputs, without them 2 and 1" })
	void everyProblemOfAPhaseNamesPhaseAndSetting(String setting, String part, String message) {
		assertProblem(problems(setting), "training > phase 'hard' > " + part, message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "easy | is called 'easy' as well", "task | is called 'task' as well",
			"test-cell | is called 'test-cell' as well", "two words | not made of letters" })
	void namesOfPhasesAreUniqueWords(String name, String message) {
		study.getTraining().getPhases().get(1).setName(name);
		assertProblem(problems(), "training > phase '" + name + "'", message);
	}

	@Test
	void thePhasesTogetherHaveALimit() {
		assertProblem(problems("easy.steps=60000000", "hard.steps=60000000"), "training > phases",
				"have 120000000 steps together");
	}

	@Test
	void aFinalFractionOfZeroIsForCosineOnly() {
		assertEquals(List.of(), problems("training.schedule=cosine", "training.finalLearningRateFraction=0"));
		assertProblem(problems("training.schedule=exponential"), "training > finalLearningRateFraction", "not a positive number");
	}

	@Test
	void thePlanHasTheSettingsOfTheStudy() throws Exception {
		for (String setting : List.of("training.schedule=plateau", "training.plateauPatience=3", "training.keepEvery=200",
				"training.keepBest=false", "training.l2=0.5", "easy.steps=20", "hard.learningRateFactor=0.1", "hard.l2=0")) {
			StudySettings.apply(study, setting);
		}
		TrainingSettings settings = StudyValidator.plan(study, registry, "example").training();
		assertEquals(LearningRateSchedule.PLATEAU, settings.learningRate().schedule());
		assertEquals(3, settings.learningRate().plateauPatience());
		assertEquals(new TrainingSettings.Checkpoints(250, 200, false), settings.checkpoints());
		assertEquals(520, settings.steps());
		assertEquals("easy", settings.phase(20).name());
		assertEquals("hard", settings.phase(21).name());
		assertEquals(0.5, settings.phase(1).l2());
		assertEquals(0, settings.phase(520).l2());
		assertThrows(IllegalArgumentException.class, () -> settings.phase(521));
	}

	@Test
	void patternsOfFrozenArraysMatchWholeNames() {
		TrainingSettings.Phase phase = new TrainingSettings.Phase("a", 1, 1, List.of("weight_?h_*", "readout.bias"), 0,
				Map.of());
		assertEquals(List.of("weight_hh_l0", "weight_ih_l1", "readout.bias"),
				Stream.of("weight_hh_l0", "weight_ih_l1", "weight_hh", "my.weight_hh_l0", "readout.bias", "readoutxbias")
						.filter(phase::freezes).toList());
	}

	@Test
	void phasesSurviveTheirFile() throws Exception {
		for (String setting : List.of("hard.frozen=weight_hh,readout.*", "hard.l2=0.5", "hard.task.even=4",
				"training.schedule=cosine")) {
			StudySettings.apply(study, setting);
		}
		Study read = StudyFiles.read(StudyFiles.write(study), "example");
		assertTrue(StudyFiles.equal(study, read));
		assertEquals(List.of("weight_hh", "readout.*"), read.getTraining().getPhases().get(1).getFrozen());
	}

	@Test
	void anUnknownWordInAFileListsTheChoices() {
		String text = new String(StudyFiles.write(study), StandardCharsets.UTF_8).replace("<training ",
				"<training schedule=\"linear\" ").replace("schedule=\"exponential\"", "");
		InvalidStudyException e = assertThrows(InvalidStudyException.class,
				() -> StudyFiles.read(text.getBytes(StandardCharsets.UTF_8), "bad"));
		assertTrue(e.getMessage().contains("training > schedule: 'linear' is not one of constant, exponential"), e.getMessage());
	}
}
