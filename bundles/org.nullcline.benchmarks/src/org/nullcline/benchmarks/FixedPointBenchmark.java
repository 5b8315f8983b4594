package org.nullcline.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.FixedPointFinder;
import org.nullcline.dynamics.FixedPointSet;
import org.nullcline.dynamics.FixedPointSettings;
import org.nullcline.dynamics.SeedStates;

/** One search for the fixed points of a network without input. */
public final class FixedPointBenchmark {

	private static final int INPUTS = 3;
	/** Searches go on untimed for so long, until the compiler has done its work. */
	private static final long WARM_UP_NANOSECONDS = 5_000_000_000L;
	private static final int TIMED = 5;

	private FixedPointBenchmark() {
	}

	/**
	 * Measures searches in an untrained network.
	 *
	 * @param seeds states to start from
	 * @throws ContributionException if a plug-in is missing or fails
	 */
	public static BenchmarkCase measure(ContributionRegistry registry, String cell, int hidden, int seeds)
			throws ContributionException {
		Contribution architecture = registry.find(ContributionKind.ARCHITECTURE, cell).orElseThrow();
		Network network = Network.initialize(architecture.instantiate(Architecture.class).create(INPUTS, hidden,
				architecture.parameters(Map.of("recurrent-gain", "1.5"))), INPUTS, RandomStreams.of(1));
		double[][] starts = SeedStates.around(new double[network.cell().state().size()], seeds, 0.5,
				RandomStreams.of(1).stream("seeds"));
		return measure(network, cell, starts, FixedPointSettings.DEFAULTS.slowTolerance());
	}

	/**
	 * Measures searches in a given network.
	 *
	 * @param cell      what to call the network's architecture
	 * @param starts    states to start from, [seed][state]
	 * @param tolerance largest q of a point
	 */
	public static BenchmarkCase measure(Network network, String cell, double[][] starts, double tolerance) {
		FixedPointSettings defaults = FixedPointSettings.DEFAULTS;
		FixedPointSettings settings = new FixedPointSettings(defaults.iterations(), defaults.learningRate(), tolerance,
				Math.min(tolerance, defaults.exactTolerance()), defaults.uniqueTolerance(), defaults.outlierFactor(),
				defaults.subsets());
		FixedPointFinder finder = new FixedPointFinder(network.cell(), network.weights(), new double[network.cell().inputs()],
				settings);
		List<Double> times = new ArrayList<>();
		FixedPointSet found = null;
		long begin = System.nanoTime();
		do {
			found = finder.find(starts, RandomStreams.of(1).stream("subsets"), new NullProgressMonitor());
		} while (System.nanoTime() - begin < WARM_UP_NANOSECONDS);
		for (int i = 0; i < TIMED; i++) {
			long start = System.nanoTime();
			found = finder.find(starts, RandomStreams.of(1).stream("subsets"), new NullProgressMonitor());
			times.add((System.nanoTime() - start) / 1e6);
		}
		Map<String, Double> measures = new LinkedHashMap<>();
		measures.put("seeds", (double) starts.length);
		measures.put("points", (double) found.exact().size());
		measures.put("slow_points", (double) found.slow().size());
		measures.put("seeds_explained", (double) found.points().stream().mapToInt(FixedPoint::seeds).sum());
		int[] counts = found.countsByIndex();
		for (int index = 0; index < Math.min(4, counts.length); index++) {
			measures.put("points_index_" + index, (double) counts[index]);
		}
		return new BenchmarkCase(cell, network.cell().units(), starts.length, 1, Timing.of(times), measures);
	}
}
