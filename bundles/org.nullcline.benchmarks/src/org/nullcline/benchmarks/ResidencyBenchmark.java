package org.nullcline.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.LocalSpectra;
import org.nullcline.dynamics.ParallelParts;
import org.nullcline.dynamics.ResidencyTimes;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Residency times of the states of a rectified network without biases and with 100 inputs, and their spectra. The network is
 * untrained. Twice: with a random readout, whose symbol soon changes, and with one whose symbol never does, so that every
 * rollout goes to its end; a trained network lies between them.
 */
public final class ResidencyBenchmark {

	private static final int INPUTS = 100;
	private static final int SYMBOLS = 3;
	private static final int ROLLOUTS = 20;
	private static final int PART = 100;

	private ResidencyBenchmark() {
	}

	/**
	 * Measures both cases once each, after a small one that warms up.
	 *
	 * @param states of one run
	 * @param most   steps of a rollout
	 * @throws ContributionException if a plug-in is missing or fails
	 */
	public static List<BenchmarkCase> measure(ContributionRegistry registry, int hidden, int states, int most)
			throws ContributionException {
		Contribution vanilla = registry.find(ContributionKind.ARCHITECTURE, "vanilla").orElseThrow();
		Network random = Network.initialize(vanilla.instantiate(Architecture.class).create(INPUTS, hidden,
				vanilla.parameters(Map.of("nonlinearity", "relu", "biases", "false"))), SYMBOLS, RandomStreams.of(1));
		Network constant = Network.of(random.cell(), SYMBOLS, random.weights().arrays());
		double[] readout = new double[SYMBOLS * hidden];
		Arrays.fill(readout, 0, hidden, 1);
		constant.weights().get(Network.READOUT_WEIGHT).assign(NativeArrays.of(readout, SYMBOLS, hidden));
		measure("warm-up", random, Math.min(states, 1000), most);
		return List.of(measure("random", random, states, most), measure("constant", constant, states, most));
	}

	private static BenchmarkCase measure(String name, Network network, int count, int most) {
		double[][] states;
		try {
			states = DrivenTrajectory.run(network, GaussianNoise.of(RandomStreams.of(1).stream("run")), 0, 1, count,
					new NullProgressMonitor()).states();
		} catch (AnalysisException e) {
			throw new IllegalStateException(e);
		}
		long start = System.nanoTime();
		ResidencyTimes times = ResidencyTimes.measure(network, states, ROLLOUTS, most, 1,
				GaussianNoise.of(RandomStreams.of(1).stream("rollouts")), new NullProgressMonitor());
		double milliseconds = (System.nanoTime() - start) / 1e6;
		long before = System.nanoTime();
		LocalSpectra spectra = new LocalSpectra(network);
		ParallelParts.compute((count + PART - 1) / PART, part -> {
			for (int s = part * PART; s < Math.min(count, (part + 1) * PART); s++) {
				spectra.of(states[s]);
			}
			return part;
		}, new NullProgressMonitor());
		Map<String, Double> measures = new LinkedHashMap<>();
		measures.put("rollouts", (double) ROLLOUTS);
		measures.put("seconds", milliseconds / 1e3);
		measures.put("spectra_seconds", (System.nanoTime() - before) / 1e9);
		measures.put("mean_residency", Arrays.stream(times.times()).average().orElse(Double.NaN));
		measures.put("unended", Arrays.stream(times.unended()).average().orElse(Double.NaN));
		return new BenchmarkCase(name, network.cell().units(), count, most, Timing.of(List.of(milliseconds)), measures);
	}
}
