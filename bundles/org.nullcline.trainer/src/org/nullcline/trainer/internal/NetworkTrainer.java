package org.nullcline.trainer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.study.TrainingSettings;
import org.nullcline.core.task.Task;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.Optimizer;
import org.nullcline.core.training.OptimizerFactory;
import org.nullcline.model.RunState;
import org.nullcline.runs.Checkpoint;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.Metrics;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.ReferenceLosses;
import org.nullcline.runs.ReferenceLosses.TrialSet;
import org.nullcline.runs.RunRecord;

/**
 * Trains one network. What comes out depends on the plan and the network's name alone: every step draws its trials from a
 * stream of its own, so a run that was interrupted goes on from its checkpoint as if nothing had happened.
 */
final class NetworkTrainer {

	/** What the trainer tells while it works. */
	interface Observer {
		void started(int step);

		/** What solutions without a network score. */
		void compared(ReferenceLosses references);

		void measured(Measurement measurement);

		void advanced(int steps);

		void warned(String message);
	}

	private final StudyPlan plan;
	private final NetworkPlan networkPlan;
	private final Task task;
	private final TrialSource trialSource;
	private final Path runFolder;
	private final Observer observer;
	private final BooleanSupplier cancelled;
	private final TrainingSettings settings;
	private final RandomStreams random;
	private final LearningRate learningRate;

	private RunRecord run;
	private Network network;
	private Masks masks;
	private Optimizer optimizer;
	private List<Hooks.Named> hooks;
	private TrainingMemory memory;
	private ReferenceLosses references = ReferenceLosses.NONE;
	private final List<Measurement> rows = new ArrayList<>();
	private int step;
	private double bestLoss = Double.POSITIVE_INFINITY;
	private boolean targetReached;
	private double secondsBefore;
	private long startedAt;

	NetworkTrainer(StudyPlan plan, NetworkPlan networkPlan, Task task, Path runFolder, RunRecord run,
			Observer observer, BooleanSupplier cancelled) {
		this.plan = plan;
		this.networkPlan = networkPlan;
		this.task = task;
		trialSource = new TrialSource(task, plan.task().contribution());
		this.runFolder = runFolder;
		this.run = run;
		this.observer = observer;
		this.cancelled = cancelled;
		settings = networkPlan.training();
		learningRate = new LearningRate(settings);
		random = RandomStreams.of(plan.study().getSeed()).below("networks").below(networkPlan.name());
	}

	/**
	 * Trains, or goes on where the run was interrupted, until the end, divergence or cancellation.
	 *
	 * @return the run as it was left on disk
	 * @throws IOException           if something cannot be written; the last checkpoint stays
	 * @throws ContributionException if a plug-in fails
	 */
	RunRecord train() throws IOException, ContributionException {
		startedAt = System.nanoTime();
		network = Network.initialize(Made.by(networkPlan.architecture(), Architecture.class, architecture -> architecture.create(
				task.inputs(), networkPlan.units(), networkPlan.architecture().parameters())), task.outputs(), random);
		CellCheck.check(network, task.inputs(), networkPlan.units(), networkPlan.architecture().contribution());
		run = run.withGradientMethod(network.cell().gradientMethod());
		masks = new Masks(network, random);
		masks.apply(network.weights());
		optimizer = Made.by(plan.optimizer(), OptimizerFactory.class, factory -> factory.create(plan.optimizer().parameters())
				.forArrays(Network.declarations(network.cell(), network.outputs())));
		hooks = Hooks.of(plan);
		memory = TrainingMemory.initial(plan, optimizer, hooks, network.weights());
		memory.all().values().forEach(masks::apply);
		Objective objective = CheckedObjective.of(plan);
		restore();
		observer.started(step);
		run = run.in(RunState.RUNNING, "", step, lastUnexplained(), seconds(), "");
		run.write(runFolder);
		return descend(objective);
	}

	private String divergence(int next, WeightUpdates.Update update) {
		double clipNorm = settings.regularization().clipNorm();
		return "diverged at step " + next + " (loss " + update.loss() + ", gradient norm " + update.norm()
				+ "); a smaller learning rate or a clipNorm " + (clipNorm > 0 ? "below " + clipNorm : "above 0") + " helps";
	}

	private RunRecord descend(Objective objective) throws IOException, ContributionException {
		try (Validation validation = new Validation(plan, trialSource, objective);
				WeightUpdates descent = new WeightUpdates(plan, settings, network, objective, optimizer, hooks, masks,
						random)) {
			references = validation.references(settings.batchSize());
			references.write(runFolder);
			observer.compared(references);
			while (step < settings.steps() && !targetReached) {
				if (cancelled.getAsBoolean()) {
					checkpoint();
					return end(RunState.CANCELLED, "cancelled after step " + step + "; can be resumed", "");
				}
				int next = step + 1;
				WeightUpdates.Update update = descent.update(next, memory, learningRate.at(next));
				if (update.diverged()) {
					rows.add(new Measurement(next, update.loss(), Double.NaN, update.norm(), learningRate.at(next), Double.NaN));
					Metrics.write(runFolder, rows);
					return end(RunState.DIVERGED, divergence(next, update), "");
				}
				step = next;
				observer.advanced(1);
				if (settings.validation().due(step, settings.steps())) {
					validate(validation, update);
				}
				if (targetReached || settings.checkpoints().due(step, settings.steps())) {
					checkpoint();
				}
			}
			if (rows.isEmpty() || rows.get(rows.size() - 1).step() != step) {
				// The metrics of an interrupted run were damaged; what was measured last can be measured again.
				HeldOutTrials.Held held = validation.measure(network);
				rows.add(new Measurement(step, Double.NaN, held.unexplained(), Double.NaN, learningRate.at(step), held.loss(),
						references.skill(held.loss(), TrialSet.VALIDATION)));
				Metrics.write(runFolder, rows);
			}
		}
		return finish();
	}

	private void validate(Validation validation, WeightUpdates.Update update)
			throws IOException, ContributionException {
		HeldOutTrials.Held held = validation.measure(network);
		Measurement measurement = new Measurement(step, update.loss(), held.unexplained(), update.norm(),
				learningRate.at(step), held.loss(), references.skill(held.loss(), TrialSet.VALIDATION));
		learningRate.validated(held.loss());
		if (settings.checkpoints().keepBest() && held.loss() < bestLoss) {
			bestLoss = held.loss();
			Checkpoint.writeBest(runFolder, description(), step, bestLoss, network.weights());
		}
		rows.add(measurement);
		observer.measured(measurement);
		// A measure that is no number reaches nothing.
		targetReached = settings.validation().target() > 0 && targetMeasure(measurement) <= settings.validation().target();
	}

	private double targetMeasure(Measurement measurement) {
		return switch (settings.validation().measure()) {
		case FRACTION_OF_VARIANCE_UNEXPLAINED -> measurement.unexplained();
		case VALIDATION_LOSS -> measurement.validationLoss();
		};
	}

	private RunRecord finish() throws IOException {
		// NaN only says that the targets do not vary.
		if (!Double.isFinite(WeightArithmetic.norm(network.weights())) || Double.isInfinite(lastUnexplained())) {
			return end(RunState.DIVERGED, "diverged in the last steps; a smaller learning rate helps", "");
		}
		String checksum = NetworkFile.write(runFolder.resolve(NetworkFile.FILE), network, run,
				networkPlan.architecture().contribution().description());
		Checkpoint.keepNewest(runFolder, settings.checkpoints()::keeps);
		String message = targetReached ? "reached its target at step " + step + " ("
				+ settings.validation().measure().getLiteral() + " " + targetMeasure(rows.get(rows.size() - 1)) + ", target "
				+ settings.validation().target() + ")" : references.standing(lastSkill());
		return end(RunState.DONE, message, checksum);
	}

	private Map<String, String> description() {
		return NetworkFile.metadata(network, run, networkPlan.architecture().contribution().description());
	}

	/** Metrics first: they may know more than the checkpoint, never less. */
	private void checkpoint() throws IOException {
		Metrics.write(runFolder, rows);
		Map<String, String> progress = new LinkedHashMap<>();
		learningRate.save(progress);
		progress.put("best_loss", Double.toString(bestLoss));
		progress.put("target_reached", Boolean.toString(targetReached));
		Checkpoint.of(step, seconds(), network.weights(), memory.all(), progress).write(runFolder, description(),
				settings.checkpoints()::keeps);
		run = run.in(RunState.RUNNING, "", step, lastUnexplained(), seconds(), "");
		run.write(runFolder);
	}

	private RunRecord end(RunState state, String message, String checksum) throws IOException {
		run = run.in(state, message, step, lastUnexplained(), seconds(), checksum);
		run.write(runFolder);
		return run;
	}

	/** Takes the newest checkpoint that can be read; without one the run begins anew. */
	private void restore() throws IOException {
		for (Path file : Files.isDirectory(runFolder) ? Checkpoint.files(runFolder) : List.<Path>of()) {
			try {
				Checkpoint checkpoint = Checkpoint.read(file);
				Weights weights = Weights.copyOf(Network.declarations(network.cell(), task.outputs()), checkpoint.arrays());
				TrainingMemory restored = memory.restored(Network.declarations(network.cell(), task.outputs()),
						checkpoint.memory());
				weights.arrays().forEach((name, array) -> network.weights().get(name).assign(array));
				masks.apply(network.weights());
				memory = restored;
				memory.all().values().forEach(masks::apply);
				learningRate.restore(checkpoint.progress());
				bestLoss = Double.parseDouble(checkpoint.progress().getOrDefault("best_loss", "Infinity"));
				targetReached = Boolean.parseBoolean(checkpoint.progress().get("target_reached"));
				step = checkpoint.step();
				secondsBefore = checkpoint.seconds();
				break;
			} catch (IOException | IllegalArgumentException e) {
				observer.warned(networkPlan.name() + ": a checkpoint cannot be used and is passed over: " + e.getMessage());
			}
		}
		if (step > 0) {
			try {
				Metrics.read(runFolder).stream().filter(row -> row.step() <= step).forEach(rows::add);
			} catch (IOException e) {
				observer.warned(networkPlan.name() + ": earlier metrics are lost: " + e.getMessage());
			}
		}
	}

	private double lastUnexplained() {
		return rows.isEmpty() ? Double.NaN : rows.get(rows.size() - 1).unexplained();
	}

	private double lastSkill() {
		return rows.isEmpty() ? Double.NaN : rows.getLast().skill();
	}

	private double seconds() {
		return secondsBefore + (System.nanoTime() - startedAt) * 1e-9;
	}
}
