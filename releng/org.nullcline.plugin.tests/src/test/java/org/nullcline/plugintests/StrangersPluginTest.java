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

/**
 * The example plug-in as its users meet it: built far from the checkout against the p2 repository alone, copied into the
 * product, listed, and used in a study that runs to its end.
 */
class StrangersPluginTest {

	private static Path elsewhere;
	private static Path jar;

	@BeforeAll
	static void build() {
		elsewhere = ExamplePlugins.folder();
		jar = ExamplePlugins.jar("stranger", "org.example.gradedmemory");
		assertTrue(Files.exists(jar), jar + " was not built");
	}

	@Test
	void isListedAndRunsToTheEnd() throws IOException, InterruptedException {
		Product product = Product.copy("with-plug-in").install(jar);

		Command tasks = product.nullcline("list", "tasks", "--json");
		assertEquals(0, tasks.exit(), tasks::toString);
		assertTrue(tasks.output().contains("\"graded-memory\""), tasks::toString);
		assertTrue(tasks.output().contains("org.example.gradedmemory"), tasks::toString);
		assertTrue(tasks.output().contains("\"flip-flop\""), tasks::toString);
		Command analyses = product.nullcline("list", "analyses");
		assertEquals(0, analyses.exit(), analyses::toString);
		assertTrue(analyses.output().contains("memory-decay"), analyses::toString);

		Path study = elsewhere.resolve("stranger/studies/graded-memory.nullcline");
		Path out = product.beside("graded-memory-1");
		Command run = product.nullcline("run", study.toString(), "--out", out.toString(), "--set", "training.steps=30",
				"--set", "population.sizes=8", "--set", "task.steps=20", "--set", "memory-decay.horizon=60");
		assertEquals(0, run.exit(), run::toString);
		for (String network : List.of("vanilla-8-seed-0", "gru-8-seed-0")) {
			Path result = out.resolve("runs").resolve(network).resolve("results/memory-decay");
			String json = Files.readString(result.resolve("result.json"));
			assertTrue(json.contains("lifetime") && json.contains("org.example.gradedmemory"), json);
			assertTrue(json.contains("holds a value for at least twice"), json);
			assertTrue(Files.exists(result.resolve("outputs.npy")), "the array is not there");
		}
		try (Stream<Path> files = Files.list(out)) {
			Path report = files.filter(file -> file.toString().endsWith(".html")).findFirst().orElseThrow();
			assertTrue(Files.readString(report).contains("Memory decay"), "the report says nothing of the analysis");
		}

		// Both values are permitted, but not together: the task itself says so.
		Command unfitting = product.nullcline("run", study.toString(), "--out", product.beside("unfitting").toString(),
				"--set", "task.steps=20", "--set", "task.pulse=15");
		assertEquals(2, unfitting.exit(), unfitting::toString);
		assertTrue(unfitting.errors().contains("a pulse of 15 steps leaves too little of a trial of 20"), unfitting::toString);
		assertTrue(Files.notExists(product.beside("unfitting")), "an invalid study has left a folder");
	}

	@Test
	void itsStudyIsInvalidWhereThePluginIsMissing() throws IOException, InterruptedException {
		Product product = Product.copy("without-plug-in");
		Command validate = product.nullcline("validate", elsewhere.resolve("stranger/studies/graded-memory.nullcline").toString());
		assertEquals(2, validate.exit(), validate::toString);
		assertTrue(validate.everything().contains("task 'graded-memory'"), validate::toString);
		assertTrue(validate.everything().contains("analysis 'memory-decay'"), validate::toString);
	}
}
