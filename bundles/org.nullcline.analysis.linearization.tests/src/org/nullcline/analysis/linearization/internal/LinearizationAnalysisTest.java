package org.nullcline.analysis.linearization.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.RequiredResults;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.linearalgebra.NativeArrays;

class LinearizationAnalysisTest {

	/** h' = A h + B x with A = [[0.9, 0.5], [0, 0.5]] and B = (1, 2). */
	private record LinearCell() implements Cell {

		@Override
		public int inputs() {
			return 1;
		}

		@Override
		public int units() {
			return 2;
		}

		@Override
		public StateLayout state() {
			return StateLayout.hidden(2);
		}

		@Override
		public List<WeightDeclaration> weights() {
			return List.of();
		}

		@Override
		public void initialize(Weights weights, RandomStreams random) {
			// There are none.
		}

		@Override
		public INDArray step(Weights weights, INDArray inputs, INDArray state) {
			double[] x = NativeArrays.values(inputs);
			double[] h = NativeArrays.values(state);
			double[] next = new double[h.length];
			for (int b = 0; b < x.length; b++) {
				next[2 * b] = 0.9 * h[2 * b] + 0.5 * h[2 * b + 1] + x[b];
				next[2 * b + 1] = 0.5 * h[2 * b + 1] + 2 * x[b];
			}
			return NativeArrays.of(next, x.length, 2);
		}
	}

	private static AnalysisResult analyze(Optional<AnalysisResult> fixedPoints) throws Exception {
		return analyze(fixedPoints, Map.of("modes", "2"));
	}

	private static AnalysisResult analyze(Optional<AnalysisResult> fixedPoints, Map<String, String> parameters) throws Exception {
		Network network = Network.initialize(new LinearCell(), 1, RandomStreams.of(1));
		network.weights().get(Network.READOUT_WEIGHT).assign(NativeArrays.of(new double[] { 3, 1 }, 1, 2));
		RequiredResults required = new RequiredResults() {
			@Override
			public Optional<AnalysisResult> ofNetwork(String analysis, Subject subject) {
				return analysis.equals("fixed-points") ? fixedPoints : Optional.empty();
			}

			@Override
			public Optional<AnalysisResult> ofPopulation(String analysis) {
				return Optional.empty();
			}
		};
		return new LinearizationAnalysis().analyze(
				new AnalysisRequest(List.of(new Subject("linear", "test", 2, 0, 0, network)), Optional.empty(),
						contribution().parameters(parameters), RandomStreams.of(1), RandomStreams.of(1), required),
				new NullProgressMonitor());
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "linearization").orElseThrow();
	}

	/** Three points: a fixed point, an outlier, a slow point. */
	private static AnalysisResult points() {
		return AnalysisResult.builder().array("inputs", NativeArrays.of(new double[1], 1, 1))
				.array("fixed_points", NativeArrays.of(new double[] { 0, 0, 90, 90, 0.1, 0 }, 3, 2))
				.array("eigenvalues", NativeArrays.of(new double[] { 0.9, 0, 0.5, 0, 0.9, 0, 0.5, 0, 0.9, 0, 0.5, 0 }, 3, 2, 2))
				.array("q", NativeArrays.of(new double[] { 0, 0, 1e-7 }, 3)).array("index", NativeArrays.zeros(3))
				.array("exact", NativeArrays.of(new double[] { 1, 1, 0 }, 3))
				.array("outlier", NativeArrays.of(new double[] { 0, 1, 0 }, 3))
				.array("seeds", NativeArrays.of(new double[] { 4, 1, 2 }, 3)).array("input_condition", NativeArrays.zeros(3)).build();
	}

	@Test
	void modesAndProjectionsOfALinearNetwork() throws Exception {
		AnalysisResult result = analyze(Optional.of(points()));
		assertArrayEquals(new double[] { 0, 2 }, NativeArrays.values(result.arrays().get("point")));
		assertArrayEquals(new double[] { -1 / Math.log(0.9), -1 / Math.log(0.5) },
				java.util.Arrays.copyOf(NativeArrays.values(result.arrays().get("time_constants")), 2), 1e-9);
		double[] input = NativeArrays.values(result.arrays().get("input_projections"));
		double[] readout = NativeArrays.values(result.arrays().get("readout_projections"));
		// l_1 = (1, 1.25) and r_1 = (1, 0); l_2 = (0, 1) and r_2 = (-1.25, 1), up to reciprocal factors.
		assertEquals(3.5 * 3, input[0] * readout[0], 1e-7);
		assertEquals(2 * -2.75, input[2] * readout[2], 1e-7);
		assertTrue(result.values().get("largest_biorthogonality_error") < 1e-10);
		assertEquals(Math.sqrt(1 + 1.25 * 1.25), result.values().get("largest_eigenvalue_condition"), 1e-7);
	}

	@Test
	void allIsolatedPointsAreKept() throws Exception {
		// Six isolated fixed points, two marginal ones, eight slow ones; room for eight.
		int n = 16;
		double[] eigenvalues = new double[4 * n];
		double[] exact = new double[n];
		for (int i = 0; i < n; i++) {
			eigenvalues[4 * i] = i == 6 || i == 7 ? 1 : 0.9;
			exact[i] = i < 8 ? 1 : 0;
		}
		AnalysisResult many = AnalysisResult.builder().array("inputs", NativeArrays.of(new double[1], 1, 1))
				.array("fixed_points", NativeArrays.zeros(n, 2)).array("eigenvalues", NativeArrays.of(eigenvalues, n, 2, 2))
				.array("q", NativeArrays.zeros(n)).array("exact", NativeArrays.of(exact, n)).array("outlier", NativeArrays.zeros(n))
				.array("seeds", NativeArrays.zeros(n)).array("input_condition", NativeArrays.zeros(n)).build();
		assertArrayEquals(new double[] { 0, 1, 2, 3, 4, 5, 6, 11 },
				NativeArrays.values(analyze(Optional.of(many), Map.of("points", "8")).arrays().get("point")));
		AnalysisResult few = analyze(Optional.of(many), Map.of("points", "3"));
		assertArrayEquals(new double[] { 0, 1, 2, 3, 4, 5 }, NativeArrays.values(few.arrays().get("point")));
		assertTrue(few.notes().stream().anyMatch(note -> note.startsWith("6 of 16 points")));
	}

	@Test
	void withoutFixedPoints() {
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(Optional.empty())).getMessage().contains("fixed-points"));
	}

	@Test
	void isRegistered() throws Exception {
		assertFalse(contribution().problem().isPresent());
		assertTrue(contribution().instantiate(Analysis.class) instanceof LinearizationAnalysis);
	}
}
