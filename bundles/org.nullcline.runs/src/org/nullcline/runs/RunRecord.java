package org.nullcline.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.study.TrainingSettings;
import org.nullcline.model.RunState;

/**
 * {@code run.json}: everything about one run but its numbers.
 *
 * @param name          of the network
 * @param state         as {@link RunState#getLiteral()}
 * @param message       why, unless pending, running or done; of a run that is done, why it ended before its last step
 * @param step          weight updates so far, at the last checkpoint
 * @param steps         weight updates wanted
 * @param unexplained   fraction of variance unexplained on the held-out trials, or NaN
 * @param masterSeed    of the study
 * @param seed          which network of its cell of the grid
 * @param units         number of hidden units
 * @param properties    what its cell of the grid may differ in from others: parameters of the architecture, and {@code l2}
 * @param study         name of the study
 * @param task          with all parameters
 * @param architecture  with all parameters
 * @param objective     with all parameters
 * @param optimizer     with all parameters
 * @param regularizers  with all parameters
 * @param hooks         with all parameters
 * @param training      all settings
 * @param weightsSha256 checksum of the weight file, or empty
 * @param seconds       time spent in training, summed over interruptions
 * @param ended         when the run reached its state, ISO 8601, or empty
 * @param environment   program, Java, operating system, processor, native libraries
 * @param gradientMethod how the cell gives gradients, as it says itself (for example {@code analytic} or
 *                      {@code central differences}); empty before training has begun, and in records of earlier versions
 */
public record RunRecord(String name, String state, String message, int step, int steps, double unexplained,
		long masterSeed, int seed, int units, Map<String, String> properties, String study, ContributionRecord task, ContributionRecord architecture,
		ContributionRecord objective, ContributionRecord optimizer, List<ContributionRecord> regularizers,
		List<ContributionRecord> hooks, TrainingSettings training, String weightsSha256,
		double seconds, String ended, Map<String, String> environment, String gradientMethod) {

	public RunRecord {
		// Records of earlier versions have none.
		properties = properties != null ? properties : architecture != null ? architecture.parameters() : Map.of();
		regularizers = regularizers == null ? List.of() : regularizers;
		hooks = hooks == null ? List.of() : hooks;
		gradientMethod = gradientMethod == null ? "" : gradientMethod;
	}

	/** A run whose training has not begun, so that it is not known how gradients are had. */
	public RunRecord(String name, String state, String message, int step, int steps, double unexplained, long masterSeed,
			int seed, int units, Map<String, String> properties, String study, ContributionRecord task,
			ContributionRecord architecture, ContributionRecord objective, ContributionRecord optimizer,
			List<ContributionRecord> regularizers, List<ContributionRecord> hooks, TrainingSettings training,
			String weightsSha256, double seconds, String ended, Map<String, String> environment) {
		this(name, state, message, step, steps, unexplained, masterSeed, seed, units, properties, study, task, architecture,
				objective, optimizer, regularizers, hooks, training, weightsSha256, seconds, ended, environment, "");
	}

	/** A run without regularizers and hooks. */
	public RunRecord(String name, String state, String message, int step, int steps, double unexplained, long masterSeed,
			int seed, int units, Map<String, String> properties, String study, ContributionRecord task,
			ContributionRecord architecture, ContributionRecord objective, ContributionRecord optimizer,
			TrainingSettings training, String weightsSha256, double seconds, String ended, Map<String, String> environment) {
		this(name, state, message, step, steps, unexplained, masterSeed, seed, units, properties, study, task, architecture,
				objective, optimizer, List.of(), List.of(), training, weightsSha256, seconds, ended, environment);
	}

	/** The name of the file in a run folder. */
	public static final String FILE = "run.json";

	/** A contribution with its parameters and the plug-in that gave it. */
	public record ContributionRecord(String id, String plugin, String pluginVersion, Map<String, String> parameters) {

		static ContributionRecord of(StudyPlan.Choice choice) {
			return new ContributionRecord(choice.contribution().id(), choice.contribution().plugin(),
					choice.contribution().pluginVersion(), new LinkedHashMap<>(choice.parameters().values()));
		}
	}

	/** The record of a run that has not begun. */
	public static RunRecord pending(StudyPlan plan, NetworkPlan network, Map<String, String> environment) {
		return new RunRecord(network.name(), RunState.PENDING.getLiteral(), "", 0, network.training().steps(), Double.NaN,
				plan.study().getSeed(), network.seed(), network.units(), network.properties(), plan.study().getName(),
				ContributionRecord.of(plan.task()), ContributionRecord.of(network.architecture()),
				ContributionRecord.of(plan.objective()), ContributionRecord.of(plan.optimizer()),
				plan.regularizers().stream().map(ContributionRecord::of).toList(),
				plan.hooks().stream().map(ContributionRecord::of).toList(), network.training(), "", 0, "",
				environment);
	}

	/** The same run in another state. */
	public RunRecord in(RunState newState, String newMessage, int newStep, double newUnexplained, double newSeconds,
			String newWeightsSha256) {
		return new RunRecord(name, newState.getLiteral(), newMessage, newStep, steps, newUnexplained, masterSeed, seed,
				units, properties, study, task, architecture, objective, optimizer, regularizers, hooks, training, newWeightsSha256, newSeconds,
				newState == RunState.RUNNING ? "" : java.time.Instant.now().toString(), environment, gradientMethod);
	}

	/**
	 * The same run, whose gradients are had in this way.
	 *
	 * @param method as {@link org.nullcline.core.network.Cell#gradientMethod()} names it
	 */
	public RunRecord withGradientMethod(String method) {
		return new RunRecord(name, state, message, step, steps, unexplained, masterSeed, seed, units, properties, study, task, architecture,
				objective, optimizer, regularizers, hooks, training, weightsSha256, seconds, ended, environment, method);
	}

	public RunState runState() {
		RunState found = RunState.get(state);
		return found == null ? RunState.FAILED : found;
	}

	/** Reads {@code run.json} of a run folder. */
	public static RunRecord read(Path runFolder) throws IOException {
		RunRecord run = Json.read(runFolder.resolve(FILE), RunRecord.class);
		if (run.name == null || run.state == null || run.task == null || run.architecture == null || run.training == null) {
			throw new MalformedFileException(runFolder.resolve(FILE), "is incomplete");
		}
		return run;
	}

	/** Writes {@code run.json} into a run folder. */
	public void write(Path runFolder) throws IOException {
		AtomicFiles.write(runFolder.resolve(FILE), Json.pretty(this).getBytes(StandardCharsets.UTF_8));
	}
}
