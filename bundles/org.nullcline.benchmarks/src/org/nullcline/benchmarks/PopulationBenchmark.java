package org.nullcline.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.nullcline.core.network.Precision;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionRegistry;

/** Networks trained side by side, one per core, against one alone. */
public final class PopulationBenchmark {

	/** Steps of all networks together in a round of the warm-up. */
	private static final int WARM_UP = 600;
	private static final double MOST_WARM_UP_MILLISECONDS = 90e3;
	/** The warm-up ends when compiling takes less than this share of two rounds in a row. */
	private static final double COMPILING = 0.005;
	/** Many short rounds where there are few networks: what disturbs the machine then leaves enough of them alone. */
	private static final int NETWORK_ROUNDS = 160;
	private static final int FEWEST_ROUNDS = 9;

	private PopulationBenchmark() {
	}

	/**
	 * Trains networks first by one job and then by several; rounds of both take turns, so that a busy machine disturbs both
	 * alike. Times are those of a round's steps at the rate at which the jobs did them: that the others wait for the slowest
	 * network at the end of a round does not count, since in a large population the next network follows at once.
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
			double round = round(population, jobs, Math.max(1, WARM_UP / population.size()));
			long compiling = measured ? compiler.getTotalCompilationTime() - before : 0;
			quiet = compiling < COMPILING * round ? quiet + 1 : 0;
			spent += round;
		}
	}

	/**
	 * Milliseconds of the steps of all networks at the rate of the jobs. The round is over when a job finds no network left:
	 * the others end with the step at hand, and each job counts with its own steps in its own time.
	 */
	private static double round(List<TrainingBenchmark> population, int mostJobs, int steps) {
		int jobs = Math.min(mostJobs, population.size());
		Queue<TrainingBenchmark> waiting = new ConcurrentLinkedQueue<>(population);
		AtomicBoolean over = new AtomicBoolean();
		Callable<Double> job = () -> {
			long start = System.nanoTime();
			long done = 0;
			for (TrainingBenchmark network = waiting.poll(); network != null; network = waiting.poll()) {
				for (int i = 0; i < steps && !over.get(); i++) {
					network.step();
					done++;
				}
			}
			double milliseconds = (System.nanoTime() - start) / 1e6;
			over.set(true);
			return done / milliseconds;
		};
		try (ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
			double rate = 0;
			for (Future<Double> finished : workers.invokeAll(Collections.nCopies(jobs, job))) {
				rate += finished.get();
			}
			return population.size() * steps / rate;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
	}
}
