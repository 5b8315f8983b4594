package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;

/** Analyses that require others, asked by hand. */
class RequiredAnalysesTest {

	@TempDir
	Path folder;

	private Path study;
	private Path first;

	@BeforeEach
	void train() throws IOException {
		Path file = folder.resolve("a.nullcline");
		assertEquals(0, Invocation.nullcline("new", file, "--task", "flip-flop", "--sizes", "4", "--seeds", "2",
				"--architectures", "vanilla").code());
		Files.writeString(file, Files.readString(file).replaceAll("(?s)<analyses performanceLimit[^>]*>.*</analyses>",
				"<analyses><analyses id=\"state-space\"/></analyses>"));
		study = folder.resolve("out");
		Invocation run = Invocation.nullcline("run", file, "--out", study, "--set", "task.steps=12", "--set",
				"training.steps=6", "--set", "training.batchSize=2", "--set", "training.validationTrials=4");
		assertEquals(0, run.code(), run.err());
		first = StudyFolder.runFolder(study, "vanilla-4-seed-0");
	}

	private static Map<String, Double> values(Path resultFolder) throws IOException {
		return StoredResult.read(resultFolder).values();
	}

	@Test
	void theStudysOwnResultIsTakenWhereItIsThere() throws IOException {
		Invocation asked = Invocation.nullcline("analyze", "spread", "--run", first);
		assertEquals(0, asked.code(), asked.err());
		assertEquals(values(StudyFolder.resultFolder(first, "state-space")).get("participation_ratio"),
				values(first.resolve("further-results/spread-1")).get("spread"));
		assertFalse(Files.exists(first.resolve("further-results/state-space-1")));
		// Another seed asks another question.
		assertEquals(0, Invocation.nullcline("analyze", "spread", "--run", first, "--seed", "99").code());
		assertEquals(values(first.resolve("further-results/state-space-1")).get("participation_ratio"),
				values(first.resolve("further-results/spread-2")).get("spread"));
	}

	@Test
	void networksOfDifferentTasksAreNotAskedTogether() throws IOException {
		Path file = folder.resolve("b.nullcline");
		assertEquals(0, Invocation.nullcline("new", file, "--task", "flip-flop", "--sizes", "4", "--seeds", "1",
				"--architectures", "vanilla").code());
		Files.writeString(file, Files.readString(file).replaceAll("(?s)<analyses performanceLimit[^>]*>.*</analyses>",
				"<analyses><analyses id=\"state-space\"/></analyses>"));
		Path other = folder.resolve("other");
		Invocation run = Invocation.nullcline("run", file, "--out", other, "--set", "task.steps=14", "--set",
				"training.steps=6", "--set", "training.batchSize=2", "--set", "training.validationTrials=4");
		assertEquals(0, run.code(), run.err());
		Path second = StudyFolder.runFolder(other, "vanilla-4-seed-0");
		Invocation asked = Invocation.nullcline("analyze", "widest", "--run", first, "--run", second, "--out", folder.resolve("both"));
		assertEquals(2, asked.code(), asked.err());
		assertTrue(asked.err().contains(first.toString()) && asked.err().contains(second.toString())
				&& asked.err().contains("steps=12") && asked.err().contains("steps=14"), asked.err());
		assertFalse(Files.exists(folder.resolve("both")));
		Invocation named = Invocation.nullcline("analyze", "widest", "--run", first, "--run", second, "--task", "flip-flop",
				"--out", folder.resolve("both"));
		assertEquals(0, named.code(), named.err());
	}

	@Test
	void whatIsMissingIsAskedFirst() throws IOException {
		Invocation asked = Invocation.nullcline("analyze", "widest", "--run", study);
		assertEquals(0, asked.code(), asked.err());
		assertTrue(asked.err().contains("Asks spread of vanilla-4-seed-1 first."), asked.err());
		double widest = 0;
		for (String network : new String[] { "vanilla-4-seed-0", "vanilla-4-seed-1" }) {
			widest = Math.max(widest, values(StudyFolder.runFolder(study, network).resolve("further-results/spread-1")).get("spread"));
		}
		assertEquals(widest, values(study.resolve("further-results/widest-1")).get("widest"));

		Path alone = Files.copy(first.resolve("weights.safetensors"), folder.resolve("alone.safetensors"));
		Path target = folder.resolve("result");
		assertEquals(0, Invocation.nullcline("analyze", "spread", "--network", alone, "--out", target).code());
		assertEquals(values(target.resolve("required/state-space/alone")).get("participation_ratio"),
				values(target).get("spread"));
	}
}
