package org.nullcline.ui.tests;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchCommandConstants;
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

	private static final String CANCEL = "org.nullcline.ui.commands.cancel";

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

	/** Makes a study that is executed within seconds, with one cheap analysis. */
	static void shrink(StudyEditor editor, int steps) {
		shrink(editor, steps, Set.of("State space"));
	}

	/** The same with some of the study's analyses. */
	static void shrink(StudyEditor editor, int steps, Set<String> kept) {
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
			if (!kept.contains(table.getItem(row).getText())) {
				table.setSelection(row);
				table.notifyListeners(SWT.Selection, new Event());
				Ui.press(Ui.button(analyses, Messages.Editor_remove));
			}
		}
	}

	/** Runs the study of an editor and returns the folder of its execution. */
	static IFolder run(StudyEditor editor, String project) {
		Composite form = form(editor).getForm();
		Ui.command(IWorkbenchCommandConstants.WINDOW_ACTIVATE_EDITOR, Map.of());
		// A short one may have ended before anybody looks.
		AtomicReference<LiveExecution> started = new AtomicReference<>();
		Consumer<LiveExecution> listener = execution -> started.compareAndSet(null, execution);
		executions().addListener(listener);
		try {
			Ui.key(form, SWT.CTRL, SWT.F11);
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

	/** The navigator's tree, in front of other views. */
	static Tree tree() {
		return ((CommonNavigator) Ui.show(NullclinePerspective.NAVIGATOR)).getCommonViewer().getTree();
	}

	/** Waits until the navigator shows a run of an execution with a state. */
	static void waitForRun(IFolder execution, String run, String state) {
		waitFor(run + " is shown as " + state, path(execution, run), item -> item.getText().contains(state));
	}

	/** Waits until the navigator shows something, under a path of labels, as it should be. */
	static void waitFor(String what, List<String> path, Predicate<TreeItem> condition) {
		Tree tree = navigator().getCommonViewer().getTree();
		Ui.waitUntil(what, Duration.ofMinutes(3), () -> Trees.find(tree, path).filter(condition).isPresent());
	}

	/** Where the navigator shows a resource, or something below it. */
	static List<String> path(IResource resource, String... below) {
		return Stream.concat(Arrays.stream(resource.getFullPath().segments()), Arrays.stream(below)).toList();
	}

	/** Selects resources in the navigator. */
	static void select(IResource... resources) {
		select(Arrays.stream(resources).map(resource -> path(resource)).toList());
	}

	/** Selects a run of an execution in the navigator, or one of its results. */
	static void selectRun(IFolder execution, String... run) {
		select(List.of(path(execution, run)));
	}

	private static void select(List<List<String>> paths) {
		Tree tree = tree();
		Ui.waitUntil("the navigator shows " + paths, () -> paths.stream().allMatch(path -> Trees.find(tree, path).isPresent()));
		Trees.select(tree, paths.stream().map(path -> Trees.find(tree, path).orElseThrow()).toList());
	}

	/** Stops what is selected in the navigator with keys. */
	static void cancelByKey() {
		Ui.key(tree(), SWT.CTRL, SWT.F2);
	}

	/** Goes on with what is selected in the navigator with keys. */
	static void resumeByKey() {
		Ui.key(tree(), SWT.CTRL | SWT.SHIFT, SWT.F11);
	}

	/** Leaves nothing behind. */
	static void removeAll() throws CoreException {
		Ui.waitUntil("nothing runs any more", Duration.ofMinutes(3), () -> {
			if (Ui.isEnabled(CANCEL)) {
				Ui.command(CANCEL, Map.of());
			}
			return executions().running() == 0;
		});
		Ui.page().closeAllEditors(false);
		for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			project.delete(true, true, null);
		}
	}
}
