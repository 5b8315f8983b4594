package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.model.Run;
import org.nullcline.model.RunState;
import org.nullcline.report.StudyReport;
import org.nullcline.runs.Checkpoint;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.Messages;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.editor.StudyEditor;
import org.nullcline.ui.run.LiveExecution;
import org.nullcline.ui.views.LearningCurvesView;

/** Stopping, closing, waiting, going on: nothing is lost and nothing is damaged. */
@ExtendWith(NoLoggedErrors.class)
class InterruptionTest {

	private static final Duration RUN = Duration.ofMinutes(3);
	/** So many steps that a network is not done before somebody does something in the window. */
	private static final int MANY = 5000;

	@AfterEach
	void removeAll() throws CoreException {
		Studies.removeAll();
	}

	@Test
	void runsAreResumedOneByOne() throws Exception {
		IFolder execution = start("one-by-one", MANY);
		Studies.selectRun(execution, "gru-8-seed-0");
		Studies.cancelByKey();
		waitForEnd();
		Path folder = execution.getLocation().toPath();
		Studies.waitForRun(execution, "gru-8-seed-0", "cancelled");
		Studies.selectRun(execution, "gru-8-seed-0");
		Studies.resumeByKey();
		Ui.waitUntil("it goes on", () -> Studies.executions().find(execution).isPresent());
		waitForEnd();
		assertEquals(RunState.DONE, states(folder).get("gru-8-seed-0"));
		assertEquals(RunState.CANCELLED, states(folder).get("vanilla-8-seed-0"));
		assertFalse(Files.exists(folder.resolve(StudyReport.FILE)));
		Studies.waitForRun(execution, "gru-8-seed-0", "done");
		Studies.selectRun(execution, "vanilla-8-seed-0");
		Ui.press(Ui.toolItem("Resume"));
		Ui.waitUntil("it goes on", () -> Studies.executions().find(execution).isPresent());
		waitForEnd();
		// With the last run the analyses are asked and the report is written.
		assertEquals(RunState.DONE, states(folder).get("vanilla-8-seed-0"));
		assertTrue(Files.exists(folder.resolve(StudyReport.FILE)));
	}

	@Test
	void cancellingOverAndOverDamagesNothing() throws Exception {
		IFolder execution = start("over-and-over", MANY);
		Studies.select(execution.getProject());
		Ui.press(Ui.toolItem("Stop"));
		Studies.select(execution);
		Studies.cancelByKey();
		Studies.cancelByKey();
		Studies.selectRun(execution, "vanilla-8-seed-0");
		Studies.cancelByKey();
		waitForEnd();
		assertWhole(execution);
	}

	/** What happens when the answer is yes, and at the next start, needs a program of its own: see the tests of the product. */
	@Test
	void whoeverClosesTheWindowWhileNetworksTrainIsAsked() throws Exception {
		IFolder execution = start("closing", MANY);
		Ui.inDialog(Messages.Application_title, () -> Ui.command(IWorkbenchCommandConstants.FILE_EXIT, Map.of()), shell -> {
			assertTrue(contains(shell, "Quit?"));
			Ui.press(Ui.button(shell, "No"));
		});
		assertTrue(PlatformUI.getWorkbench().getWorkbenchWindowCount() == 1 && !PlatformUI.getWorkbench().isClosing());
		int measured = measured(execution);
		Ui.waitUntil("the networks train on", RUN, () -> measured(execution) > measured);
		Studies.select(execution);
		Studies.cancelByKey();
		waitForEnd();
		assertWhole(execution);
	}

	@Test
	void studiesWaitForTheirTurn() throws Exception {
		IFolder first = start("queue", MANY);
		Ui.command(IWorkbenchCommandConstants.WINDOW_ACTIVATE_EDITOR, Map.of());
		Ui.press(Ui.toolItem("Run"));
		IFolder second = first.getProject().getFolder("runs/flip-flop-2");
		Ui.waitUntil("the second waits", () -> Studies.executions().find(second).filter(LiveExecution::isWaiting).isPresent());
		LiveExecution waiting = Studies.executions().find(second).orElseThrow();
		assertTrue(waiting.states().isEmpty());
		Studies.select(first);
		Studies.cancelByKey();
		Ui.waitUntil("its turn comes", RUN, () -> !waiting.isWaiting() && !waiting.states().isEmpty());
		Ui.waitUntil("it measures something", RUN, () -> measured(second) > 0);
		Studies.select(second);
		Studies.cancelByKey();
		waitForEnd();
		assertOverlaid(first, second);
	}

	/** Curves of executions that are selected together are seen together. */
	private static void assertOverlaid(IFolder first, IFolder second) throws Exception {
		LearningCurvesView curves = (LearningCurvesView) Ui.show(NullclinePerspective.CURVES);
		Studies.select(first, second);
		int each = StudyFolder.read(first.getLocation().toPath()).getRuns().size();
		Ui.waitUntil("curves of both are shown", () -> curves.curveCount() > each);
		Studies.waitForRun(first, "gru-8-seed-0", "cancelled");
		Studies.selectRun(first, "gru-8-seed-0");
		Ui.waitUntil("the curves of one are shown", () -> curves.curveCount() == each);
	}

	@Test
	void theEndIsSaidAndTheLogTellsWhatHappened() throws Exception {
		StudyEditor editor = Studies.create("log");
		Studies.shrink(editor, 40);
		IFolder execution = Studies.run(editor, "log");
		waitForEnd();
		Display display = Display.getCurrent();
		Ui.waitUntil("the end is said on the desktop", () -> Arrays.stream(display.getShells())
				.anyMatch(shell -> contains(shell, "flip-flop-1 is done")));
		Arrays.stream(display.getShells()).filter(shell -> contains(shell, "flip-flop-1 is done")).forEach(Shell::close);
		Studies.waitForRun(execution, "gru-8-seed-0", "done");
		IViewPart log = Ui.show(NullclinePerspective.LOG);
		Studies.selectRun(execution, "gru-8-seed-0");
		Composite body = (Composite) Ui.window().getShell();
		Table table = Ui.all(body, Table.class).stream()
				.filter(each -> each.isVisible() && each.getColumnCount() == 3 && each.getColumn(1).getText().equals(Messages.Log_subject))
				.findFirst().orElseThrow();
		// Rows get their texts when they are shown, and more rows may come.
		Ui.waitUntil("the log is shown to its end", () -> table.getItemCount() > 4
				&& table.getItem(table.getItemCount() - 1).getText(2).equals("execution has ended"));
		Button only = Ui.find(body, Button.class, button -> button.getText().equals(Messages.Log_onlyRun));
		only.setSelection(true);
		only.notifyListeners(SWT.Selection, new Event());
		Ui.waitUntil("only that run is in the log", () -> table.getItemCount() > 0
				&& Arrays.stream(table.getItems()).allMatch(row -> row.getText(1).equals("gru-8-seed-0")));
		Ui.waitUntil("it begins with the training", () -> table.getItem(0).getText(2).equals("training begins"));
		Ui.page().hideView(log);
	}

	@Test
	void checkpointsAndFiguresAreInTheNavigator() throws Exception {
		StudyEditor editor = Studies.create("deep");
		Studies.shrink(editor, 40);
		IFolder execution = Studies.run(editor, "deep");
		waitForEnd();
		Studies.waitForRun(execution, "gru-8-seed-0", "done");
		Studies.waitFor("checkpoints are listed", Studies.path(execution, "gru-8-seed-0", Messages.Navigator_checkpoints),
				checkpoints -> shows(checkpoints, Messages.Navigator_best) && shows(checkpoints, "Step 40"));
		Studies.waitFor("the figure is listed", Studies.path(execution, "gru-8-seed-0", "State space"),
				result -> !Trees.open(result).isEmpty() && !Trees.open(result).getFirst().getText().isEmpty());
	}

	/** Whether there is a checkpoint with its size. */
	private static boolean shows(TreeItem checkpoints, String name) {
		return Trees.open(checkpoints).stream().anyMatch(item -> item.getText().startsWith(name) && item.getText().contains("kB"));
	}

	/** Starts a study of two networks and returns when both have measured something. */
	private static IFolder start(String project, int steps) throws Exception {
		StudyEditor editor = Studies.create(project);
		Studies.shrink(editor, steps);
		IFolder execution = Studies.run(editor, project);
		Ui.waitUntil("both networks are trained", RUN, () -> Studies.executions().find(execution)
				.map(live -> live.curves().values().stream().filter(rows -> !rows.isEmpty()).count() == 2).orElse(true));
		Ui.waitUntil("it can be cancelled", () -> Ui.isEnabled("org.nullcline.ui.commands.cancel"));
		return execution;
	}

	private static void waitForEnd() {
		Ui.waitUntil("the studies end", RUN, () -> Studies.executions().running() == 0);
	}

	/** How many measurements of networks there are by now. */
	private static int measured(IFolder execution) {
		return Studies.executions().find(execution).map(live -> live.curves().values().stream().mapToInt(List::size).sum()).orElse(0);
	}

	private static Map<String, RunState> states(Path folder) throws Exception {
		return StudyFolder.read(folder).getRuns().stream().collect(Collectors.toMap(Run::getName, Run::getState));
	}

	/** Every run can be read and resumed: its newest checkpoint is whole, and its measurements are in order. */
	private static void assertWhole(IFolder execution) throws Exception {
		for (Run run : StudyFolder.read(execution.getLocation().toPath()).getRuns()) {
			Path folder = Path.of(run.getFolder());
			assertEquals(RunState.CANCELLED, run.getState(), run.getName());
			Checkpoint checkpoint = Checkpoint.read(Checkpoint.files(folder).get(0));
			assertEquals(run.getStep(), checkpoint.step());
			List<Measurement> rows = StudyFolder.metrics(folder);
			for (int i = 1; i < rows.size(); i++) {
				assertTrue(rows.get(i - 1).step() < rows.get(i).step());
			}
		}
	}

	private static boolean contains(Shell shell, String text) {
		return !shell.isDisposed() && shell != Ui.window().getShell()
				&& Ui.all(shell, Label.class).stream().anyMatch(label -> label.getText().contains(text));
	}
}
