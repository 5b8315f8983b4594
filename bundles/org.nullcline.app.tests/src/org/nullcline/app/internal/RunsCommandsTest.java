package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nullcline.app.internal.Invocation.nullcline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.benchmarks.GeneratedRuns;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.StudyFolder;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** The commands about runs that have been executed: runs, reproduce, pack and unpack. */
class RunsCommandsTest {

	@TempDir
	Path folder;

	@Test
	void runsAreListed() throws IOException {
		GeneratedRuns.write(folder, 40, new NullProgressMonitor());
		Invocation all = nullcline("runs", folder);
		assertEquals(ExitCode.DONE, all.code(), all.err());
		assertEquals(41, all.out().lines().count());
		assertTrue(all.out().lines().findFirst().orElseThrow().matches("run +state +architecture +units +l2 .*loss.*"), all.out());
		assertTrue(all.err().contains("40 of 40 runs"), all.err());
		Invocation csv = nullcline("runs", folder, "--filter", "architecture = gru and units < 100", "--sort", "-units,loss", "--columns",
				"architecture,units,loss", "--csv");
		List<String> lines = csv.out().lines().toList();
		assertEquals("architecture,units,loss", lines.get(0));
		assertEquals(7, lines.size());
		assertTrue(lines.get(1).startsWith("gru,64,") && lines.get(6).startsWith("gru,16,"), csv.out());
		JsonArray groups = nullcline("runs", folder, "--group-by", "architecture", "--json").json().getAsJsonArray("runs");
		assertEquals(4, groups.size());
		JsonObject group = groups.get(0).getAsJsonObject();
		assertEquals(10, group.get("count").getAsInt());
		JsonObject loss = group.getAsJsonObject("loss");
		assertTrue(loss.get("low").getAsDouble() < loss.get("mean").getAsDouble());
		assertTrue(loss.get("method").getAsString().contains("Student"));
	}

	@Test
	void whatCannotBeListedIsSaid() throws IOException {
		assertRefused(nullcline("runs", folder), "there is no executed study");
		assertRefused(nullcline("runs", folder.resolve("nowhere")), "is no folder");
		GeneratedRuns.write(folder, 2, new NullProgressMonitor());
		assertRefused(nullcline("runs", folder, "--filter", "unts > 3"), "there is no column 'unts'; did you mean 'units'? (at character 1)");
		assertRefused(nullcline("runs", folder, "--sort", "-lss"), "--sort: there is no column 'lss'");
		assertRefused(nullcline("runs", folder, "--columns", "run,lss"), "--columns: there is no column 'lss'");
	}

	@Test
	void aRunIsReproducedPackedAndUnpacked() throws IOException {
		Path execution = folder.resolve("project").resolve("runs").resolve("small-1");
		assertEquals(ExitCode.DONE, nullcline("run", "flip-flop", "--out", execution, "--set", "task.bits=1", "--set", "task.steps=15",
				"--set", "population.sizes=5", "--set", "population.seeds=1", "--set", "training.steps=30", "--set",
				"training.batchSize=4", "--set", "training.validationTrials=8", "--set", "fixed-points.seeds=20", "--set",
				"representation.trials=20", "--set", "representation.components=2").code());
		Path run = StudyFolder.runFolder(execution, "gru-5-seed-0");
		Invocation reproduced = nullcline("reproduce", run, "--json");
		assertEquals(ExitCode.DONE, reproduced.code(), reproduced.err());
		assertEquals("bit-equal", reproduced.json().get("outcome").getAsString(), reproduced.out());
		assertTrue(Files.exists(execution.resolveSibling("small-1-reproduced-1").resolve(StudyFolder.REPRODUCTION_FILE)));

		Path archive = folder.resolve("small.zip");
		assertEquals(ExitCode.DONE, nullcline("pack", execution, "--out", archive).code());
		assertRefused(nullcline("pack", execution, "--out", archive), "exists already");
		Path elsewhere = folder.resolve("elsewhere");
		Invocation unpacked = nullcline("unpack", archive, "--out", elsewhere);
		assertEquals(ExitCode.DONE, unpacked.code(), unpacked.err());
		Path moved = elsewhere.resolve("runs").resolve("small-1");
		assertEquals(moved.toString(), unpacked.out().strip());
		// What was moved to another place is as good as before.
		assertEquals(ExitCode.DONE, nullcline("report", moved).code());
		Path weights = StudyFolder.runFolder(moved, "gru-5-seed-0").resolve(NetworkFile.FILE);
		Files.copy(StudyFolder.runFolder(moved, "vanilla-5-seed-0").resolve(NetworkFile.FILE), weights,
				java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		Invocation different = nullcline("reproduce", weights.getParent(), "--out", folder.resolve("different"));
		assertEquals(ExitCode.FAILED, different.code(), different.out());
		assertTrue(different.out().contains("not reproduced"), different.out());
		assertTrue(different.out().contains("weights: weight_ih_l0: different"), different.out());
	}

	@Test
	void noPathOfThisMachineIsWritten() throws IOException {
		Path execution = folder.resolve("very-particular-place").resolve("runs").resolve("small-1");
		nullcline("run", "flip-flop", "--out", execution, "--set", "task.bits=1", "--set", "task.steps=15", "--set", "population.sizes=5",
				"--set", "population.seeds=1", "--set", "training.steps=20", "--set", "training.batchSize=4", "--set",
				"fixed-points.seeds=20", "--set", "representation.trials=20", "--set", "representation.components=2");
		nullcline("reproduce", StudyFolder.runFolder(execution, "gru-5-seed-0"));
		try (java.util.stream.Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				String content = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
				assertFalse(content.contains("very-particular-place"), file.toString());
			}
		}
		assertTrue(Files.exists(execution.resolveSibling("small-1-reproduced-1")));
	}

	@Test
	void whatCannotBeReproducedOrUnpackedIsSaid() throws IOException {
		assertRefused(nullcline("reproduce", folder), "holds no run");
		assertRefused(nullcline("reproduce", folder, "--tolerance", "-1"), "--tolerance -1.0: a number, 0 or more, is needed");
		assertRefused(nullcline("unpack", folder.resolve("nowhere.zip")), "nowhere.zip: no such file");
		Path file = Files.writeString(folder.resolve("text.zip"), "text");
		assertRefused(nullcline("unpack", file), "is no ZIP file");
		assertRefused(nullcline("pack", folder, "--out", folder.resolve("a.zip")), "there is no executed study");
		assertRefused(nullcline("pack", file, "--out", folder.resolve("a.zip")), "is neither a folder nor a study file");
		assertFalse(Files.exists(folder.resolve("a.zip")));
	}

	private static void assertRefused(Invocation invocation, String message) {
		assertEquals(ExitCode.USAGE, invocation.code(), invocation.out());
		assertTrue(invocation.err().contains(message), invocation.err());
	}
}
