package org.nullcline.plugintests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an idea to a result with nothing but the product's archive: write a plug-in project, build it with its tests, install it, see it
 * listed, use its task, architecture and analysis in a study, and take it away again. One step follows the other.
 */
@TestMethodOrder(OrderAnnotation.class)
class NewPluginTest {

	private static final String ID = "org.mylab.delayed-recall";

	@TempDir
	static Path elsewhere;

	private static Product product;
	private static Path project;
	private static Path jar;

	@BeforeAll
	static void unpack() throws IOException, InterruptedException {
		Product.unpack();
		product = Product.copy("with-new-plug-in");
		project = elsewhere.resolve("recall");
		jar = project.resolve("target/" + ID + "-1.0.0-SNAPSHOT.jar");
	}

	@Test
	@Order(1)
	void aProjectIsWritten() throws IOException, InterruptedException {
		Command made = product.nullcline("new-plugin", project.toString(), "--kind", "task,architecture,analysis", "--name", ID, "--vendor",
				"My lab");
		assertEquals(0, made.exit(), made::toString);
		assertTrue(Files.isExecutable(project.resolve("build")), made::toString);

		Command again = product.nullcline("new-plugin", project.toString(), "--kind", "task");
		assertEquals(2, again.exit(), again::toString);
		assertTrue(again.errors().contains("is not empty"), again::toString);
		Command taken = product.nullcline("new-plugin", elsewhere.resolve("flip-flop").toString(), "--kind", "task");
		assertEquals(2, taken.exit(), taken::toString);
		assertTrue(taken.errors().contains("there is a task 'flip-flop' already, of plug-in org.nullcline.tasks.memory"), taken::toString);
		assertTrue(Files.notExists(elsewhere.resolve("flip-flop")));
	}

	/** With the project's own script, which has its Nullcline from the file that was written with the project. */
	@Test
	@Order(2)
	void itIsBuiltAndTested() throws IOException, InterruptedException {
		Command build = product.command(project, List.of(project.resolve("build").toString(),
				"-Dmaven.repo.local=" + System.getProperty("nullcline.maven.repository")));
		assertEquals(0, build.exit(), build::toString);
		assertTrue(build.everything().contains("Tests run: 10, Failures: 0, Errors: 0"), build::toString);
		assertTrue(Files.exists(jar), build::toString);
	}

	@Test
	@Order(3)
	void itIsInstalledAndListed() throws IOException, InterruptedException {
		Command install = product.nullcline("install", jar.toString());
		assertEquals(0, install.exit(), install::toString);
		assertTrue(install.output().contains("Installed " + ID + " 1.0.0."), install::toString);
		assertTrue(install.errors().contains("is not signed"), install::toString);

		Command list = product.nullcline("list", "plugins");
		assertEquals(0, list.exit(), list::toString);
		assertTrue(list.output().matches("(?s)" + ID + " +1\\.0\\.0\\.\\d+ +My lab +installed +usable\n.*task 'delayed-recall', architecture "
				+ "'delayed-recall-cell', analysis 'delayed-recall-analysis'.*"), list::toString);
	}

	@Test
	@Order(4)
	void itsTaskArchitectureAndAnalysisRun() throws IOException, InterruptedException {
		Path out = product.beside("delayed-recall-1");
		Command run = product.nullcline("run", project.resolve("studies/delayed-recall.nullcline").toString(), "--out", out.toString(), "--set",
				"training.steps=20", "--set", "fixed-points.seeds=20", "--set", "task.longest-delay=8");
		assertEquals(0, run.exit(), run::toString);
		Path network = out.resolve("runs/delayed-recall-cell-16-seed-0");
		assertTrue(Files.exists(network.resolve("weights.safetensors")), run::toString);
		String result = Files.readString(network.resolve("results/delayed-recall-analysis/result.json"));
		assertTrue(result.contains("participation ratio") && result.contains(ID), result);
		assertTrue(Files.readString(out.resolve("report.html")).contains("less than half of the dimensions"));
	}

	@Test
	@Order(5)
	void whatDoesNotFitIsRefusedAndChangesNothing() throws IOException, InterruptedException {
		String before = product.bundles();
		// The same plug-in as somebody else would make it: its identifiers are taken now.
		Path copy = elsewhere.resolve("copy");
		assertEquals(0, product.nullcline("new-plugin", copy.toString(), "--kind", "analysis", "--name", "org.other.recall").exit());
		replace(copy.resolve("plugin.xml"), "id=\"recall-analysis\"", "id=\"delayed-recall-analysis\"");
		Command built = product.nullcline("build-plugin", copy.toString(), "--without-maven");
		assertEquals(2, built.exit(), built::toString);
		assertTrue(built.errors().contains("Plug-in org.other.recall declares the analysis 'delayed-recall-analysis', an identifier that plug-in "
				+ ID + " has already"), built::toString);

		Path unresolvable = PluginJar.pack("org.example.unresolvable", product, elsewhere);
		Command missing = product.nullcline("install", unresolvable.toString());
		assertEquals(2, missing.exit(), missing::toString);
		assertTrue(missing.errors().contains("Plug-in org.example.unresolvable requires the plug-in org.example.missing"), missing::toString);

		Command unsigned = product.nullcline("install", unresolvable.toString(), "--require-signature");
		assertEquals(2, unsigned.exit(), unsigned::toString);
		assertTrue(unsigned.errors().contains("is not signed"), unsigned::toString);

		Command directory = product.nullcline("install", project.toString());
		assertEquals(2, directory.exit(), directory::toString);
		assertTrue(directory.errors().contains("is a plug-in project"), directory::toString);
		assertEquals(before, product.bundles());
	}

	/** A repository whose one plug-in is a newer version of what is installed; it takes its place. */
	@Test
	@Order(6)
	void aNewerVersionFromARepositoryTakesThePlaceOfTheOld() throws IOException, InterruptedException {
		Path repository = project.resolve("target/p2-site");
		replace(project.resolve("META-INF/MANIFEST.MF"), "1.0.0.qualifier", "1.1.0.qualifier");
		Command build = product.nullcline("build-plugin", project.toString(), "--without-maven");
		assertEquals(0, build.exit(), build::toString);
		publish(Path.of(build.output().strip()), repository);
		Command install = product.nullcline("install", repository.toString());
		assertEquals(0, install.exit(), install::toString);
		assertTrue(install.output().contains("Installed " + ID + " 1.1.0.dev-"), install::toString);
		assertTrue(install.errors().contains("It takes the place of " + ID + " 1.0.0."), install::toString);
		assertTrue(product.bundles().contains(ID + ",1.1.0."), product::bundles);
		assertFalse(product.bundles().contains(ID + ",1.0.0."), product::bundles);
	}

	@Test
	@Order(7)
	void itIsTakenAwayAgain() throws IOException, InterruptedException {
		Command uninstall = product.nullcline("uninstall", ID);
		assertEquals(0, uninstall.exit(), uninstall::toString);
		Command list = product.nullcline("list", "plugins");
		assertFalse(list.everything().contains(ID), list::toString);
		try (Stream<Path> plugins = Files.list(product.folder().resolve("plugins"))) {
			assertTrue(plugins.noneMatch(file -> file.getFileName().toString().startsWith(ID)), "its file is still there");
		}
		Command again = product.nullcline("uninstall", ID);
		assertEquals(2, again.exit(), again::toString);
		assertTrue(again.errors().contains("No plug-in '" + ID + "' is installed"), again::toString);
		Command own = product.nullcline("uninstall", "org.nullcline.tasks.memory");
		assertEquals(2, own.exit(), own::toString);
		assertTrue(own.errors().contains("belongs to Nullcline itself"), own::toString);
	}

	/** Makes a p2 repository with the publisher that the product brings. */
	private static void publish(Path plugin, Path repository) throws IOException, InterruptedException {
		Path source = elsewhere.resolve("to-publish/plugins");
		Files.createDirectories(source);
		Files.copy(plugin, source.resolve(plugin.getFileName()));
		Command publisher = product.application("org.eclipse.equinox.p2.publisher.FeaturesAndBundlesPublisher", "-metadataRepository",
				repository.toUri().toString(), "-artifactRepository", repository.toUri().toString(), "-source", source.getParent().toString(),
				"-publishArtifacts");
		assertEquals(0, publisher.exit(), publisher::toString);
	}

	private static void replace(Path file, String old, String with) throws IOException {
		String text = Files.readString(file);
		assertTrue(text.contains(old), file + ": " + text);
		Files.writeString(file, text.replace(old, with));
	}
}
