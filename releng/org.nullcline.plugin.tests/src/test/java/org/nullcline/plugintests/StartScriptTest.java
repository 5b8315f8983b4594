package org.nullcline.plugintests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

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

	/** Programs read what --json writes, so nothing else may stand there. */
	@Test
	void jsonIsAloneOnStandardOutput() throws IOException, InterruptedException {
		Command list = product.nullcline("list", "architectures", "--json");
		assertEquals(0, list.exit(), list::toString);
		assertTrue(list.output().strip().matches("(?s)[\\[{].*[\\]}]"), list::toString);
	}
}
