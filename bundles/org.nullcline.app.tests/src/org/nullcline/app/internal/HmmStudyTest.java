package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.Metrics;
import org.nullcline.runs.ReferenceLosses;
import org.nullcline.runs.StoredResult;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The shipped study of emulation, in short: trained, judged, dissected and reported. */
class HmmStudyTest {

	/** Makes every analysis short; what it finds then means nothing. */
	private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("training.steps", "30"),
			Map.entry("training.batchSize", "64"), Map.entry("training.validationTrials", "64"),
			Map.entry("training.validateEvery", "10"), Map.entry("training.checkpointEvery", "10"),
			Map.entry("training.keepEvery", "10"), Map.entry("residency.states", "300"), Map.entry("residency.rollouts", "3"),
			Map.entry("noise-sensitivity.steps", "400"), Map.entry("noise-sensitivity.runs", "2"),
			Map.entry("noise-sensitivity.probes", "10"), Map.entry("noise-sensitivity.trajectories", "10"),
			Map.entry("weights.steps", "400"), Map.entry("weights.trajectories", "5"), Map.entry("weights.candidates", "5"),
			Map.entry("weights.confirm", "10"), Map.entry("weights.random-groups", "19"), Map.entry("weights.shuffles", "19"),
			Map.entry("interventions.steps", "400"), Map.entry("interventions.trajectories", "10"),
			Map.entry("interventions.random-groups", "19"), Map.entry("interventions.pair-steps", "200"),
			Map.entry("fidelity.sequences", "60"), Map.entry("fidelity.repeats", "3"),
			Map.entry("fidelity.recovery-sequences", "20"), Map.entry("fidelity.recovery-starts", "1"),
			Map.entry("fidelity.recovery-iterations", "10"), Map.entry("fidelity.recovery-resamples", "3"),
			Map.entry("driven-state-space.steps", "1000"), Map.entry("driven-state-space.trajectories", "10"),
			Map.entry("driven-state-space.level-steps", "1000"), Map.entry("training-bifurcation.steps", "200"),
			Map.entry("training-bifurcation.spectra", "20"), Map.entry("stochastic-resonance.runs", "5"),
			Map.entry("stochastic-resonance.steps", "300"), Map.entry("stochastic-resonance.segment", "64"),
			Map.entry("readout-alignment.steps", "1000"), Map.entry("compositional-reuse.steps", "2000"),
			Map.entry("compositional-reuse.states", "100"), Map.entry("compositional-reuse.rollouts", "3"));

	@TempDir
	Path folder;

	@Test
	void theShippedStudyIsTrainedJudgedAndDissected() throws IOException {
		Path target = folder.resolve("out");
		List<String> arguments = new ArrayList<>(List.of("run", "hmm-tiny", "--out", target.toString(), "--json"));
		SHORT.forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
		Invocation run = Invocation.nullcline(arguments.toArray());
		assertEquals(0, run.code(), run.err());
		assertTrue(run.err().contains("Loss of independent symbols with batches of 64"), run.err());

		Path network = target.resolve("runs/vanilla-100-seed-0");
		ReferenceLosses references = ReferenceLosses.read(network);
		assertEquals(4, references.levels().size());
		List<Measurement> rows = Metrics.read(network);
		assertEquals(3, rows.size());
		for (Measurement row : rows) {
			assertEquals(references.skill(row.validationLoss(), ReferenceLosses.TrialSet.VALIDATION), row.skill());
			assertTrue(Double.isNaN(row.unexplained()), "outputs are not held against the targets of their trials");
		}
		JsonObject outcome = run.json().getAsJsonArray("runs").get(0).getAsJsonObject();
		assertEquals("done", outcome.get("state").getAsString());
		JsonArray findings = outcome.getAsJsonArray("findings");
		assertFalse(findings.isEmpty());
		for (JsonElement finding : findings) {
			assertFalse(finding.getAsJsonObject().get("claim").getAsString().isBlank());
		}
		// A network that never dwells in a symbol has no switch to look at, which is an answer and no failure.
		assertTrue(StoredResult.read(network.resolve("results/noise-sensitivity")).notes().stream()
				.anyMatch(note -> note.startsWith("Does not apply: ")));
		assertTrue(Files.readString(target.resolve("report.html")).contains("Skill while training"));
		// Nor are they in the analysis of the trials.
		assertEquals(Map.of(), StoredResult.read(network.resolve("results/trials")).values());
	}
}
