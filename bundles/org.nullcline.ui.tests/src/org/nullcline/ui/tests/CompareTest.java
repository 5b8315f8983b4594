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

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.core.figure.Figure;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.editor.StudyEditor;
import org.nullcline.ui.navigator.ExecutionTester;

/** Comparing and reproducing runs that were trained here. */
@ExtendWith(NoLoggedErrors.class)
class CompareTest {

	private static final String TABLE = "org.nullcline.ui.runs.table";
	private static final String COMPARE = "org.nullcline.ui.runs.compare";
	private static final String COMMANDS = "org.nullcline.ui.runs.commands.";
	private static final Duration RUN = Duration.ofMinutes(3);

	@AfterEach
	void removeAll() throws CoreException {
		Ui.page().hideView(Ui.page().findView(COMPARE));
		Ui.page().hideView(Ui.page().findView(TABLE));
		Studies.removeAll();
	}

	@Test
	void selectedRunsAreComparedAndReproduced() throws Exception {
		StudyEditor editor = Studies.create("compare");
		Studies.shrink(editor, 40);
		IFolder execution = Studies.run(editor, "compare");
		Ui.waitUntil("the study ends", RUN, () -> Studies.executions().running() == 0);
		Ui.waitUntil("the workspace knows the folder", execution::exists);
		Ui.page().showView(TABLE);
		Studies.select(execution);
		Ui.page().showView(TABLE);
		Ui.waitUntil("both runs are there", () -> runs().getItemCount() == 2);
		runs().selectAll();
		runs().notifyListeners(SWT.Selection, new Event());
		Ui.command(COMMANDS + "compare", Map.of());
		Composite view = tabs().getParent();

		ChartCanvas curves = chart(view, 0);
		Ui.waitUntil("two curves are drawn", () -> lines(curves) == 2);
		Combo quantity = Ui.find(curves.getParent(), Combo.class, combo -> true);
		Ui.choose(quantity, "Training loss");
		assertEquals("Training loss", curves.getFigure().title());

		Table settings = table(view, "Settings");
		assertEquals(List.of("Settings", "gru-8-seed-0", "vanilla-8-seed-0"), headers(settings));
		assertEquals(List.of("gru", "vanilla"), values(settings, "architecture"));
		assertEquals(List.of(), values(settings, "task.bits"));
		Button differing = Ui.find(settings.getParent(), Button.class, button -> true);
		differing.setSelection(false);
		differing.notifyListeners(SWT.Selection, new Event());
		assertEquals(List.of("1", "1"), values(settings, "task.bits"));
		assertTrue(values(table(view, "Results"), "validation_loss").stream().allMatch(value -> value.matches("[0-9.e-]+")));

		ChartCanvas distances = chart(view, 1);
		tabs().setSelection(3);
		Ui.press(Ui.button(distances.getParent(), "Compute"));
		Ui.waitUntil("the distances are drawn", () -> distances.getFigure() != null);
		Figure.Grid grid = (Figure.Grid) distances.getFigure().layers().getFirst();
		assertEquals(2, grid.rows().size());
		assertTrue(grid.values()[0][1] > 0);

		reproduce(execution);
	}

	private static void reproduce(IFolder execution) {
		Ui.page().activate(Ui.page().findView(TABLE));
		runs().setSelection(0);
		runs().notifyListeners(SWT.Selection, new Event());
		Ui.inDialog("Reproduce Run", () -> Ui.command(COMMANDS + "reproduce", Map.of()), shell -> {
			Text tolerance = Ui.find(shell, Text.class, Text::getEditable);
			tolerance.setText("much");
			assertFalse(Ui.button(shell, "OK").isEnabled());
			tolerance.setText("0");
			Ui.press(Ui.button(shell, "OK"));
		});
		Ui.waitUntil("the result is shown", RUN, () -> result() != null);
		Table comparisons = Ui.find(result(), Table.class, table -> true);
		assertTrue(comparisons.getItemCount() > 10);
		assertTrue(Arrays.stream(comparisons.getItems()).allMatch(item -> item.getText(2).equals("bit-equal")));
		IFolder reproduced = execution.getProject().getFolder("runs").getFolder(execution.getName() + "-reproduced-1");
		Path folder = reproduced.getLocation().toPath();
		assertTrue(Files.exists(folder.resolve(StudyFolder.REPRODUCTION_FILE)));
		Ui.press(Ui.button(result(), "Close"));
		Ui.waitUntil("the workspace knows the new execution", reproduced::exists);
		// It holds one run of many by intention.
		assertFalse(new ExecutionTester().test(reproduced, "isResumable", new Object[0], null));
	}

	private static Shell result() {
		return Arrays.stream(Display.getCurrent().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals("Reproduction"))
				.findFirst().orElse(null);
	}

	private static Table runs() {
		Text filter = Ui.find(Ui.window().getShell(), Text.class, text -> text.getData("org.nullcline.ui.runs.filter") != null);
		return Ui.find(filter.getParent().getParent(), Table.class, table -> true);
	}

	private static CTabFolder tabs() {
		return Ui.find(Ui.window().getShell(), CTabFolder.class,
				folder -> Arrays.stream(folder.getItems()).map(CTabItem::getText).toList().contains("Distances"));
	}

	private static ChartCanvas chart(Composite view, int index) {
		return Ui.all(view, ChartCanvas.class).get(index);
	}

	private static long lines(ChartCanvas chart) {
		return chart.getFigure() == null ? 0
				: chart.getFigure().layers().stream().filter(Figure.Line.class::isInstance).count();
	}

	private static Table table(Composite view, String name) {
		return Ui.find(view, Table.class, table -> name.equals(table.getData()));
	}

	private static List<String> headers(Table table) {
		return Arrays.stream(table.getColumns()).map(column -> column.getText()).toList();
	}

	/** What the runs have of a property. */
	private static List<String> values(Table table, String property) {
		for (TableItem item : table.getItems()) {
			if (item.getText(0).equals(property)) {
				return List.of(item.getText(1), item.getText(2));
			}
		}
		return List.of();
	}
}
