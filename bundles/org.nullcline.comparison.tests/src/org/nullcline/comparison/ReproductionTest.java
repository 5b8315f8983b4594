package org.nullcline.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.comparison.ReproductionReport.Comparison;
import org.nullcline.comparison.ReproductionReport.Outcome;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.model.RunState;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.SafeTensors;
import org.nullcline.runs.StudyFolder;

/** A run is executed again from its folder, and every difference is found. */
class ReproductionTest {

	@TempDir
	Path folder;

	@Test
	void aRunIsReproducedBitByBit() throws Exception {
		Path run = StudyFolder.runFolder(Executions.execute(folder.resolve("small-1"), 7), "gru-8-seed-0");
		Reproduction reproduction = Reproduction.of(run);
		Path target = reproduction.freeFolder();
		assertEquals(folder.resolve("small-1-reproduced-1"), target);
		ReproductionReport report = reproduction.execute(target, 0, Executions.SILENT, new NullProgressMonitor());
		assertEquals(Outcome.BIT_EQUAL, report.outcome(), report.toString());
		assertEquals(List.of(), report.changes());
		for (String what : List.of("metrics: loss", "metrics: validation_loss", "weights: weight_hh_l0", "weights: initial_state",
				"steps trained")) {
			assertTrue(report.comparisons().stream().anyMatch(each -> each.what().equals(what) && each.count() > 0), what);
		}
		assertTrue(report.comparisons().stream().anyMatch(each -> each.what().startsWith("state-space: ")));
		assertEquals(report, ReproductionReport.read(target));
		assertEquals("../small-1/runs/gru-8-seed-0", report.original());
		assertEquals(folder.resolve("small-1-reproduced-2"), reproduction.freeFolder());
		// Only the one network was trained.
		assertEquals(1, StudyFolder.read(target).getRuns().size());
	}

	@Test
	void whatDiffersIsFoundAndMeasured() throws Exception {
		Path run = StudyFolder.runFolder(Executions.execute(folder.resolve("small-1"), 7), "vanilla-8-seed-0");
		SafeTensors weights = SafeTensors.read(run.resolve(NetworkFile.FILE));
		Map<String, INDArray> changed = new LinkedHashMap<>(weights.tensors());
		double[] values = NativeArrays.values(changed.get("weight_hh_l0"));
		double largest = java.util.Arrays.stream(values).map(Math::abs).max().orElseThrow();
		values[5] += 1e-4 * largest;
		changed.put("weight_hh_l0", NativeArrays.of(values, 8, 8));
		new SafeTensors(weights.metadata(), changed).write(run.resolve(NetworkFile.FILE));
		ReproductionReport strict = Reproduction.of(run).execute(folder.resolve("strict"), 1e-6, Executions.SILENT,
				new NullProgressMonitor());
		assertEquals(Outcome.DIFFERENT, strict.outcome());
		List<Comparison> different = strict.comparisons().stream().filter(each -> each.outcome() != Outcome.BIT_EQUAL).toList();
		assertEquals(List.of("weights: weight_hh_l0"), different.stream().map(Comparison::what).toList());
		assertEquals(1e-4, different.getFirst().difference(), 1e-6);
		assertTrue(strict.summary().contains("not reproduced; 1 of "), strict.summary());
		ReproductionReport lenient = Reproduction.of(run).execute(folder.resolve("lenient"), 1e-3, Executions.SILENT,
				new NullProgressMonitor());
		assertEquals(Outcome.WITHIN_TOLERANCE, lenient.outcome());
	}

	@Test
	void theRecordCountsWhateverTheStudySays() throws Exception {
		Path execution = Executions.execute(folder.resolve("small-1"), 7);
		Path run = StudyFolder.runFolder(execution, "gru-8-seed-0");
		// As if a default had been another one when the run was executed.
		Path study = execution.resolve(StudyFolder.STUDY_FILE);
		Files.writeString(study, Files.readString(study).replace("steps=\"40\"", "steps=\"50\""));
		assertEquals(Outcome.BIT_EQUAL, Reproduction.of(run).execute(folder.resolve("again"), 0, Executions.SILENT,
				new NullProgressMonitor()).outcome());
	}

	@Test
	void whatIsOfAnotherMachineIsSaid() throws Exception {
		Path run = StudyFolder.runFolder(Executions.execute(folder.resolve("small-1"), 7), "gru-8-seed-0");
		Path record = run.resolve(RunRecord.FILE);
		Files.write(record, Files.readString(record).replaceFirst("\"Processor\": \"[^\"]*\"", "\"Processor\": \"abacus\"")
				.getBytes(StandardCharsets.UTF_8));
		ReproductionReport report = Reproduction.of(run).execute(folder.resolve("again"), 0, Executions.SILENT,
				new NullProgressMonitor());
		assertEquals(1, report.changes().size());
		assertTrue(report.changes().getFirst().startsWith("Processor: abacus before, "), report.changes().toString());
	}

	@Test
	void aCancelledReproductionLeavesNothing() throws Exception {
		Path run = StudyFolder.runFolder(Executions.execute(folder.resolve("small-1"), 7), "gru-8-seed-0");
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class,
				() -> Reproduction.of(run).execute(folder.resolve("again"), 0, Executions.SILENT, cancelled));
		assertFalse(Files.exists(folder.resolve("again")));
		assertThrows(InvalidStudyException.class,
				() -> Reproduction.of(run).execute(folder.resolve("small-1"), 0, Executions.SILENT, new NullProgressMonitor()));
		assertTrue(Files.exists(run));
	}

	@Test
	void whatCannotBeReproducedIsSaid() throws Exception {
		Path execution = Executions.execute(folder.resolve("small-1"), 7);
		assertTrue(assertThrows(IOException.class, () -> Reproduction.of(execution)).getMessage().contains("holds no run"));
		Path run = StudyFolder.runFolder(execution, "gru-8-seed-0");
		RunRecord record = RunRecord.read(run);
		record.in(RunState.FAILED, "out of memory", 3, 1, 1, "").write(run);
		assertTrue(assertThrows(IOException.class, () -> Reproduction.of(run)).getMessage().contains("the run is failed"));
		record.write(run);
		Path file = run.resolve(RunRecord.FILE);
		Files.writeString(file, Files.readString(file).replace("\"id\": \"gru\"", "\"id\": \"gru-of-a-friend\""));
		assertTrue(assertThrows(InvalidStudyException.class, () -> Reproduction.of(run)).problems().getFirst()
				.contains("there is no architecture 'gru-of-a-friend' here; install the plug-in org.nullcline.architectures"));
	}
}
