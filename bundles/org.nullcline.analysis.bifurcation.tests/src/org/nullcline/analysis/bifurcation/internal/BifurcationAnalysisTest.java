package org.nullcline.analysis.bifurcation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.RequiredResults;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.TrainingHistory;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.linearalgebra.NativeArrays;

class BifurcationAnalysisTest {

	/** Checkpoints of a training that is written down. */
	private record Written(Map<Integer, Network> networks, List<Loss> losses) implements TrainingHistory {

		@Override
		public List<Integer> checkpoints(Subject subject) {
			return List.copyOf(networks.keySet());
		}

		@Override
		public Network network(Subject subject, int step) {
			return networks.get(step);
		}

		@Override
		public List<Loss> losses(Subject subject) {
			return losses;
		}
	}

	/** A rotation of the plane: each coordinate is carried by two rectified units of opposite signs, one of which is active. */
	private static Network rotation(double gain, double angle) throws Exception {
		Contribution vanilla = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, "vanilla").orElseThrow();
		Cell cell = vanilla.instantiate(Architecture.class).create(2, 4,
				vanilla.parameters(Map.of("nonlinearity", "relu", "biases", "false")));
		double c = gain * Math.cos(angle);
		double s = gain * Math.sin(angle);
		double[][] w = { { c, -c, -s, s }, { -c, c, s, -s }, { s, -s, c, -c }, { -s, s, -c, c } };
		double[][] v = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
		double[][] readout = { { 1, -1, 0, 0 }, { -1, 1, 0, 0 } };
		return Network.of(cell, 2, Map.of("weight_hh_l0", NativeArrays.of(w), "weight_ih_l0", NativeArrays.of(v),
				Network.READOUT_WEIGHT, NativeArrays.of(readout), Network.READOUT_BIAS, NativeArrays.zeros(2), Network.INITIAL_STATE,
				NativeArrays.zeros(4)));
	}

	private static Written training(double[] gains, double angle, double[] losses) throws Exception {
		Map<Integer, Network> networks = new TreeMap<>();
		List<TrainingHistory.Loss> curve = new ArrayList<>();
		for (int k = 0; k < gains.length; k++) {
			networks.put(30 * (k + 1), rotation(gains[k], angle));
			curve.add(new TrainingHistory.Loss(30 * (k + 1), losses[k], losses[k]));
		}
		return new Written(networks, curve);
	}

	private static AnalysisResult analyze(TrainingHistory history, Map<String, String> given) throws Exception {
		return analyze(history, given, new NullProgressMonitor());
	}

	private static AnalysisResult analyze(TrainingHistory history, Map<String, String> given, NullProgressMonitor monitor)
			throws Exception {
		Map<String, String> parameters = new HashMap<>(Map.of("steps", "600", "spectra", "100"));
		parameters.putAll(given);
		return new BifurcationAnalysis().analyze(new AnalysisRequest(
				List.of(new Subject("planted", "vanilla", 4, 0, Double.NaN, rotation(0.5, 0.1))), Optional.empty(),
				contribution().parameters(parameters), RandomStreams.of(1), RandomStreams.of(1), RequiredResults.none(), history), monitor);
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "training-bifurcation").orElseThrow();
	}

	private static Finding finding(AnalysisResult result, String words) {
		return result.findings().stream().filter(finding -> finding.claim().contains(words)).findFirst().orElseThrow();
	}

	/** The gain of a slow rotation comes near 1 at a known checkpoint: memory grows, switches become rare, the loss is made to fall. */
	@Test
	void aPlantedBifurcation() throws Exception {
		double[] gains = { 0.1, 0.1, 0.1, 0.1, 0.1, 0.93, 0.94, 0.95, 0.95, 0.95 };
		double[] losses = { 40, 38, 38, 38, 38, 20, 17, 16, 16, 16 };
		AnalysisResult result = analyze(training(gains, 0.15, losses), Map.of());
		assertEquals(180, result.values().get("bifurcation_step"));
		assertEquals(180, result.values().get("rate_fall_step"));
		assertEquals(180, result.values().get("loss_fall_step"));
		assertEquals(Verdict.REPRODUCED, finding(result, "neither complex nor unstable").verdict());
		assertEquals(Verdict.REPRODUCED, finding(result, "rate collapses").verdict());
		assertEquals(Verdict.REPRODUCED, finding(result, "leaves its plateau").verdict());
		// The gain stays below 1.
		assertEquals(Verdict.NOT_REPRODUCED, finding(result, "at or before").verdict());
		assertEquals(0, result.values().get("final_unstable"));
		assertTrue(result.values().get("final_complex") > 0.2, result.values().toString());
		assertEquals(4, result.figures().size());
	}

	/** A loss that falls long before, and one whose fall the spacing of checkpoints leaves open. */
	@Test
	void eventsApart() throws Exception {
		double[] gains = { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.95, 0.95, 0.95, 0.95 };
		double[] early = { 40, 20, 17, 16, 16, 16, 16, 16, 16, 16, 16, 16 };
		assertEquals(Verdict.NOT_REPRODUCED, finding(analyze(training(gains, 0.15, early), Map.of()), "leaves its plateau").verdict());
		assertEquals(Verdict.UNDECIDED,
				finding(analyze(training(gains, 0.15, early), Map.of("window", "200")), "leaves its plateau").verdict());
	}

	@Test
	void onThePlateauNothingIsDecided() throws Exception {
		double[] flat = IntStream.range(0, 6).mapToDouble(k -> 38).toArray();
		AnalysisResult result = analyze(training(new double[] { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 }, 0.15, flat), Map.of());
		assertTrue(Double.isNaN(result.values().get("bifurcation_step")));
		result.findings().forEach(finding -> {
			assertEquals(Verdict.UNDECIDED, finding.verdict());
			assertTrue(finding.explanation().contains("No bifurcation"));
		});
	}

	/** Checkpoints whose states grow without bound are named, and do not stop the others. */
	@Test
	void divergenceIsNamed() throws Exception {
		double[] gains = { 0.1, 0.1, 3, 0.1, 0.95, 0.95 };
		AnalysisResult result = analyze(training(gains, 0.15, gains), Map.of());
		assertEquals(1, result.values().get("diverged"));
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("updates 90.")), result.notes().toString());
		assertEquals(150, result.values().get("bifurcation_step"));
		Figure.Line rate = (Figure.Line) result.figures().stream().filter(figure -> figure.id().equals("rate")).findFirst().orElseThrow()
				.layers().get(0);
		assertEquals(6, rate.x().length);
		assertTrue(Double.isNaN(rate.y()[2]) && Double.isFinite(rate.y()[1]) && Double.isFinite(rate.y()[3]), "a gap in the line");
	}

	@Test
	void manyCheckpointsAreThinned() throws Exception {
		assertEquals(List.of(1, 4, 7), BifurcationAnalysis.thinned(List.of(1, 2, 3, 4, 5, 6, 7), 3));
		assertEquals(List.of(1, 2), BifurcationAnalysis.thinned(List.of(1, 2), 3));
		AnalysisResult result = analyze(training(new double[] { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 }, 0.15, new double[6]),
				Map.of("most-checkpoints", "4"));
		assertEquals(4, result.values().get("checkpoints"));
		assertTrue(result.notes().stream().anyMatch(note -> note.startsWith("6 checkpoints were kept; 4")));
	}

	@Test
	void theLevelChangesWhereTheSumOfSquaresIsSmallest() {
		LevelChange change = LevelChange.of(new int[] { 10, 20, 30, 40, 50, 60, 70, 80, 90 },
				new double[] { 7, 5, 5.1, 4.9, 5, 5, 2, 2, 2 });
		assertEquals(60, change.from());
		assertEquals(70, change.to());
		assertEquals(2, change.after());
		assertTrue(change.fall() > 0.5);
		assertTrue(LevelChange.of(new int[] { 1, 2 }, new double[] { 1, 2 }).fall() < 0);
	}

	/** d2 after two steps by hand: nothing after the first one, whose d1 is 0 before it; then 1/2 W (1[h > 0] d1^2). */
	@Test
	void theSecondOrderHeuristic() throws Exception {
		Network network = rotation(0.5, 0.3);
		GaussianNoise noise = GaussianNoise.of(RandomStreams.of(1).stream("noise"));
		double[] state = { 1, 0, 2, 0 };
		assertArrayEquals(new double[4], SecondOrder.of(network, state, 1, 1, 1, noise));
		double[][] w = NativeArrays.rows(network.weights().get("weight_hh_l0"));
		double[] x = new double[2];
		noise.fill(1_000_000, 0, x, 0, 2);
		double[] first = { x[0], -x[0], x[1], -x[1] };
		double[] h = new double[4];
		for (int i = 0; i < 4; i++) {
			h[i] = Math.max(0, w[i][0] * 1 + w[i][2] * 2);
		}
		double[] expected = new double[4];
		for (int i = 0; i < 4; i++) {
			double sum = 0;
			for (int j = 0; j < 4; j++) {
				sum += h[j] > 0 ? w[i][j] * 0.5 * first[j] * first[j] : 0;
			}
			expected[i] = Math.sqrt(Math.abs(sum));
		}
		assertArrayEquals(expected, SecondOrder.of(network, state, 1, 1, 2, noise), 1e-12);
	}

	@Test
	void needsCheckpoints() {
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(TrainingHistory.none(), Map.of())).getMessage()
				.contains("keepEvery"));
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class,
				() -> analyze(training(new double[] { 0.1, 0.1, 0.1 }, 0.1, new double[3]), Map.of(), cancelled));
	}

	@Test
	void isRegistered() throws Exception {
		assertFalse(contribution().problem().isPresent());
		assertTrue(contribution().instantiate(Analysis.class) instanceof BifurcationAnalysis);
	}
}
