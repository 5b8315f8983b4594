package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.forms.IMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.model.FloatingPointPrecision;
import org.nullcline.model.PenaltyScope;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPhase;
import org.nullcline.model.TrainingPlan;
import org.nullcline.ui.Messages;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.editor.StudyEditor;
import org.nullcline.ui.validation.StudyMarkers;
import org.nullcline.ui.validation.StudyNature;

/** Wizard, editor and validation, as a user meets them. */
@ExtendWith(NoLoggedErrors.class)
class EditorTest {

	@AfterEach
	void removeAll() throws CoreException {
		Studies.removeAll();
	}

	@Test
	void theWindowHasItsPerspective() {
		assertEquals(NullclinePerspective.ID, Ui.page().getPerspective().getId());
		assertEquals("Nullcline", Ui.window().getShell().getText());
		assertTrue(Ui.page().findView(NullclinePerspective.NAVIGATOR) != null);
		List<String> tools = Ui.all(Ui.window().getShell(), ToolBar.class).stream().flatMap(bar -> Arrays.stream(bar.getItems()))
				.map(ToolItem::getToolTipText).filter(Objects::nonNull).toList();
		for (String tool : List.of("Save", "Undo", "Redo", "Run")) {
			// A mnemonic may stand in front.
			assertTrue(tools.stream().anyMatch(text -> text.replace("&", "").startsWith(tool)), tool + " in " + tools);
		}
	}

	@Test
	void theWizardMakesAProjectFromAnExample() throws CoreException {
		StudyEditor editor = Studies.create("from-example");
		assertTrue(Studies.project("from-example").hasNature(StudyNature.ID));
		assertTrue(Studies.file("from-example").exists());
		assertEquals("flip-flop.nullcline", editor.getPartName());
		assertEquals("flip-flop", Studies.field(editor, "overview", "name").getText());
		assertFalse(editor.isDirty());
		Studies.waitFor("the navigator shows the study", Studies.path(Studies.file("from-example")), item -> true);
	}

	@Test
	void aChangeIsUndoneAndRedone() {
		StudyEditor editor = Studies.create("undo");
		Text bits = Studies.field(editor, "task", "bits");
		String before = bits.getText();
		// Two keystrokes in one field are one change.
		bits.setText("");
		bits.setText("2");
		assertTrue(editor.isDirty());
		Ui.command(IWorkbenchCommandConstants.EDIT_UNDO, Map.of());
		assertEquals(before, bits.getText());
		assertFalse(editor.isDirty());
		Ui.command(IWorkbenchCommandConstants.EDIT_REDO, Map.of());
		assertEquals("2", bits.getText());
		assertTrue(editor.isDirty());
		editor.doSave(new NullProgressMonitor());
		assertFalse(editor.isDirty());
	}

	@Test
	void aValueOutOfRangeIsMarked() throws CoreException {
		StudyEditor editor = Studies.create("range");
		Text bits = Studies.field(editor, "task", "bits");
		String valid = bits.getText();
		Ui.type(bits, "99");
		Ui.waitUntil("the form says so", () -> Studies.form(editor).getForm().getMessageType() == IMessageProvider.ERROR);
		assertTrue(said(editor).contains("99"), said(editor));
		Ui.page().saveEditor(editor, false);
		Ui.waitUntil("the problem is marked", () -> markers("range").length == 1);
		IMarker marker = markers("range")[0];
		assertTrue(marker.isSubtypeOf(IMarker.PROBLEM));
		assertTrue(marker.getAttribute(IMarker.MESSAGE, "").contains("99"), marker.getAttribute(IMarker.MESSAGE, ""));
		assertTrue(marker.getAttribute(IMarker.LINE_NUMBER, 0) > 1);
		editor.setActivePage("overview");
		editor.gotoMarker(marker);
		assertEquals("task", editor.getActivePageInstance().getId());
		Ui.type(bits, valid);
		Ui.page().saveEditor(editor, false);
		Ui.waitUntil("the marker is gone", () -> markers("range").length == 0);
		assertEquals(IMessageProvider.NONE, Studies.form(editor).getForm().getMessageType());
	}

	@Test
	void theSourceIsKeptInStep() {
		StudyEditor editor = Studies.create("source");
		StyledText text = source(editor);
		text.setText(text.getText().replace("name=\"bits\" value=\"3\"", "name=\"bits\" value=\"2\""));
		assertTrue(editor.isDirty());
		assertEquals("2", Studies.field(editor, "task", "bits").getText());
		Ui.command(IWorkbenchCommandConstants.EDIT_UNDO, Map.of());
		assertEquals("3", Studies.field(editor, "task", "bits").getText());
		assertTrue(source(editor).getText().contains("name=\"bits\" value=\"3\""));
	}

	@Test
	void aTextThatIsNoStudyStaysAndIsSavedAndMarked() throws Exception {
		StudyEditor editor = Studies.create("unreadable");
		StyledText text = source(editor);
		text.setText(text.getText().replace("</population>", ""));
		editor.setActivePage("task");
		assertEquals("source", editor.getActivePageInstance().getId());
		assertEquals(IMessageProvider.ERROR, Studies.form(editor).getForm().getMessageType());
		Ui.page().saveEditor(editor, false);
		assertFalse(new String(Studies.file("unreadable").readAllBytes(), StandardCharsets.UTF_8).contains("</population>"));
		Ui.waitUntil("the problem is marked", () -> markers("unreadable").length > 0);
	}

	@Test
	void theScheduleSaysWhichFieldsCount() {
		StudyEditor editor = Studies.create("schedule");
		Combo schedule = Ui.parameter(Studies.page(editor, "training"), Combo.class, "schedule");
		assertEquals("exponential", schedule.getText());
		List<String> parameters = List.of("finalLearningRateFraction", "learningRateDecay", "plateauFactor", "plateauPatience",
				"plateauThreshold");
		assertEquals(List.of("finalLearningRateFraction"), enabled(editor, parameters));
		Ui.choose(schedule, "plateau");
		assertEquals(List.of("plateauFactor", "plateauPatience", "plateauThreshold"), enabled(editor, parameters));
		Ui.choose(schedule, "constant");
		assertEquals(List.of(), enabled(editor, parameters));
		Ui.command(IWorkbenchCommandConstants.EDIT_UNDO, Map.of());
		Ui.command(IWorkbenchCommandConstants.EDIT_UNDO, Map.of());
		assertEquals("exponential", schedule.getText());
		assertEquals(List.of("finalLearningRateFraction"), enabled(editor, parameters));
		assertFalse(editor.isDirty());
	}

	@Test
	void trainingSettingsAreWrittenToTheFile() throws Exception {
		StudyEditor editor = Studies.create("settings");
		Composite page = Studies.page(editor, "training");
		Ui.choose(Ui.parameter(page, Combo.class, "precision"), "double");
		Ui.choose(Ui.parameter(page, Combo.class, "l2Scope"), "recurrent");
		Button keepBest = Ui.parameter(page, Button.class, "keepBest");
		keepBest.setSelection(false);
		keepBest.notifyListeners(SWT.Selection, new Event());
		assertFalse(Ui.parameter(page, Combo.class, "targetMeasure").isEnabled());
		Ui.type(Studies.field(editor, "training", "target"), "0.05");
		assertTrue(Ui.parameter(page, Combo.class, "targetMeasure").isEnabled());
		Ui.type(Studies.field(editor, "training", "stateNoise"), "0.01");
		TrainingPlan plan = saved(editor, "settings").getTraining();
		assertEquals(FloatingPointPrecision.DOUBLE, plan.getPrecision());
		assertEquals(PenaltyScope.RECURRENT, plan.getL2Scope());
		assertFalse(plan.isKeepBest());
		assertEquals(0.05, plan.getTarget());
		assertEquals(0.01, plan.getStateNoise());
	}

	@Test
	void aNumberMayBeTypedDigitByDigit() {
		StudyEditor editor = Studies.create("digits");
		Text rate = Studies.field(editor, "training", "learningRate");
		for (String typed : List.of("0", "0.", "0.0", "0.00", "0.002")) {
			rate.setText(typed);
			assertEquals(typed, rate.getText());
		}
		Ui.type(rate, "2e-3");
		assertEquals("0.002", rate.getText());
	}

	@Test
	void phasesAreAddedOrderedAndWrittenToTheFile() throws Exception {
		StudyEditor editor = Studies.create("phases");
		Text steps = Studies.field(editor, "training", "steps");
		Composite section = Ui.parameter(Studies.page(editor, "training"), Table.class, "phases").getParent();
		Ui.press(Ui.button(section, Messages.Editor_add));
		assertFalse(steps.isEnabled());
		Ui.press(Ui.button(section, Messages.Editor_add));
		Ui.type(Ui.parameter(section, Text.class, "name"), "fine");
		Ui.type(Ui.parameter(section, Text.class, "steps"), "200");
		Ui.type(Ui.parameter(section, Text.class, "learningRateFactor"), "0.1");
		Ui.type(Ui.parameter(section, Text.class, "frozen"), "weight_hh_*, readout.weight");
		Ui.type(Ui.parameter(section, Text.class, "l2"), "0.001");
		Ui.type(Ui.parameter(section, Text.class, "taskParameters"), "steps=50\npulse-probability = 0.1");
		Ui.type(Ui.parameter(section, Text.class, "regularizerWeights"), "l1 = 1e-4\nactivity=0");
		Ui.press(Ui.button(section, Messages.Editor_up));
		List<TrainingPhase> phases = saved(editor, "phases").getTraining().getPhases();
		assertEquals(List.of("fine", "phase-1"), phases.stream().map(TrainingPhase::getName).toList());
		// The first one took over the steps of the plan.
		assertEquals(List.of(200, 1500), phases.stream().map(TrainingPhase::getSteps).toList());
		assertEquals(0.1, phases.get(0).getLearningRateFactor());
		assertEquals(List.of("weight_hh_*", "readout.weight"), phases.get(0).getFrozen());
		assertEquals(0.001, phases.get(0).getL2());
		assertNull(phases.get(1).getL2());
		assertEquals(List.of("steps=50", "pulse-probability=0.1"), phases.get(0).getTaskParameters().stream()
				.map(given -> given.getName() + "=" + given.getValue()).toList());
		assertEquals(List.of("l1=1e-4", "activity=0"), phases.get(0).getRegularizerWeights().stream()
				.map(given -> given.getName() + "=" + given.getValue()).toList());
		Ui.type(Ui.parameter(section, Text.class, "l2"), "");
		Ui.press(Ui.button(section, Messages.Editor_down));
		Ui.press(Ui.button(section, Messages.Editor_remove));
		assertEquals(List.of("phase-1"),
				saved(editor, "phases").getTraining().getPhases().stream().map(TrainingPhase::getName).toList());
		for (int change = 0; change < 3; change++) {
			Ui.command(IWorkbenchCommandConstants.EDIT_UNDO, Map.of());
		}
		assertEquals(0.001, saved(editor, "phases").getTraining().getPhases().get(0).getL2());
	}

	@Test
	void aWrongPhaseIsMarked() {
		StudyEditor editor = Studies.create("wrong-phase");
		Composite section = Ui.parameter(Studies.page(editor, "training"), Table.class, "phases").getParent();
		Ui.press(Ui.button(section, Messages.Editor_add));
		Ui.type(Ui.parameter(section, Text.class, "steps"), "0");
		Ui.waitUntil("the form says so", () -> said(editor).contains("0 is outside the range from 1"));
		Ui.page().saveEditor(editor, false);
		Ui.waitUntil("the problem is marked", () -> markers("wrong-phase").length == 1);
		assertTrue(markers("wrong-phase")[0].getAttribute(IMarker.LOCATION, "").contains("phase 'phase-1' > steps"));
		Ui.type(Ui.parameter(section, Text.class, "steps"), "100");
		Ui.type(Ui.parameter(section, Text.class, "taskParameters"), "bits");
		Ui.waitUntil("the form says so", () -> said(editor).contains(Messages.Phase_notParameters));
		Ui.type(Ui.parameter(section, Text.class, "taskParameters"), "");
		Ui.type(Ui.parameter(section, Text.class, "regularizerWeights"), "l1=much");
		Ui.waitUntil("the form says so", () -> said(editor).contains(Messages.Phase_notWeights));
	}

	/** Those of some parameters of training whose fields can be edited. */
	private static List<String> enabled(StudyEditor editor, List<String> parameters) {
		return parameters.stream().filter(name -> Studies.field(editor, "training", name).isEnabled()).toList();
	}

	private static Study saved(StudyEditor editor, String project) throws Exception {
		Ui.page().saveEditor(editor, false);
		return StudyFiles.read(Studies.file(project).readAllBytes(), project);
	}

	private static String said(StudyEditor editor) {
		return Arrays.stream(Studies.form(editor).getForm().getForm().getChildrenMessages()).map(IMessage::getMessage)
				.collect(Collectors.joining());
	}

	private static StyledText source(StudyEditor editor) {
		Composite body = Studies.page(editor, "source");
		return Ui.all(body, StyledText.class).get(0);
	}

	private static IMarker[] markers(String project) {
		try {
			return Studies.file(project).findMarkers(StudyMarkers.TYPE, true, IResource.DEPTH_ZERO);
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}
}
