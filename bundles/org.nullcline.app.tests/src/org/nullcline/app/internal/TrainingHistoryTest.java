package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;

/** Analyses that look at the checkpoints of a training. */
class TrainingHistoryTest {

	private static final String ANALYSIS = "training-bifurcation";

	@TempDir
	Path folder;

	private Path train(int code, String... settings) throws IOException {
		Path file = folder.resolve("a.nullcline");
		assertEquals(0, Invocation.nullcline("new", file, "--task", "flip-flop", "--sizes", "4", "--seeds", "1",
				"--architectures", "vanilla").code());
		Files.writeString(file, Files.readString(file).replaceAll("(?s)<analyses performanceLimit[^>]*>.*</analyses>",
				"<analyses><analyses id=\"" + ANALYSIS + "\"/></analyses>"));
		Path study = folder.resolve("out");
		Object[] command = { "run", file, "--out", study, "--set", "task.steps=12", "--set", "training.steps=8", "--set",
				"training.batchSize=2", "--set", "training.validationTrials=4", "--set", "training.validateEvery=2", "--set",
				"training.checkpointEvery=2" };
		Object[] all = java.util.Arrays.copyOf(command, command.length + settings.length);
		System.arraycopy(settings, 0, all, command.length, settings.length);
		Invocation run = Invocation.nullcline(all);
		assertEquals(code, run.code(), run.err());
		return StudyFolder.runFolder(study, "vanilla-4-seed-0");
	}

	@Test
	void keptCheckpointsAreAnalysed() throws IOException {
		Path run = train(ExitCode.DONE, "--set", "training.keepEvery=2");
		StoredResult ofTheStudy = StoredResult.read(StudyFolder.resultFolder(run, ANALYSIS));
		assertEquals(4, ofTheStudy.values().get("checkpoints") + ofTheStudy.values().get("diverged"));
		assertTrue(ofTheStudy.figures().stream().anyMatch(figure -> figure.id().equals("loss")), "losses of the run");
		Invocation byHand = Invocation.nullcline("analyze", ANALYSIS, "--run", run, "--steps", "200");
		assertEquals(0, byHand.code(), byHand.err());
		// A network from elsewhere with checkpoints beside it.
		Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/checkpoints"));
		Files.copy(run.resolve("weights.safetensors"), elsewhere.resolveSibling("net.safetensors"));
		for (String step : new String[] { "00000002", "00000004", "00000006" }) {
			Files.copy(run.resolve("checkpoints/step-" + step + ".safetensors"), elsewhere.resolve("step-" + step + ".safetensors"));
		}
		Path out = folder.resolve("result");
		Invocation imported = Invocation.nullcline("analyze", ANALYSIS, "--network", folder.resolve("elsewhere/net.safetensors"),
				"--steps", "200", "--out", out);
		assertEquals(0, imported.code(), imported.err());
		assertEquals(3, StoredResult.read(out).values().get("checkpoints"));
		Files.write(elsewhere.resolve("step-00000004.safetensors"), new byte[] { 1, 2, 3 });
		Invocation damaged = Invocation.nullcline("analyze", ANALYSIS, "--network", folder.resolve("elsewhere/net.safetensors"),
				"--steps", "200", "--out", folder.resolve("none"));
		assertTrue(damaged.code() != 0);
		assertTrue(damaged.err().contains("step-00000004.safetensors"), damaged.err());
	}

	@Test
	void withoutCheckpointsItSaysWhatToDo() throws IOException {
		// The run itself is done; the question could not be answered.
		Path run = train(ExitCode.FAILED);
		Invocation asked = Invocation.nullcline("analyze", ANALYSIS, "--run", run);
		assertTrue(asked.code() != 0);
		assertTrue(asked.err().contains("keepEvery"), asked.err());
	}
}
