package org.nullcline.trainer.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.study.TrainingSettings;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.Optimizer;
import org.nullcline.core.training.OptimizerFactory;
import org.nullcline.linearalgebra.NativeRuntime;
import org.nullcline.trainer.TrainingEstimate.Cell;

/** Measures how long a weight update and a validation take, with networks that are thrown away. */
public final class StepCalibration {

	private static final int FEWEST_STEPS = 3;
	private static final double SECONDS = 0.3;
	private static final double WARM_UP_SECONDS = 1;
	private static final int MOST_ROUNDS = 8;
	private static final double STEADY = 0.9;
	private static final int VALIDATIONS = 3;
	private static final int BYTES_PER_NUMBER = 8;
	/** Of a row of metrics, and of run.json with the headers of the other files. */
	private static final int BYTES_PER_ROW = 110;
	private static final int BYTES_PER_RUN = 12_000;

	private final StudyPlan plan;
	private final Task task;
	private final Objective objective;
	/** Architectures whose code has been compiled. */
	private final Set<String> warm = new HashSet<>();

	private StepCalibration(StudyPlan plan) throws ContributionException {
		this.plan = plan;
		task = Tasks.make(plan.task().contribution(), plan.task().parameters());
		objective = CheckedObjective.of(plan);
	}

	/** One cell for each architecture, with its parameters, and size. */
	public static List<Cell> measure(StudyPlan plan) throws ContributionException {
		NativeRuntime.load();
		Map<List<Object>, List<NetworkPlan>> alike = new LinkedHashMap<>();
		for (NetworkPlan network : plan.networks()) {
			alike.computeIfAbsent(List.of(network.architecture().contribution().id(),
					network.architecture().parameters().values(), network.units()), _ -> new ArrayList<>()).add(network);
		}
		StepCalibration calibration = new StepCalibration(plan);
		List<Cell> cells = new ArrayList<>();
		for (List<NetworkPlan> networks : alike.values()) {
			cells.add(calibration.cell(networks.get(0), networks.size()));
		}
		return cells;
	}

	private Cell cell(NetworkPlan planned, int networks) throws ContributionException {
		RandomStreams random = RandomStreams.of(plan.study().getSeed()).below("calibration").below(planned.name());
		Network network = Network.initialize(Made.by(planned.architecture(), Architecture.class, architecture -> architecture
				.create(task.inputs(), planned.units(), planned.architecture().parameters())), task.outputs(), random);
		Masks masks = new Masks(network, random);
		Optimizer optimizer = Made.by(plan.optimizer(), OptimizerFactory.class, factory -> factory
				.create(plan.optimizer().parameters()).forArrays(Network.declarations(network.cell(), network.outputs())));
		List<Hooks.Named> hooks = Hooks.of(plan);
		TrainingMemory memory = TrainingMemory.initial(plan, optimizer, hooks, network.weights());
		TrainingSettings settings = planned.training();
		double perStep;
		try (WeightUpdates updates = new WeightUpdates(plan, settings, network, objective, optimizer, hooks, masks,
				random)) {
			if (warm.add(planned.architecture().contribution().id())) {
				warmUp(updates, memory, settings.steps());
			}
			perStep = secondsPerStep(updates, memory, settings.steps(), SECONDS);
		} catch (PluginFault e) {
			throw e.fault();
		}
		double perValidation = secondsPerValidation(network);
		int validations = settings.steps() / settings.validation().every() + 1;
		String prefix = planned.name().replaceFirst("-" + planned.units() + "(-l2-[^-]+(-\\d+)?)?-seed-\\d+$", "");
		return new Cell(prefix, planned.units(), networks, perStep, perValidation,
				settings.steps() * perStep + validations * perValidation,
				bytes(network, memory.all().size(), validations, settings.checkpoints(), settings.steps()));
	}

	/** Updates for about a second again and again, until they no longer become faster: then the Java platform has compiled the code. */
	private static void warmUp(WeightUpdates updates, TrainingMemory memory, int steps) throws ContributionException {
		double best = Double.POSITIVE_INFINITY;
		for (int round = 0; round < MOST_ROUNDS; round++) {
			double median = secondsPerStep(updates, memory, steps, WARM_UP_SECONDS);
			if (median > STEADY * best) {
				return;
			}
			best = median;
		}
	}

	/** The median of the updates of some time. */
	private static double secondsPerStep(WeightUpdates updates, TrainingMemory memory, int steps, double duration)
			throws ContributionException {
		List<Double> seconds = new ArrayList<>();
		double spent = 0;
		while (seconds.size() < FEWEST_STEPS || spent < duration) {
			long begin = System.nanoTime();
			// Without learning the cost is the same, and nothing can diverge.
			updates.update(seconds.size() % steps + 1, memory, 0);
			seconds.add((System.nanoTime() - begin) * 1e-9);
			spent += seconds.getLast();
		}
		return median(seconds);
	}

	private static double median(List<Double> values) {
		double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	private double secondsPerValidation(Network network) throws ContributionException {
		try (Validation validation = new Validation(plan, new TrialSource(task, plan.task().contribution()), objective)) {
			List<Double> seconds = new ArrayList<>();
			for (int i = 0; i < VALIDATIONS; i++) {
				long begin = System.nanoTime();
				validation.measure(network);
				seconds.add((System.nanoTime() - begin) * 1e-9);
			}
			return seconds.stream().mapToDouble(Double::doubleValue).min().getAsDouble();
		}
	}

	/** Weights, the newest and all kept checkpoints with the memory of the optimizer, the best network, metrics. */
	private static long bytes(Network network, int memories, int validations, TrainingSettings.Checkpoints checkpoints,
			int steps) {
		long numbers = network.weights().arrays().values().stream().mapToLong(array -> array.length()).sum();
		long kept = 1 + (checkpoints.keepEvery() > 0 ? steps / checkpoints.keepEvery() : 0);
		long arrays = 1 + kept * (1 + memories) + (checkpoints.keepBest() ? 1 : 0);
		return BYTES_PER_NUMBER * numbers * arrays + (long) BYTES_PER_ROW * validations + BYTES_PER_RUN;
	}
}
