package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.forms.IMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.editor.StudyEditor;
import org.nullcline.ui.validation.StudyMarkers;
import org.nullcline.ui.validation.StudyNature;

/** Wizard, editor and validation, as a user meets them. */
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
		Ui.waitUntil("the navigator shows the study", () -> {
			Studies.navigator().getCommonViewer().expandToLevel(Studies.project("from-example"), 1);
			return Ui.shows(Studies.navigator().getCommonViewer().getTree(), "flip-flop.nullcline", "");
		});
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
		String said = Arrays.stream(Studies.form(editor).getForm().getForm().getChildrenMessages()).map(IMessage::getMessage)
				.collect(Collectors.joining());
		assertTrue(said.contains("99"), said);
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
