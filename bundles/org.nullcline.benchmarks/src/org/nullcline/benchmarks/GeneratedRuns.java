package org.nullcline.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.network.Precision;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.TrainingSettings;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.LearningRateSchedule;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.ObjectiveChoice;
import org.nullcline.model.OptimizerChoice;
import org.nullcline.model.PenaltyScope;
import org.nullcline.model.RunState;
import org.nullcline.model.Study;
import org.nullcline.model.TargetMeasure;
import org.nullcline.runs.Json;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.Metrics;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.RunRecord.ContributionRecord;
import org.nullcline.runs.StudyFolder;

/**
 * Run folders that nobody trained, for measuring and testing what deals with thousands of runs: records and learning curves
 * as of a sweep, and no weights. The same call writes the same files.
 */
public final class GeneratedRuns {

	/** Runs of an execution; a sweep of more runs has several executions, each with a learning rate of its own. */
	public static final int RUNS_PER_EXECUTION = 1000;

	private static final String[] ARCHITECTURES = { "vanilla", "ugrnn", "gru", "lstm" };
	private static final int[] UNITS = { 16, 32, 64, 128, 256 };
	private static final double[] PENALTIES = { 0, 1e-6, 1e-5, 1e-4, 1e-3 };
	private static final int STEPS = 1500;
	private static final int VALIDATE_EVERY = 50;

	private final RandomStreams streams = RandomStreams.of(1).below("generated runs");

	private GeneratedRuns() {
	}

	/**
	 * Writes runs.
	 *
	 * @param folder where the executions are put, {@code runs} of a project
	 * @param count  number of runs
	 * @return the folders of the executions
	 */
	public static List<Path> write(Path folder, int count, IProgressMonitor monitor) throws IOException {
		GeneratedRuns generator = new GeneratedRuns();
		SubMonitor progress = SubMonitor.convert(monitor, "Writing " + count + " runs", count);
		List<Path> executions = new ArrayList<>();
		for (int first = 0; first < count; first += RUNS_PER_EXECUTION) {
			int number = executions.size();
			Path execution = folder.resolve("sweep-" + (number + 1));
			Files.createDirectories(execution);
			Files.writeString(execution.resolve(StudyFolder.PROVENANCE_FILE), "{}\n");
			Files.write(execution.resolve(StudyFolder.STUDY_FILE), StudyFiles.write(study(learningRate(number))));
			for (int run = 0; run < Math.min(RUNS_PER_EXECUTION, count - first); run++) {
				generator.writeRun(execution, run, learningRate(number));
				progress.split(1);
			}
			executions.add(execution);
		}
		return executions;
	}

	private static double learningRate(int execution) {
		return Math.round(1e5 * 0.01 / (1 + execution)) / 1e5;
	}

	private void writeRun(Path execution, int number, double learningRate) throws IOException {
		String architecture = ARCHITECTURES[number % ARCHITECTURES.length];
		int units = UNITS[number / ARCHITECTURES.length % UNITS.length];
		double l2 = PENALTIES[number / (ARCHITECTURES.length * UNITS.length) % PENALTIES.length];
		int seed = number / (ARCHITECTURES.length * UNITS.length * PENALTIES.length);
		String name = architecture + "-" + units + "-l2-" + l2 + "-seed-" + seed;
		RandomStream random = streams.below(execution.getFileName().toString()).stream(name);
		boolean diverged = number % 97 == 96;
		List<Measurement> rows = curve(random, units, learningRate, diverged);
		Measurement last = rows.getLast();
		Map<String, String> properties = new LinkedHashMap<>();
		properties.put("l2", Double.toString(l2));
		RunRecord record = new RunRecord(name, (diverged ? RunState.DIVERGED : RunState.DONE).getLiteral(),
				diverged ? "diverged at step " + (last.step() + 1) : "", last.step(), STEPS, last.unexplained(), 1, seed, units,
				properties, "sweep", contribution("flip-flop", "org.nullcline.tasks.memory", "bits", "3", "steps", "100"),
				contribution(architecture, "org.nullcline.architectures"),
				contribution("mean-squared-error", "org.nullcline.trainer"),
				contribution("adam", "org.nullcline.trainer", "beta1", "0.9", "beta2", "0.999", "epsilon", "1.0E-8"),
				training(learningRate, l2), "", 10 + 90 * random.nextDouble(), "2026-01-01T00:00:00Z",
				Map.of("Nullcline", "0.1.0"));
		Path folder = StudyFolder.runFolder(execution, name);
		Files.createDirectories(folder);
		// Not forced to the disk file by file, as those of a trainer are: nobody mourns them.
		Files.writeString(folder.resolve(RunRecord.FILE), Json.pretty(record));
		Files.write(folder.resolve(Metrics.FILE), Metrics.text(rows).getBytes(StandardCharsets.UTF_8));
	}

	/** A power law with noise; more units and a middling learning rate learn faster. */
	private static List<Measurement> curve(RandomStream random, int units, double learningRate, boolean diverged) {
		double rate = 0.6 + 0.1 * Math.log(units) - 0.15 * Math.abs(Math.log(learningRate / 0.003));
		List<Measurement> rows = new ArrayList<>();
		int end = diverged ? STEPS / 3 : STEPS;
		for (int step = VALIDATE_EVERY; step <= end; step += VALIDATE_EVERY) {
			double loss = 0.3 * Math.pow(1 + step / 50.0, -rate) * Math.exp(0.1 * random.nextGaussian());
			rows.add(new Measurement(step, loss * Math.exp(0.05 * random.nextGaussian()), Math.min(1, 3 * loss),
					10 * loss, learningRate, loss));
		}
		return rows;
	}

	private static ContributionRecord contribution(String id, String plugin, String... namesAndValues) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			parameters.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return new ContributionRecord(id, plugin, "0.1.0", parameters);
	}

	private static TrainingSettings training(double learningRate, double l2) {
		return new TrainingSettings(List.of(new TrainingSettings.Phase("", STEPS, 1, List.of(), l2, Map.of())), 32,
				Precision.SINGLE, true,
				new TrainingSettings.LearningRate(LearningRateSchedule.EXPONENTIAL, learningRate, 0.02, 0.9999, 0.1, 10, 1e-4, 50),
				new TrainingSettings.Regularization(1, PenaltyScope.ALL, 0), new TrainingSettings.Noise(0, 0),
				new TrainingSettings.Validation(128, VALIDATE_EVERY, TargetMeasure.FRACTION_OF_VARIANCE_UNEXPLAINED, 0),
				new TrainingSettings.Checkpoints(250, 0, true));
	}

	private static Study study(double learningRate) {
		ModelFactory factory = ModelFactory.eINSTANCE;
		Study study = factory.createStudy();
		study.setName("sweep");
		study.setTask(factory.createTaskChoice());
		study.getTask().setId("flip-flop");
		study.setPopulation(factory.createPopulation());
		for (String id : ARCHITECTURES) {
			ArchitectureChoice architecture = factory.createArchitectureChoice();
			architecture.setId(id);
			study.getPopulation().getArchitectures().add(architecture);
		}
		for (int units : UNITS) {
			study.getPopulation().getSizes().add(units);
		}
		for (double l2 : PENALTIES) {
			study.getPopulation().getL2().add(l2);
		}
		study.getPopulation().setSeeds(RUNS_PER_EXECUTION / (ARCHITECTURES.length * UNITS.length * PENALTIES.length));
		study.setTraining(factory.createTrainingPlan());
		study.getTraining().setLearningRate(learningRate);
		ObjectiveChoice objective = factory.createObjectiveChoice();
		objective.setId("mean-squared-error");
		study.getTraining().setObjective(objective);
		OptimizerChoice optimizer = factory.createOptimizerChoice();
		optimizer.setId("adam");
		study.getTraining().setOptimizer(optimizer);
		return study;
	}
}
