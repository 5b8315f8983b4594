package org.nullcline.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.nullcline.core.network.Precision;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionRegistry;

/** Networks trained side by side, one per core, against one alone. */
public final class PopulationBenchmark {

	/** Steps of each network in a round of the warm-up. */
	private static final int WARM_UP = 300;
	private static final double MOST_WARM_UP_MILLISECONDS = 90e3;
	/** The warm-up ends when compiling takes less than this share of two rounds in a row. */
	private static final double COMPILING = 0.005;
	/** Many short rounds where there are few networks: what disturbs the machine then leaves enough of them alone. */
	private static final int NETWORK_ROUNDS = 80;
	private static final int FEWEST_ROUNDS = 9;

	private PopulationBenchmark() {
	}

	/**
	 * Trains the same number of steps of each network, first by one job and then by several; rounds of both take turns, so
	 * that a busy machine disturbs both alike.
	 *
	 * @param networks  of the population
	 * @param jobs      how many are trained at once
	 * @param stepsEach training steps per network and round
	 * @throws ContributionException if a plug-in is missing or fails
	 */
	public static BenchmarkCase measure(ContributionRegistry registry, String cell, int hidden, int batch, int steps,
			Precision precision, int networks, int jobs, int stepsEach) throws ContributionException {
		List<TrainingBenchmark> population = new ArrayList<>();
		try {
			for (int i = 0; i < networks; i++) {
				population.add(new TrainingBenchmark(registry, cell, hidden, batch, steps, precision));
			}
			warmUp(population, jobs);
			List<Double> alone = new ArrayList<>();
			List<Double> together = new ArrayList<>();
			int rounds = Math.max(FEWEST_ROUNDS, NETWORK_ROUNDS / networks);
			for (int i = 0; i < rounds; i++) {
				alone.add(round(population, 1, stepsEach));
				together.add(round(population, jobs, stepsEach));
			}
			Timing one = Timing.of(alone);
			Timing several = Timing.of(together);
			Map<String, Double> measures = new LinkedHashMap<>();
			measures.put("networks", (double) networks);
			measures.put("jobs", (double) jobs);
			measures.put("one_job_ms", one.median());
			// As far as other work on the machine left both alone: it takes more from who needs all cores.
			measures.put("speed_up", one.lowQuarter() / several.lowQuarter());
			measures.put("network_steps_per_second", 1e3 * networks * stepsEach / several.median());
			return new BenchmarkCase(cell, hidden, batch, steps, several, measures);
		} finally {
			population.forEach(TrainingBenchmark::close);
		}
	}

	/**
	 * Trains until the virtual machine has compiled what training needs. It compiles in a thread of its own: one job leaves a
	 * core free for it, several jobs do not, so its work would count against them only. Methods that are called once in a
	 * training step are compiled after some thousands of steps.
	 */
	private static void warmUp(List<TrainingBenchmark> population, int jobs) {
		CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
		boolean measured = compiler != null && compiler.isCompilationTimeMonitoringSupported();
		int quiet = 0;
		for (double spent = 0; spent < MOST_WARM_UP_MILLISECONDS && quiet < 2;) {
			long before = measured ? compiler.getTotalCompilationTime() : 0;
			double round = round(population, jobs, WARM_UP);
			long compiling = measured ? compiler.getTotalCompilationTime() - before : 0;
			quiet = compiling < COMPILING * round ? quiet + 1 : 0;
			spent += round;
		}
	}

	/** Milliseconds until all networks have done their steps. */
	private static double round(List<TrainingBenchmark> population, int jobs, int steps) {
		try (ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
			long start = System.nanoTime();
			List<Future<?>> runs = new ArrayList<>();
			for (TrainingBenchmark network : population) {
				Callable<Void> run = () -> {
					for (int i = 0; i < steps; i++) {
						network.step();
					}
					return null;
				};
				runs.add(workers.submit(run));
			}
			for (Future<?> run : runs) {
				run.get();
			}
			return (System.nanoTime() - start) / 1e6;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
	}
}
