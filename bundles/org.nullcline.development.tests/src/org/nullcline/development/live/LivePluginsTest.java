package org.nullcline.development.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
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

	@TempDir
	Path folder;

	@AfterEach
	void unload() {
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

	private static void load(Path project) throws IOException {
		PluginBuild build = PluginBuild.of(new PluginSources(project), new NullProgressMonitor());
		assertEquals(List.of(), build.problems());
		assertEquals(List.of(), LivePlugins.load(ID, build));
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
