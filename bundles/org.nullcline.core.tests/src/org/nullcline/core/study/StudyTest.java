package org.nullcline.core.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.TaskFactory;
import org.nullcline.model.Study;

/** Study files, settings, validation and the registry, with the contributions of this fragment. */
class StudyTest {

	@TempDir
	Path folder;

	private final ContributionRegistry registry = ContributionRegistry.read();

	private Study study() {
		Study study = StudyTemplate.create("example", "test-task", List.of("test-cell"), List.of(8, 16), 3, registry);
		study.getTraining().getObjective().setId("test-objective");
		study.getTraining().getOptimizer().setId("test-optimizer");
		return study;
	}

	@Test
	void aStudySurvivesItsFile() throws Exception {
		Study study = study();
		StudySettings.apply(study, "task.channels=4");
		study.setDescription("quotes \" and <brackets> & umlauts \u00e4");
		Path file = Files.write(folder.resolve("a.nullcline"), StudyFiles.write(study));
		assertTrue(StudyFiles.equal(study, StudyFiles.read(file)));
		String text = Files.readString(file);
		assertTrue(text.contains("<parameters name=\"channels\" value=\"4\"/>") && text.contains("steps=\"1500\""), text);
	}

	@Test
	void architecturesCanBeChosen() {
		Study study = study();
		StudySettings.apply(study, "test-cell.works=false");
		StudySettings.apply(study, "population.architectures=other, test-cell");
		assertEquals(List.of("other", "test-cell"),
				study.getPopulation().getArchitectures().stream().map(choice -> choice.getId()).toList());
		assertEquals("false", study.getPopulation().getArchitectures().get(1).getParameters().get(2).getValue());
	}

	@Test
	void aNewStudyShowsItsParametersAndLeavesOutWhatCannotBeAsked() {
		assertEquals(List.of("channels", "even"),
				study().getTask().getParameters().stream().map(parameter -> parameter.getName()).toList());
		// The only analysis comes from the plug-in of another task.
		assertEquals(List.of(), StudyTemplate.create("a", "unknown", List.of("test-cell"), List.of(8), 3, registry).getAnalyses()
				.getAnalyses());
	}

	@Test
	void thePlanIsTheWholeGridWithDefaults() throws Exception {
		StudyPlan plan = StudyValidator.plan(study(), registry, "example");
		assertEquals(List.of("test-cell-8-seed-0", "test-cell-8-seed-1", "test-cell-8-seed-2", "test-cell-16-seed-0",
				"test-cell-16-seed-1", "test-cell-16-seed-2"), plan.networks().stream().map(n -> n.name()).toList());
		assertEquals(2, plan.task().parameters().getInteger("channels"));
		assertEquals(List.of("test-analysis", "dependent"), plan.analyses().stream().map(a -> a.contribution().id()).toList());
	}

	@Test
	void networksOfOneArchitectureWithOtherParametersHaveOtherNames() throws Exception {
		Study study = study();
		study.getPopulation().getArchitectures().add(org.nullcline.model.ModelFactory.eINSTANCE.createArchitectureChoice());
		study.getPopulation().getArchitectures().get(1).setId("test-cell");
		StudyPlan plan = StudyValidator.plan(study, registry, "example");
		assertEquals(12, plan.networks().stream().map(n -> n.name()).distinct().count());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"task.channels=9 | task 'test-task' > parameter 'channels' | 9 is outside the range from 1 to 5",
			"task.channels=two | task 'test-task' > parameter 'channels' | not a whole number",
			"task.chanels=2 | task 'test-task' > parameter 'chanels' | there are channels, even",
			"task.even=3 | task 'test-task' | parameter 'even' is odd",
			"task.id=unknown | task 'unknown' | no installed plug-in has it",
			"task.id=missing-class | task 'missing-class' | cannot be loaded",
			"task.id=throwing | task 'throwing' | out of order",
			"task.id=bad-parameter | task 'bad-parameter' | default of parameter 'channels'",
			"study.name= | study | has no name", "population.sizes=0 | population > sizes | outside the range", "population.seeds=0 | population > seeds | outside",
			"training.steps=0 | training > steps | outside", "training.learningRate=-1 | training > learningRate | positive",
			"training.learningRate=NaN | training > learningRate | positive", "training.l2=-1 | training > l2 | from 0 upwards",
			"training.finalLearningRateFraction=2 | training > finalLearningRateFraction | above 1",
			"test-cell.works=false | architecture 'test-cell' | does not work",
			"objective.id=none | objective 'none' | there are test-objective",
			"test-analysis.id=no-scope | analysis 'no-scope' | neither 'network' nor 'population'" })
	void everyProblemNamesItsElement(String setting, String location, String message) {
		Study study = study();
		StudySettings.apply(study, setting);
		List<StudyProblem> problems = StudyValidator.validate(study, registry);
		assertTrue(problems.stream().anyMatch(p -> p.location().equals(location) && p.message().contains(message)),
				problems.toString());
		assertThrows(InvalidStudyException.class, () -> StudyValidator.plan(study, registry, "example"));
	}

	@Test
	void missingPartsAreNamedAllAtOnce() {
		Study study = study();
		study.setTask(null);
		study.setTraining(null);
		study.setPopulation(null);
		List<String> locations = StudyValidator.validate(study, registry).stream().map(StudyProblem::location).toList();
		assertEquals(List.of("task", "population", "training"), locations);
	}

	@ParameterizedTest
	@CsvSource({ "bits=3,expected element.parameter=value", "task.bits,expected element.parameter=value",
			"tusk.bits=3,there are study", "training.steps=many,not a whole number", "training.stepz=1,there are steps",
			"training.l2=x,not a number" })
	void unreadableSettingsAreNamed(String setting, String message) {
		IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
				() -> StudySettings.apply(study(), setting));
		assertTrue(e.getMessage().startsWith("--set " + setting) && e.getMessage().contains(message), e.getMessage());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "no xml at all | line 1", "<a/> | bad.nullcline",
			"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a> | line 1: is no study file: a DOCTYPE is not permitted",
			"<nullcline:Study xmlns:nullcline=\"http://nullcline.org/model/1\" name=\"a\" speed=\"1\"/> | study has no 'speed'; there are name, ",
			"<nullcline:Study xmlns:nullcline=\"http://nullcline.org/model/1\"><task id=\"a\" bits=\"1\"/></nullcline:Study> | <parameters name=\"bits\" value=",
			"<nullcline:Study xmlns:nullcline=\"http://nullcline.org/model/1\"><training steps=\"x\"/></nullcline:Study> | training > steps: 'x' is not a whole number",
			"<nullcline:Study xmlns:nullcline=\"http://nullcline.org/model/1\" seed=\"many\"/> | study > seed: 'many' is not a whole number",
			"<nullcline:Study xmlns:nullcline=\"http://nullcline.org/model/1\"> | line 1",
			"<nullcline:Population xmlns:nullcline=\"http://nullcline.org/model/1\"/> | exactly one study" })
	void malformedFilesAreNamedWithTheirLine(String content, String message) throws Exception {
		Path file = Files.write(folder.resolve("bad.nullcline"), content.getBytes(StandardCharsets.UTF_8));
		InvalidStudyException e = assertThrows(InvalidStudyException.class, () -> StudyFiles.read(file));
		assertTrue(e.getMessage().startsWith(file.toString()) && e.getMessage().contains(message), e.getMessage());
		assertFalse(e.getMessage().contains("root:"), e.getMessage());
	}

	@Test
	void aSizeThatIsGivenTwiceWouldMakeTwoNetworksOne() throws Exception {
		String text = new String(StudyFiles.write(study()), StandardCharsets.UTF_8).replace("<sizes>16</sizes>",
				"<sizes>8</sizes>");
		List<StudyProblem> problems = StudyValidator
				.validate(StudyFiles.read(text.getBytes(StandardCharsets.UTF_8), "twice"), registry);
		assertTrue(problems.stream().anyMatch(p -> p.message().equals("8 is given twice")), problems.toString());
	}

	/** A file from elsewhere must not make this machine read other files or ask other machines. */
	@Test
	void otherFilesAreNeverLookedAt() throws Exception {
		Path other = Files.write(folder.resolve("other.ecore"), StudyFiles.write(study()));
		for (String reference : List.of("xsi:schemaLocation=\"http://evil/1 " + other.toUri() + "\" xmlns:e=\"http://evil/1\">"
				+ "<task xsi:type=\"e:Foo\" id=\"x\"/>", "><task href=\"" + other.toUri() + "#//@task\"/>")) {
			String text = "<nullcline:Study xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
					+ " xmlns:nullcline=\"http://nullcline.org/model/1\" name=\"a\" " + reference + "</nullcline:Study>";
			Study study;
			try {
				study = StudyFiles.read(text.getBytes(StandardCharsets.UTF_8), "a");
			} catch (InvalidStudyException e) {
				continue;
			}
			assertFalse(StudyValidator.validate(study, registry).isEmpty());
			assertTrue(study.getTask() == null || !"test-task".equals(study.getTask().getId()));
		}
	}

	@Test
	void missingFilesAreNamed() {
		assertTrue(assertThrows(InvalidStudyException.class, () -> StudyFiles.read(folder.resolve("none.nullcline")))
				.getMessage().contains("none.nullcline: no such file"));
		assertTrue(assertThrows(InvalidStudyException.class, () -> StudyFiles.read(folder)).getMessage()
				.contains("is a folder"));
	}

	@Test
	void brokenContributionsAreListedWithTheirProblemAndDisturbNobody() throws Exception {
		Contribution broken = registry.find(ContributionKind.TASK, "bad-parameter").orElseThrow();
		assertTrue(broken.problem().orElseThrow().contains("channels"));
		ContributionException e = assertThrows(ContributionException.class,
				() -> registry.find(ContributionKind.TASK, "missing-class").orElseThrow().instantiate(TaskFactory.class));
		assertTrue(e.getMessage().contains("task 'missing-class'") && e.getMessage().contains("org.nullcline.core"),
				e.getMessage());
		assertEquals(List.of("test-task"), registry.rejected().stream().map(Contribution::id).toList());
		assertTrue(registry.find(ContributionKind.TASK, "test-task").orElseThrow().problem().isEmpty());
	}
}
