package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.model.Run;
import org.nullcline.model.RunState;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.ExecutionListener;
import org.nullcline.trainer.StudyExecution;

/** What is done between two weight updates. */
class HooksTest {

	@TempDir
	Path temporary;

	/** Weights and moments of the optimizer move together, so the network learns as if nothing had happened. */
	@ParameterizedTest
	@CsvSource({ "vanilla, layers=1", "vanilla, layers=2", "ugrnn, layers=1", "gru, layers=2", "lstm, layers=1" })
	void unitsInAnotherOrderLearnTheSame(String architecture, String parameter) throws Exception {
		String layers = architecture + "." + parameter;
		Run plain = SmallStudy.execute(SmallStudy.plan(architecture, List.of(layers, "training.precision=double")),
				temporary.resolve("plain"));
		Run shuffled = SmallStudy.execute(SmallStudy.plan(architecture,
				List.of(layers, "training.precision=double", "training.hooks=shuffling")), temporary.resolve("shuffled"));
		List<Measurement> expected = StudyFolder.metrics(Path.of(plain.getFolder()));
		List<Measurement> found = StudyFolder.metrics(Path.of(shuffled.getFolder()));
		assertEquals(expected.size(), found.size());
		for (int row = 0; row < expected.size(); row++) {
			assertEquals(expected.get(row).loss(), found.get(row).loss(), 1e-9);
			assertEquals(expected.get(row).gradientNorm(), found.get(row).gradientNorm(), 1e-8);
			assertEquals(expected.get(row).validationLoss(), found.get(row).validationLoss(), 1e-9);
		}
		assertNotEquals(SmallStudy.weights(plain), SmallStudy.weights(shuffled), "nothing was moved");
	}

	@Test
	void unitsOfAMaskedNetworkStayWhereTheyAre() throws Exception {
		Run run = executeFailing("gru", "gru.density=0.5", "training.hooks=shuffling");
		assertEquals(RunState.FAILED, run.getState());
		assertTrue(run.getMessage().contains("hook 'shuffling'") && run.getMessage().contains("has a mask that does not fit"),
				run.getMessage());
	}

	@Test
	void aHookThatFailsIsNamed() throws Exception {
		Run thrown = executeFailing("vanilla", "training.hooks=throwing-hook");
		assertTrue(thrown.getMessage().contains("hook 'throwing-hook'") && thrown.getMessage().contains("a bug in a hook"),
				thrown.getMessage());
	}

	@Test
	void aHookThatLeavesNoNumbersIsNamed() throws Exception {
		Run run = executeFailing("vanilla", "training.hooks=poisoning");
		assertEquals(RunState.FAILED, run.getState());
		assertTrue(run.getMessage().contains("hook 'poisoning'") && run.getMessage().contains("not finite numbers, after step 1"),
				run.getMessage());
	}

	/** The recurrent weights that go out from a unit, a column, have one sign after training. */
	@ParameterizedTest
	@CsvSource({ "vanilla", "gru" })
	void unitsAreExcitatoryOrInhibitory(String architecture) throws Exception {
		Run run = SmallStudy.execute(SmallStudy.plan(architecture, List.of("training.hooks=dale", "dale.excitatory=0.5")),
				temporary.resolve("dale"));
		List<Double> recurrent = SmallStudy.weights(run).get("weight_hh_l0");
		boolean any = false;
		for (int i = 0; i < recurrent.size(); i++) {
			assertTrue(i % 4 < 2 ? recurrent.get(i) >= 0 : recurrent.get(i) <= 0, "weight " + i + ": " + recurrent.get(i));
			any |= recurrent.get(i) < 0;
		}
		assertTrue(any, "no weight is left");
	}

	@Test
	void theRecordNamesHooksAndRegularizers() throws Exception {
		Run run = SmallStudy.execute(SmallStudy.plan("vanilla", List.of("training.hooks=dale,averaging",
				"training.regularizers=l1", "l1.weight=0.5")), temporary.resolve("recorded"));
		RunRecord record = RunRecord.read(Path.of(run.getFolder()));
		assertEquals(List.of("dale", "averaging"), record.hooks().stream().map(hook -> hook.id()).toList());
		assertEquals("0.5", record.regularizers().get(0).parameters().get("weight"));
	}

	@Test
	void mistakesInAStudyAreSaid() {
		assertProblem("hook 'nowhere': no installed plug-in has it", "training.hooks=nowhere");
		assertProblem("regularizer 'weightless'", "training.regularizers=weightless");
		assertProblem("phase 'one' > weight of regularizer 'l1': the training plan has no such regularizer", "phase one",
				"one.regularizer.l1=1");
		assertProblem("phase 'one' > weight of regularizer 'l1': -1.0 is not a number from 0 upwards", "training.regularizers=l1",
				"phase one", "one.regularizer.l1=-1");
		assertFalse(ContributionRegistry.read().find(ContributionKind.REGULARIZER, "weightless").orElseThrow().problem().isEmpty());
	}

	private static void assertProblem(String expected, String... settings) {
		try {
			SmallStudy.plan("vanilla", List.of(settings));
		} catch (InvalidStudyException e) {
			assertTrue(e.getMessage().contains(expected), e.getMessage());
			return;
		}
		throw new AssertionError("valid, although: " + expected);
	}

	private Run executeFailing(String architecture, String... settings) throws Exception {
		return StudyExecution.execute(SmallStudy.plan(architecture, List.of(settings)), temporary.resolve("failing"), false, 1,
				new ExecutionListener() {
				}, new NullProgressMonitor()).getRuns().get(0);
	}
}
