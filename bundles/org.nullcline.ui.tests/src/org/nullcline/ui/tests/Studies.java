package org.nullcline.ui.tests;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.navigator.CommonNavigator;
import org.nullcline.ui.Messages;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.editor.StudyEditor;
import org.nullcline.ui.run.Executions;
import org.nullcline.ui.run.LiveExecution;

/** What the tests do with studies in the workbench. */
final class Studies {

	private Studies() {
	}

	/** Makes a project from the flip-flop example with the wizard, and returns the editor that it opened. */
	static StudyEditor create(String project) {
		Ui.inDialog(Messages.Wizard_newProject,
				() -> Ui.command("org.eclipse.ui.newWizard", Map.of("newWizardId", "org.nullcline.ui.wizards.newProject")),
				shell -> {
					Ui.find(shell, Text.class, text -> text.isVisible() && text.isEnabled() && text.getEditable()).setText(project);
					Ui.press(Ui.button(shell, "Next >"));
					Ui.press(Ui.button(shell, "Finish"));
				});
		Ui.waitUntil("the editor opens", () -> Ui.page().getActiveEditor() instanceof StudyEditor);
		return (StudyEditor) Ui.page().getActiveEditor();
	}

	static IProject project(String name) {
		return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
	}

	static IFile file(String project) {
		return project(project).getFile("flip-flop.nullcline");
	}

	/** Opens a page of an editor and returns its body. */
	static Composite page(StudyEditor editor, String id) {
		editor.setActivePage(id);
		return form(editor).getForm().getBody();
	}

	static IManagedForm form(StudyEditor editor) {
		return editor.getActivePageInstance().getManagedForm();
	}

	static Text field(StudyEditor editor, String page, String parameter) {
		return Ui.parameter(page(editor, page), Text.class, parameter);
	}

	/** Makes a study that is executed within seconds. */
	static void shrink(StudyEditor editor, int steps) {
		Ui.type(field(editor, "task", "bits"), "1");
		Ui.type(field(editor, "task", "steps"), "20");
		Ui.type(field(editor, "networks", "sizes"), "8");
		Ui.type(field(editor, "networks", "seeds"), "1");
		Ui.type(field(editor, "training", "steps"), Integer.toString(steps));
		Ui.type(field(editor, "training", "batchSize"), "8");
		Ui.type(field(editor, "training", "validationTrials"), "16");
		Ui.type(field(editor, "training", "validateEvery"), "10");
		Ui.type(field(editor, "training", "checkpointEvery"), "20");
		Composite analyses = page(editor, "analyses");
		Table table = Ui.parameter(analyses, Table.class, "analyses");
		for (int row = table.getItemCount() - 1; row >= 0; row--) {
			if (!table.getItem(row).getText().equals("State space")) {
				table.setSelection(row);
				table.notifyListeners(SWT.Selection, new Event());
				Ui.press(Ui.button(analyses, Messages.Editor_remove));
			}
		}
	}

	/** Runs the study of an editor and returns the folder of its execution. */
	static IFolder run(StudyEditor editor, String project) {
		Ui.page().activate(editor);
		// A short one may have ended before anybody looks.
		AtomicReference<LiveExecution> started = new AtomicReference<>();
		Consumer<LiveExecution> listener = execution -> started.compareAndSet(null, execution);
		executions().addListener(listener);
		try {
			Ui.command("org.nullcline.ui.commands.run", Map.of());
			Ui.waitUntil("the study starts", () -> started.get() != null);
		} finally {
			executions().removeListener(listener);
		}
		return started.get().folder();
	}

	static Executions executions() {
		return PlatformUI.getWorkbench().getService(Executions.class);
	}

	static CommonNavigator navigator() {
		return (CommonNavigator) Ui.page().findView(NullclinePerspective.NAVIGATOR);
	}

	/** Waits until the navigator shows a run of an execution with a state. */
	static void waitForRun(IFolder execution, String run, String state) {
		Tree tree = navigator().getCommonViewer().getTree();
		Ui.waitUntil(run + " is shown as " + state, Duration.ofMinutes(3), () -> {
			navigator().getCommonViewer().expandToLevel(execution.getProject(), 4);
			return Ui.shows(tree, run, state);
		});
	}

	static void select(Object... elements) {
		Ui.page().activate(navigator());
		navigator().getCommonViewer().setSelection(new StructuredSelection(elements), true);
	}

	/** Leaves nothing behind. */
	static void removeAll() throws CoreException {
		executions().newest().ifPresent(execution -> execution.cancel());
		Ui.waitUntil("nothing runs any more", () -> executions().running() == 0);
		Ui.page().closeAllEditors(false);
		for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			project.delete(true, true, null);
		}
	}
}
