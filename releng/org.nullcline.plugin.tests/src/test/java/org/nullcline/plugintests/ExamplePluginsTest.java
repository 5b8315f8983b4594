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
import org.junit.jupiter.api.Test;

/**
 * The example plug-ins, one for each thing that a contract must carry, at work in the product: all studies in one run, and what
 * each of them is about seen in what it leaves.
 */
class ExamplePluginsTest {

	private static final List<String> NAMES = List.of("sparse", "adaptive", "modular", "reaching", "sentiment", "toolbox");

	private static Product product;
	private static Path out;
	private static Command run;

	@BeforeAll
	static void run() throws IOException, InterruptedException {
		Path folder = ExamplePlugins.folder();
		product = Product.copy("with-examples");
		for (String name : NAMES) {
			product.install(ExamplePlugins.jar("plugins/" + name, "org.example." + name));
		}
		out = product.beside("examples-1");
		run = product.nullcline("run", folder.resolve("plugins/studies/examples.series").toString(), "--out", out.toString());
	}

	@Test
	void allOfThemEndInOneReport() throws IOException {
		assertEquals(0, run.exit(), run::toString);
		assertFalse(run.errors().contains("has left the thread"), run::toString);
		for (String name : NAMES) {
			assertTrue(text(name, "run.json").contains("\"state\": \"done\""), name + ": " + text(name, "run.json"));
		}
		try (Stream<Path> files = Files.list(out)) {
			String report = Files.readString(files.filter(file -> file.toString().endsWith(".html")).findFirst().orElseThrow());
			for (String expected : List.of("Local sparse network", "Adaptive units", "Modular networks", "Reaching", "Sentiment",
					"Toolbox", "wiring-length", "swap-units", "Errors of the test trials")) {
				assertTrue(report.contains(expected), "the report says nothing of " + expected);
			}
		}
	}

	/** Each row of the exported table is one weight. */
	@Test
	void weightsThatAMaskRulesOutAreZero() throws IOException, InterruptedException {
		Path table = exported("sparse");
		List<Double> recurrent = Files.readAllLines(table).stream().filter(line -> line.startsWith("weight_hh_l0,"))
				.map(line -> Double.valueOf(line.substring(line.lastIndexOf(',') + 1))).toList();
		assertEquals(16 * 16, recurrent.size());
		// On a grid of 4 x 4, places 1/3 apart or at the same place are within 0.4 of each other: 4 * (16 - 4) + 16.
		assertEquals(64, recurrent.stream().filter(weight -> weight != 0).count());
	}

	@Test
	void aStateOfTwoArraysIsAnalysedWithNumericalJacobians() throws IOException {
		String result = text("adaptive", "result.json");
		assertTrue(result.contains("Jacobians: central differences"), result);
		assertTrue(text("adaptive", "run.json").contains("\"gradientMethod\": \"central differences\""), text("adaptive", "run.json"));
		assertTrue(text("sparse", "run.json").contains("\"gradientMethod\": \"analytic\""), text("sparse", "run.json"));
	}

	@Test
	void theRecordNamesRegularizersAndHooks() throws IOException {
		String record = text("modular", "run.json");
		assertTrue(record.contains("\"wiring-length\"") && record.contains("org.example.modular")
				&& record.contains("\"swap-units\""), record);
		assertTrue(record.contains("\"readout.*\"") && record.contains("\"wiring-length\": 0.01"), record);
	}

	/** The recipe of a plug-in names its own regularizer and hook. */
	@Test
	void aRecipeNamesRegularizersAndHooks() throws IOException, InterruptedException {
		Path study = product.beside("by-recipe.nullcline");
		Files.deleteIfExists(study);
		Command made = product.nullcline("new", study.toString(), "--task", "flip-flop", "--recipe", "modular");
		assertEquals(0, made.exit(), made::toString);
		String text = Files.readString(study);
		assertTrue(text.contains("<regularizers id=\"wiring-length\"") && text.contains("<hooks id=\"swap-units\"")
				&& text.contains("value=\"0.002\""), text);
	}

	/** The return of a point that never moves is minus the mean of 15 squared distances of targets, 5 on average. */
	@Test
	void rewardsAreLearnedFrom() throws IOException {
		List<String> rows = text("reaching", "metrics.csv").lines().toList();
		int column = List.of(rows.getFirst().split(",")).indexOf("validation_loss");
		double loss = Double.parseDouble(rows.getLast().split(",", -1)[column]);
		assertTrue(loss < 2, "mean return " + -loss);
		assertTrue(text("reaching", "result.json").contains("episodes that gru-16-seed-0 has played"), "the note is missing");
	}

	@Test
	void aFigureOfOneAnalysisIsAddedByAnother() throws IOException {
		assertTrue(text("toolbox", "result.json").contains("error-histogram-all"), "the figure is missing");
	}

	/** Out by one plug-in's exporter and in by its importer. */
	@Test
	void aNetworkGoesOutAndComesBack() throws IOException, InterruptedException {
		Path table = exported("modular");
		Path network = product.beside("back.safetensors");
		Command in = product.nullcline("import", table.toString(), "--cell", "vanilla", "--out", network.toString(), "--force");
		assertEquals(0, in.exit(), in::toString);
		Path again = product.beside("again.csv");
		Command back = product.nullcline("export", network.toString(), "--format", "csv", "--out", again.toString(), "--force");
		assertEquals(0, back.exit(), back::toString);
		assertEquals(Files.readAllLines(table).stream().sorted().toList(), Files.readAllLines(again).stream().sorted().toList());
	}

	private static Path exported(String name) throws IOException, InterruptedException {
		Path runFolder;
		try (Stream<Path> files = Files.walk(out.resolve(name))) {
			runFolder = files.filter(file -> file.endsWith("run.json")).findFirst().orElseThrow().getParent();
		}
		Path table = product.beside(name + ".csv");
		Command export = product.nullcline("export", runFolder.toString(), "--format", "csv", "--out", table.toString(), "--force");
		assertEquals(0, export.exit(), export::toString);
		return table;
	}

	/** All files of a name in the output of a study, one after the other. */
	private static String text(String study, String file) throws IOException {
		StringBuilder text = new StringBuilder();
		try (Stream<Path> files = Files.walk(out.resolve(study))) {
			for (Path found : files.filter(path -> path.endsWith(file)).toList()) {
				text.append(Files.readString(found));
			}
		}
		return text.toString();
	}
}
