package org.nullcline.trainer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.study.StudySettings;
import org.nullcline.core.study.StudyTemplate;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.Run;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPhase;
import org.nullcline.runs.Checkpoint;
import org.nullcline.runs.Metrics;
import org.nullcline.runs.NetworkFile;
import org.nullcline.trainer.ExecutionListener;
import org.nullcline.trainer.StudyExecution;

/** A study of one tiny network and twelve steps, validated after every third and saved after every fifth. */
final class SmallStudy {

	private static final ExecutionListener STRICT = new ExecutionListener() {

		@Override
		public void warned(String message) {
			throw new AssertionError(message);
		}
	};

	private SmallStudy() {
	}

	/** The study with further settings, in order; {@code phase NAME} adds a phase. */
	static StudyPlan plan(String architecture, List<String> settings) throws InvalidStudyException {
		Study study = StudyTemplate.create("small", "flip-flop", List.of(architecture), List.of(4), 1,
				ContributionRegistry.read());
		study.getAnalyses().getAnalyses().clear();
		for (String setting : List.of("task.bits=1", "task.steps=8", "task.pulse-probability=0.3",
				"training.steps=12", "training.learningRate=0.02",
				"training.warmUpSteps=0", "training.batchSize=3", "training.validationTrials=4", "training.validateEvery=3",
				"training.checkpointEvery=5")) {
			StudySettings.apply(study, setting);
		}
		for (String setting : settings) {
			if (setting.startsWith("phase ")) {
				TrainingPhase phase = ModelFactory.eINSTANCE.createTrainingPhase();
				phase.setName(setting.substring("phase ".length()));
				study.getTraining().getPhases().add(phase);
			} else {
				StudySettings.apply(study, setting);
			}
		}
		return StudyValidator.plan(study, ContributionRegistry.read(), "small");
	}

	/** The only network of the study. */
	static NetworkPlan network(StudyPlan plan) {
		return plan.networks().get(0);
	}

	/** The network as it is before training. */
	static Network untrained(StudyPlan plan) throws Exception {
		return Network.initialize(network(plan).architecture().contribution().instantiate(Architecture.class).create(1,
				network(plan).units(), network(plan).architecture().parameters()), 1, random(plan));
	}

	/** The streams of the network. */
	static RandomStreams random(StudyPlan plan) {
		return RandomStreams.of(plan.study().getSeed()).below("networks").below(network(plan).name());
	}

	/** Executes the study; a warning is an error. */
	static Run execute(StudyPlan plan, Path folder) throws Exception {
		return StudyExecution.execute(plan, folder, false, 1, STRICT, new NullProgressMonitor()).getRuns().get(0);
	}

	/** Executes the study until so many steps are done. */
	static Run executeUntil(StudyPlan plan, Path folder, int step) throws Exception {
		IProgressMonitor monitor = new NullProgressMonitor() {

			private int done;

			@Override
			public void worked(int work) {
				done += work;
				setCanceled(done >= step);
			}
		};
		return StudyExecution.execute(plan, folder, false, 1, STRICT, monitor).getRuns().get(0);
	}

	/** Goes on with the study. */
	static Run resume(StudyPlan plan, Path folder) throws Exception {
		return StudyExecution.execute(plan, folder, true, 1, STRICT, new NullProgressMonitor()).getRuns().get(0);
	}

	/** The trained network's file. */
	static byte[] weightFile(Run run) throws IOException {
		return Files.readAllBytes(Path.of(run.getFolder()).resolve(NetworkFile.FILE));
	}

	/** All measurements as they are in the file. */
	static String metrics(Run run) throws IOException {
		return Files.readString(Path.of(run.getFolder()).resolve(Metrics.FILE));
	}

	/** The newest checkpoint. */
	static Checkpoint checkpoint(Run run) throws IOException {
		return Checkpoint.read(Checkpoint.files(Path.of(run.getFolder())).get(0));
	}

	/** The weights of the newest checkpoint, by name. */
	static Map<String, List<Double>> weights(Run run) throws IOException {
		return values(checkpoint(run).arrays());
	}

	/** Values that can be compared. */
	static Map<String, List<Double>> values(Map<String, INDArray> arrays) {
		Map<String, List<Double>> values = new LinkedHashMap<>();
		arrays.forEach((name, array) -> values.put(name,
				Arrays.stream(NativeArrays.values(array)).boxed().toList()));
		return values;
	}
}
