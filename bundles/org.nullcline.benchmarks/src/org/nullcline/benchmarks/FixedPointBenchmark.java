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
import org.nullcline.dynamics.FixedPointFinder;
import org.nullcline.dynamics.FixedPointSet;
import org.nullcline.dynamics.FixedPointSettings;
import org.nullcline.dynamics.SeedStates;

/** One search for the fixed points of an untrained network without input. */
public final class FixedPointBenchmark {

	private static final int INPUTS = 3;

	private FixedPointBenchmark() {
	}

	/**
	 * Measures searches.
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
		FixedPointFinder finder = new FixedPointFinder(network.cell(), network.weights(), new double[INPUTS],
				FixedPointSettings.DEFAULTS);
		List<Double> times = new ArrayList<>();
		int found = 0;
		// The first search is the warm-up; it is long enough.
		for (int i = 0; i < 4; i++) {
			long start = System.nanoTime();
			FixedPointSet points = finder.find(starts, RandomStreams.of(1).stream("subsets"), new NullProgressMonitor());
			if (i > 0) {
				times.add((System.nanoTime() - start) / 1e6);
			}
			found = points.points().size();
		}
		Map<String, Double> measures = new LinkedHashMap<>();
		measures.put("seeds", (double) seeds);
		measures.put("points", (double) found);
		return new BenchmarkCase(cell, hidden, seeds, 1, Timing.of(times), measures);
	}
}
