package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.core.figure.Figure;
import org.nullcline.ui.Messages;
import org.nullcline.ui.editor.StudyEditor;

/** A plug-in that the window has never heard of gets its form, its trials and its model for nothing. */
@ExtendWith(NoLoggedErrors.class)
class StrangerTest {

	@AfterEach
	void removeAll() throws CoreException {
		Studies.removeAll();
	}

	@Test
	void aStrangersTaskHasItsFormItsTrialsAndItsModel() throws Exception {
		StudyEditor editor = Studies.create("stranger");
		Composite page = Studies.page(editor, "task");
		Ui.choose(Ui.parameter(page, Combo.class, "task"), "Strange task");
		assertEquals("12", Ui.parameter(page, Text.class, "length").getText());
		assertEquals("ramp", Ui.parameter(page, Combo.class, "shape").getText());
		List<String> labels = Ui.all(page, Label.class).stream().map(Label::getText).toList();
		assertTrue(labels.containsAll(List.of("Length", "Gain", "Inverted", "Shape", "Remark")), labels.toString());
		assertTrue(labels.contains("steps, 2 to 40, default 12"), labels.toString());
		ChartCanvas chart = Ui.all(page, ChartCanvas.class).get(0);
		Ui.waitUntil("its trial is shown", () -> chart.getFigure() != null && length(chart) == 12);
		Button inverted = Ui.parameter(page, Button.class, "inverted");
		inverted.setSelection(true);
		inverted.notifyListeners(SWT.Selection, new Event());
		Ui.type(Ui.parameter(page, Text.class, "length"), "20");
		Ui.waitUntil("the trial follows", () -> length(chart) == 20);
		Ui.choose(Ui.parameter(page, Combo.class, "preset"), "Steep");
		assertEquals("3", Ui.parameter(page, Text.class, "gain").getText());
		assertEquals("step", Ui.parameter(page, Combo.class, "shape").getText());
		Table transitions = Ui.parameter(page, Table.class, Messages.Model_transition);
		Ui.waitUntil("its model is shown", () -> transitions.isVisible() && transitions.getItemCount() == 4);
		var bounds = transitions.getItem(0).getBounds(1);
		Event click = new Event();
		click.button = 1;
		click.x = bounds.x + 3;
		click.y = bounds.y + 3;
		transitions.notifyListeners(SWT.MouseDown, click);
		// Its parameters cannot express another model, so nothing can be edited.
		assertEquals(0, Ui.all(transitions, Text.class).stream().filter(Text::isVisible).count());
		assertTrue(editor.copy().getTask().getParameters().stream()
				.anyMatch(p -> p.getName().equals("inverted") && p.getValue().equals("true")));
	}

	private static int length(ChartCanvas chart) {
		return ((Figure.Line) chart.getFigure().layers().get(0)).x().length;
	}
}
