package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.core.study.SeriesFiles;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.StudySeries;
import org.nullcline.ui.Messages;
import org.nullcline.ui.editor.StudyEditor;
import org.nullcline.ui.series.SeriesEditor;

/** The editor of series: fields, members and their order, undo, saving. */
@ExtendWith(NoLoggedErrors.class)
class SeriesEditorTest {

	@AfterEach
	void removeAll() throws CoreException {
		Studies.removeAll();
	}

	@Test
	void aSeriesIsChangedUndoneAndSaved() throws Exception {
		IFile file = create("series-editor");
		SeriesEditor editor = (SeriesEditor) IDE.openEditor(Ui.page(), file);
		assertFalse(editor.isDirty());
		assertMembers("flip-flop.nullcline", "missing.nullcline");
		assertTrue(members().getItem(1).getText().contains("missing.nullcline"));
		assertFalse(members().getItem(1).getText().equals("missing.nullcline"), "what is missing is said");

		Text name = Ui.find(body(), Text.class, text -> text.getText().equals("pair"));
		name.setText("renamed");
		assertTrue(editor.isDirty());
		select(1);
		assertFalse(button(Messages.Editor_down).isEnabled());
		Ui.press(button(Messages.Editor_up));
		assertMembers("missing.nullcline", "flip-flop.nullcline");
		select(0);
		Ui.press(button(Messages.Editor_remove));
		assertMembers("flip-flop.nullcline");
		select(0);
		assertFalse(button(Messages.Editor_remove).isEnabled(), "a series without studies is none");
		add("other.nullcline");
		assertMembers("flip-flop.nullcline", "other.nullcline");
		assertFalse(button(Messages.Editor_add).isEnabled(), "no other study lies here");

		Ui.page().activate(editor);
		Ui.command("org.eclipse.ui.edit.undo", Map.of());
		assertMembers("flip-flop.nullcline");
		Ui.command("org.eclipse.ui.edit.redo", Map.of());
		Ui.command("org.eclipse.ui.file.save", Map.of());
		assertFalse(editor.isDirty());
		StudySeries saved = SeriesFiles.read(file.readAllBytes(), file.getName());
		assertEquals("renamed", saved.getName());
		assertEquals(List.of("flip-flop.nullcline", "other.nullcline"), saved.getMembers());
	}

	@Test
	void aDoubleClickOpensAMember() throws Exception {
		IDE.openEditor(Ui.page(), create("series-member"));
		select(0);
		members().notifyListeners(SWT.DefaultSelection, new Event());
		IEditorPart opened = Ui.page().getActiveEditor();
		assertTrue(opened instanceof StudyEditor, String.valueOf(opened));
		assertEquals("flip-flop.nullcline", opened.getEditorInput().getName());
	}

	/** A project with two studies, and a series of one of them and of one that does not exist. */
	private static IFile create(String name) throws Exception {
		Studies.create(name);
		Ui.page().closeAllEditors(false);
		IProject project = Studies.project(name);
		project.getFile("other.nullcline").create(new ByteArrayInputStream(Studies.file(name).readAllBytes()), true, null);
		StudySeries series = ModelFactory.eINSTANCE.createStudySeries();
		series.setName("pair");
		series.getMembers().addAll(List.of("flip-flop.nullcline", "missing.nullcline"));
		IFile file = project.getFile("pair.series");
		file.create(SeriesFiles.write(series), true, false, null);
		return file;
	}

	/** Chooses a study in the menu that the button opens. */
	private static void add(String study) {
		Display display = Display.getCurrent();
		Menu[] shown = new Menu[1];
		Listener listener = event -> {
			if (event.widget instanceof Menu menu) {
				shown[0] = menu;
			}
		};
		display.addFilter(SWT.Show, listener);
		try {
			Ui.press(button(Messages.Editor_add));
			Ui.waitUntil("the menu opens", () -> shown[0] != null);
		} finally {
			display.removeFilter(SWT.Show, listener);
		}
		var item = Arrays.stream(shown[0].getItems()).filter(each -> each.getText().equals(study)).findFirst().orElseThrow();
		item.notifyListeners(SWT.Selection, new Event());
		shown[0].setVisible(false);
	}

	private static void select(int index) {
		members().setSelection(index);
		members().notifyListeners(SWT.Selection, new Event());
	}

	private static void assertMembers(String... names) {
		String[] shown = Arrays.stream(members().getItems()).map(TableItem::getText).toArray(String[]::new);
		assertEquals(names.length, shown.length, Arrays.toString(shown));
		for (int i = 0; i < names.length; i++) {
			assertTrue(shown[i].contains(names[i]), Arrays.toString(shown));
		}
	}

	private static Button button(String label) {
		return Ui.find(body(), Button.class, button -> button.getText().equals(label));
	}

	private static Table members() {
		return Ui.find(body(), Table.class, table -> true);
	}

	/** What the editor consists of. */
	private static Composite body() {
		return Ui.find(Ui.window().getShell(), ScrolledForm.class, form -> form.getText().equals(Messages.Series_title)).getBody();
	}
}
