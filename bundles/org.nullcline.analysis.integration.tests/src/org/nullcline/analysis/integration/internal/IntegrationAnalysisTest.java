package org.nullcline.analysis.integration.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.RequiredResults;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.InputCondition;
import org.nullcline.core.task.Integral;
import org.nullcline.core.task.Probe;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.NativeArrays;

class IntegrationAnalysisTest {

	/** @param asks whether there is anything to integrate */
	private record TwoStreams(boolean asks) implements TrialTask {

		@Override
		public int inputs() {
			return 4;
		}

		@Override
		public int outputs() {
			return 1;
		}

		@Override
		public TrialBatch trials(int count, RandomStream random) {
			throw new UnsupportedOperationException("no trials are needed");
		}

		@Override
		public List<InputCondition> inputConditions() {
			return List.of(new InputCondition("first", new double[] { 0, 0, 1, 0 }),
					new InputCondition("second", new double[] { 0, 0, 0, 1 }));
		}

		@Override
		public List<Integral> integrals(InputCondition condition) {
			int cued = condition.name().equals("first") ? 0 : 1;
			return asks ? List.of(new Integral(0, cued, 0.2, List.of(1 - cued))) : List.of();
		}

		@Override
		public List<Probe> probes() {
			return inputConditions().stream().flatMap(condition -> IntStream.rangeClosed(-2, 2)
					.mapToObj(v -> new Probe(condition, condition.name().equals("first") ? 0 : 1, v / 2.0, 20))).toList();
		}
	}

	private static Subject subject(String architecture, int seed, IntegratorCell cell, double filterReadout) {
		Network network = Network.initialize(cell, 1, RandomStreams.of(1));
		network.weights().get(Network.READOUT_WEIGHT).assign(NativeArrays.of(new double[] { 0.2, filterReadout }, 1, 2));
		return new Subject(architecture + "-" + seed, architecture, 2, seed, 0.01, network);
	}

	private static List<Subject> some(IntegratorCell cell, double filterReadout) {
		return IntStream.range(0, 4).mapToObj(seed -> subject("integrator", seed, cell, filterReadout)).toList();
	}

	/** Points (a, 0) for a from -3 to 3 in both contexts. */
	private static AnalysisResult line(int perContext) {
		int n = 2 * perContext;
		double[] states = new double[n * 2];
		double[] eigenvalues = new double[n * 4];
		double[] condition = new double[n];
		for (int i = 0; i < n; i++) {
			states[2 * i] = 6.0 * (i % perContext) / Math.max(1, perContext - 1) - 3;
			eigenvalues[4 * i] = 1;
			eigenvalues[4 * i + 2] = 0.5;
			condition[i] = i / perContext;
		}
		return AnalysisResult.builder().array("inputs", NativeArrays.of(new double[][] { { 0, 0, 1, 0 }, { 0, 0, 0, 1 } }))
				.array("fixed_points", NativeArrays.of(states, n, 2)).array("eigenvalues", NativeArrays.of(eigenvalues, n, 2, 2))
				.array("q", NativeArrays.zeros(n)).array("index", NativeArrays.zeros(n)).array("exact", NativeArrays.zeros(n))
				.array("outlier", NativeArrays.zeros(n)).array("seeds", NativeArrays.zeros(n))
				.array("input_condition", NativeArrays.of(condition, n)).build();
	}

	private static AnalysisResult analyze(List<Subject> subjects, boolean asks, int points) throws AnalysisException {
		RequiredResults required = new RequiredResults() {
			@Override
			public Optional<AnalysisResult> ofNetwork(String analysis, Subject subject) {
				return Optional.of(line(points));
			}

			@Override
			public Optional<AnalysisResult> ofPopulation(String analysis) {
				return Optional.empty();
			}
		};
		return new IntegrationAnalysis()
				.analyze(new AnalysisRequest(subjects, Optional.of(new TwoStreams(asks)), contribution().parameters(Map.of()),
						RandomStreams.of(1), RandomStreams.of(1), required), new NullProgressMonitor());
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "integration").orElseThrow();
	}

	@Test
	void perfectIntegratorWithOneMode() throws AnalysisException {
		AnalysisResult result = analyze(some(new IntegratorCell(0.5, 0, false), 0), true, 11);
		List<Finding> findings = result.findings();
		assertEquals(3, findings.size());
		findings.forEach(finding -> assertEquals(Verdict.REPRODUCED, finding.verdict(), finding.toString()));
		findings.forEach(finding -> assertEquals(1, finding.value(), finding.claim()));
		assertTrue(findings.get(2).claim().contains("single linear mode"));
		double[] response = NativeArrays.values(result.arrays().get("response_by_modes_kept"));
		assertEquals(1, response[0], 1e-8);
		assertEquals(1, response[1], 1e-8);
		assertEquals(3, result.figures().size());
	}

	/** The filter holds 0.9^9 of the pulse after 10 steps: y_1/y_N = 1/(1 + 0.9^9). */
	@Test
	void integrationOverTwoModes() throws AnalysisException {
		for (boolean gated : new boolean[] { false, true }) {
			List<Finding> findings = analyze(some(new IntegratorCell(0.9, 0, gated), 0.2), true, 11).findings();
			assertEquals(gated ? 1 : 0, findings.get(2).value());
			assertEquals(gated ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED, findings.get(2).verdict());
			double error = 1 - 1 / (1 + Math.pow(0.9, 9));
			assertTrue(findings.get(2).explanation().contains(String.format(Locale.ROOT, "is %.3g", error)), findings.get(2).explanation());
		}
	}

	/** y_1/y_N = 1/(1 - 2/3 0.9^9...) far above 1: the leading mode overshoots, so it is not enough by itself. */
	@Test
	void leadingModeThatOvershootsIsNoSingleMode() throws AnalysisException {
		double filter = -0.2 / Math.pow(0.9, 9) * 2 / 3;
		Finding modes = analyze(some(new IntegratorCell(0.9, 0, false), filter), true, 11).findings().get(2);
		assertEquals(Verdict.NOT_REPRODUCED, modes.verdict(), modes.toString());
		assertTrue(modes.explanation().contains("|y_1/y_N - 1| is 2"), modes.explanation());
	}

	@Test
	void streamThatLeaksIn() throws AnalysisException {
		Finding selection = analyze(some(new IntegratorCell(0.5, -0.3, false), 0), true, 11).findings().get(1);
		assertEquals(0, selection.value());
		assertEquals(Verdict.NOT_REPRODUCED, selection.verdict());
		assertTrue(selection.explanation().contains("ratio of gains 0.300"), selection.explanation());
	}

	/** An ignored stream that pushes the sum upwards whatever its sign has a gain of 0. */
	@Test
	void evenEffectOfAnIgnoredStream() throws AnalysisException {
		Finding selection = analyze(some(new IntegratorCell(0.5, 0, 0.3, false), 0), true, 11).findings().get(1);
		assertEquals(Verdict.NOT_REPRODUCED, selection.verdict(), selection.explanation());
		assertTrue(selection.explanation().contains("ratio of shifts 0.3"), selection.explanation());
	}

	@Test
	void tooFewPointsOrNetworksDecideNothing() throws AnalysisException {
		AnalysisResult result = analyze(some(new IntegratorCell(0.5, 0, false), 0), true, 4);
		Finding line = result.findings().get(0);
		assertEquals(Verdict.UNDECIDED, line.verdict());
		assertTrue(line.explanation().contains("slow-tolerance"), line.explanation());
		List<Subject> three = new ArrayList<>(some(new IntegratorCell(0.5, 0, false), 0)).subList(0, 3);
		analyze(three, true, 11).findings().forEach(finding -> assertEquals(Verdict.UNDECIDED, finding.verdict()));
	}

	/** The points have q = 0, so that every tolerance gives the same. */
	@Test
	void lineByTolerance() throws AnalysisException {
		AnalysisResult result = analyze(some(new IntegratorCell(0.5, 0, false), 0), true, 11);
		List<List<String>> rows = result.tables().stream().filter(table -> table.title().contains("how slow")).findFirst().orElseThrow()
				.rows();
		assertEquals(List.of("1e-12", "4", "4"), rows.getFirst().subList(0, 3));
		List<FixedPoint> points = IntStream.range(0, 10).mapToObj(i -> new FixedPoint(new double[] { i, 0 }, i < 5 ? 0 : 1e-7, false,
				List.of(new Complex(1, 0), new Complex(0.5, 0)), 1, false)).toList();
		LineAttractor line = new LineAttractor(points, IntStream.range(0, 10).asDoubleStream().toArray(), 1, 1, 1);
		assertTrue(line.within(1e-6).isLine() && line.within(1e-6).points().size() == 10);
		assertTrue(line.within(1e-8).isLine() && line.within(1e-8).points().size() == 5);
		assertFalse(new LineAttractor(points.subList(0, 4), new double[] { 0, 1, 2, 3 }, 1, 1, 1).within(1e-8).isDecided());
	}

	@Test
	void tasksWithoutIntegralsAreRefused() {
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(some(new IntegratorCell(0.5, 0, false), 0), false, 11))
				.getMessage().contains("running sums"));
	}

	@Test
	void isRegistered() throws Exception {
		assertFalse(contribution().problem().isPresent());
		assertTrue(contribution().instantiate(Analysis.class) instanceof IntegrationAnalysis);
	}
}
