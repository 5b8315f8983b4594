package org.nullcline.plugintests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plug-ins from a p2 repository of a web server, and from the same repository as a zip file. What cannot be installed is said plainly, with
 * the exit code 2, and nothing of the installation has changed.
 */
@TestMethodOrder(OrderAnnotation.class)
class InstallFromNetworkTest {

	private static final String GOOD = "org.example.misbehaving";

	@TempDir
	static Path elsewhere;

	private static Product product;
	private static RepositoryServer server;
	private static Path zip;
	private static String before;

	@BeforeAll
	static void serve() throws IOException, InterruptedException {
		Product.unpack();
		product = Product.copy("from-network");
		Path plugins = Files.createDirectories(elsewhere.resolve("source/plugins"));
		for (String plugin : List.of(GOOD, "org.example.unresolvable", "org.example.careless")) {
			Path jar = PluginJar.pack(plugin, product, elsewhere);
			Files.copy(jar, plugins.resolve(jar.getFileName()));
		}
		Path site = elsewhere.resolve("www/site");
		Command publisher = product.application("org.eclipse.equinox.p2.publisher.FeaturesAndBundlesPublisher", "-metadataRepository",
				site.toUri().toString(), "-artifactRepository", site.toUri().toString(), "-source", plugins.getParent().toString(),
				"-publishArtifacts", "-compress");
		assertEquals(0, publisher.exit(), publisher::toString);
		zip = elsewhere.resolve("www/site.zip");
		pack(site, zip);
		Files.copy(plugins.resolve(GOOD + "_1.0.0.jar"), elsewhere.resolve("www/good.jar"));
		server = new RepositoryServer(elsewhere.resolve("www"));
		before = product.bundles();
	}

	@AfterAll
	static void close() {
		if (server != null) {
			server.close();
		}
	}

	@Test
	@Order(1)
	void whatNobodyHasSignedIsRefused() throws IOException, InterruptedException {
		Command install = refused("install", server.address("site"), GOOD);
		assertTrue(install.errors().contains("Plug-in " + GOOD + " is not signed") && install.errors().contains("--allow-unsigned"),
				install::toString);
	}

	@Test
	@Order(1)
	void whatHasSeveralPluginsAsksWhich() throws IOException, InterruptedException {
		Command install = refused("install", server.address("site/"), "--allow-unsigned");
		assertTrue(install.errors().contains("org.example.careless, org.example.misbehaving, org.example.unresolvable"), install::toString);
	}

	@Test
	@Order(1)
	void whatDoesNotFitIsSaidInPlainWords() throws IOException, InterruptedException {
		Command install = refused("install", server.address("site"), "org.example.unresolvable", "org.example.careless", "--allow-unsigned");
		assertTrue(install.errors().contains("Plug-in org.example.unresolvable requires the plug-in org.example.missing, which is not installed"),
				install::toString);
		assertTrue(install.errors().contains("declares the task 'flip-flop', an identifier that plug-in org.nullcline.tasks.memory has already"),
				install::toString);
	}

	@Test
	@Order(1)
	void whereThereIsNoRepositoryIsSaid() throws IOException, InterruptedException {
		Command install = refused("install", server.address("nothing"), GOOD);
		assertTrue(install.errors().contains(server.address("nothing") + ": holds no p2 repository"), install::toString);
		Command file = refused("install", server.address("nothing.jar"));
		assertTrue(file.errors().contains("the server answers 404"), file::toString);
	}

	@Test
	@Order(1)
	void whereNobodyAnswersIsSaid() throws IOException, InterruptedException {
		String gone;
		try (RepositoryServer closed = new RepositoryServer(elsewhere)) {
			gone = closed.address("site");
		}
		Command install = refused("install", gone, GOOD);
		assertTrue(install.errors().contains(gone + ": cannot be reached"), install::toString);
	}

	/** The repository promises a file that is not there. */
	@Test
	@Order(1)
	void aRepositoryThatIsIncompleteChangesNothing() throws IOException, InterruptedException {
		server.lose(path -> path.contains("/plugins/"));
		Command install = refused("install", server.address("site"), GOOD, "--allow-unsigned");
		server.lose(path -> false);
		assertTrue(install.errors().contains(GOOD), install::toString);
	}

	@Test
	@Order(1)
	void aFileThatIsNoZipIsSaidToBeNone() throws IOException, InterruptedException {
		Path file = Files.writeString(elsewhere.resolve("no.zip"), "no zip");
		Command install = refused("install", file.toString());
		assertTrue(install.errors().contains(file + ": is no zip file that can be read"), install::toString);
	}

	@Test
	@Order(2)
	void itIsInstalledFromTheServerAndTakenAway() throws IOException, InterruptedException {
		installed(server.address("site"), GOOD, "--allow-unsigned");
		Command list = product.nullcline("list", "plugins");
		assertTrue(list.output().contains(GOOD) && list.output().contains("installed"), list::toString);
		uninstalled();
	}

	@Test
	@Order(3)
	void itIsInstalledFromTheZipFile() throws IOException, InterruptedException {
		installed(zip.toString(), GOOD);
		uninstalled();
	}

	@Test
	@Order(4)
	void aZipFileAndAJarOfTheServerAreFetchedFirst() throws IOException, InterruptedException {
		installed(server.address("site.zip"), GOOD, "--allow-unsigned");
		uninstalled();
		installed(server.address("good.jar"), "--allow-unsigned");
		uninstalled();
	}

	private static void installed(String... arguments) throws IOException, InterruptedException {
		Command install = product.nullcline(Stream.concat(Stream.of("install"), Stream.of(arguments)).toArray(String[]::new));
		assertEquals(0, install.exit(), install::toString);
		assertTrue(install.output().contains("Installed " + GOOD + " 1.0.0"), install::toString);
		assertTrue(install.errors().contains(GOOD + " is not signed; its code runs with all your rights"), install::toString);
		assertTrue(product.bundles().contains(GOOD + ",1.0.0"), product::bundles);
	}

	private static void uninstalled() throws IOException, InterruptedException {
		Command uninstall = product.nullcline("uninstall", GOOD);
		assertEquals(0, uninstall.exit(), uninstall::toString);
		assertFalse(product.bundles().contains(GOOD), product::bundles);
	}

	private static Command refused(String... arguments) throws IOException, InterruptedException {
		Command install = product.nullcline(arguments);
		assertEquals(2, install.exit(), install::toString);
		assertEquals(before, product.bundles());
		return install;
	}

	private static void pack(Path folder, Path target) throws IOException {
		try (OutputStream out = Files.newOutputStream(target); ZipOutputStream packed = new ZipOutputStream(out);
				Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				packed.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
				Files.copy(file, packed);
				packed.closeEntry();
			}
		}
	}
}
