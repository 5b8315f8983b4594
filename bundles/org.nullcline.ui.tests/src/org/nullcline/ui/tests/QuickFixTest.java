package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.ui.editor.StudyEditor;
import org.nullcline.ui.validation.StudyMarkers;

/** Proposals at markers and in the editor. */
@ExtendWith(NoLoggedErrors.class)
class QuickFixTest {

	@AfterEach
	void removeAll() throws CoreException {
		Studies.removeAll();
	}

	@Test
	void aMarkerIsMendedInTheFile() throws Exception {
		StudyEditor editor = Studies.create("fix-file");
		Ui.page().closeEditor(editor, false);
		IFile file = Studies.file("fix-file");
		String valid = text(file);
		file.setContents(valid.replaceFirst("id=\"gru\"", "id=\"grru\"").getBytes(StandardCharsets.UTF_8), true, false, null);
		Ui.waitUntil("it is marked", () -> markers(file).length == 1);
		resolve(markers(file)[0], "Choose gru");
		Ui.waitUntil("the marker is gone", () -> markers(file).length == 0);
		assertTrue(StudyFiles.equal(StudyFiles.read(valid.getBytes(StandardCharsets.UTF_8), "valid"),
				StudyFiles.read(file.readAllBytes(), "mended")));
	}

	@Test
	void aMarkerIsMendedInTheOpenEditorAndCanBeUndone() throws Exception {
		StudyEditor editor = Studies.create("fix-editor");
		IFile file = Studies.file("fix-editor");
		Ui.type(Studies.field(editor, "task", "bits"), "99");
		editor.doSave(new NullProgressMonitor());
		Ui.waitUntil("it is marked", () -> markers(file).length == 1);
		resolve(markers(file)[0], "Set bits to 10, the nearest permitted value");
		assertEquals("10", Studies.field(editor, "task", "bits").getText());
		assertFalse(editor.isDirty());
		Ui.waitUntil("the marker is gone", () -> markers(file).length == 0);
		Ui.command(IWorkbenchCommandConstants.EDIT_UNDO, Map.of());
		assertEquals("99", Studies.field(editor, "task", "bits").getText());
	}

	@Test
	void theEditorProposesInItsTableOfProblems() throws Exception {
		StudyEditor editor = Studies.create("fix-table");
		Ui.type(Studies.field(editor, "training", "batchSize"), "0");
		Composite overview = Studies.page(editor, "overview");
		Table problems = Ui.all(overview, Table.class).get(0);
		Ui.waitUntil("the problem is listed", () -> problems.getItemCount() == 1);
		problems.setSelection(0);
		problems.notifyListeners(SWT.Selection, new Event());
		Menu menu = problems.getMenu();
		menu.notifyListeners(SWT.Show, new Event());
		MenuItem item = Arrays.stream(menu.getItems()).filter(each -> each.getText().startsWith("Set Batch size to 1,"))
				.findFirst().orElseThrow();
		item.notifyListeners(SWT.Selection, new Event());
		assertEquals("1", Studies.field(editor, "training", "batchSize").getText());
		assertTrue(editor.isDirty());
		Studies.page(editor, "overview");
		Ui.waitUntil("the problem is gone", () -> problems.getItemCount() == 0);
	}

	private static void resolve(IMarker marker, String label) {
		assertTrue(IDE.getMarkerHelpRegistry().hasResolutions(marker));
		List<IMarkerResolution> all = List.of(IDE.getMarkerHelpRegistry().getResolutions(marker));
		all.stream().filter(each -> each.getLabel().equals(label)).findFirst()
				.orElseThrow(() -> new AssertionError(all.stream().map(IMarkerResolution::getLabel).toList())).run(marker);
	}

	private static String text(IFile file) throws Exception {
		return new String(file.readAllBytes(), StandardCharsets.UTF_8);
	}

	private static IMarker[] markers(IFile file) {
		try {
			return file.findMarkers(StudyMarkers.TYPE, true, IResource.DEPTH_ZERO);
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}
}
