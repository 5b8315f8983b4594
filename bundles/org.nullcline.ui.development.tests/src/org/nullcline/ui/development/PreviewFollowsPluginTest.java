package org.nullcline.ui.development;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;

/** The editor of a study shows the task as its author has just saved it: its trials and its parameters. */
class PreviewFollowsPluginTest {

	private static final String ID = "org.mylab.look";

	private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(ID);

	@AfterEach
	void delete() throws CoreException {
		PluginProjects.window().getActivePage().closeAllEditors(false);
		if (project.exists()) {
			project.delete(true, true, null);
		}
	}

	@Test
	void trialsAndParametersAreThoseThatWereSaved() throws Exception {
		PluginProjects.create(ID, shell -> {
		});
		PluginProjects.waitUntil("the task is there",
				() -> ContributionRegistry.read().find(ContributionKind.TASK, "look").isPresent());
		IEditorPart editor = IDE.openEditor(PluginProjects.window().getActivePage(), project.getFile("studies/look.nullcline"));
		Composite page = page((FormEditor) editor);
		ChartCanvas preview = PluginProjects.all(page, ChartCanvas.class).get(0);
		PluginProjects.waitUntil("a trial is drawn", () -> preview.getFigure() != null);
		Figure before = preview.getFigure();
		assertEquals(0, parameters(page, "hold"));

		PluginProjects.edit(project.getFile("src/org/mylab/look/LookTask.java"), "2 * random.nextDouble() - 1", "0.25");
		PluginProjects.waitUntil("the changed trial is drawn", () -> !drawn(before).equals(drawn(preview.getFigure())));

		PluginProjects.edit(project.getFile("plugin.xml"), "name=\"cue\"", "name=\"hold\"");
		PluginProjects.edit(project.getFile("src/org/mylab/look/LookFactory.java"), "getInteger(\"cue\")", "getInteger(\"hold\")");
		PluginProjects.waitUntil("the form has the new parameter", () -> parameters(page, "hold") == 1 && parameters(page, "cue") == 0);
		assertEquals(0, PluginProjects.markers(project, IMarker.SEVERITY_ERROR).size());
	}

	private static Composite page(FormEditor editor) {
		editor.setActivePage("task");
		return editor.getActivePageInstance().getManagedForm().getForm().getBody();
	}

	private static long parameters(Composite page, String name) {
		return PluginProjects.all(page, Text.class).stream().filter(field -> name.equals(field.getData("org.nullcline.ui.parameter"))).count();
	}

	/** The values of all lines of a figure. */
	private static String drawn(Figure figure) {
		StringBuilder values = new StringBuilder();
		for (Figure.Layer layer : figure.layers()) {
			if (layer instanceof Figure.Line line) {
				values.append(java.util.Arrays.toString(line.y()));
			}
		}
		return values.toString();
	}
}
