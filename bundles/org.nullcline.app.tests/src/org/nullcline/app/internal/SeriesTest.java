package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Series of studies on the command line. */
class SeriesTest {

	private static final List<String> SMALL = List.of("--set", "task.steps=12", "--set", "training.steps=6", "--set",
			"training.batchSize=2", "--set", "training.validationTrials=4", "--set", "fixed-points.seeds=10");

	@TempDir
	Path folder;

	private Path series;
	private Path target;

	@BeforeEach
	void writeSeries() throws IOException {
		for (String bits : List.of("one", "two")) {
			Path file = folder.resolve(bits + ".nullcline");
			assertEquals(0, Invocation.nullcline("new", file.toString(), "--task", "flip-flop", "--sizes", "4", "--seeds", "1",
					"--architectures", "vanilla").code());
			Files.writeString(file, Files.readString(file).replace("name=\"bits\" value=\"3\"",
					"name=\"bits\" value=\"" + (bits.equals("one") ? 1 : 2) + "\""));
		}
		series = write("both", "one.nullcline", "two.nullcline");
		target = folder.resolve("out");
	}

	private Path write(String name, String... members) throws IOException {
		return Files.writeString(folder.resolve(name + ".series"), """
				<?xml version="1.0" encoding="UTF-8"?>
				<nullcline:StudySeries xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
				    xmlns:nullcline="http://nullcline.org/model/1" name="Both sizes">
				""" + Stream.of(members).map(member -> "<members>" + member + "</members>\n").reduce("", String::concat)
				+ "</nullcline:StudySeries>\n");
	}

	private Invocation run(String... more) {
		List<String> arguments = new ArrayList<>(List.of("run", series.toString(), "--out", target.toString()));
		arguments.addAll(SMALL);
		arguments.addAll(Arrays.asList(more));
		return Invocation.nullcline((Object[]) arguments.toArray(String[]::new));
	}

	@Test
	void membersAreExecutedInTurnAndReportedTogether() throws IOException {
		Invocation run = run("--json");
		assertEquals(0, run.code(), run.err());
		JsonObject outcome = JsonParser.parseString(run.out()).getAsJsonObject();
		assertEquals(List.of("one.nullcline", "two.nullcline"),
				List.copyOf(outcome.getAsJsonObject("members").keySet()));
		assertTrue(Files.isRegularFile(target.resolve("two/runs/vanilla-4-seed-0/weights.safetensors")));
		assertTrue(Files.isRegularFile(target.resolve("one/report.html")));
		String report = Files.readString(target.resolve("report.html"));
		assertTrue(report.contains("Findings of all studies"));
		assertTrue(report.indexOf("<h1>Both sizes</h1>") < report.indexOf("<h1>one</h1>")
				&& report.indexOf("<h1>one</h1>") < report.indexOf("<h1>two</h1>"));
		assertEquals(2, run().code());

		Path weights = target.resolve("one/runs/vanilla-4-seed-0/weights.safetensors");
		byte[] before = Files.readAllBytes(weights);
		Files.delete(target.resolve("report.html"));
		// As if the execution had been killed in the second study.
		Files.delete(target.resolve("two/runs/vanilla-4-seed-0/weights.safetensors"));
		Invocation again = run("--resume");
		assertEquals(0, again.code(), again.err());
		assertTrue(again.err().contains("was done before"), again.err());
		assertArrayEquals(before, Files.readAllBytes(weights));
		assertTrue(Files.isRegularFile(target.resolve("two/runs/vanilla-4-seed-0/weights.safetensors")));
		report = Files.readString(target.resolve("report.html"));
		Files.delete(target.resolve("report.html"));
		assertEquals(0, Invocation.nullcline("report", target.toString()).code());
		assertEquals(report, Files.readString(target.resolve("report.html")));
	}

	@Test
	void validationListsNetworksAndEstimates() {
		Invocation validation = Invocation.nullcline("validate", series.toString(), "--json");
		assertEquals(0, validation.code(), validation.err());
		JsonObject content = JsonParser.parseString(validation.out()).getAsJsonObject();
		assertEquals("[\"vanilla-4-seed-0\"]", content.getAsJsonObject("studies").getAsJsonObject("two.nullcline")
				.get("networks").toString());
		assertTrue(content.getAsJsonObject("estimate").get("secondsOneByOne").getAsDouble() > 0);
		assertTrue(content.getAsJsonObject("estimate").get("bytes").getAsLong() > 1000);
		Invocation words = Invocation.nullcline("validate", series.toString());
		assertTrue(words.out().contains("2 networks") && words.out().contains("All together: about")
				&& words.out().contains("Estimated from some weight updates"), words.out());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"absent.nullcline | member absent.nullcline: there is no file absent.nullcline beside it",
			"../one.nullcline | member '../one.nullcline': is not the name of a study file beside the series",
			"one.txt | is not the name of a study file", "one.nullcline one.nullcline | is named twice",
			"bad.nullcline | member bad.nullcline, line 1" })
	void faultsNameFileAndMember(String members, String message) throws IOException {
		Files.writeString(folder.resolve("bad.nullcline"), "<study");
		series = write("faulty", members.split(" "));
		for (Invocation invocation : List.of(Invocation.nullcline("validate", series.toString()), run())) {
			assertEquals(2, invocation.code());
			assertTrue(invocation.err().contains(message) && invocation.err().contains("faulty.series"), invocation.err());
		}
		assertFalse(Files.exists(target));
	}

	@Test
	void aMemberThatIsInvalidIsNamedBeforeAnyWork() {
		Invocation run = run("--set", "task.bits=99");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("both.series > member one.nullcline: task 'flip-flop' > parameter 'bits': 99")
				&& run.err().contains("member two.nullcline"), run.err());
		assertFalse(Files.exists(target));
	}
}
