package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudySettings;
import org.nullcline.core.study.StudyTemplate;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.model.AnalysisChoice;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.Study;
import org.nullcline.runs.NumpyFiles;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.ExecutionListener;
import org.nullcline.trainer.StudyExecution;

/** Analyses that require others get their results, and are asked again when these change. */
class RequiredAnalysesTest {

	private static final String NETWORK = "vanilla-4-seed-1";

	@TempDir
	Path temporary;

	private final List<String> asked = new ArrayList<>();
	private final List<String> problems = new ArrayList<>();
	private Path folder;

	private final ExecutionListener listener = new ExecutionListener() {

		@Override
		public void analysisStarted(String analysis, String subject) {
			asked.add(analysis + " of " + subject);
		}

		@Override
		public void analysisEnded(String analysis, String subject, String problem) {
			if (!problem.isEmpty()) {
				problems.add(analysis + " of " + subject + ": " + problem);
			}
		}
	};

	@BeforeEach
	void chooseFolder() {
		folder = temporary.resolve("out");
	}

	private static Study study(String... analyses) {
		Study study = StudyTemplate.create("small", "flip-flop", List.of("vanilla"), List.of(4), 2,
				ContributionRegistry.read());
		study.getAnalyses().getAnalyses().clear();
		for (String id : analyses) {
			AnalysisChoice choice = ModelFactory.eINSTANCE.createAnalysisChoice();
			choice.setId(id);
			study.getAnalyses().getAnalyses().add(choice);
		}
		for (String setting : List.of("task.bits=1", "task.steps=8", "training.steps=4", "training.batchSize=2",
				"training.validationTrials=4")) {
			StudySettings.apply(study, setting);
		}
		return study;
	}

	private void execute(Study study, boolean resume) throws Exception {
		StudyExecution.execute(StudyValidator.plan(study, ContributionRegistry.read(), "small"), folder, resume, 2, listener,
				new NullProgressMonitor());
	}

	private Path result(String analysis, String network) {
		return StudyFolder.resultFolder(StudyFolder.runFolder(folder, network), analysis);
	}

	private double value(String analysis, String network, String name) throws Exception {
		return StoredResult.read(result(analysis, network)).values().get(name);
	}

	private StoredResult ofPopulation(String analysis) throws Exception {
		return StoredResult.read(StudyFolder.resultFolder(folder, analysis));
	}

	@Test
	void whatIsRequiredIsAskedBeforeWithItsDefaultsAndStored() throws Exception {
		execute(study("adding"), false);
		assertEquals(List.of(), problems);
		assertTrue(asked.indexOf("weighing of " + NETWORK) < asked.indexOf("doubling of " + NETWORK), asked.toString());
		assertEquals("adding of population", asked.get(asked.size() - 1));
		double weight = NativeArrays.values(StoredResult.read(result("weighing", NETWORK)).load().arrays().get("weight"))[1];
		assertTrue(weight > 0);
		assertEquals(2 * weight, value("doubling", NETWORK, "doubled"));
		assertEquals(value("doubling", "vanilla-4-seed-0", "doubled") + 2 * weight, ofPopulation("adding").values().get("sum"));
		assertEquals(2, ofPopulation("adding").values().get("networks"));
		assertEquals("1", StoredResult.read(result("weighing", NETWORK)).parameters().get("unit"));
	}

	@Test
	void theStudysParametersAreThoseOfTheRequiredAnalysis() throws Exception {
		execute(study("doubling"), false);
		double doubled = value("doubling", NETWORK, "doubled");
		folder = temporary.resolve("other");
		Study other = study("doubling", "weighing");
		StudySettings.apply(other, "weighing.unit=4");
		execute(other, false);
		assertEquals(doubled / 4, value("doubling", NETWORK, "doubled"), 1e-12 * doubled);
	}

	@Test
	void whatIsMadeFromAChangedResultIsMadeAgain() throws Exception {
		Study study = study("adding");
		execute(study, false);
		double sum = ofPopulation("adding").values().get("sum");
		asked.clear();
		execute(study, true);
		assertEquals(List.of(), asked);
		// As if the required analysis had given another answer.
		Path array = result("weighing", NETWORK).resolve("weight.npy");
		var weight = NumpyFiles.read(array);
		weight.muli(3);
		NumpyFiles.write(array, weight);
		execute(study, true);
		assertEquals(List.of("doubling of " + NETWORK, "adding of population"), asked);
		assertNotEquals(sum, ofPopulation("adding").values().get("sum"));
	}

	@Test
	void aRequiredAnalysisThatFailsIsNamedWithItsReason() throws Exception {
		execute(study("hoping", "despairing"), false);
		assertEquals(0, ofPopulation("hoping").values().get("there"));
		assertEquals(List.of("The required analysis 'refusing' has no result for vanilla-4-seed-0, vanilla-4-seed-1:"
				+ " too few trials; ask for more"), ofPopulation("hoping").notes());
		assertTrue(problems.contains("despairing of " + NETWORK + ": Nothing can be done. The required analysis 'refusing' has"
				+ " no result for " + NETWORK + ": too few trials; ask for more"), problems.toString());
		assertFalse(Files.exists(result("despairing", NETWORK).resolve(StoredResult.FILE)));
	}

	@Test
	void resultsThatAreNotDeclaredAreNotGiven() throws Exception {
		execute(study("weighing", "peeking"), false);
		assertTrue(problems.toString().contains("does not declare that it requires 'weighing'; it declares nothing"),
				problems.toString());
	}
}
