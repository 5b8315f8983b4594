package org.nullcline.plugintests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The start script in an unpacked product. */
class StartScriptTest {

	private static Product product;

	@BeforeAll
	static void unpack() throws IOException, InterruptedException {
		Product.unpack();
		product = Product.copy("plain");
	}

	@Test
	void helpNamesTheCommands() throws IOException, InterruptedException {
		Command help = product.nullcline("--help");
		assertEquals(0, help.exit(), help::toString);
		for (String command : new String[] { "list", "new", "validate", "run", "analyze", "report" }) {
			assertTrue(help.output().contains("\n  " + command + " "), command + " is missing in\n" + help);
		}
	}

	@Test
	void withoutADisplayTheWorkbenchSaysHowToGoOn() throws IOException, InterruptedException {
		Command workbench = product.nullcline();
		assertEquals(2, workbench.exit(), workbench::toString);
		assertTrue(workbench.errors().contains("There is no display"), workbench::toString);
		assertTrue(workbench.errors().contains("nullcline run flip-flop"), workbench::toString);
		Command bench = product.nullcline("bench", "workbench");
		assertEquals(2, bench.exit(), bench::toString);
		assertTrue(bench.errors().contains("There is no display"), bench::toString);
	}

	@Test
	void anUnknownCommandIsBadUsage() throws IOException, InterruptedException {
		Command unknown = product.nullcline("dance");
		assertEquals(2, unknown.exit(), unknown::toString);
		assertTrue(unknown.errors().contains("dance"), unknown::toString);
	}

	@Test
	void thereIsNothingToBuildOrTest() throws IOException, InterruptedException {
		assertEquals(2, product.nullcline("build").exit());
		assertEquals(2, product.nullcline("test").exit());
	}

	/** A first page and the guides are there for who has nothing but the archive. */
	@Test
	void theGuidesAreWrittenAsPages() throws IOException, InterruptedException {
		assertTrue(Files.readString(product.folder().resolve("README.md")).contains("./nullcline guide"));
		Path folder = product.beside("guide");
		Command guide = product.nullcline("guide", folder.toString(), "--force");
		assertEquals(0, guide.exit(), guide::toString);
		assertTrue(Files.readString(folder.resolve("index.html")).contains("org.nullcline.help.developer/src-gen/tasks.html"));
		assertTrue(Files.readString(folder.resolve("org.nullcline.help.developer/src-gen/tasks.html")).contains("TrialTask"));
		assertTrue(Files.exists(folder.resolve("org.nullcline.help/html/plugins.html")));
	}

	/** The installer remembers the repositories of the machine that builds the product. */
	@Test
	void theArchiveKnowsNothingOfTheMachineThatBuiltIt() throws IOException {
		try (Stream<Path> files = Files.walk(Product.unpackedFolder().resolve("p2"))) {
			assertEquals(List.of(), files.filter(file -> file.toString().endsWith("repository.prefs")).toList());
		}
	}

	/** Programs read what --json writes, so nothing else may stand there. */
	@Test
	void jsonIsAloneOnStandardOutput() throws IOException, InterruptedException {
		Command list = product.nullcline("list", "architectures", "--json");
		assertEquals(0, list.exit(), list::toString);
		assertTrue(list.output().strip().matches("(?s)[\\[{].*[\\]}]"), list::toString);
	}
}
