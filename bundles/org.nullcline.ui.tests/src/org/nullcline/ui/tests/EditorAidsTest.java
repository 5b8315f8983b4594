package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.Study;
import org.nullcline.ui.Messages;
import org.nullcline.ui.editor.StudyEditor;

/** What the editor knows beside the fields: presets, recipes, trials, models, and how long it will take. */
@ExtendWith(NoLoggedErrors.class)
class EditorAidsTest {

	@AfterEach
	void removeAll() throws CoreException {
		Studies.removeAll();
	}

	@Test
	void fieldsShowUnitRangeAndDefault() {
		StudyEditor editor = Studies.create("ranges");
		assertTrue(labels(Studies.page(editor, "task")).contains("channels, 1 to 10, default 3"));
		List<String> training = labels(Studies.page(editor, "training"));
		assertTrue(training.contains("trials, 1 to 100000, default 32"), training.toString());
		assertTrue(training.contains("above 0, default 0.003"), training.toString());
		assertTrue(training.contains("steps, at least 0, default 50"), training.toString());
	}

	@Test
	void aPresetSetsParametersAndIsRecognised() {
		StudyEditor editor = Studies.create("preset");
		Composite page = Studies.page(editor, "task");
		Combo preset = Ui.parameter(page, Combo.class, "preset");
		Text steps = Ui.parameter(page, Text.class, "steps");
		String before = preset.getText();
		String length = steps.getText();
		Ui.type(steps, "77");
		assertEquals(Messages.Preset_own, preset.getText());
		String other = Arrays.stream(preset.getItems()).filter(item -> !item.equals(before) && !item.equals(Messages.Preset_own))
				.findFirst().orElse(before);
		Ui.choose(preset, other);
		assertNotEquals("77", steps.getText());
		assertEquals(other, preset.getText());
		Ui.command(IWorkbenchCommandConstants.EDIT_UNDO, Map.of());
		assertEquals("77", steps.getText());
		Ui.command(IWorkbenchCommandConstants.EDIT_UNDO, Map.of());
		assertEquals(length, steps.getText());
		assertEquals(before, preset.getText());
		assertFalse(editor.isDirty());
	}

	@Test
	void aRecipeChangesTrainingAndArchitecturesAsOneChange() {
		StudyEditor editor = Studies.create("recipe");
		Composite page = Studies.page(editor, "training");
		Ui.choose(Ui.parameter(page, Combo.class, "recipe"), "Computation through dynamics: GRU");
		Ui.press(Ui.button(page, Messages.Recipe_apply));
		assertEquals("20000", Ui.parameter(page, Text.class, "steps").getText());
		assertEquals("exponential-per-step", Ui.parameter(page, Combo.class, "schedule").getText());
		Study study = editor.copy();
		ArchitectureChoice gru = study.getPopulation().getArchitectures().stream().filter(a -> a.getId().equals("gru"))
				.findFirst().orElseThrow();
		assertTrue(gru.getParameters().stream()
				.anyMatch(p -> p.getName().equals("variant") && p.getValue().equals("reset-before")));
		Ui.command(IWorkbenchCommandConstants.EDIT_UNDO, Map.of());
		assertEquals("1500", Ui.parameter(page, Text.class, "steps").getText());
		assertFalse(editor.isDirty());
	}

	@Test
	void anArchitectureMayHaveALearningRateOfItsOwn() throws Exception {
		StudyEditor editor = Studies.create("own-rate");
		Composite page = Studies.page(editor, "networks");
		Table list = Ui.parameter(page, Table.class, "architectures");
		list.setSelection(1);
		list.notifyListeners(SWT.Selection, new Event());
		Ui.type(Ui.parameter(page, Text.class, "learningRate"), "0.01");
		assertEquals(Arrays.asList(null, 0.01), rates(saved(editor, "own-rate")));
		Ui.type(Ui.parameter(page, Text.class, "learningRate"), "");
		assertEquals(Arrays.asList(null, null), rates(saved(editor, "own-rate")));
		Ui.type(Ui.parameter(page, Text.class, "learningRate"), "-1");
		Ui.waitUntil("the form complains", () -> Studies.form(editor).getForm().getMessage() != null);
		Ui.type(Ui.parameter(page, Text.class, "learningRate"), "");
		Ui.type(Ui.parameter(page, Text.class, "l2"), "1e-5, 1e-4");
		assertTrue(labels(page).stream().anyMatch(text -> text.endsWith("= 16 networks")), labels(page).toString());
	}

	@Test
	void trialsFollowTheParameters() {
		StudyEditor editor = Studies.create("trials");
		Composite page = Studies.page(editor, "task");
		ChartCanvas chart = Ui.all(page, ChartCanvas.class).get(0);
		Ui.waitUntil("a trial is shown", () -> chart.getFigure() != null);
		assertEquals(6, lines(chart.getFigure()));
		Ui.type(Ui.parameter(page, Text.class, "bits"), "1");
		Ui.waitUntil("the trial has one bit", () -> lines(chart.getFigure()) == 2);
		Ui.type(Ui.parameter(page, Text.class, "bits"), "99");
		Ui.waitUntil("the preview says why it does not follow", () -> labels(page).stream().anyMatch(text -> text.contains("99")));
		assertEquals(2, lines(chart.getFigure()));
		Figure first = chart.getFigure();
		Spinner trial = Ui.all(page, Spinner.class).get(0);
		trial.setSelection(2);
		trial.notifyListeners(SWT.Selection, new Event());
		assertNotEquals(first.id(), chart.getFigure().id());
		trial.setSelection(1);
		trial.notifyListeners(SWT.Selection, new Event());
		Ui.type(Ui.parameter(page, Text.class, "bits"), "1");
		Ui.press(Ui.button(page, Messages.Preview_others));
		Ui.waitUntil("it is another trial", () -> !Arrays.equals(values(first), values(chart.getFigure())));
	}

	@Test
	void theModelOfATaskCanBeEdited() {
		StudyEditor editor = Studies.create("model");
		Composite page = Studies.page(editor, "task");
		Combo task = Ui.parameter(page, Combo.class, "task");
		Table transitions = Ui.parameter(page, Table.class, Messages.Model_transition);
		assertFalse(transitions.isVisible());
		Ui.choose(task, "Emulation of a hidden Markov model");
		Ui.waitUntil("the model is shown", () -> transitions.isVisible() && transitions.getItemCount() == 2);
		assertEquals("0.95", transitions.getItem(0).getText(1));
		Ui.type(Ui.parameter(page, Text.class, "states"), "3");
		Ui.waitUntil("the model follows", () -> transitions.getItemCount() == 3);
		// The middle state of a chain that is crossed with probability 0.05 steps with its root to either side.
		assertEquals("0.2236", transitions.getItem(1).getText(1));
		edit(transitions, 0, 1, "0.9");
		assertTrue(labels(page).stream().anyMatch(text -> text.startsWith(Messages.Model_transition + ", row 1")));
		assertEquals("linear-chain", Ui.parameter(page, Combo.class, "family").getText());
		Ui.press(Ui.button(page, Messages.Model_normalize));
		assertEquals("free", Ui.parameter(page, Combo.class, "family").getText());
		assertEquals("1", transitions.getItem(0).getText(4));
		Ui.waitUntil("nothing is wrong", () -> labels(page).stream().noneMatch(text -> text.contains("instead of 1")));
		edit(transitions, 0, 1, "1/2");
		edit(transitions, 0, 2, "1/2");
		String matrix = Ui.parameter(page, Text.class, "transition-matrix").getText();
		assertTrue(matrix.startsWith("0.5 0.5 0;"), matrix);
		Ui.command(IWorkbenchCommandConstants.EDIT_UNDO, Map.of());
		Ui.command(IWorkbenchCommandConstants.EDIT_UNDO, Map.of());
		Ui.waitUntil("the family is back", () -> Ui.parameter(page, Combo.class, "family").getText().equals("linear-chain")
				&& transitions.getItem(1).getText(1).equals("0.2236"));
	}

	@Test
	void timeAndDiskAreEstimatedAndTheEstimateGetsOld() {
		StudyEditor editor = Studies.create("estimate");
		Studies.shrink(editor, 50);
		Composite page = Studies.page(editor, "overview");
		Label answer = Ui.parameter(page, Label.class, "estimate");
		Ui.press(Ui.button(page, Messages.Estimate_button));
		Ui.waitUntil("it is estimated", Duration.ofMinutes(2), () -> answer.getText().startsWith("2 networks: about "));
		assertTrue(answer.getText().contains("MB on the disk"), answer.getText());
		String estimate = answer.getText();
		Ui.type(Studies.field(editor, "training", "steps"), "60");
		Studies.page(editor, "overview");
		assertEquals("Before the last changes: " + estimate, answer.getText());
		Ui.command(IWorkbenchCommandConstants.EDIT_UNDO, Map.of());
		assertEquals(estimate, answer.getText());
	}

	/** Edits a cell as a user does: a click opens its editor, typing changes it, and leaving it takes it over. */
	private static void edit(Table table, int row, int column, String text) {
		Ui.ancestor(table, ScrolledForm.class).setOrigin(0, 10_000);
		Text[] found = new Text[1];
		Ui.waitUntil("the cell is edited", () -> {
			var bounds = table.getItem(row).getBounds(column);
			Event click = new Event();
			click.button = 1;
			click.x = bounds.x + bounds.width / 2;
			click.y = bounds.y + bounds.height / 2;
			table.notifyListeners(SWT.MouseDown, click);
			found[0] = Ui.all(table, Text.class).stream().filter(Text::isVisible).findFirst().orElse(null);
			return found[0] != null;
		});
		Text editor = found[0];
		editor.setText(text);
		editor.notifyListeners(SWT.DefaultSelection, new Event());
	}

	private static List<String> labels(Composite page) {
		return Ui.all(page, Label.class).stream().map(Label::getText).toList();
	}

	private static List<Double> rates(Study study) {
		return study.getPopulation().getArchitectures().stream().map(ArchitectureChoice::getLearningRate).toList();
	}

	private static Study saved(StudyEditor editor, String project) throws Exception {
		Ui.page().saveEditor(editor, false);
		return StudyFiles.read(Studies.file(project).readAllBytes(), project);
	}

	private static int lines(Figure figure) {
		return (int) figure.layers().stream().filter(Figure.Line.class::isInstance).count();
	}

	private static double[] values(Figure figure) {
		return ((Figure.Line) figure.layers().get(0)).y();
	}
}
