package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.runs.StoredResult;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The commands as their user types them: what they print, and with which code they end. */
class CommandLineTest {

	private static final List<String> SMALL = List.of("--set", "task.bits=1", "--set", "task.steps=15", "--set",
			"population.sizes=5", "--set", "population.seeds=2", "--set", "training.steps=30", "--set", "training.batchSize=4",
			"--set", "training.validationTrials=8", "--set", "training.validateEvery=10", "--set",
			"training.checkpointEvery=10", "--set", "fixed-points.seeds=20", "--set", "representation.trials=20", "--set",
			"representation.components=2");

	@TempDir
	Path folder;

	private String out = "";
	private String err = "";

	private int nullcline(String... arguments) {
		ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
		ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
		int code = HeadlessApplication.execute(new Terminal(new PrintStream(outBytes, true, StandardCharsets.UTF_8),
				new PrintStream(errBytes, true, StandardCharsets.UTF_8)), arguments);
		out = outBytes.toString(StandardCharsets.UTF_8);
		err = errBytes.toString(StandardCharsets.UTF_8);
		return code;
	}

	private int run(Path target, String... more) {
		List<String> arguments = new ArrayList<>(List.of("run", "flip-flop", "--out", target.toString()));
		arguments.addAll(SMALL);
		arguments.addAll(Arrays.asList(more));
		return nullcline(arguments.toArray(String[]::new));
	}

	@Test
	void helpNamesEveryCommand() {
		assertEquals(0, nullcline("--help"));
		String overview = out;
		for (String command : List.of("list", "new", "validate", "run", "analyze", "report", "import", "export",
				"rollout", "similarity", "preview")) {
			assertTrue(overview.contains("  " + command + " "), overview);
			assertEquals(0, nullcline(command, "--help"));
			assertTrue(out.contains("Usage: nullcline " + command), out);
		}
		assertEquals(0, nullcline());
	}

	@Test
	void previewDrawsATaskWithoutANetwork() throws IOException {
		Path file = folder.resolve("trial.svg");
		assertEquals(0, nullcline("preview", "--task", "flip-flop", "--set", "bits=2", "--out", file.toString()));
		assertTrue(Files.readString(file).contains("<svg"));
		assertEquals(2, nullcline("preview", "--task", "flip-flop", "--out", file.toString()));
		assertTrue(err.contains("--force"), err);
		assertEquals(2, nullcline("preview", "--task", "flip-flop", "--out", folder.resolve("trial.doc").toString()));
		assertEquals(2, nullcline("preview", "--task", "flip-flop", "--set", "bits=0", "--out", folder.resolve("x.svg").toString()));
		assertEquals(0, nullcline("preview", "--task", "flip-flop", "--trials", "2", "--out", folder.resolve("t.csv").toString()));
		assertTrue(Files.exists(folder.resolve("t-2.csv")));
	}

	@Test
	void listShowsWhatIsInstalled() {
		assertEquals(0, nullcline("list"));
		for (String id : List.of("flip-flop", "vanilla", "gru", "adam", "mean-squared-error", "fixed-points", "state-space",
				"representation")) {
			assertTrue(out.contains("  " + id + " "), id + " in " + out);
		}
		assertEquals(0, nullcline("list", "tasks"));
		assertTrue(out.contains("pulse-probability = 0.05") && !out.contains("gru"), out);
		assertEquals(0, nullcline("list", "architectures", "--json"));
		JsonArray architectures = JsonParser.parseString(out).getAsJsonObject().getAsJsonArray("architectures");
		assertEquals(List.of("gru", "lstm", "ugrnn", "vanilla"),
				architectures.asList().stream().map(a -> a.getAsJsonObject().get("id").getAsString()).toList());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "list planets | there are tasks, architectures",
			"frobnicate | no such command; there are list, new", "run | Missing required parameter", "run flip-flop --jobs 0 | at least 1",
			"run flip-flop --jobs two | not an int", "run no-such-study | no such file, and no such example",
			"run flip-flop --set bits=3 | expected element.parameter=value",
			"run flip-flop --set task.bits=99 | task 'flip-flop' > parameter 'bits': 99 is outside the range from 1 to 10",
			"run flip-flop --set task.bits=x | not a whole number", "run flip-flop --set task.id=mnist | no installed plug-in has it",
			"run flip-flop --set gru.variant=sideways | not one of reset-after, reset-before",
			"run flip-flop --out /proc/nullcline/x | cannot be written", "run flip-flop --out /dev/null | is a file",
			"validate no-such-study | no such file", "new x --task mnist | no installed plug-in has it",
			"new x | Missing required option", "new x --task flip-flop --recipe soup | no such recipe; there are ",
			"new x --task flip-flop --preset soup | task 'flip-flop' has no such preset; there are maheswaranathan-2019",
			"validate flip-flop --jobs 0 | at least 1", "analyze fixed-points | name at least one network",
			"analyze horoscope --run . | no such analysis", "analyze fixed-points --run /nowhere | neither a run folder",
			"analyze fixed-points --network /nowhere/a.safetensors | no such file",
			"analyze fixed-points --run . --set seeds=0 | parameter 'seeds'", "report /nowhere | holds no executed study" })
	void badUsageIsNamedAndEndsWithTwo(String command, String message) {
		assertEquals(2, nullcline(command.split(" ")), err);
		assertTrue(err.contains(message), err);
		assertFalse(err.contains("Exception"), err);
		assertEquals("", out);
	}

	@Test
	void malformedStudiesAreNamed() throws IOException {
		Path file = folder.resolve("bad.nullcline");
		Files.writeString(file, "<study");
		for (String command : List.of("run", "validate")) {
			assertEquals(2, nullcline(command, file.toString()));
			assertTrue(err.contains(file + ", line 1"), err);
		}
		assertEquals(2, nullcline("validate", file.toString(), "--json"));
		assertFalse(JsonParser.parseString(out).getAsJsonObject().get("valid").getAsBoolean());
	}

	@Test
	void newStudiesAreValidAndNeverOverwritten() throws IOException {
		Path file = folder.resolve("mine");
		assertEquals(0, nullcline("new", file.toString(), "--task", "flip-flop", "--sizes", "16,32", "--seeds", "2"), err);
		assertEquals(0, nullcline("validate", file + ".nullcline"), err);
		assertTrue(out.contains("8 networks"), out);
		assertEquals(2, nullcline("new", file.toString(), "--task", "flip-flop"));
		assertTrue(err.contains("is not overwritten"), err);
	}

	@Test
	void newStudiesAskWhatSuitsTheirTask() throws IOException {
		for (String task : List.of("sine", "context-integration", "hmm")) {
			assertEquals(0, nullcline("new", folder.resolve(task).toString(), "--task", task), err);
			assertEquals(0, nullcline("validate", folder.resolve(task + ".nullcline").toString(), "--no-estimate"), err);
		}
		String sine = Files.readString(folder.resolve("sine.nullcline"));
		assertTrue(sine.contains("\"oscillation\"") && !sine.contains("\"integration\"") && !sine.contains("\"residency\""), sine);
		String integration = Files.readString(folder.resolve("context-integration.nullcline"));
		assertTrue(integration.contains("\"integration\"") && !integration.contains("\"oscillation\""), integration);
		String emulation = Files.readString(folder.resolve("hmm.nullcline"));
		assertTrue(emulation.contains("\"residency\"") && emulation.contains("<objective id=\"sinkhorn\""), emulation);
	}

	@Test
	void everyShippedExampleIsValid() throws IOException {
		assertEquals(2, nullcline("validate", "no-such-study"));
		String examples = err.substring(err.indexOf("the examples are ") + "the examples are ".length()).strip();
		for (String example : examples.split(", ")) {
			assertEquals(0, nullcline("validate", example, "--no-estimate"), err);
		}
	}

	@Test
	void runLeavesEverythingAndAnalyzeAsksMore() throws IOException {
		Path target = folder.resolve("out");
		assertEquals(0, run(target, "--json"), err);
		JsonObject outcome = JsonParser.parseString(out).getAsJsonObject();
		assertEquals(4, outcome.getAsJsonArray("runs").size());
		outcome.getAsJsonArray("runs").forEach(run -> {
			assertEquals("done", run.getAsJsonObject().get("state").getAsString());
			assertFalse(run.getAsJsonObject().getAsJsonArray("findings").isEmpty());
		});
		assertTrue(Files.readString(target.resolve("report.html")).contains("<svg"));
		assertTrue(err.contains("[4/4]"), err);

		Path weights = target.resolve("runs/gru-5-seed-0/weights.safetensors");
		byte[] before = Files.readAllBytes(weights);
		Path elsewhere = Files.copy(weights, folder.resolve("imported.safetensors"));
		assertEquals(0, nullcline("analyze", "fixed-points", "--network", elsewhere.toString(), "--out",
				folder.resolve("fp").toString(), "--set", "seeds=20", "--json"), err);
		assertTrue(JsonParser.parseString(out).getAsJsonObject().has("values"), out);
		assertEquals(List.of("imported"), StoredResult.read(folder.resolve("fp")).subjects());
		assertEquals(2, nullcline("analyze", "fixed-points", "--network", elsewhere.toString(), "--out",
				folder.resolve("fp").toString()));
		assertEquals(0, nullcline("analyze", "representation", "--run", target.toString(), "--set", "trials=20", "--set", "components=2"),
				err);
		assertTrue(Files.exists(target.resolve("further-results/representation-1/result.json")));
		assertEquals(0, nullcline("analyze", "state-space", "--run", target.resolve("runs/vanilla-5-seed-1").toString()), err);
		assertTrue(Files.exists(target.resolve("runs/vanilla-5-seed-1/further-results/state-space-1/result.json")));
		assertArrayEquals(before, Files.readAllBytes(weights));

		Files.delete(target.resolve("report.html"));
		assertEquals(0, nullcline("report", target.toString()), err);
		assertTrue(Files.exists(target.resolve("report.html")));

		assertEquals(2, run(target));
		assertTrue(err.contains("never overwritten"), err);
		assertEquals(0, run(target, "--resume"), err);
		assertTrue(err.contains("was done before"), err);
	}

	@Test
	void aDamagedNetworkFileIsNamedAndNothingIsWritten() throws IOException {
		Path file = folder.resolve("bad.safetensors");
		Files.write(file, new byte[] { -1, -1, -1, -1, -1, -1, -1, 127, 0 });
		assertEquals(2, nullcline("analyze", "fixed-points", "--network", file.toString()));
		assertTrue(err.contains(file.toString()) && err.contains("truncated, or no safetensors file"), err);
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(file), files.toList());
		}
	}

	@Test
	void aRunThatDivergesEndsWithThreeAndIsInTheReport() throws IOException {
		Path target = folder.resolve("out");
		assertEquals(3, run(target, "--set", "training.learningRate=1e200", "--set", "training.clipNorm=0"));
		assertTrue(err.contains("diverged at step"), err);
		assertTrue(Files.readString(target.resolve("report.html")).contains("diverged"), "the report does not say so");
	}
}
