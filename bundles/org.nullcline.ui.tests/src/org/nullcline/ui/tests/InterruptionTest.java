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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
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
import org.nullcline.ui.PreferenceDefaults;
import org.nullcline.ui.editor.StudyEditor;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;
import org.nullcline.ui.run.LiveExecution;
import org.nullcline.ui.run.ResumeAtStart;
import org.nullcline.ui.views.LearningCurvesView;

/** Stopping, closing, waiting, going on: nothing is lost and nothing is damaged. */
@ExtendWith(NoLoggedErrors.class)
class InterruptionTest {

	private static final Duration RUN = Duration.ofMinutes(3);
	private static final int MANY = 1200;

	@AfterEach
	void removeAll() throws CoreException {
		InstanceScope.INSTANCE.getNode(PreferenceDefaults.NODE).remove(PreferenceDefaults.RESUME);
		Studies.removeAll();
	}

	@Test
	void runsAreResumedOneByOne() throws Exception {
		IFolder execution = start("one-by-one", MANY);
		Ui.command("org.nullcline.ui.commands.cancel", Map.of());
		waitForEnd();
		Path folder = execution.getLocation().toPath();
		Studies.waitForRun(execution, "gru-8-seed-0", "cancelled");
		Studies.select(item(execution, "gru-8-seed-0"));
		Ui.command("org.nullcline.ui.commands.resume", Map.of());
		Ui.waitUntil("it goes on", () -> Studies.executions().find(execution).isPresent());
		waitForEnd();
		assertEquals(RunState.DONE, states(folder).get("gru-8-seed-0"));
		assertEquals(RunState.CANCELLED, states(folder).get("vanilla-8-seed-0"));
		assertFalse(Files.exists(folder.resolve(StudyReport.FILE)));
		Studies.waitForRun(execution, "gru-8-seed-0", "done");
		Studies.select(item(execution, "vanilla-8-seed-0"));
		Ui.command("org.nullcline.ui.commands.resume", Map.of());
		Ui.waitUntil("it goes on", () -> Studies.executions().find(execution).isPresent());
		waitForEnd();
		// With the last run the analyses are asked and the report is written.
		assertEquals(RunState.DONE, states(folder).get("vanilla-8-seed-0"));
		assertTrue(Files.exists(folder.resolve(StudyReport.FILE)));
	}

	@Test
	void cancellingTwiceDamagesNothing() throws Exception {
		IFolder execution = start("twice-cancelled", MANY);
		Studies.select(execution.getProject());
		Ui.command("org.nullcline.ui.commands.cancel", Map.of());
		Studies.executions().find(execution).ifPresent(LiveExecution::cancel);
		Studies.executions().cancel(execution);
		waitForEnd();
		assertWhole(execution);
	}

	@Test
	void closingTheWindowWhileNetworksTrainDamagesNothingAndTheyGoOnAtTheNextStart() throws Exception {
		IFolder execution = start("closing", MANY);
		String path = execution.getFullPath().toPortableString();
		assertTrue(Studies.executions().interrupted().now().contains(path));
		// What the workbench does before it closes, with events handled meanwhile as in its dialog.
		CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> {
			try {
				Studies.executions().cancelAndWait(new NullProgressMonitor());
			} catch (InterruptedException e) {
				throw new AssertionError(e);
			}
		});
		Ui.waitUntil("the studies stop", RUN, closed::isDone);
		closed.get();
		assertWhole(execution);
		assertTrue(Studies.executions().interrupted().now().contains(path));
		InstanceScope.INSTANCE.getNode(PreferenceDefaults.NODE).put(PreferenceDefaults.RESUME, PreferenceDefaults.RESUME_ALWAYS);
		new ResumeAtStart(PlatformUI.getWorkbench(), List.of(execution)).schedule();
		Ui.waitUntil("it goes on", RUN, () -> Studies.executions().find(execution).isPresent());
		waitForEnd();
		assertTrue(states(execution.getLocation().toPath()).values().stream().allMatch(RunState.DONE::equals));
		assertFalse(Studies.executions().interrupted().now().contains(path));
	}

	@Test
	void theNextStartAsks() throws Exception {
		IFolder execution = start("asking", MANY);
		Studies.executions().cancel(execution);
		waitForEnd();
		Ui.waitUntil("the workspace knows the folder", execution::exists);
		boolean[] asked = { false };
		Ui.inDialog(Messages.Application_title, () -> {
			new ResumeAtStart(PlatformUI.getWorkbench(), List.of(execution)).schedule();
			Ui.waitUntil("the question is answered", () -> asked[0]);
		}, shell -> {
			assertTrue(contains(shell, "flip-flop-1"));
			asked[0] = true;
			Ui.press(Ui.button(shell, "No"));
		});
		assertTrue(Studies.executions().find(execution).isEmpty());
	}

	@Test
	void studiesWaitForTheirTurn() throws Exception {
		IFolder first = start("queue", MANY);
		Ui.page().activate(Ui.page().getActiveEditor());
		Ui.command("org.nullcline.ui.commands.run", Map.of());
		Ui.waitUntil("the second waits", () -> Studies.executions().all().stream().anyMatch(LiveExecution::isWaiting));
		LiveExecution second = Studies.executions().all().stream().filter(LiveExecution::isWaiting).findFirst().orElseThrow();
		assertEquals("flip-flop-2", second.folder().getName());
		assertTrue(second.states().isEmpty());
		Studies.executions().cancel(first);
		Ui.waitUntil("its turn comes", RUN, () -> !second.isWaiting() && !second.states().isEmpty());
		Ui.waitUntil("it measures something", RUN, () -> second.curves().values().stream().anyMatch(rows -> !rows.isEmpty()));
		Studies.executions().cancel(second.folder());
		waitForEnd();
		assertOverlaid(first, second.folder());
	}

	/** Curves of executions that are selected together are seen together. */
	private static void assertOverlaid(IFolder first, IFolder second) throws Exception {
		LearningCurvesView curves = (LearningCurvesView) Ui.page().showView(NullclinePerspective.CURVES);
		Studies.select(first, second);
		int each = StudyFolder.read(first.getLocation().toPath()).getRuns().size();
		Ui.waitUntil("curves of both are shown", () -> curves.curveCount() > each);
		Studies.waitForRun(first, "gru-8-seed-0", "cancelled");
		Studies.select(item(first, "gru-8-seed-0"));
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
		IViewPart log = Ui.page().showView(NullclinePerspective.LOG);
		Studies.select(item(execution, "gru-8-seed-0"));
		Composite body = (Composite) Ui.window().getShell();
		Table table = Ui.all(body, Table.class).stream()
				.filter(each -> each.isVisible() && each.getColumnCount() == 3 && each.getColumn(1).getText().equals(Messages.Log_subject))
				.findFirst().orElseThrow();
		Ui.waitUntil("the log is shown", () -> table.getItemCount() > 4);
		assertEquals("execution has ended", table.getItem(table.getItemCount() - 1).getText(2));
		Button only = Ui.find(body, Button.class, button -> button.getText().equals(Messages.Log_onlyRun));
		only.setSelection(true);
		only.notifyListeners(SWT.Selection, new Event());
		assertTrue(Arrays.stream(table.getItems()).allMatch(row -> row.getText(1).equals("gru-8-seed-0")));
		assertEquals("training begins", table.getItem(0).getText(2));
		Ui.page().hideView(log);
	}

	@Test
	void checkpointsAndFiguresAreInTheNavigator() throws Exception {
		StudyEditor editor = Studies.create("deep");
		Studies.shrink(editor, 40);
		IFolder execution = Studies.run(editor, "deep");
		waitForEnd();
		Studies.waitForRun(execution, "gru-8-seed-0", "done");
		Tree tree = Studies.navigator().getCommonViewer().getTree();
		Ui.waitUntil("checkpoints are listed", () -> {
			Studies.navigator().getCommonViewer().expandToLevel(execution.getProject(), 6);
			return Ui.shows(tree, Messages.Navigator_best, "kB") && Ui.shows(tree, "Step 40", "kB");
		});
		assertTrue(Ui.shows(tree, "State space", ""));
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

	private static RunItem item(IFolder execution, String name) throws Exception {
		Run run = StudyFolder.read(execution.getLocation().toPath()).getRuns().stream().filter(each -> each.getName().equals(name))
				.findFirst().orElseThrow();
		return new RunItem(execution, run);
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
