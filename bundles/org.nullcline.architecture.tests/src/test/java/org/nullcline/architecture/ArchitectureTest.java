package org.nullcline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Holds the source tree against the rules between bundles. */
class ArchitectureTest {

	private static final Pattern IMPORT = Pattern.compile("^\\s*import\\s+(?:static\\s+)?([\\w.]+)", Pattern.MULTILINE);

	@Test
	void dependenciesPointDownwardsAndKeepToTheRules() throws IOException {
		List<BundleManifest> manifests = SourceTree.manifests();
		assertTrue(manifests.size() > 15, "only " + manifests.size() + " bundles were found below " + SourceTree.root());
		assertNone(DependencyRules.violations(manifests));
	}

	/** A package may also come in through another bundle that re-exports its own. */
	@Test
	void noSourceBelowTheWindowsImportsSwt() throws IOException {
		List<String> violations = new ArrayList<>();
		for (Path folder : SourceTree.bundleFolders()) {
			String bundle = folder.getFileName().toString();
			if (!DependencyRules.maySeeWindows(bundle.replaceFirst("\\.tests$", ""))) {
				for (Path source : SourceTree.files(folder, ".java")) {
					Matcher imports = IMPORT.matcher(Files.readString(source));
					while (imports.find()) {
						if (DependencyRules.isWindowPackage(imports.group(1))) {
							violations.add(SourceTree.root().relativize(source) + " imports " + imports.group(1));
						}
					}
				}
			}
		}
		assertNone(violations);
	}

	@Test
	void noBundleCarriesJars() {
		// What is embedded in org.nullcline.nd4j is fetched by its build.
		assertNone(SourceTree.files(SourceTree.root().resolve("bundles"), ".jar").stream().map(Path::toString).toList());
	}

	@Test
	void aBundleIsCalledLikeItsFolder() throws IOException {
		for (Path folder : SourceTree.bundleFolders()) {
			BundleManifest manifest = BundleManifest.read(folder.resolve("META-INF/MANIFEST.MF"));
			assertEquals(folder.getFileName().toString(), manifest.name());
			assertEquals("JavaSE-25", manifest.java(), manifest.name() + ": execution environment");
			// The platform ignores the extensions of a bundle that is none, with no more than a line in a log.
			assertTrue(manifest.singleton() || !Files.exists(folder.resolve("plugin.xml")),
					manifest.name() + " has a plugin.xml, but is not a singleton");
		}
	}

	@Test
	void everyBundleButTestsIsInAFeature() throws IOException {
		Set<String> inFeatures = new TreeSet<>();
		for (Path file : SourceTree.files(SourceTree.root().resolve("features"), "feature.xml")) {
			for (Element plugin : SourceTree.children(SourceTree.xml(file), "plugin")) {
				if (plugin.getAttribute("id").startsWith("org.nullcline.")) {
					inFeatures.add(plugin.getAttribute("id"));
				}
			}
		}
		Set<String> bundles = new TreeSet<>();
		for (BundleManifest manifest : SourceTree.manifests()) {
			if (!DependencyRules.isTest(manifest)) {
				bundles.add(manifest.name());
			}
		}
		assertEquals(bundles, inFeatures);
	}

	@Test
	void theSourceTreeTableNamesEveryBundle() throws IOException {
		String contributing = Files.readString(SourceTree.root().resolve("CONTRIBUTING.md"));
		for (BundleManifest manifest : SourceTree.manifests()) {
			if (!DependencyRules.isTest(manifest)) {
				assertTrue(contributing.contains("`" + manifest.name() + "`"), manifest.name() + " is not in CONTRIBUTING.md");
			}
		}
	}

	private static void assertNone(List<String> violations) {
		assertTrue(violations.isEmpty(), () -> "\n" + String.join("\n", violations));
	}
}
