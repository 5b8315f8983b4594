package org.nullcline.development.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.development.template.PluginKind;
import org.nullcline.development.template.PluginProject;
import org.nullcline.development.template.PluginProjectFolder;

/** The templates, compiled with what Nullcline brings. */
class PluginBuildTest {

	private static final String TASK = "src/org/mylab/recall/RecallTask.java";

	@TempDir
	Path folder;

	private Path project;

	@BeforeEach
	void write() throws IOException {
		project = folder.resolve("recall");
		PluginProjectFolder.write(new PluginProject("org.mylab.recall", EnumSet.allOf(PluginKind.class), "My lab"), project, null);
	}

	@Test
	void theTemplatesCompileWithoutAWarning() throws IOException {
		PluginBuild build = build();
		assertEquals(List.of(), build.problems());
		assertEquals("org.mylab.recall", build.id());
		assertTrue(build.version().matches("1\\.0\\.0\\.dev-[0-9a-f]{8}"), build.version());
		Set<String> names = new HashSet<>();
		try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(build.jar().orElseThrow()))) {
			assertEquals(build.version(), jar.getManifest().getMainAttributes().getValue("Bundle-Version"));
			for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
				names.add(entry.getName());
			}
		}
		assertTrue(names.containsAll(Set.of("plugin.xml", "org/mylab/recall/RecallTask.class", "org/mylab/recall/RecallPass.class",
				"org/mylab/recall/RecallAnalysis.class", "studies/recall.nullcline")), names::toString);
		assertTrue(names.stream().noneMatch(name -> name.contains("Test") || name.endsWith(".java")), names::toString);
	}

	@Test
	void theSameSourcesGiveTheSamePluginAndOthersAnotherVersion() throws IOException {
		PluginBuild once = build();
		PluginBuild again = build();
		assertArrayEquals(once.jar().orElseThrow(), again.jar().orElseThrow());
		replace(TASK, "2 * random.nextDouble() - 1", "random.nextDouble()");
		assertNotEquals(once.version(), build().version());
	}

	@Test
	void anErrorIsNamedWithItsFileAndLine() throws IOException {
		replace(TASK, "int delay = shortest", "int delay = shorter");
		PluginBuild build = build();
		assertTrue(build.jar().isEmpty());
		SourceProblem problem = build.problems().stream().filter(SourceProblem::error).findFirst().orElseThrow();
		List<String> lines = Files.readAllLines(project.resolve(TASK));
		assertEquals(project.resolve(TASK), problem.file());
		assertTrue(lines.get(problem.line() - 1).contains("int delay = shorter"), problem::toString);
		assertEquals("shorter", Files.readString(problem.file()).substring(problem.start(), problem.end()));
		assertTrue(problem.message().contains("shorter cannot be resolved"), problem::toString);
	}

	/** It would compile with all classes of Nullcline in view, and fail when it runs. */
	@Test
	void whatAPluginCannotSeeWhenItRunsIsAnError() throws IOException {
		replace(TASK, "import java.util.ArrayList;", "import java.util.ArrayList;\nimport org.nullcline.plugins.InstalledPlugins;");
		assertTrue(build().jar().isEmpty());
	}

	@Test
	void aBundleThatIsNotInstalledIsNamedInTheManifest() throws IOException {
		replace(PluginSources.MANIFEST, "org.eclipse.core.runtime,", "org.eclipse.core.runtime,\n org.example.missing,");
		SourceProblem problem = build().problems().get(0);
		assertEquals(project.resolve(PluginSources.MANIFEST), problem.file());
		assertTrue(problem.message().contains("org.example.missing"), problem::toString);
	}

	@Test
	void aCancelledBuildEndsSo() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> PluginBuild.of(new PluginSources(project), monitor));
	}

	private PluginBuild build() throws IOException {
		return PluginBuild.of(new PluginSources(project), new NullProgressMonitor());
	}

	private void replace(String file, String old, String with) throws IOException {
		String text = Files.readString(project.resolve(file));
		assertTrue(text.contains(old), file + " has changed");
		Files.writeString(project.resolve(file), text.replace(old, with));
	}
}
