package org.nullcline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Built-in contributions use what a stranger's can use: packages that are exported, to everybody. */
class ApiUseTest {

	private static final Path EXAMPLES = SourceTree.root().resolve("bundles/org.nullcline.examples");

	@Test
	void contributionsUseExportedPackagesOnly() throws IOException {
		List<BundleManifest> manifests = SourceTree.manifests();
		ApiUse use = new ApiUse(manifests);
		List<String> violations = new ArrayList<>();
		int contributing = 0;
		for (Path folder : contributing()) {
			contributing++;
			BundleManifest bundle = BundleManifest.read(folder.resolve("META-INF/MANIFEST.MF"));
			List<Path> sources = SourceTree.files(folder, ".java");
			Set<String> own = new LinkedHashSet<>();
			for (Path source : sources) {
				own.add(packageOf(Files.readString(source)));
			}
			for (Path source : sources) {
				violations.addAll(use.violations(bundle, own, folder.relativize(source).toString(), Files.readString(source)));
			}
		}
		assertTrue(contributing > 20, "only " + contributing + " contributing plug-ins were found");
		assertTrue(violations.isEmpty(), () -> "\n" + String.join("\n", violations));
	}

	/** A package that is exported to friends, or marked as internal, is no API. */
	@Test
	void whatIsExportedIsExportedToEverybody() throws IOException {
		for (Path folder : SourceTree.bundleFolders()) {
			String manifest = Files.readString(folder.resolve("META-INF/MANIFEST.MF")).replace("\n ", "");
			for (String directive : List.of("x-friends", "x-internal", "mandatory:=")) {
				assertFalse(manifest.contains(directive), folder.getFileName() + " exports a package with " + directive);
			}
		}
	}

	@Test
	void whatIsNotExportedIsFound() throws IOException {
		BundleManifest model = BundleManifest.parse("""
				Bundle-SymbolicName: org.nullcline.model
				Export-Package: org.nullcline.model
				""");
		BundleManifest core = BundleManifest.parse("""
				Bundle-SymbolicName: org.nullcline.core
				Require-Bundle: org.nullcline.model;visibility:=reexport
				Export-Package: org.nullcline.core.task
				""");
		BundleManifest task = BundleManifest.parse("""
				Bundle-SymbolicName: org.nullcline.tasks.x
				Require-Bundle: org.nullcline.core
				""");
		ApiUse use = new ApiUse(List.of(model, core, task));
		String source = """
				package org.nullcline.tasks.x;
				import org.nullcline.core.task.Task;
				import org.nullcline.core.task.internal.Secret;
				import org.nullcline.model.Study;
				class X { org.nullcline.runs.Json json; org.nullcline.tasks.x.Y y; }
				""";
		assertEquals(
				List.of("org.nullcline.tasks.x, X.java: uses org.nullcline.core.task.internal, which no bundle that it requires exports",
						"org.nullcline.tasks.x, X.java: uses org.nullcline.runs, which no bundle that it requires exports"),
				use.violations(task, Set.of("org.nullcline.tasks.x"), "X.java", source));
	}

	private static List<Path> contributing() throws IOException {
		List<Path> folders = new ArrayList<>(
				SourceTree.bundleFolders().stream().filter(folder -> !folder.toString().endsWith(".tests")).toList());
		SourceTree.files(EXAMPLES, "plugin.xml").forEach(file -> folders.add(file.getParent()));
		List<Path> contributing = new ArrayList<>();
		for (Path folder : folders) {
			Path file = folder.resolve("plugin.xml");
			if (Files.exists(file) && Files.readString(file).contains("point=\"org.nullcline.core.")) {
				contributing.add(folder);
			}
		}
		return contributing;
	}

	private static String packageOf(String source) {
		return source.lines().filter(line -> line.startsWith("package ")).findFirst().orElse("package ;").substring(8)
				.replace(";", "").strip();
	}
}
