package org.nullcline.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.StateDistance;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.similarity.NamedDistance;
import org.nullcline.similarity.PairwiseDistances;
import org.nullcline.similarity.ParallelTasks;

/**
 * The SVCCA distances between all networks of a population, on made-up states: each network mixes latent signals that all
 * share with noise of its own. States are drawn network after network, so that only the bases of all are in memory.
 */
public final class DistanceBenchmark {

	private static final int LATENTS = 20;

	private DistanceBenchmark() {
	}

	/** What one network took. */
	private record Prepared<P>(P network, double drawing, double decomposing) {
	}

	/**
	 * Measures one matrix, once: it is long, and the first networks are its warm-up.
	 *
	 * @param networks   of the population
	 * @param samples    states of each network
	 * @param units      of each network
	 * @param components principal components compared
	 * @throws ContributionException if a plug-in is missing or fails
	 */
	public static BenchmarkCase measure(ContributionRegistry registry, int networks, int samples, int units, int components)
			throws ContributionException {
		NamedDistance distance = NamedDistance.of(registry, "svcca", Map.of("components", Integer.toString(components)));
		return measure(distance.distance(), networks, samples, units, components);
	}

	private static <P> BenchmarkCase measure(StateDistance<P> distance, int networks, int samples, int units, int components) {
		double[] latents = gaussian(samples * LATENTS, RandomStreams.of(1).stream("latents"));
		long start = System.nanoTime();
		List<Callable<Prepared<P>>> work = new ArrayList<>();
		for (int i = 0; i < networks; i++) {
			int network = i;
			work.add(() -> prepare(distance, latents, RandomStreams.of(1).stream("network", network), samples, units));
		}
		List<Prepared<P>> prepared;
		try {
			prepared = ParallelTasks.run(work, new NullProgressMonitor());
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
		double bases = (System.nanoTime() - start) / 1e6;
		double[][] matrix = PairwiseDistances.of(distance, prepared.stream().map(Prepared::network).toList(), new NullProgressMonitor());
		double total = (System.nanoTime() - start) / 1e6;
		double drawing = prepared.stream().mapToDouble(Prepared::drawing).sum();
		double decomposing = prepared.stream().mapToDouble(Prepared::decomposing).sum();
		Map<String, Double> measures = new LinkedHashMap<>();
		measures.put("networks", (double) networks);
		measures.put("samples", (double) samples);
		measures.put("components", (double) components);
		measures.put("states_and_bases_seconds", bases / 1e3);
		measures.put("drawing_share_of_that", drawing / (drawing + decomposing));
		measures.put("pairs_seconds", (total - bases) / 1e3);
		measures.put("microseconds_per_pair", 1e3 * (total - bases) / (networks * (networks - 1.0) / 2));
		measures.put("total_seconds", total / 1e3);
		measures.put("mean_distance", mean(matrix));
		measures.put("process_mb", ProcessMemory.peakMegabytes());
		return new BenchmarkCase("svcca", units, networks, 1, Timing.of(List.of(total)), measures);
	}

	private static <P> Prepared<P> prepare(StateDistance<P> distance, double[] latents, RandomStream random, int samples, int units) {
		long start = System.nanoTime();
		double[] states = draw(latents, random, samples, units);
		long drawn = System.nanoTime();
		try (CentredStates centred = CentredStates.of(states, units)) {
			P network = distance.prepare(centred);
			return new Prepared<>(network, drawn - start, System.nanoTime() - drawn);
		}
	}

	/** tanh of mixed latent signals and a little noise. */
	private static double[] draw(double[] latents, RandomStream random, int samples, int units) {
		double[] mixing = gaussian(LATENTS * units, random);
		double[] states = new double[samples * units];
		for (int i = 0; i < samples; i++) {
			for (int k = 0; k < LATENTS; k++) {
				double latent = latents[i * LATENTS + k] / (1 + k);
				for (int j = 0; j < units; j++) {
					states[i * units + j] += latent * mixing[k * units + j];
				}
			}
			for (int j = 0; j < units; j++) {
				states[i * units + j] = Math.tanh(states[i * units + j]) + 0.1 * (random.nextDouble() - 0.5);
			}
		}
		return states;
	}

	private static double[] gaussian(int count, RandomStream random) {
		double[] values = new double[count];
		for (int i = 0; i < count; i++) {
			values[i] = random.nextGaussian();
		}
		return values;
	}

	private static double mean(double[][] matrix) {
		double sum = 0;
		for (int i = 0; i < matrix.length; i++) {
			for (int j = 0; j < i; j++) {
				sum += matrix[i][j];
			}
		}
		return sum / (matrix.length * (matrix.length - 1.0) / 2);
	}
}
