package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.model.Run;
import org.nullcline.model.RunState;
import org.nullcline.report.StudyReport;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.editor.StudyEditor;
import org.nullcline.ui.navigator.ExecutionItem.ResultItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;
import org.nullcline.ui.navigator.ExecutionTester;
import org.nullcline.ui.views.LearningCurvesView;
import org.nullcline.ui.views.ResultsView;

/** Running, watching, cancelling and resuming studies. */
@ExtendWith(NoLoggedErrors.class)
class RunTest {

	private static final Duration RUN = Duration.ofMinutes(3);

	@AfterEach
	void removeAll() throws CoreException {
		Studies.removeAll();
	}

	@Test
	void aStudyRunsToTheEnd() throws Exception {
		LearningCurvesView curves = (LearningCurvesView) Ui.page().showView(NullclinePerspective.CURVES);
		ResultsView results = (ResultsView) Ui.page().showView(NullclinePerspective.RESULTS);
		Ui.page().showView(NullclinePerspective.CURVES);
		StudyEditor editor = Studies.create("run");
		Studies.shrink(editor, 60);
		IFolder execution = Studies.run(editor, "run");
		assertEquals("flip-flop-1", execution.getName());
		waitForEnd();
		Ui.waitUntil("the curves are drawn", () -> curves.curveCount() == 2 && curves.pointCount() > 2);
		Studies.waitForRun(execution, "vanilla-8-seed-0", "done");
		Studies.waitForRun(execution, "gru-8-seed-0", "done");
		assertTrue(Files.exists(execution.getLocation().toPath().resolve(StudyReport.FILE)));
		Run run = StudyFolder.read(execution.getLocation().toPath()).getRuns().get(0);
		RunItem item = new RunItem(execution, run);
		Studies.select(new ResultItem(execution, item, run.getResults().get(0)));
		Ui.waitUntil("the result is shown", () -> results.figure() != null);
		assertNotNull(results.figure().title());
	}

	@Test
	void aReportDoesNotMakeAnExecutionComplete() throws Exception {
		StudyEditor editor = Studies.create("complete");
		Studies.shrink(editor, 20);
		IFolder execution = Studies.run(editor, "complete");
		waitForEnd();
		Ui.waitUntil("the workspace knows the folder", execution::exists);
		Path folder = execution.getLocation().toPath();
		assertTrue(Files.exists(folder.resolve(StudyReport.FILE)));
		assertFalse(isResumable(execution));
		Path run = StudyFolder.runFolder(folder, "gru-8-seed-0");
		RunRecord done = RunRecord.read(run);
		done.in(RunState.DIVERGED, "diverged", done.step(), Double.NaN, 1, "").write(run);
		assertFalse(isResumable(execution));
		done.in(RunState.FAILED, "failed", done.step(), Double.NaN, 1, "").write(run);
		assertTrue(isResumable(execution));
		done.write(run);
		assertFalse(isResumable(execution));
		Path result = StudyFolder.resultFolder(run, "state-space").resolve(StoredResult.FILE);
		Files.move(result, folder.resolve("away"));
		assertTrue(isResumable(execution));
		Files.move(folder.resolve("away"), result);
		assertFalse(isResumable(execution));
		Files.delete(run.resolve(RunRecord.FILE));
		assertTrue(isResumable(execution));
	}

	@Test
	void resultsThatComeLaterAreShown() throws Exception {
		ResultsView results = (ResultsView) Ui.page().showView(NullclinePerspective.RESULTS);
		StudyEditor editor = Studies.create("later");
		Studies.shrink(editor, 20);
		IFolder execution = Studies.run(editor, "later");
		waitForEnd();
		Studies.waitForRun(execution, "vanilla-8-seed-0", "done");
		Path folder = execution.getLocation().toPath();
		List<RunItem> items = StudyFolder.read(folder).getRuns().stream().map(run -> new RunItem(execution, run)).toList();
		Path hidden = StudyFolder.resultFolder(items.get(1).folder(), "");
		Files.move(hidden, folder.resolve("away"));
		Studies.select(items.get(0));
		Ui.waitUntil("the result is shown", () -> results.figure() != null);
		Studies.select(items.get(1));
		Ui.waitUntil("there is no result", () -> results.figure() == null);
		Files.move(folder.resolve("away"), hidden);
		Studies.select(items.get(1));
		Ui.waitUntil("the new result is shown", () -> results.figure() != null);
	}

	@Test
	void aRunChosenInTheCurvesIsSelectedInTheNavigator() throws Exception {
		LearningCurvesView curves = (LearningCurvesView) Ui.page().showView(NullclinePerspective.CURVES);
		StudyEditor editor = Studies.create("chosen");
		Studies.shrink(editor, 20);
		IFolder execution = Studies.run(editor, "chosen");
		waitForEnd();
		Studies.waitForRun(execution, "gru-8-seed-0", "done");
		Run run = StudyFolder.read(execution.getLocation().toPath()).getRuns().get(0);
		StructuredSelection chosen = new StructuredSelection(new RunItem(execution, run));
		curves.getSite().getSelectionProvider().setSelection(chosen);
		Ui.waitUntil("the navigator follows",
				() -> Studies.navigator().getCommonViewer().getStructuredSelection().toList().equals(chosen.toList()));
	}

	@Test
	void twoRunsOfAStudyHaveFoldersOfTheirOwn() throws Exception {
		StudyEditor editor = Studies.create("twice");
		Studies.shrink(editor, 60);
		IFolder first = Studies.run(editor, "twice");
		Ui.command("org.nullcline.ui.commands.run", Map.of());
		Ui.waitUntil("both have started or ended", RUN, () -> first.getParent().getLocation().append("flip-flop-2").toFile().exists());
		waitForEnd();
		for (String name : List.of("flip-flop-1", "flip-flop-2")) {
			Path folder = first.getParent().getLocation().append(name).toPath();
			assertTrue(StudyFolder.read(folder).getRuns().stream().allMatch(run -> run.getState() == RunState.DONE), name);
		}
	}

	@Test
	void aCancelledStudyIsResumed() throws Exception {
		int steps = 3000;
		StudyEditor editor = Studies.create("resume");
		Studies.shrink(editor, steps);
		IFolder execution = Studies.run(editor, "resume");
		Ui.waitUntil("something is measured", RUN, () -> Studies.executions().find(execution)
				.map(live -> live.curves().values().stream().anyMatch(rows -> !rows.isEmpty())).orElse(true));
		Studies.executions().find(execution).orElseThrow().cancel();
		waitForEnd();
		Path folder = execution.getLocation().toPath();
		assertTrue(StudyFolder.read(folder).getRuns().stream().anyMatch(run -> run.getState() == RunState.CANCELLED));
		Ui.waitUntil("the workspace knows the folder", execution::exists);
		Studies.waitForRun(execution, "", "cancelled");
		Studies.select(execution);
		Ui.command("org.nullcline.ui.commands.resume", Map.of());
		Ui.waitUntil("it goes on", () -> Studies.executions().find(execution).isPresent());
		waitForEnd();
		List<Run> runs = StudyFolder.read(folder).getRuns();
		assertEquals(2, runs.size());
		for (Run run : runs) {
			assertEquals(RunState.DONE, run.getState(), run.getName());
			assertIncreasing(StudyFolder.metrics(Path.of(run.getFolder())), steps);
		}
		Studies.waitForRun(execution, "gru-8-seed-0", "done");
	}

	private static void waitForEnd() {
		Ui.waitUntil("the studies end", RUN, () -> Studies.executions().running() == 0);
	}

	private static boolean isResumable(IFolder execution) {
		return new ExecutionTester().test(execution, "isResumable", new Object[0], null);
	}

	private static void assertIncreasing(List<Measurement> rows, int last) {
		for (int i = 1; i < rows.size(); i++) {
			assertTrue(rows.get(i - 1).step() < rows.get(i).step());
		}
		assertEquals(last, rows.getLast().step());
	}
}
