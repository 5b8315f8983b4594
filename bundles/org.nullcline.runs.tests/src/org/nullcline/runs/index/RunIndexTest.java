package org.nullcline.runs.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.benchmarks.GeneratedRuns;
import org.nullcline.model.RunState;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;

/** The index says what the folders say, whatever happens to either of them. */
class RunIndexTest {

	private static final IProgressMonitor MONITOR = new NullProgressMonitor();

	@TempDir
	Path folder;
	private List<Path> executions;
	private Path file;

	@BeforeEach
	void generate() throws IOException {
		executions = GeneratedRuns.write(folder.resolve("project").resolve("runs"), 30, MONITOR);
		file = folder.resolve("state").resolve("index");
	}

	@Test
	void executionsAreFoundBelowAnyFolder() throws IOException {
		assertEquals(executions, ExecutionFolders.below(folder.resolve("project")));
		assertEquals(executions, ExecutionFolders.below(executions.get(0)));
		// A study that nobody executed lies in a file of the same name.
		Files.copy(executions.get(0).resolve(StudyFolder.STUDY_FILE), folder.resolve("project").resolve(StudyFolder.STUDY_FILE));
		assertEquals(executions, ExecutionFolders.below(folder.resolve("project")));
	}

	@Test
	void theIndexSaysWhatTheFoldersSay() throws IOException {
		try (RunIndex index = RunIndex.open(file)) {
			assertEquals(List.of(), index.runs(executions));
			assertTrue(index.update(executions, MONITOR));
			assertEquals(truth(), index.runs(executions));
			assertFalse(index.update(executions, MONITOR));
		}
		try (RunIndex again = RunIndex.open(file)) {
			assertEquals(truth(), again.runs(executions));
			assertFalse(again.update(executions, MONITOR));
		}
	}

	@Test
	void everyWayToChangeARunIsNoticed() throws IOException {
		Path run = RunReader.runFolders(executions.get(0)).get(3);
		try (RunIndex index = RunIndex.open(file)) {
			index.update(executions, MONITOR);
			RunRecord record = RunRecord.read(run);
			record.in(RunState.FAILED, "no more space", 7, 0.5, 1, "").write(run);
			assertNoticed(index);
			org.nullcline.runs.Metrics.write(run, List.of(new Measurement(1, 2, 3, 4, 5, 6)));
			assertNoticed(index);
			Path result = StudyFolder.resultFolder(run, "some-analysis");
			Files.createDirectories(result);
			Files.writeString(result.resolve(StoredResult.FILE), "{\"analysis\": \"some-analysis\", \"values\":"
					+ " {\"number of points\": 3.0, \"speed\": null, \"bound\": \"Infinity\"}, \"figures\": [}");
			assertNoticed(index);
			assertEquals(Map.of("some-analysis.number of points", 3.0, "some-analysis.bound", Double.POSITIVE_INFINITY),
					index.runs(executions).get(3).results());
			Files.writeString(run.resolve(RunRecord.FILE), "{");
			assertNoticed(index);
			assertEquals(RunState.FAILED, index.runs(executions).get(3).state());
			assertTrue(index.runs(executions).get(3).message().contains(RunRecord.FILE));
			delete(run);
			assertNoticed(index);
			assertEquals(29, index.runs(executions).size());
		}
		try (RunIndex again = RunIndex.open(file)) {
			assertEquals(truth(), again.runs(executions));
		}
	}

	@Test
	void onlyAnExecutionAtWorkHasRunningRuns() throws Exception {
		Path run = RunReader.runFolders(executions.get(0)).get(0);
		RunRecord.read(run).in(RunState.RUNNING, "", 10, 0.5, 1, "").write(run);
		try (RunIndex index = RunIndex.open(file)) {
			index.update(executions, MONITOR);
			assertEquals(RunState.CANCELLED, index.runs(executions).get(0).state());
			try (StudyFolder.Lock lock = StudyFolder.lock(executions.get(0))) {
				assertTrue(index.update(executions, MONITOR));
				assertEquals(RunState.RUNNING, index.runs(executions).get(0).state());
				assertFalse(index.update(executions, MONITOR));
			}
			assertTrue(index.update(executions, MONITOR));
			assertEquals(RunState.CANCELLED, index.runs(executions).get(0).state());
			assertTrue(index.runs(executions).get(0).message().contains("can be resumed"));
		}
	}

	@Test
	void whatIsDeletedIsForgotten() throws IOException {
		try (RunIndex index = RunIndex.open(file)) {
			index.update(executions, MONITOR);
			assertFalse(index.retain(folder, executions));
			delete(executions.get(0));
			assertFalse(index.retain(folder.resolve("elsewhere"), List.of()));
			assertTrue(index.retain(folder, ExecutionFolders.below(folder)));
			assertEquals(List.of(), index.runs(executions));
		}
	}

	@Test
	void aDamagedIndexIsMadeAgain() throws IOException {
		try (RunIndex index = RunIndex.open(file)) {
			index.update(executions, MONITOR);
		}
		Path database = file.resolveSibling("index.mv.db");
		assertTrue(Files.size(database) > 0);
		Files.writeString(database, "this is no database ".repeat(1000));
		try (RunIndex index = RunIndex.open(file)) {
			assertEquals(List.of(), index.runs(executions));
			assertTrue(index.update(executions, MONITOR));
			assertEquals(truth(), index.runs(executions));
			index.clear();
			assertEquals(List.of(), index.runs(executions));
			index.update(executions, MONITOR);
			assertEquals(truth(), index.runs(executions));
		}
	}

	@Test
	void aCancelledUpdateIsTakenUpLater() throws IOException {
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		try (RunIndex index = RunIndex.inMemory()) {
			assertThrows(OperationCanceledException.class, () -> index.update(executions, cancelled));
			index.update(executions, MONITOR);
			assertEquals(truth(), index.runs(executions));
		}
	}

	@Test
	void theSummaryTakesTheLastAndTheBestMeasurement() {
		double none = Double.NaN;
		TrainingSummary summary = TrainingSummary.of(List.of(new Measurement(10, 0.5, 0.9, 1, 1, 0.4),
				new Measurement(20, 0.3, 0.2, 1, 1, 0.1), new Measurement(30, 0.6, 0.3, 1, 1, 0.1),
				new Measurement(31, 7, none, 1, 1, none)), 12);
		assertEquals(new TrainingSummary(7, 0.1, 0.3, 0.1, 20, 0.2, 12), summary);
		assertEquals(new TrainingSummary(none, none, none, none, -1, none, none), TrainingSummary.NOTHING);
	}

	private void assertNoticed(RunIndex index) throws IOException {
		assertTrue(index.update(executions, MONITOR));
		assertEquals(truth(), index.runs(executions));
		assertFalse(index.update(executions, MONITOR));
	}

	private List<IndexedRun> truth() throws IOException {
		List<IndexedRun> runs = new ArrayList<>();
		for (Path execution : executions) {
			runs.addAll(new RunReader().readAll(execution));
		}
		assertFalse(runs.isEmpty());
		return runs;
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}
