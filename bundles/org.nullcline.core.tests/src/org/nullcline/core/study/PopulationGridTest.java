package org.nullcline.core.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPhase;

/** The grid of networks, and how they are called. */
class PopulationGridTest {

	private final ContributionRegistry registry = ContributionRegistry.read();

	private Study study(String... settings) {
		Study study = StudyTemplate.create("example", "test-task", List.of(), List.of(8), 1, registry);
		study.getTraining().getObjective().setId("test-objective");
		study.getTraining().getOptimizer().setId("test-optimizer");
		for (String setting : settings) {
			StudySettings.apply(study, setting);
		}
		return study;
	}

	private static void add(Study study, Double learningRate, String... parameters) {
		ArchitectureChoice choice = ModelFactory.eINSTANCE.createArchitectureChoice();
		choice.setId("test-cell");
		choice.setLearningRate(learningRate);
		for (int i = 0; i < parameters.length; i += 2) {
			StudySettings.setParameter(choice, parameters[i], parameters[i + 1]);
		}
		study.getPopulation().getArchitectures().add(choice);
	}

	private List<NetworkPlan> networks(Study study) throws InvalidStudyException {
		return StudyValidator.plan(study, registry, "example").networks();
	}

	private List<String> names(Study study) throws InvalidStudyException {
		return networks(study).stream().map(NetworkPlan::name).toList();
	}

	@Test
	void aPlainGridHasPlainNames() throws Exception {
		Study study = study("population.seeds=2", "population.l2=0.001");
		add(study, null, "mood", "calm", "gain", "2");
		assertEquals(List.of("test-cell-8-seed-0", "test-cell-8-seed-1"), names(study));
		assertEquals(Map.of("mood", "calm", "gain", "2", "works", "true", "l2", "0.001"), networks(study).get(0).properties());
		assertEquals(0.001, networks(study).get(0).training().phase(1).l2());
	}

	@Test
	void namesSayWhatDiffersAndNoMore() throws Exception {
		Study study = study("population.sizes=8,16", "population.l2=1e-5,0.01");
		add(study, null, "mood", "calm", "gain", "1");
		add(study, null, "mood", "wild", "gain", "2.5");
		assertEquals(List.of("test-cell-calm-8-l2-1e-05-seed-0", "test-cell-calm-8-l2-0.01-seed-0",
				"test-cell-calm-16-l2-1e-05-seed-0", "test-cell-calm-16-l2-0.01-seed-0", "test-cell-wild-8-l2-1e-05-seed-0",
				"test-cell-wild-8-l2-0.01-seed-0", "test-cell-wild-16-l2-1e-05-seed-0", "test-cell-wild-16-l2-0.01-seed-0"),
				names(study));
		assertEquals(List.of(1e-5, 0.01, 1e-5, 0.01, 1e-5, 0.01, 1e-5, 0.01),
				networks(study).stream().map(network -> network.training().phase(1).l2()).toList());
		assertEquals("1e-05", networks(study).get(0).properties().get("l2"));
	}

	@Test
	void furtherParametersAndLearningRatesTellTheRestApart() throws Exception {
		Study study = study();
		add(study, null, "mood", "calm");
		add(study, null, "mood", "wild");
		add(study, null, "mood", "wild", "gain", "2.5");
		add(study, 0.5, "mood", "wild", "gain", "2.5");
		assertEquals(List.of("test-cell-calm-gain-1-8-seed-0", "test-cell-wild-gain-1-8-seed-0",
				"test-cell-wild-gain-2.5-8-seed-0", "test-cell-wild-gain-2.5-learning-rate-0.5-8-seed-0"), names(study));
		assertEquals(List.of(0.003, 0.003, 0.003, 0.5),
				networks(study).stream().map(network -> network.training().learningRate().largest()).toList());
	}

	@Test
	void aPhaseKeepsItsOwnPenalty() throws Exception {
		Study study = study("population.l2=1,2");
		add(study, null);
		for (Double l2 : new Double[] { null, 7.0 }) {
			TrainingPhase phase = ModelFactory.eINSTANCE.createTrainingPhase();
			phase.setName("with-" + (l2 == null ? "none" : "own"));
			phase.setL2(l2);
			study.getTraining().getPhases().add(phase);
		}
		assertEquals(List.of(1.0, 7.0),
				networks(study).get(0).training().phases().stream().map(TrainingSettings.Phase::l2).toList());
		assertEquals(List.of(2.0, 7.0),
				networks(study).get(1).training().phases().stream().map(TrainingSettings.Phase::l2).toList());
		study.getTraining().getPhases().get(0).setL2(3.0);
		assertTrue(StudyValidator.validate(study, registry).toString().contains("population > l2: has no effect"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "population.l2=-1 | population > l2: -1.0 is not a number from 0 upwards",
			"analyses.performanceLimit=-1 | analyses > performanceLimit: -1.0 is not a number from 0 upwards",
			"test-cell.learningRate=0 | architecture 'test-cell' > learningRate: 0.0 is not a positive number" })
	void valuesThatCannotBeAreNamed(String setting, String problem) {
		Study study = study();
		add(study, null);
		StudySettings.apply(study, setting);
		assertTrue(StudyValidator.validate(study, registry).toString().contains(problem),
				StudyValidator.validate(study, registry).toString());
	}

	@Test
	void theAxesSurviveTheFileAndFilesWithoutThemAreRead() throws Exception {
		Study study = study("population.l2=1e-5,0.01", "analyses.performanceLimit=0.02");
		add(study, 0.5);
		assertTrue(StudyFiles.equal(study, StudyFiles.read(StudyFiles.write(study), "example")));
		String text = new String(StudyFiles.write(study), StandardCharsets.UTF_8).replaceAll("<l2>[^<]*</l2>", "")
				.replaceAll(" (performanceLimit|learningRate)=\"[^\"]*\"", "");
		Study old = StudyFiles.read(text.getBytes(StandardCharsets.UTF_8), "old");
		assertEquals(List.of(), old.getPopulation().getL2());
		assertEquals(Double.POSITIVE_INFINITY, StudyValidator.plan(old, registry, "old").performanceLimit());
	}

	@ParameterizedTest
	@CsvSource({ "1e-5, 1e-05", "0.0001, 0.0001", "0.01, 0.01", "0, 0", "2, 2", "1.25e-7, 1.25e-07", "1e20, 1e+20" })
	void numbersAreWrittenAsInPython(double number, String text) {
		assertEquals(text, NetworkNames.number(number));
	}
}
