package org.nullcline.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.ObjectiveFactory;
import org.nullcline.core.training.Optimizer;
import org.nullcline.core.training.OptimizerFactory;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.trainer.BackpropagationThroughTime;

/**
 * One training step: forward pass, mean squared error, back-propagation through time and one step of Adam, with 3 inputs
 * and 3 outputs on random trials.
 */
public final class TrainingBenchmark implements AutoCloseable {

	/** The cells that the bar names, with the number of their recurrent blocks. */
	public static final Map<String, Integer> CELLS = cells();

	private static final int CHANNELS = 3;
	private static final double LEARNING_RATE = 1e-3;

	private final Network network;
	private final TrialBatch trials;
	private final Weights gradient;
	private final Objective objective;
	private final Optimizer optimizer;
	private final Map<String, Weights> memory;
	private final BackpropagationThroughTime engine;
	private long step;

	/** @throws ContributionException if a plug-in is missing or fails */
	public TrainingBenchmark(ContributionRegistry registry, String cell, int hidden, int batch, int steps,
			Precision precision) throws ContributionException {
		Contribution architecture = find(registry, ContributionKind.ARCHITECTURE, cell);
		network = Network.initialize(architecture.instantiate(Architecture.class).create(CHANNELS, hidden,
				architecture.parameters(Map.of())), CHANNELS, RandomStreams.of(1));
		Contribution error = find(registry, ContributionKind.OBJECTIVE, "mean-squared-error");
		objective = error.instantiate(ObjectiveFactory.class).create(error.parameters(Map.of()));
		Contribution adam = find(registry, ContributionKind.OPTIMIZER, "adam");
		optimizer = adam.instantiate(OptimizerFactory.class).create(adam.parameters(Map.of()));
		memory = optimizer.initialMemory(network.weights());
		gradient = network.weights().zerosLike();
		trials = new TrialBatch(gaussian("inputs", batch, steps), gaussian("targets", batch, steps));
		engine = new BackpropagationThroughTime(network, steps, batch, precision);
	}

	private static Map<String, Integer> cells() {
		Map<String, Integer> cells = new LinkedHashMap<>();
		cells.put("vanilla", 1);
		cells.put("ugrnn", 2);
		cells.put("gru", 3);
		cells.put("lstm", 4);
		return cells;
	}

	private static Contribution find(ContributionRegistry registry, ContributionKind kind, String id) {
		return registry.find(kind, id).orElseThrow(() -> new IllegalArgumentException("there is no " + id));
	}

	private static INDArray gaussian(String name, int batch, int steps) {
		RandomStream random = RandomStreams.of(1).stream(name);
		double[] values = new double[batch * steps * CHANNELS];
		for (int i = 0; i < values.length; i++) {
			values[i] = random.nextGaussian();
		}
		return NativeArrays.of(values, batch, steps, CHANNELS);
	}

	/** One training step. */
	public void step() {
		step++;
		engine.evaluate(objective, trials, RandomStreams.of(1).stream("objective", step), gradient);
		optimizer.update(network.weights(), gradient, memory, step, LEARNING_RATE);
	}

	/**
	 * Measures training steps.
	 *
	 * @param peak measured again in turn with the steps
	 * @throws ContributionException if a plug-in is missing or fails
	 */
	public static BenchmarkCase measure(ContributionRegistry registry, String cell, int hidden, int batch, int steps,
			Precision precision, ProductPeak peak) throws ContributionException {
		try (TrainingBenchmark benchmark = new TrainingBenchmark(registry, cell, hidden, batch, steps, precision)) {
			List<Timing> timings = Timing.inTurn(benchmark::step, peak.product(), 3);
			Timing timing = timings.getFirst();
			Map<String, Double> measures = new LinkedHashMap<>();
			if (CELLS.containsKey(cell)) {
				double gigaflops = operations(CELLS.get(cell), hidden, batch, steps) / timing.lowQuarter() / 1e6;
				double most = peak.gigaflops(timings.getLast());
				measures.put("gigaflops", gigaflops);
				measures.put("peak_gigaflops", most);
				measures.put("share_of_peak", gigaflops / most);
			}
			measures.put("process_mb", ProcessMemory.peakMegabytes());
			return new BenchmarkCase(cell, hidden, batch, steps, timing, measures);
		}
	}

	/**
	 * Floating-point operations of the matrix products of a step: forward, by the state and by the weights with each recurrent
	 * block and with the readout; forward and by the weights with the inputs.
	 */
	private static double operations(int blocks, int hidden, int batch, int steps) {
		double rows = 2.0 * batch * steps;
		return rows * hidden * (3.0 * blocks * hidden + 2.0 * blocks * CHANNELS + 3.0 * CHANNELS);
	}

	@Override
	public void close() {
		engine.close();
		trials.close();
	}
}
