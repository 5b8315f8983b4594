package org.nullcline.ui.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.core.study.StudySettings;
import org.nullcline.core.study.StudyTemplate;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPhase;

/** Every proposal mends its problem, and brings no other one. */
class QuickFixesTest {

	private final ContributionRegistry registry = ContributionRegistry.read();

	@Test
	void anUnknownIdentifierIsReplacedByTheNearest() {
		Study mended = mends(study -> study.getTask().setId("flipflop"), 0);
		assertEquals("flip-flop", mended.getTask().getId());
		mended = mends(study -> study.getPopulation().getArchitectures().get(1).setId("grru"), 0);
		assertEquals("gru", mended.getPopulation().getArchitectures().get(1).getId());
		mended = mends(study -> study.getTraining().getOptimizer().setId("Adm"), 0);
		assertEquals("adam", mended.getTraining().getOptimizer().getId());
	}

	@Test
	void aValueOutOfRangeIsSetToTheNearestOrToTheDefault() {
		Consumer<Study> fault = study -> StudySettings.setParameter(study.getTask(), "bits", "99");
		assertEquals("10", bits(mends(fault, 0)));
		assertEquals("3", bits(mends(fault, 1)));
		assertEquals("3", bits(mends(study -> StudySettings.setParameter(study.getTask(), "bits", "many"), 0)));
	}

	@Test
	void anUnknownParameterIsRenamedOrRemoved() {
		Consumer<Study> fault = study -> study.getTask().getParameters().stream().filter(p -> p.getName().equals("bits"))
				.forEach(p -> p.setName("bit"));
		assertEquals("3", bits(mends(fault, 0)));
		everyProposalMends(fault);
	}

	@Test
	void attributesOfTheModelAreMended() {
		assertEquals(100_000, mends(study -> study.getTraining().setBatchSize(200_000), 0).getTraining().getBatchSize());
		everyProposalMends(study -> study.getTraining().setLearningRate(-1));
		everyProposalMends(study -> study.getTraining().setValidateEvery(0));
		everyProposalMends(study -> study.getPopulation().setSeeds(0));
		everyProposalMends(study -> study.getPopulation().getSizes().clear());
		everyProposalMends(study -> study.getPopulation().getL2().addAll(List.of(-1.0, 0.1)));
		everyProposalMends(study -> study.getAnalyses().setPerformanceLimit(-2));
		everyProposalMends(study -> study.getPopulation().getArchitectures().get(0).setLearningRate(0.0));
		assertEquals(List.of(8, 4096), mends(study -> study.getPopulation().getSizes().addAll(List.of(9000, 8)), 0)
				.getPopulation().getSizes());
	}

	@Test
	void whatIsMissingIsAdded() {
		everyProposalMends(study -> study.setName(" "));
		everyProposalMends(study -> study.setTask(null));
		everyProposalMends(study -> study.setPopulation(null));
		everyProposalMends(study -> study.setTraining(null));
		everyProposalMends(study -> study.getTraining().setObjective(null));
		everyProposalMends(study -> study.getTraining().setOptimizer(null));
		everyProposalMends(study -> study.getPopulation().getArchitectures().clear());
	}

	@Test
	void phasesAndDoubledAnalysesAreMended() {
		everyProposalMends(study -> phase(study).setName("two words"));
		everyProposalMends(study -> phase(study).setSteps(0));
		everyProposalMends(study -> phase(study).getFrozen().add("no_such_array"));
		everyProposalMends(study -> {
			phase(study).setName("same");
			phase(study).setName("same");
		});
		everyProposalMends(study -> study.getAnalyses().getAnalyses()
				.add(EcoreUtil.copy(study.getAnalyses().getAnalyses().get(0))));
	}

	private static TrainingPhase phase(Study study) {
		TrainingPhase phase = ModelFactory.eINSTANCE.createTrainingPhase();
		phase.setName("first");
		study.getTraining().getPhases().add(phase);
		return phase;
	}

	private static String bits(Study study) {
		return study.getTask().getParameters().stream().filter(p -> p.getName().equals("bits")).findFirst().orElseThrow()
				.getValue();
	}

	private void everyProposalMends(Consumer<Study> fault) {
		Supplier<List<QuickFix>> proposals = () -> proposals(faulty(fault));
		int count = proposals.get().size();
		assertTrue(count > 0, "no proposal");
		for (int i = 0; i < count; i++) {
			mends(fault, i);
		}
	}

	/** The study after a proposal for its first problem. */
	private Study mends(Consumer<Study> fault, int proposal) {
		Study study = faulty(fault);
		List<QuickFix> fixes = proposals(study);
		int before = StudyValidator.validate(study, registry).size();
		fixes.get(proposal).change().run();
		List<StudyProblem> after = StudyValidator.validate(study, registry);
		assertTrue(after.size() < before, fixes.get(proposal).label() + " leaves " + after);
		return study;
	}

	private List<QuickFix> proposals(Study study) {
		List<StudyProblem> problems = StudyValidator.validate(study, registry);
		assertFalse(problems.isEmpty(), "nothing is wrong");
		return QuickFixes.of(problems.get(0), registry, "study");
	}

	private Study faulty(Consumer<Study> fault) {
		Study study = StudyTemplate.create("study", "flip-flop", List.of("vanilla", "gru"), List.of(8), 1, registry);
		assertEquals(List.of(), StudyValidator.validate(study, registry));
		fault.accept(study);
		return study;
	}
}
