package org.nullcline.ui.development;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarFile;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.navigator.CommonNavigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionChanges;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;

/** An author's day: make a plug-in, change it, make a mistake, mend it, give it to others, put it away. */
class LivePluginTest {

	private static final String ID = "org.mylab.recall";

	@TempDir
	Path folder;

	private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(ID);
	private final IFile source = project.getFile("src/org/mylab/recall/RecallTask.java");

	@AfterEach
	void delete() throws CoreException {
		if (project.exists()) {
			project.delete(true, true, null);
		}
	}

	@Test
	void aPluginIsCompiledAndLoadedAsItIsSaved() throws Exception {
		PluginProjects.create(ID, shell -> PluginProjects.press(shell, Messages.Wizard_analysis.replace("&", "")));
		PluginProjects.waitUntil("the task is there", () -> task().isPresent());
		assertTrue(ContributionRegistry.read().find(ContributionKind.ANALYSIS, "recall-analysis").isPresent());
		assertEquals(0, PluginProjects.markers(project, IMarker.SEVERITY_WARNING).size());
		PluginProjects.waitUntil("its source is open", () -> PluginProjects.window().getActivePage().getActiveEditor() != null
				&& source.getName().equals(PluginProjects.window().getActivePage().getActiveEditor().getTitle()));
		PluginProjects.waitUntil("its trials are drawn", () -> lowestCue() < 0);

		// A changed task is seen at once, and whoever listens is told.
		AtomicInteger changes = new AtomicInteger();
		try (ContributionChanges listening = ContributionChanges.listen(changes::incrementAndGet)) {
			String before = task().orElseThrow().pluginVersion();
			PluginProjects.edit(source, "2 * random.nextDouble() - 1", "1 + random.nextDouble()");
			PluginProjects.waitUntil("the changed task is there", () -> task().filter(t -> !t.pluginVersion().equals(before)).isPresent());
			PluginProjects.waitUntil("its trials have changed", () -> lowestCue() >= 1);
			PluginProjects.waitUntil("who listens is told", () -> changes.get() > 0);
		}

		// A mistake is marked at its line, and what was there before stays.
		PluginProjects.edit(source, "int go = cue + delay;", "int go = cue + delays;");
		PluginProjects.waitUntil("the mistake is marked", () -> !PluginProjects.markers(project, IMarker.SEVERITY_ERROR).isEmpty());
		IMarker error = PluginProjects.onlyError(project);
		assertEquals(source, error.getResource());
		String text = Files.readString(source.getLocation().toPath());
		assertEquals(text.substring(0, text.indexOf("delays;")).lines().count(), error.getAttribute(IMarker.LINE_NUMBER, 0));
		assertTrue(error.getAttribute(IMarker.MESSAGE, "").contains("delays cannot be resolved"));
		assertTrue(lowestCue() >= 1);
		PluginProjects.edit(source, "delays;", "delay;");
		PluginProjects.waitUntil("the mark is gone", () -> PluginProjects.markers(project, IMarker.SEVERITY_ERROR).isEmpty());

		// So is what is wrong with a declaration.
		PluginProjects.edit(project.getFile("plugin.xml"), "minimum=\"1\"", "minimum=\"7\"");
		PluginProjects.waitUntil("the declaration is marked", () -> !PluginProjects.markers(project, IMarker.SEVERITY_ERROR).isEmpty());
		IMarker declaration = PluginProjects.onlyError(project);
		assertEquals("plugin.xml", declaration.getResource().getName());
		assertTrue(declaration.getAttribute(IMarker.MESSAGE, "").contains("3 is outside the range from 7"),
				declaration.getAttribute(IMarker.MESSAGE, ""));
		assertTrue(declaration.getAttribute(IMarker.LINE_NUMBER, 0) > 3);
		PluginProjects.edit(project.getFile("plugin.xml"), "minimum=\"7\"", "minimum=\"1\"");
		PluginProjects.waitUntil("the mark is gone", () -> PluginProjects.markers(project, IMarker.SEVERITY_ERROR).isEmpty());

		// The jar is what others install.
		CommonNavigator navigator = (CommonNavigator) PluginProjects.window().getActivePage().showView("org.nullcline.ui.navigator");
		navigator.getCommonViewer().setSelection(new StructuredSelection(project));
		Path jar = folder.resolve("recall.jar");
		PluginProjects.command("org.nullcline.ui.development.export", Map.of("file", jar.toString()));
		PluginProjects.waitUntil("the jar is there", () -> Files.exists(jar));
		try (JarFile exported = new JarFile(jar.toFile())) {
			assertTrue(exported.getEntry("org/mylab/recall/RecallTask.class") != null);
		}

		// What is deleted takes no part any more.
		project.delete(true, true, null);
		PluginProjects.waitUntil("the task is away", () -> task().isEmpty());
	}

	private static Optional<Contribution> task() {
		return ContributionRegistry.read().find(ContributionKind.TASK, "recall");
	}

	/** The lowest value that twenty trials of the task show: what a preview would draw. Not a number while the plug-in is replaced. */
	private static double lowestCue() {
		Optional<Contribution> contribution = task();
		if (contribution.isEmpty()) {
			return Double.NaN;
		}
		TrialBatch trials;
		try {
			trials = ((TrialTask) Tasks.create(contribution.get(), contribution.get().parameters(Map.of()))).trials(20,
					RandomStreams.of(1).stream("preview"));
		} catch (ContributionException e) {
			// Made of a plug-in that has been replaced since.
			return Double.NaN;
		}
		double lowest = Double.MAX_VALUE;
		for (int trial = 0; trial < trials.trials(); trial++) {
			lowest = Math.min(lowest, trials.inputs().getDouble(trial, 0, 0));
		}
		return lowest;
	}
}
