package org.nullcline.analysis.oscillation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.LeftOut;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.NativeArrays;

class OscillationAnalysisTest {

	private static final double[] INPUTS = { 0, 0.25, 0.5, 0.75, 1 };

	/** @param commands whether inputs command the frequencies that the cell's linear dynamics have */
	private record RotationTask(boolean commands) implements TrialTask {

		@Override
		public int inputs() {
			return 1;
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
			List<InputCondition> all = new ArrayList<>();
			for (double input : INPUTS) {
				all.add(new InputCondition("command " + input, new double[] { input }));
			}
			return all;
		}

		@Override
		public OptionalDouble commandedFrequency(InputCondition condition) {
			return commands ? OptionalDouble.of(SpiralCell.frequency(condition.values()[0])) : OptionalDouble.empty();
		}
	}

	private static Subject subject(String architecture, int seed, double rho) {
		Network network = Network.initialize(new SpiralCell(rho), 1, RandomStreams.of(1));
		network.weights().get(Network.READOUT_WEIGHT).assign(NativeArrays.of(new double[] { 1, 0 }, 1, 2));
		network.weights().get(Network.INITIAL_STATE).assign(NativeArrays.of(new double[] { 0.3, 0.1 }, 2));
		return new Subject(architecture + "-" + seed, architecture, 2, seed, 0.01, Map.of("nonlinearity", "tanh"), network);
	}

	/** The origin under each input, and besides as many points far outside the cycle. */
	private static AnalysisResult points(Subject subject, boolean origin) {
		double rho = ((SpiralCell) subject.network().cell()).rho();
		List<double[]> states = new ArrayList<>();
		List<double[]> eigenvalues = new ArrayList<>();
		List<Double> conditions = new ArrayList<>();
		for (int c = 0; c < INPUTS.length; c++) {
			double angle = 2 * Math.PI * SpiralCell.frequency(INPUTS[c]);
			for (double[] state : origin ? new double[][] { { 0, 0 }, { 3, 3 } } : new double[][] { { 3, 3 } }) {
				states.add(state);
				eigenvalues.add(new double[] { rho * Math.cos(angle), rho * Math.sin(angle), rho * Math.cos(angle), -rho * Math.sin(angle) });
				conditions.add((double) c);
			}
		}
		int n = states.size();
		double[] ones = new double[n];
		java.util.Arrays.fill(ones, 1);
		double[][] inputs = new double[INPUTS.length][];
		for (int c = 0; c < INPUTS.length; c++) {
			inputs[c] = new double[] { INPUTS[c] };
		}
		return AnalysisResult.builder().array("inputs", NativeArrays.of(inputs))
				.array("fixed_points", NativeArrays.of(states.toArray(double[][]::new)))
				.array("eigenvalues", NativeArrays.of(NativeArrays.values(NativeArrays.of(eigenvalues.toArray(double[][]::new))), n, 2, 2))
				.array("q", NativeArrays.zeros(n)).array("index", NativeArrays.zeros(n)).array("exact", NativeArrays.of(ones, n))
				.array("outlier", NativeArrays.zeros(n)).array("seeds", NativeArrays.zeros(n))
				.array("input_condition", NativeArrays.of(conditions.stream().mapToDouble(v -> v).toArray(), n)).build();
	}

	private static AnalysisResult analyze(List<Subject> subjects, boolean commands, boolean origin) throws AnalysisException {
		RequiredResults required = new RequiredResults() {
			@Override
			public Optional<AnalysisResult> ofNetwork(String analysis, Subject subject) {
				return Optional.of(points(subject, origin));
			}

			@Override
			public Optional<AnalysisResult> ofPopulation(String analysis) {
				return Optional.empty();
			}
		};
		return new OscillationAnalysis()
				.analyze(new AnalysisRequest(subjects, Optional.of(new RotationTask(commands)), contribution().parameters(Map.of()),
						RandomStreams.of(1), RandomStreams.of(1), required), new NullProgressMonitor());
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "oscillation").orElseThrow();
	}

	private static List<Subject> four(String architecture) {
		return List.of(subject(architecture, 0, 1.05), subject(architecture, 1, 1.06), subject(architecture, 2, 1.07),
				subject(architecture, 3, 1.08));
	}

	@Test
	void oscillatorsWithOneSpiralEach() throws AnalysisException {
		AnalysisResult result = analyze(four("rotation"), true, true);
		List<Finding> findings = result.findings();
		assertEquals(5, findings.size());
		for (int k = 0; k < 4; k++) {
			assertEquals(Verdict.REPRODUCED, findings.get(k).verdict(), findings.get(k).toString());
			assertEquals(1, findings.get(k).value(), 1e-9, findings.get(k).claim());
		}
		assertEquals(Verdict.UNDECIDED, findings.get(4).verdict());
		double[] cycle = NativeArrays.values(result.arrays().get("cycle_frequency"));
		double[] linear = NativeArrays.values(result.arrays().get("linear_frequency"));
		// rho = 1.05: the cycle at a linear frequency of 0.03 turns 0.029838 times per step.
		assertEquals(0.03, linear[0], 1e-12);
		assertEquals(0.029838, cycle[0], 5e-5);
		assertEquals(4, result.figures().size());
	}

	@Test
	void cyclesAroundNothing() throws AnalysisException {
		List<Finding> findings = analyze(four("rotation"), true, false).findings();
		assertEquals(Verdict.NOT_REPRODUCED, findings.get(0).verdict());
		assertEquals(0, findings.get(0).value());
		// Without a point there is no spiral and no linear frequency to judge.
		assertEquals(Verdict.UNDECIDED, findings.get(1).verdict());
		assertEquals(Verdict.UNDECIDED, findings.get(3).verdict());
	}

	@Test
	void threeNetworksDecideNothing() throws AnalysisException {
		List<Finding> findings = analyze(four("rotation").subList(0, 3), true, true).findings();
		assertTrue(findings.stream().allMatch(finding -> finding.verdict() == Verdict.UNDECIDED), findings.toString());
		assertEquals(1, findings.get(0).value());
		assertEquals(3 / (3 + 1.959964 * 1.959964), findings.get(0).interval().low(), 1e-6, "equal shares are not certain");
	}

	@Test
	void networksArePooledAndArchitecturesCompared() throws AnalysisException {
		List<Subject> subjects = new ArrayList<>(four("second"));
		subjects.addAll(four("first"));
		AnalysisResult result = analyze(subjects, true, true);
		assertEquals(5, result.findings().size());
		assertTrue(result.findings().get(0).explanation().contains("8 of 8 networks"), result.findings().get(0).explanation());
		// Both have exactly the commanded linear frequency.
		assertEquals(Verdict.NOT_REPRODUCED, result.findings().get(4).verdict(), result.findings().get(4).explanation());
		assertEquals(0.5, ArchitectureDifference.between(new double[][] { { 0 }, { 2 }, { 2 }, { 4 } }, new int[] { 0, 0, 1, 1 }, 2),
				1e-12);
	}

	/** Equal slopes, different offsets: the slope alone would miss it. */
	@Test
	void architecturesThatDifferInTheOffset() {
		Finding finding = difference(0.005, 0.0002);
		assertEquals(Verdict.REPRODUCED, finding.verdict(), finding.explanation());
		assertTrue(finding.value() > 0.9);
	}

	@Test
	void differenceThatIsNeitherShownNorRuledOut() {
		assertEquals(Verdict.UNDECIDED, difference(0, 0.005).verdict());
		assertEquals(Verdict.NOT_REPRODUCED, difference(0, 0.00002).verdict());
	}

	/** What is due to the nonlinearity is no difference between architectures: each has its own mostly. */
	@Test
	void nonlinearityIsNoArchitecture() {
		List<NetworkCycles> networks = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			boolean first = i < 8;
			boolean tanh = first ? i % 8 != 0 : i % 8 == 0;
			networks.add(network(first ? "a" : "b", tanh ? "tanh" : "relu", 1, (tanh ? 0.005 : 0) + 0.0001 * (i * 5 % 8)));
		}
		Finding finding = new ArchitectureDifference(networks).finding(999, RandomStreams.of(1).stream("permutations"),
				new LeftOut(0, 0, "fixed-points"));
		assertEquals(Verdict.UNDECIDED, finding.verdict(), finding.explanation());
	}

	/** A decaying pair that precedes no unstable one, and an unstable pair behind a real eigenvalue. */
	@Test
	void onlyTheUnstablePairDrivesTheCycle() {
		Complex pair = polar(0.9, 2 * Math.PI * 0.03);
		FixedPoint decaying = new FixedPoint(new double[2], 0, true, List.of(new Complex(1.1, 0), pair, conjugate(pair)), 1, false);
		assertTrue(Double.isNaN(new CommandedCycle(0.03, 0.03, 1, Optional.of(decaying)).linearFrequency()));
		Complex unstable = polar(1.05, 2 * Math.PI * 0.03);
		FixedPoint spiral = new FixedPoint(new double[2], 0, true, List.of(new Complex(1.1, 0), unstable, conjugate(unstable)), 1, false);
		assertEquals(0.03, new CommandedCycle(0.03, 0.03, 1, Optional.of(spiral)).linearFrequency(), 1e-12);
	}

	@Test
	void cycleIsComparedWithItsLinearPartByMeasurement() {
		assertTrue(OscillationFindings.cycle(new double[] { -0.01, -0.011, -0.012 }).contains("slower than its linear part"));
		assertTrue(OscillationFindings.cycle(new double[] { 0.01, 0.011, 0.012 }).contains("faster than its linear part"));
		assertTrue(OscillationFindings.cycle(new double[] { -0.01, 0.011, 0 }).contains("neither"));
		assertEquals("", OscillationFindings.cycle(new double[] { -0.01 }));
	}

	/** Two architectures of eight networks, one of which is so far above the other, with so much scatter. */
	private static Finding difference(double offset, double scatter) {
		List<NetworkCycles> networks = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			networks.add(network(i < 8 ? "a" : "b", i % 2 == 0 ? "tanh" : "relu", 1,
					(i < 8 ? offset : 0) + scatter * Math.sin(2 * Math.PI * (i % 8) / 8)));
		}
		return new ArchitectureDifference(networks).finding(999, RandomStreams.of(1).stream("permutations"),
				new LeftOut(0, 0, "fixed-points"));
	}

	private static Complex polar(double modulus, double angle) {
		return new Complex(modulus * Math.cos(angle), modulus * Math.sin(angle));
	}

	private static Complex conjugate(Complex z) {
		return new Complex(z.real(), -z.imaginary());
	}

	private static NetworkCycles network(String architecture, String nonlinearity, double slope, double offset) {
		List<CommandedCycle> cycles = new ArrayList<>();
		for (double command : new double[] { 0.02, 0.03, 0.04, 0.05 }) {
			Complex value = polar(1.1, 2 * Math.PI * (slope * command + offset));
			cycles.add(new CommandedCycle(command, command, 1, Optional
					.of(new FixedPoint(new double[2], 0, true, List.of(value, conjugate(value)), 1, false))));
		}
		Subject subject = subject(architecture, 0, 1.05);
		return new NetworkCycles(new Subject(subject.name(), architecture, 2, 0, 0.01, Map.of("nonlinearity", nonlinearity),
				subject.network()), cycles);
	}

	@Test
	void tasksWithoutCommandsAreRefused() {
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(four("rotation"), false, true)).getMessage()
				.contains("command a frequency"));
	}

	@Test
	void isRegistered() throws Exception {
		assertFalse(contribution().problem().isPresent());
		assertTrue(contribution().instantiate(Analysis.class) instanceof OscillationAnalysis);
	}
}
