package org.nullcline.analysis.statespace.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

class StateSpaceAnalysisTest {

	private static final int STEPS = 20;
	private static final List<ParameterDeclaration> DECLARATIONS = List.of(whole("trials", "40"),
			new ParameterDeclaration("state", "", ParameterType.CHOICE, "hidden", OptionalDouble.empty(), OptionalDouble.empty(),
					List.of("hidden", "full"), "", ""),
			whole("components", "2"), whole("shown-trials", "6"));

	@Test
	void componentsOfInputsPassedOn() throws AnalysisException {
		AnalysisResult result = analyze(Optional.of(new Circles(List.of())), Map.of());
		// h repeats the two inputs, 3 cos and sin, in a rotated frame; the third unit is silent.
		double[] variances = NativeArrays.values(result.arrays().get("explained_variance"));
		int samples = 40 * STEPS;
		assertEquals(4.5 * samples / (samples - 1), variances[0], 1e-9);
		assertEquals(0.5 * samples / (samples - 1), variances[1], 1e-9);
		assertEquals(0, variances[2], 1e-12);
		double[][] components = NativeArrays.rows(result.arrays().get("components"));
		assertArrayEquals(new double[] { 0.6, 0.8, 0 }, components[0], 1e-9);
		assertEquals(1 / (0.81 + 0.01), result.values().get("participation_ratio"), 1e-9);
		assertEquals(1, result.values().get("components_for_90_percent"), 1e-9);
		assertEquals(2, result.values().get("components_for_95_percent"), 1e-9);
		assertArrayEquals(new long[] { samples, 2 }, result.arrays().get("projections").shape());
	}

	@Test
	void fullState() throws AnalysisException {
		AnalysisResult result = analyze(Optional.of(new Circles(List.of())), Map.of("state", "full"));
		assertArrayEquals(new long[] { 4, 4 }, result.arrays().get("components").shape());
		// The second part repeats 3 cos once more: variance 4.5 + 4.5.
		assertEquals(9.0 * 800 / 799, NativeArrays.values(result.arrays().get("explained_variance"))[0], 1e-9);
	}

	@Test
	void figureHasOneLinePerShownTrialColouredByFinalTarget() throws AnalysisException {
		AnalysisResult result = analyze(Optional.of(new Circles(List.of(new double[] { -1 }, new double[] { 1 }))), Map.of());
		Figure figure = result.figures().get(0);
		List<Figure.Line> lines = figure.layers().stream().filter(Figure.Line.class::isInstance).map(Figure.Line.class::cast)
				.toList();
		assertEquals(6, lines.size());
		// Trials alternate between the targets 1 and -1.
		assertEquals("(1)", lines.get(0).name());
		assertEquals("(-1)", lines.get(1).name());
		assertFalse(lines.get(0).hue() == lines.get(1).hue());
		assertEquals(STEPS, lines.get(0).x().length);
		double[][] projections = NativeArrays.rows(result.arrays().get("projections"));
		assertEquals(projections[STEPS + 3][1], lines.get(1).y()[3], 1e-12);
		Figure.Line variance = (Figure.Line) result.figures().get(1).layers().get(0);
		assertEquals(0, variance.y()[0]);
		assertEquals(100, variance.y()[variance.y().length - 1], 1e-9);
	}

	@Test
	void withoutATaskItSaysWhy() {
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(Optional.empty(), Map.of())).getMessage().contains("task"));
	}

	@Test
	void isRegistered() throws Exception {
		Contribution contribution = ContributionRegistry.read().find(ContributionKind.ANALYSIS, "state-space").orElseThrow();
		assertFalse(contribution.problem().isPresent());
		assertEquals(Scope.NETWORK, contribution.scope().orElseThrow());
		assertEquals(DECLARATIONS.stream().map(ParameterDeclaration::name).toList(),
				contribution.parameters().stream().map(ParameterDeclaration::name).toList());
		assertTrue(contribution.instantiate(Analysis.class) instanceof StateSpaceAnalysis);
	}

	private static AnalysisResult analyze(Optional<TrialTask> task, Map<String, String> parameters) throws AnalysisException {
		FilterCell cell = new FilterCell(new double[3][3], new double[][] { { 0.6, -0.8 }, { 0.8, 0.6 }, { 0, 0 } }, true);
		Network network = Network.initialize(cell, 1, RandomStreams.of(1));
		return new StateSpaceAnalysis().analyze(
				new AnalysisRequest(List.of(new Subject("filter", "test", 3, 0, Double.NaN, network)), task,
						Parameters.of(DECLARATIONS, parameters), RandomStreams.of(1), RandomStreams.of(2)),
				new NullProgressMonitor());
	}

	private static ParameterDeclaration whole(String name, String value) {
		return new ParameterDeclaration(name, name, ParameterType.INTEGER, value, OptionalDouble.empty(), OptionalDouble.empty(),
				List.of(), "", "");
	}

	/** Inputs 3 cos, sin over one period; targets 1 and -1 in turns. */
	private record Circles(List<double[]> memories) implements TrialTask {

		@Override
		public int inputs() {
			return 2;
		}

		@Override
		public int outputs() {
			return 1;
		}

		@Override
		public TrialBatch trials(int count, RandomStream random) {
			double[] x = new double[count * STEPS * 2];
			double[] y = new double[count * STEPS];
			for (int i = 0; i < y.length; i++) {
				double phase = 2 * Math.PI * (i % STEPS) / STEPS;
				x[2 * i] = 3 * Math.cos(phase);
				x[2 * i + 1] = Math.sin(phase);
				y[i] = i / STEPS % 2 == 0 ? 1 : -1;
			}
			return new TrialBatch(NativeArrays.of(x, count, STEPS, 2), NativeArrays.of(y, count, STEPS, 1));
		}
	}
}
