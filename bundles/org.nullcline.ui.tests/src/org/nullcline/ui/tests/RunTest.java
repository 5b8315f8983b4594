package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.model.Run;
import org.nullcline.model.RunState;
import org.nullcline.report.StudyReport;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.editor.StudyEditor;
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
		ResultsView results = (ResultsView) Ui.show(NullclinePerspective.RESULTS);
		LearningCurvesView curves = (LearningCurvesView) Ui.show(NullclinePerspective.CURVES);
		StudyEditor editor = Studies.create("run");
		Studies.shrink(editor, 60);
		IFolder execution = Studies.run(editor, "run");
		assertEquals("flip-flop-1", execution.getName());
		waitForEnd();
		Ui.waitUntil("the curves are drawn", () -> curves.curveCount() == 2 && curves.pointCount() > 2);
		Studies.waitForRun(execution, "vanilla-8-seed-0", "done");
		Studies.waitForRun(execution, "gru-8-seed-0", "done");
		assertTrue(Files.exists(execution.getLocation().toPath().resolve(StudyReport.FILE)));
		Studies.selectRun(execution, "vanilla-8-seed-0", "State space");
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
		ResultsView results = (ResultsView) Ui.show(NullclinePerspective.RESULTS);
		StudyEditor editor = Studies.create("later");
		Studies.shrink(editor, 20);
		IFolder execution = Studies.run(editor, "later");
		waitForEnd();
		Studies.waitForRun(execution, "vanilla-8-seed-0", "done");
		Path folder = execution.getLocation().toPath();
		Path hidden = StudyFolder.resultFolder(StudyFolder.runFolder(folder, "vanilla-8-seed-0"), "");
		Files.move(hidden, folder.resolve("away"));
		Studies.selectRun(execution, "gru-8-seed-0");
		Ui.waitUntil("the result is shown", () -> results.figure() != null);
		Studies.selectRun(execution, "vanilla-8-seed-0");
		Ui.waitUntil("there is no result", () -> results.figure() == null);
		Files.move(folder.resolve("away"), hidden);
		Studies.selectRun(execution, "vanilla-8-seed-0");
		Ui.waitUntil("the new result is shown", () -> results.figure() != null);
	}

	@Test
	void aRunChosenInTheCurvesIsSelectedInTheNavigator() throws Exception {
		Ui.show(NullclinePerspective.CURVES);
		StudyEditor editor = Studies.create("chosen");
		Studies.shrink(editor, 20);
		IFolder execution = Studies.run(editor, "chosen");
		waitForEnd();
		Studies.waitForRun(execution, "gru-8-seed-0", "done");
		ChartCanvas curves = Ui.find(Ui.window().getShell(), ChartCanvas.class,
				chart -> chart.isVisible() && chart.getFigure() != null && chart.getFigure().id().equals("learning-curves"));
		Tree tree = Studies.navigator().getCommonViewer().getTree();
		for (String run : List.of("vanilla-8-seed-0", "gru-8-seed-0")) {
			Charts.click(curves, run);
			Ui.waitUntil("the navigator follows", () -> tree.getSelectionCount() == 1 && tree.getSelection()[0].getText().startsWith(run));
		}
	}

	@Test
	void twoRunsOfAStudyHaveFoldersOfTheirOwn() throws Exception {
		StudyEditor editor = Studies.create("twice");
		Studies.shrink(editor, 60);
		IFolder first = Studies.run(editor, "twice");
		Ui.press(Ui.toolItem("Run"));
		Ui.waitUntil("both have started or ended", RUN, () -> first.getParent().getLocation().append("flip-flop-2").toFile().exists());
		waitForEnd();
		for (String name : List.of("flip-flop-1", "flip-flop-2")) {
			Path folder = first.getParent().getLocation().append(name).toPath();
			assertTrue(StudyFolder.read(folder).getRuns().stream().allMatch(run -> run.getState() == RunState.DONE), name);
		}
	}

	@Test
	void aCancelledStudyIsResumed() throws Exception {
		int steps = 5000;
		StudyEditor editor = Studies.create("resume");
		Studies.shrink(editor, steps);
		IFolder execution = Studies.run(editor, "resume");
		Ui.waitUntil("something is measured", RUN, () -> Studies.executions().find(execution)
				.map(live -> live.curves().values().stream().anyMatch(rows -> !rows.isEmpty())).orElse(true));
		Studies.select(execution);
		Ui.waitUntil("it can be cancelled", () -> Ui.isEnabled("org.nullcline.ui.commands.cancel"));
		Studies.cancelByKey();
		waitForEnd();
		Path folder = execution.getLocation().toPath();
		assertTrue(StudyFolder.read(folder).getRuns().stream().anyMatch(run -> run.getState() == RunState.CANCELLED));
		Ui.waitUntil("the workspace knows the folder", execution::exists);
		Studies.waitFor("a run is shown as cancelled", Studies.path(execution),
				item -> Trees.open(item).stream().anyMatch(run -> run.getText().contains("cancelled")));
		Studies.select(execution);
		Studies.resumeByKey();
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

	/** Whether the window offers to go on with an execution; it looks when the execution is selected. */
	private static boolean isResumable(IFolder execution) {
		Studies.select(execution.getProject());
		assertFalse(Ui.isEnabled("org.nullcline.ui.commands.resume"));
		Studies.select(execution);
		return Ui.isEnabled("org.nullcline.ui.commands.resume");
	}

	private static void assertIncreasing(List<Measurement> rows, int last) {
		for (int i = 1; i < rows.size(); i++) {
			assertTrue(rows.get(i - 1).step() < rows.get(i).step());
		}
		assertEquals(last, rows.getLast().step());
	}
}
