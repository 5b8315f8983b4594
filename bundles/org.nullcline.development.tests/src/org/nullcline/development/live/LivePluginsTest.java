package org.nullcline.development.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialTask;
import org.nullcline.development.compile.PluginBuild;
import org.nullcline.development.compile.PluginSources;
import org.nullcline.development.template.PluginKind;
import org.nullcline.development.template.PluginProject;
import org.nullcline.development.template.PluginProjectFolder;

class LivePluginsTest {

	private static final String ID = "org.mylab.live";
	private static final String DEPENDENT = "org.mylab.dependent";
	private static final int REPLACEMENTS = 20;

	@TempDir
	Path folder;

	@AfterEach
	void unload() {
		LivePlugins.unload(DEPENDENT);
		LivePlugins.unload(ID);
	}

	/** A run that is under way needs classes that it has not used yet. */
	@Test
	void whatIsUnderWayGoesOnWhenItsPluginIsReplacedAndTakenOut() throws Exception {
		Path project = folder.resolve("live");
		PluginProjectFolder.write(new PluginProject(ID, EnumSet.of(PluginKind.TASK), "My lab"), project, null);
		load(project);
		TrialTask first = task();
		Path source = project.resolve("src/org/mylab/live/LiveTask.java");
		Files.writeString(source, Files.readString(source).replace("2 * random.nextDouble() - 1", "1 + random.nextDouble()"));
		load(project);
		TrialTask second = task();
		assertTrue(cue(first) < 0);
		assertTrue(cue(second) >= 1);
		TrialTask third = task();
		LivePlugins.unload(ID);
		assertFalse(LivePlugins.isLoaded(ID));
		assertTrue(cue(third) >= 1);
	}

	/** Previews make tasks while a plug-in is replaced; what they got works, whichever state of the plug-in it is of. */
	@Test
	void whatIsMadeInTheMiddleOfAReplacementWorks() throws Exception {
		Path project = folder.resolve("live");
		PluginProjectFolder.write(new PluginProject(ID, EnumSet.of(PluginKind.TASK), "My lab"), project, null);
		List<TrialTask> made = new ArrayList<>();
		AtomicBoolean replacing = new AtomicBoolean(true);
		try (ExecutorService previews = Executors.newSingleThreadExecutor()) {
			Future<?> preview = previews.submit(() -> {
				while (replacing.get()) {
					ContributionRegistry.read().find(ContributionKind.TASK, "live").ifPresent(contribution -> {
						try {
							made.add((TrialTask) Tasks.create(contribution, contribution.parameters(Map.of())));
						} catch (ContributionException e) {
							// Just taken away.
						}
					});
				}
			});
			try {
				for (int i = 0; i < REPLACEMENTS; i++) {
					load(project);
				}
			} finally {
				replacing.set(false);
			}
			preview.get();
		}
		assertFalse(made.isEmpty());
		Map<ClassLoader, TrialTask> states = new HashMap<>();
		made.forEach(task -> states.put(task.getClass().getClassLoader(), task));
		for (TrialTask task : states.values()) {
			assertTrue(cue(task) < 0);
		}
	}

	/** What builds on a plug-in takes part again when that has been replaced. */
	@Test
	void dependentsTakePartAgain() throws Exception {
		Path project = folder.resolve("live");
		PluginProjectFolder.write(new PluginProject(ID, EnumSet.of(PluginKind.TASK), "My lab"), project, null);
		load(project);
		Path dependent = folder.resolve("dependent");
		PluginProjectFolder.write(new PluginProject(DEPENDENT, EnumSet.of(PluginKind.TASK), "My lab"), dependent, null);
		Path manifest = dependent.resolve("META-INF/MANIFEST.MF");
		Files.writeString(manifest, Files.readString(manifest).replace("Require-Bundle: ", "Require-Bundle: " + ID + ",\n "));
		assertTrue(Files.readString(manifest).contains("Require-Bundle: " + ID));
		load(DEPENDENT, dependent);
		assertTrue(ContributionRegistry.read().find(ContributionKind.TASK, "dependent").isPresent());
		load(project);
		assertTrue(ContributionRegistry.read().find(ContributionKind.TASK, "dependent").isPresent());
	}

	private static void load(Path project) throws IOException {
		load(ID, project);
	}

	private static void load(String name, Path project) throws IOException {
		PluginBuild build = PluginBuild.of(new PluginSources(project), new NullProgressMonitor());
		assertEquals(List.of(), build.problems());
		assertEquals(List.of(), LivePlugins.load(name, build));
	}

	private static TrialTask task() throws Exception {
		Contribution contribution = ContributionRegistry.read().find(ContributionKind.TASK, "live").orElseThrow();
		return (TrialTask) Tasks.create(contribution, contribution.parameters(Map.of()));
	}

	/** The lowest value shown in twenty trials. */
	private static double cue(TrialTask task) {
		INDArray inputs = task.trials(20, RandomStreams.of(1).stream("trials")).inputs();
		return IntStream.range(0, 20).mapToDouble(trial -> inputs.getDouble(trial, 0, 0)).min().orElseThrow();
	}
}
