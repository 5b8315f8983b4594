package org.nullcline.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.core.network.Precision;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudySettings;
import org.nullcline.core.study.TrainingSettings;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.LearningRateSchedule;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.PenaltyScope;
import org.nullcline.model.RunState;
import org.nullcline.model.Study;
import org.nullcline.model.TargetMeasure;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.Metrics;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.RunRecord.ContributionRecord;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;

/** A study folder with two architectures, four networks, and results of both scopes. */
final class SampleStudy {

	/** A name and a note with every character that means something in HTML. */
	static final String NASTY = "a <b> & \"c\" 'd' </script><img src=x onerror=alert(1)>";

	private static final ModelFactory MODEL = ModelFactory.eINSTANCE;

	private SampleStudy() {
	}

	static void write(Path folder) throws IOException {
		Files.createDirectories(folder);
		Files.write(folder.resolve(StudyFolder.STUDY_FILE), StudyFiles.write(study()));
		Files.writeString(folder.resolve(StudyFolder.PROVENANCE_FILE), """
				{"environment": {"Java": "25 <early>", "threads": 1}, "plugins": {"org.nullcline.core": "0.1.0"},
				 "started": "2026-01-01", "list": [1, "two"]}""");
		run(folder, "gru-8-seed-0", "gru", 0, RunState.DONE, "");
		run(folder, "gru-8-seed-1", "gru", 1, RunState.DIVERGED, "the loss became NaN at step 17");
		run(folder, "lstm-8-seed-0", "lstm", 0, RunState.DONE, "");
		for (String network : List.of("gru-8-seed-0", "lstm-8-seed-0")) {
			result(StudyFolder.resultFolder(StudyFolder.runFolder(folder, network), "fixed-points"), "fixed-points",
					Scope.NETWORK, network, fixedPoints());
		}
		result(StudyFolder.resultFolder(folder, "representation"), "representation", Scope.POPULATION, "gru-8-seed-0", distances());
		Path damaged = StudyFolder.resultFolder(StudyFolder.runFolder(folder, "lstm-8-seed-0"), "damaged");
		Files.createDirectories(damaged);
		Files.writeString(damaged.resolve(StoredResult.FILE), "{\"analysis\": ");
		Path failed = StudyFolder.resultFolder(folder, "failed");
		Files.createDirectories(failed);
		Files.writeString(failed.resolve(StoredResult.FAILURE_FILE), "too few networks");
	}

	/**
	 * Makes the population of a written study larger: four cells of one architecture, told apart by their non-linearity and their
	 * penalty. The network with seed 0 of the first cell has not been analysed.
	 *
	 * @param seeds networks of each cell
	 */
	static void enlarge(Path folder, int seeds) throws IOException {
		for (String cell : List.of("tanh-1e-05", "tanh-0.001", "relu-1e-05", "relu-0.001")) {
			Map<String, String> properties = Map.of("nonlinearity", cell.substring(0, 4), "l2", cell.substring(5), "leak", "1");
			for (int seed = 0; seed < seeds; seed++) {
				String network = "vanilla-" + cell + "-8-seed-" + seed;
				run(folder, network, "vanilla", seed, RunState.DONE, "", properties);
				if (seed > 0 || !cell.equals("tanh-1e-05")) {
					result(StudyFolder.resultFolder(StudyFolder.runFolder(folder, network), "fixed-points"), "fixed-points",
							Scope.NETWORK, network, fixedPoints());
				}
			}
		}
	}

	private static Study study() {
		Study study = MODEL.createStudy();
		study.setName("Study " + NASTY);
		study.setDescription("Described with <angle> brackets & more.");
		study.setSeed(4711);
		study.setTask(MODEL.createTaskChoice());
		study.getTask().setId("flip-flop");
		StudySettings.setParameter(study.getTask(), "bits", "3");
		study.setPopulation(MODEL.createPopulation());
		for (String id : List.of("gru", "lstm")) {
			ArchitectureChoice architecture = MODEL.createArchitectureChoice();
			architecture.setId(id);
			study.getPopulation().getArchitectures().add(architecture);
		}
		study.getPopulation().getSizes().add(8);
		study.getPopulation().setSeeds(2);
		study.setTraining(MODEL.createTrainingPlan());
		study.getTraining().setObjective(MODEL.createObjectiveChoice());
		study.getTraining().getObjective().setId("mean-squared-error");
		study.getTraining().setOptimizer(MODEL.createOptimizerChoice());
		study.getTraining().getOptimizer().setId("adam");
		return study;
	}

	private static void run(Path folder, String name, String architecture, int seed, RunState state, String message)
			throws IOException {
		run(folder, name, architecture, seed, state, message, Map.of("l2", "1e-05"));
	}

	private static void run(Path folder, String name, String architecture, int seed, RunState state, String message,
			Map<String, String> properties) throws IOException {
		Path runFolder = StudyFolder.runFolder(folder, name);
		Files.createDirectories(runFolder);
		ContributionRecord task = contribution("flip-flop", Map.of("bits", "3", "noise", "0.25"));
		TrainingSettings training = new TrainingSettings(
				List.of(new TrainingSettings.Phase("", 1500, 1, List.of(), 1e-5, Map.of())), 32, Precision.SINGLE, true,
				new TrainingSettings.LearningRate(LearningRateSchedule.EXPONENTIAL, 0.003, 0.02, 0.9999, 0.1, 10, 1e-4, 50),
				new TrainingSettings.Regularization(1, PenaltyScope.ALL, 0), new TrainingSettings.Noise(0, 0),
				new TrainingSettings.Validation(128, 50, TargetMeasure.FRACTION_OF_VARIANCE_UNEXPLAINED, 0),
				new TrainingSettings.Checkpoints(250, 0, true));
		new RunRecord(name, state.getLiteral(), message, state == RunState.DONE ? 1500 : 17, 1500,
				state == RunState.DONE ? 0.0123456 : Double.NaN, 4711, seed, 8, properties, "study", task,
				contribution(architecture, Map.of()), contribution("mean-squared-error", Map.of()),
				contribution("adam", Map.of("beta1", "0.9")), training, "", 1, "", Map.of()).write(runFolder);
		List<Measurement> metrics = new ArrayList<>();
		for (int step = 1; step <= (state == RunState.DONE ? 1500 : 17); step++) {
			double error = 0.5 * Math.exp(-step / 300.0) * (1.2 + 0.2 * Math.sin(step * (seed + 1.3))) + 0.002;
			metrics.add(new Measurement(step, step == 17 && seed == 1 ? Double.NaN : error,
					step % 50 == 0 ? error / 0.3 : Double.NaN, 1, 0.003, Double.NaN));
		}
		Metrics.write(runFolder, metrics);
	}

	private static ContributionRecord contribution(String id, Map<String, String> parameters) {
		return new ContributionRecord(id, "org.nullcline.sample", "1.2.3", parameters);
	}

	private static void result(Path folder, String id, Scope scope, String subject, AnalysisResult result)
			throws IOException {
		Contribution contribution = new Contribution(ContributionKind.ANALYSIS, id, "Analysis " + id, "", Optional.of(scope),
				List.of(), "org.nullcline.sample", "1.2.3", Optional.empty(), null);
		AnalysisRequest request = new AnalysisRequest(List.of(new Subject(subject, "gru", 8, 0, 0.01, null)), Optional.empty(),
				Parameters.of(List.of(), Map.of()), RandomStreams.of(1), RandomStreams.of(2));
		StoredResult.write(folder, contribution, request, result);
	}

	private static AnalysisResult fixedPoints() {
		double[] x = new double[500];
		double[] y = new double[500];
		for (int i = 0; i < x.length; i++) {
			x[i] = 3 * Math.cos(i * 0.05) * Math.exp(-i / 200.0);
			y[i] = 2 * Math.sin(i * 0.05) * Math.exp(-i / 200.0);
		}
		Figure plane = new Figure("plane", "Fixed points", "Caption <&>.", "first principal component",
				"second principal component", true,
				List.of(new Line("trajectory", x, y, Hue.GREY, true),
						new Points("stable", new double[] { 0, 1 }, new double[] { 0, 1 }, Hue.BLACK, Marker.DOT, List.of("p <0>", "p 1")),
						new Points("1 unstable direction", new double[] { 2 }, new double[] { -1 }, Hue.RED, Marker.DIAMOND, List.of("p 2"))));
		return AnalysisResult.builder().figure(plane).value("fixed points", 3).value("speed", 1.23456789e-9)
				.table(new Table("Fixed points <found>", List.of("point", "q < 1"), List.of(List.of("0", "1e-9"), List.of("one & two", "2"))))
				.finding(new Finding("There are 2^N stable fixed points.", 8, Interval.exact(8), "= 8", "Maheswaranathan et al. 2019",
						Verdict.REPRODUCED, ""))
				.finding(new Finding("Saddles connect <all> of them.", Double.NaN, Interval.unknown("not asked"), "= 12",
						"Maheswaranathan et al. 2019", Verdict.UNDECIDED, "Only a part was tried."))
				.note(NASTY).build();
	}

	private static AnalysisResult distances() {
		List<String> names = List.of("gru-8-seed-0", "gru-8-seed-1", "lstm-8-seed-0");
		return AnalysisResult.builder()
				.figure(new Figure("distances", "Distances between networks", "", "", "", false,
						List.of(new Grid("1 \u2212 mean correlation", new double[][] { { 0, 0.1, 0.6 }, { 0.1, 0, 0.5 }, { 0.6, 0.5, 0 } }, names, names))))
				.finding(new Finding("Architectures differ in geometry.", 0.45, new Interval(0.4, 0.5, "95 % bootstrap"), "< 0.1",
						"Maheswaranathan et al. 2019", Verdict.NOT_REPRODUCED, "They are alike."))
				.build();
	}
}
