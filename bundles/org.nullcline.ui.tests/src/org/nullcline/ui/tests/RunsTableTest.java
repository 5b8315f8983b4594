package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.benchmarks.GeneratedRuns;
import org.nullcline.model.RunState;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.views.LearningCurvesView;

/** The table of runs, driven by its widgets. */
@ExtendWith(NoLoggedErrors.class)
class RunsTableTest {

	private static final String VIEW = "org.nullcline.ui.runs.table";
	private static final String COMMANDS = "org.nullcline.ui.runs.commands.";

	@AfterEach
	void removeAll() throws CoreException {
		// The view remembers how it was looked at.
		Ui.command(COMMANDS + "resetView", Map.of());
		Ui.page().hideView(Ui.page().findView(VIEW));
		Studies.removeAll();
	}

	@Test
	void tenThousandRunsAreFilteredOrderedAndGrouped() throws Exception {
		open(project("ten-thousand", 10_000));
		waitForRows(10_000);
		assertTrue(message().contains("10000 of 10000 runs in ten-thousand"), message());
		assertTrue(shows("units") && shows("architecture") && shows("training.learningRate"));

		click("units", 0);
		Ui.waitUntil("few units are first", () -> text(0, "units").equals("16"));
		click("units", 0);
		Ui.waitUntil("many units are first", () -> text(0, "units").equals("256"));
		click("best_validation_loss", SWT.SHIFT);
		Ui.waitUntil("among equals the small loss is first", () -> number(0, "best_validation_loss") < number(1, "best_validation_loss")
				&& text(1, "units").equals("256") && number(1, "best_validation_loss") <= number(2, "best_validation_loss"));
		assertEquals("256", text(1999, "units"));
		assertEquals("128", text(2000, "units"));

		Ui.type(filter(), "architecture = gru and units >= 64 and not state = diverged");
		Ui.waitUntil("the filter counts", () -> table().getItemCount() < 10_000);
		assertEquals(1500 - diverged("gru", 64), table().getItemCount());
		assertEquals("gru", text(table().getItemCount() - 1, "run").substring(0, 3));
		// All that are left are gru.
		assertFalse(shows("architecture"));

		Ui.inDialog("Group Runs", () -> Ui.command(COMMANDS + "groupBy", Map.of()), shell -> {
			check(shell, "units", "training.learningRate");
			Ui.press(Ui.button(shell, "OK"));
		});
		Ui.waitUntil("there are groups", () -> table().getItemCount() == 30);
		assertTrue(text(0, "Runs").endsWith("50") || text(0, "Runs").endsWith("49") || text(0, "Runs").endsWith("48"), text(0, "Runs"));
		assertTrue(text(0, "best_validation_loss").matches("[0-9.e-]+ \u00b1 [0-9.e-]+"), text(0, "best_validation_loss"));
		table().setSelection(0);
		key(SWT.ARROW_RIGHT);
		Ui.waitUntil("the group is open", () -> table().getItemCount() >= 78);
		assertTrue(text(1, "Runs").contains("gru-"), text(1, "Runs"));
		key(SWT.ARROW_LEFT);
		Ui.waitUntil("the group is closed", () -> table().getItemCount() == 30);
	}

	@Test
	void aWrongFilterIsSaidAtTheField() throws Exception {
		open(project("wrong-filter", 20));
		waitForRows(20);
		Ui.type(filter(), "architeture = gru");
		Ui.waitUntil("the trouble is named", () -> message().equals("there is no column 'architeture'; did you mean 'architecture'?"));
		assertEquals(20, table().getItemCount());
		Ui.type(filter(), "architecture = gru");
		Ui.waitUntil("the filter counts", () -> table().getItemCount() == 5);
		assertTrue(message().contains("5 of 20"), message());
	}

	@Test
	void onlyColumnsThatDifferAreShownUnlessAllAreWanted() throws Exception {
		open(project("differing", 20));
		waitForRows(20);
		assertTrue(shows("architecture") && shows("loss"));
		assertFalse(shows("task.bits") || shows("training.batchSize"));
		Ui.command(COMMANDS + "differingOnly", Map.of());
		Ui.waitUntil("all are shown", () -> shows("task.bits") && shows("training.batchSize"));
		assertEquals("3", text(0, "task.bits"));
		Ui.command(COMMANDS + "differingOnly", Map.of());
		Ui.waitUntil("few are shown", () -> !shows("task.bits"));
		Ui.inDialog("Columns", () -> Ui.command(COMMANDS + "columns", Map.of()), shell -> {
			uncheckAll(shell);
			check(shell, "run", "task.bits");
			Ui.press(Ui.button(shell, "OK"));
		});
		Ui.waitUntil("those that were chosen are shown", () -> columns().equals(List.of("run", "task.bits")));
	}

	@Test
	void aViewIsSavedAndOpenedAgain() throws Exception {
		open(project("saved-views", 20));
		waitForRows(20);
		Ui.type(filter(), "architecture in (gru, lstm)");
		Ui.waitUntil("the filter counts", () -> table().getItemCount() == 10);
		click("loss", 0);
		Ui.inDialog("Save View", () -> Ui.command(COMMANDS + "saveView", Map.of()), shell -> {
			Ui.find(shell, Text.class, Text::getEditable).setText("gated");
			Ui.press(Ui.button(shell, "OK"));
		});
		Ui.type(filter(), "");
		Ui.waitUntil("all are back", () -> table().getItemCount() == 20);
		Ui.command(COMMANDS + "openView", Map.of(COMMANDS + "openView.name", "gated"));
		Ui.waitUntil("the view is back", () -> table().getItemCount() == 10 && filter().getText().equals("architecture in (gru, lstm)"));
		assertTrue(number(0, "loss") <= number(9, "loss"));
		Ui.inDialog("Delete Saved Views", () -> Ui.command(COMMANDS + "deleteView", Map.of()), shell -> {
			check(shell, "gated");
			Ui.press(Ui.button(shell, "OK"));
		});
		Ui.type(filter(), "");
		Ui.waitUntil("all are back", () -> table().getItemCount() == 20);
		Ui.command(COMMANDS + "openView", Map.of(COMMANDS + "openView.name", "gated"));
		assertEquals("", filter().getText());
	}

	@Test
	void theTableIsCopiedAndExportedAsCsv() throws Exception {
		IProject project = project("csv", 20);
		open(project);
		waitForRows(20);
		Ui.type(filter(), "architecture = gru");
		Ui.waitUntil("the filter counts", () -> table().getItemCount() == 5);
		table().setSelection(1, 3);
		Ui.page().activate(Ui.page().findView(VIEW));
		Ui.command(IWorkbenchCommandConstants.EDIT_COPY, Map.of());
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		String copied = (String) clipboard.getContents(TextTransfer.getInstance());
		clipboard.dispose();
		List<String> lines = copied.lines().toList();
		assertEquals(4, lines.size());
		assertEquals(columns(), List.of(lines.get(0).split(",")));
		assertTrue(lines.get(1).startsWith(text(1, "run") + ","), copied);
		Path file = project.getLocation().append("exported.csv").toPath();
		Ui.command(COMMANDS + "exportCsv", Map.of(COMMANDS + "exportCsv.file", file.toString()));
		Ui.waitUntil("the file is written", () -> Files.exists(file));
		assertEquals(6, Files.readAllLines(file).size());
	}

	@Test
	void theSelectionIsThatOfAllViews() throws Exception {
		LearningCurvesView curves = (LearningCurvesView) Ui.page().showView(NullclinePerspective.CURVES);
		IProject project = project("linked", 20);
		open(project);
		waitForRows(20);
		String name = text(7, "run");
		table().setSelection(7);
		table().notifyListeners(SWT.Selection, new Event());
		Ui.waitUntil("the curves of its execution are drawn", () -> curves.curveCount() == 20);
		IFolder execution = project.getFolder("runs").getFolder("sweep-1");
		Studies.waitForRun(execution, name, "done");
		Studies.selectRun(execution, text(3, "run"));
		Ui.waitUntil("the table follows", () -> Arrays.equals(new int[] { 3 }, table().getSelectionIndices()));
	}

	@Test
	void theTableShowsTheRunsOfWhatIsSelected() throws Exception {
		IProject first = project("first", 10);
		IProject second = project("second", 20);
		open(first);
		waitForRows(10);
		Studies.select(second);
		waitForRows(20);
		Studies.select(second.getFolder("runs").getFolder("sweep-1"));
		Ui.waitUntil("the scope is the execution", () -> message().contains("second/runs/sweep-1"));
		Ui.command(COMMANDS + "link", Map.of());
		waitForRows(30);
		Ui.command(COMMANDS + "link", Map.of());
		Studies.select(first);
		waitForRows(10);
		// A run that somebody else changes on disk.
		Path run = StudyFolder.runFolder(first.getLocation().append("runs/sweep-1").toPath(), text(0, "run"));
		RunRecord.read(run).in(RunState.FAILED, "out of space", 3, 0.5, 1, "").write(run);
		Ui.page().activate(Ui.page().findView(VIEW));
		Ui.command(IWorkbenchCommandConstants.FILE_REFRESH, Map.of());
		Ui.waitUntil("the change is shown", () -> shows("message") && text(0, "message").equals("out of space"));
	}

	/** Rows that GTK still knows after their columns have gone once ended the process here. */
	@Test
	void theThemeMayChangeAfterTheColumns() throws Exception {
		open(project("themes", 200));
		waitForRows(200);
		for (int change = 0; change < 4; change++) {
			boolean all = change % 2 == 0;
			Ui.command(COMMANDS + "differingOnly", Map.of());
			Ui.waitUntil("the columns have changed", () -> shows("task.bits") == all);
			assertEquals("done", text(0, "state"));
		}
		setTheme("org.eclipse.e4.ui.css.theme.e4_dark");
		assertEquals("done", text(199, "state"));
		setTheme("org.eclipse.e4.ui.css.theme.e4_default");
	}

	/** As the preference page Appearance does. */
	private static void setTheme(String id) throws Exception {
		Class<?> type = Platform.getBundle("org.eclipse.e4.ui.css.swt.theme").loadClass("org.eclipse.e4.ui.css.swt.theme.IThemeEngine");
		type.getMethod("setTheme", String.class, boolean.class).invoke(PlatformUI.getWorkbench().getService(type), id, false);
	}

	private static IProject project(String name, int runs) throws CoreException, IOException {
		IProject project = Studies.project(name);
		project.create(null);
		project.open(null);
		GeneratedRuns.write(project.getLocation().append("runs").toPath(), runs, new NullProgressMonitor());
		// The workspace need not know each of the files.
		project.refreshLocal(IResource.DEPTH_ONE, null);
		project.getFolder("runs").refreshLocal(IResource.DEPTH_ONE, null);
		return project;
	}

	private static void open(IProject project) throws PartInitException {
		Ui.page().showView(VIEW);
		Studies.select(project);
		Ui.page().showView(VIEW);
	}

	private static void waitForRows(int count) {
		Ui.waitUntil(count + " rows are there", () -> table().getItemCount() == count);
	}

	private static long diverged(String architecture, int units) {
		long count = 0;
		for (int number = 96; number < 1000; number += 97) {
			boolean gru = List.of("vanilla", "ugrnn", "gru", "lstm").get(number % 4).equals(architecture);
			count += gru && List.of(16, 32, 64, 128, 256).get(number / 4 % 5) >= units ? 10 : 0;
		}
		return count;
	}

	private static Text filter() {
		return Ui.find(Ui.window().getShell(), Text.class, text -> text.getData("org.nullcline.ui.runs.filter") != null);
	}

	private static Table table() {
		return Ui.find(filter().getParent().getParent(), Table.class, table -> true);
	}

	private static String message() {
		return Ui.find(filter().getParent(), Label.class, label -> true).getText();
	}

	/** The headers without the marks of the order. */
	private static List<String> columns() {
		return Arrays.stream(table().getColumns()).map(column -> column.getText().replaceFirst("  [\u25b2\u25bc]\\d+$", "")).toList();
	}

	private static boolean shows(String column) {
		return columns().contains(column);
	}

	private static String text(int row, String column) {
		int index = columns().indexOf(column);
		assertTrue(index >= 0, column + " in " + columns());
		return table().getItem(row).getText(index);
	}

	private static double number(int row, String column) {
		return Double.parseDouble(text(row, column));
	}

	private static void click(String column, int modifiers) {
		TableColumn header = table().getColumn(columns().indexOf(column));
		Event event = new Event();
		event.stateMask = modifiers;
		header.notifyListeners(SWT.Selection, event);
	}

	private static void key(int code) {
		Event event = new Event();
		event.keyCode = code;
		table().notifyListeners(SWT.KeyDown, event);
	}

	private static void check(Shell shell, String... labels) {
		Table list = Ui.find(shell, Table.class, table -> (table.getStyle() & SWT.CHECK) != 0);
		TreeSet<String> missing = new TreeSet<>(List.of(labels));
		for (TableItem item : list.getItems()) {
			if (missing.remove(item.getText())) {
				check(list, item, true);
			}
		}
		assertTrue(missing.isEmpty(), missing.toString());
	}

	private static void uncheckAll(Shell shell) {
		Table list = Ui.find(shell, Table.class, table -> (table.getStyle() & SWT.CHECK) != 0);
		for (TableItem item : list.getItems()) {
			check(list, item, false);
		}
	}

	private static void check(Table list, TableItem item, boolean checked) {
		item.setChecked(checked);
		Event event = new Event();
		event.item = item;
		event.detail = SWT.CHECK;
		list.notifyListeners(SWT.Selection, event);
	}
}
