package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.study.StudySettings;
import org.nullcline.core.study.StudyTemplate;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.AnalysisChoice;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.Run;
import org.nullcline.model.RunCollection;
import org.nullcline.model.RunState;
import org.nullcline.model.Study;
import org.nullcline.runs.Checkpoint;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.Metrics;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.ExecutionListener;
import org.nullcline.trainer.StudyExecution;

/** Whole executions of small studies: reproducible, resumable, and undisturbed by what goes wrong in one place. */
class StudyExecutionTest {

	private static final List<String> NETWORKS = List.of("gru-6-seed-0", "gru-6-seed-1", "vanilla-6-seed-0",
			"vanilla-6-seed-1");

	@TempDir
	Path temporary;

	private final List<String> warnings = new ArrayList<>();
	private final List<String> problems = new ArrayList<>();

	private final ExecutionListener listener = new ExecutionListener() {

		@Override
		public void warned(String message) {
			warnings.add(message);
		}

		@Override
		public void analysisEnded(String analysis, String subject, String problem) {
			if (!problem.isEmpty()) {
				problems.add(analysis + " of " + subject + ": " + problem);
			}
		}
	};

	private static Study study(String... settings) {
		Study study = StudyTemplate.create("small", "flip-flop", List.of("vanilla", "gru"), List.of(6), 2,
				ContributionRegistry.read());
		study.getAnalyses().getAnalyses().clear();
		analysis(study, "counting");
		for (String setting : List.of("task.bits=1", "task.steps=12", "training.steps=60",
				"training.learningRate=0.02", "training.warmUpSteps=0", "training.batchSize=4",
				"training.validationTrials=8", "training.validateEvery=10", "training.checkpointEvery=20")) {
			StudySettings.apply(study, setting);
		}
		for (String setting : settings) {
			StudySettings.apply(study, setting);
		}
		return study;
	}

	private static void analysis(Study study, String id) {
		AnalysisChoice choice = ModelFactory.eINSTANCE.createAnalysisChoice();
		choice.setId(id);
		study.getAnalyses().getAnalyses().add(choice);
	}

	private static StudyPlan plan(Study study) throws InvalidStudyException {
		return StudyValidator.plan(study, ContributionRegistry.read(), "small");
	}

	private RunCollection execute(Study study, Path folder, boolean resume, int jobs, IProgressMonitor monitor)
			throws Exception {
		return StudyExecution.execute(plan(study), folder, resume, jobs, listener, monitor);
	}

	private RunCollection execute(Study study, Path folder) throws Exception {
		return execute(study, folder, false, 2, new NullProgressMonitor());
	}

	private static void assertSameRuns(Path expected, Path found) throws IOException {
		for (String network : NETWORKS) {
			Path one = StudyFolder.runFolder(expected, network);
			Path other = StudyFolder.runFolder(found, network);
			assertArrayEquals(Files.readAllBytes(one.resolve(NetworkFile.FILE)),
					Files.readAllBytes(other.resolve(NetworkFile.FILE)), network);
			assertEquals(Files.readString(one.resolve(Metrics.FILE)), Files.readString(other.resolve(Metrics.FILE)), network);
		}
		assertEquals(Files.readString(StudyFolder.resultFolder(expected, "counting").resolve(StoredResult.FILE)),
				Files.readString(StudyFolder.resultFolder(found, "counting").resolve(StoredResult.FILE)));
	}

	@Test
	void everythingIsThereAtTheEnd() throws Exception {
		Path folder = temporary.resolve("out");
		RunCollection outcome = execute(study(), folder);
		assertEquals(NETWORKS, outcome.getRuns().stream().map(Run::getName).toList());
		for (Run run : outcome.getRuns()) {
			assertEquals(RunState.DONE, run.getState(), run.getMessage());
			assertEquals(60, run.getStep());
			List<Measurement> metrics = StudyFolder.metrics(Path.of(run.getFolder()));
			assertEquals(List.of(10, 20, 30, 40, 50, 60), metrics.stream().map(Measurement::step).toList());
			assertEquals(run.getFractionVarianceUnexplained(), metrics.get(5).unexplained());
			assertTrue(metrics.get(5).loss() < metrics.get(0).loss());
		}
		RunRecord run = RunRecord.read(StudyFolder.runFolder(folder, "gru-6-seed-1"));
		assertEquals("reset-after", run.architecture().parameters().get("variant"));
		assertEquals("org.nullcline.architectures", run.architecture().plugin());
		assertEquals("1", run.task().parameters().get("bits"));
		assertEquals(NetworkFile.sha256(StudyFolder.runFolder(folder, "gru-6-seed-1").resolve(NetworkFile.FILE)),
				run.weightsSha256());
		assertTrue(run.environment().containsKey("OpenBLAS core") && run.environment().containsKey("Java"));
		assertEquals(4, StoredResult.read(StudyFolder.resultFolder(folder, "counting")).values().get("networks"));
	}

	@Test
	void theNumberOfJobsChangesNothing() throws Exception {
		execute(study(), temporary.resolve("two"), false, 2, new NullProgressMonitor());
		execute(study(), temporary.resolve("one"), false, 1, new NullProgressMonitor());
		assertSameRuns(temporary.resolve("two"), temporary.resolve("one"));
	}

	@Test
	void otherSeedsGiveOtherNetworks() throws Exception {
		execute(study(), temporary.resolve("a"));
		execute(study("study.seed=2"), temporary.resolve("b"));
		for (String network : NETWORKS) {
			assertFalse(Arrays.equals(
					Files.readAllBytes(StudyFolder.runFolder(temporary.resolve("a"), network).resolve(NetworkFile.FILE)),
					Files.readAllBytes(StudyFolder.runFolder(temporary.resolve("b"), network).resolve(NetworkFile.FILE))));
		}
	}

	/** Cancels after so many units of work. */
	private static final class CancelAfter extends NullProgressMonitor {

		private int left;

		CancelAfter(int work) {
			left = work;
		}

		@Override
		public void worked(int work) {
			left -= work;
			if (left <= 0) {
				setCanceled(true);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 33, 60, 135, 230 })
	void aCancelledExecutionGoesOnToTheSameBits(int work) throws Exception {
		execute(study(), temporary.resolve("whole"));
		Path folder = temporary.resolve("cancelled");
		RunCollection cancelled = execute(study(), folder, false, 1, new CancelAfter(work));
		assertTrue(cancelled.getRuns().size() < 4
				|| cancelled.getRuns().stream().anyMatch(run -> run.getState() == RunState.CANCELLED), "nothing was cancelled");
		RunCollection resumed = execute(study(), folder, true, 2, new NullProgressMonitor());
		assertTrue(resumed.getRuns().stream().allMatch(run -> run.getState() == RunState.DONE));
		assertSameRuns(temporary.resolve("whole"), folder);
		assertEquals(List.of(), warnings);
	}

	@Test
	void aTruncatedCheckpointIsPassedOverWithAWarning() throws Exception {
		execute(study(), temporary.resolve("whole"));
		Path folder = temporary.resolve("cancelled");
		execute(study(), folder, false, 1, new CancelAfter(50));
		Path run = StudyFolder.runFolder(folder, "vanilla-6-seed-0");
		List<Path> checkpoints = Checkpoint.files(run);
		assertEquals(2, checkpoints.size());
		byte[] content = Files.readAllBytes(checkpoints.get(0));
		Files.write(checkpoints.get(0), Arrays.copyOf(content, content.length / 2));
		execute(study(), folder, true, 1, new NullProgressMonitor());
		assertTrue(warnings.stream().anyMatch(w -> w.contains(checkpoints.get(0).toString())), warnings.toString());
		assertSameRuns(temporary.resolve("whole"), folder);
	}

	@Test
	void damagedWeightsAndRecordsAreMadeAgain() throws Exception {
		execute(study(), temporary.resolve("whole"));
		Path folder = temporary.resolve("damaged");
		execute(study(), folder);
		Files.writeString(StudyFolder.runFolder(folder, "gru-6-seed-0").resolve(NetworkFile.FILE), "damaged");
		Files.writeString(StudyFolder.runFolder(folder, "gru-6-seed-1").resolve(RunRecord.FILE), "{");
		Files.writeString(StudyFolder.resultFolder(folder, "counting").resolve(StoredResult.FILE), "{");
		RunCollection resumed = execute(study(), folder, true, 2, new NullProgressMonitor());
		assertTrue(resumed.getRuns().stream().allMatch(run -> run.getState() == RunState.DONE));
		assertEquals(3, warnings.size(), warnings.toString());
		assertSameRuns(temporary.resolve("whole"), folder);
	}

	@Test
	void finishedRunsAreNotTouchedByAResume() throws Exception {
		Path folder = temporary.resolve("out");
		execute(study(), folder);
		Path weights = StudyFolder.runFolder(folder, "gru-6-seed-0").resolve(NetworkFile.FILE);
		Object before = Files.getAttribute(weights, "unix:ino");
		execute(study(), folder, true, 2, new NullProgressMonitor());
		assertEquals(before, Files.getAttribute(weights, "unix:ino"));
	}

	@Test
	void anExecutedStudyIsNeverOverwrittenNorMixedWithAnother() throws Exception {
		Path folder = temporary.resolve("out");
		execute(study(), folder);
		assertTrue(assertThrows(InvalidStudyException.class, () -> execute(study(), folder)).getMessage()
				.contains("--resume"));
		assertTrue(assertThrows(InvalidStudyException.class,
				() -> execute(study("training.steps=61"), folder, true, 1, new NullProgressMonitor())).getMessage()
				.contains("differs from the study to be resumed (training > steps: 60, now 61)"));
		Path strange = Files.createDirectories(temporary.resolve("strange"));
		Files.writeString(strange.resolve("thesis.tex"), "");
		assertTrue(assertThrows(InvalidStudyException.class, () -> execute(study(), strange)).getMessage()
				.contains("thesis.tex"));
		Path file = Files.writeString(temporary.resolve("file"), "");
		assertThrows(InvalidStudyException.class, () -> execute(study(), file));
	}

	@Test
	void aFolderAtWorkRefusesASecondExecution() throws Exception {
		Path folder = temporary.resolve("out");
		try (StudyFolder.Lock lock = StudyFolder.lock(folder)) {
			assertTrue(assertThrows(IOException.class, () -> execute(study(), folder)).getMessage()
					.contains("another execution"));
		}
	}

	@Test
	void divergingTrainingEndsItsRunWithTheStep() throws Exception {
		Path folder = temporary.resolve("out");
		RunCollection outcome = execute(study("training.learningRate=1e200", "training.clipNorm=0"), folder);
		for (Run run : outcome.getRuns()) {
			assertEquals(RunState.DIVERGED, run.getState());
			assertTrue(run.getMessage().contains("diverged at step") && run.getMessage().contains("learning rate"),
					run.getMessage());
			assertFalse(Files.exists(Path.of(run.getFolder()).resolve(NetworkFile.FILE)));
		}
		assertTrue(outcome.getResults().isEmpty());
	}

	@Test
	void aTaskThatThrowsFailsItsRunsAndSaysWhy() throws Exception {
		Study study = study();
		study.getTask().getParameters().clear();
		study.getTask().setId("throwing-trials");
		RunCollection outcome = execute(study, temporary.resolve("out"));
		assertEquals(4, outcome.getRuns().size());
		for (Run run : outcome.getRuns()) {
			assertEquals(RunState.FAILED, run.getState());
			assertTrue(run.getMessage().contains("out of trials"), run.getMessage());
		}
	}

	@Test
	void aTaskOfWrongShapeIsNamedWithBothShapes() throws Exception {
		Study study = study();
		study.getTask().getParameters().clear();
		study.getTask().setId("wrong-shape");
		RunCollection outcome = execute(study, temporary.resolve("out"));
		String message = outcome.getRuns().get(0).getMessage();
		assertTrue(message.contains("task 'wrong-shape'") && message.contains("expected shape [4, 5, 1], found [4, 5, 2]")
				|| message.contains("expected shape [8, 5, 1], found [8, 5, 2]"), message);
	}

	@Test
	void targetsThatDoNotVaryAreNoDivergence() throws Exception {
		RunCollection outcome = execute(study("task.pulse-probability=0", "task.start=zero-until-pulse"),
				temporary.resolve("out"));
		for (Run run : outcome.getRuns()) {
			assertEquals(RunState.DONE, run.getState(), run.getMessage());
			assertTrue(Double.isNaN(run.getFractionVarianceUnexplained()));
		}
	}

	/** What was asked of three networks is asked again when the fourth is there. */
	@Test
	void resultsOfAPopulationAreAboutAllOfIt() throws Exception {
		execute(study(), temporary.resolve("whole"));
		Path folder = temporary.resolve("out");
		execute(study(), folder);
		Path result = StudyFolder.resultFolder(folder, "counting").resolve(StoredResult.FILE);
		String ofAll = Files.readString(result);
		Files.writeString(result, ofAll.replace(",\"vanilla-6-seed-1\"", "").replace("\"networks\":4", "\"networks\":3"));
		assertFalse(ofAll.equals(Files.readString(result)));
		execute(study(), folder, true, 2, new NullProgressMonitor());
		assertSameRuns(temporary.resolve("whole"), folder);
	}

	@Test
	void analysesThatFailDisturbNobody() throws Exception {
		Study study = study();
		study.getAnalyses().getAnalyses().clear();
		analysis(study, "throwing");
		analysis(study, "refusing");
		analysis(study, "counting");
		Path folder = temporary.resolve("out");
		execute(study, folder);
		assertEquals(8, problems.size(), problems.toString());
		assertTrue(problems.stream().anyMatch(p -> p.contains("a bug") && p.contains("plug-in org.nullcline.trainer")),
				problems.toString());
		assertTrue(problems.stream().anyMatch(p -> p.contains("too few trials; ask for more")), problems.toString());
		assertEquals(4, StoredResult.read(StudyFolder.resultFolder(folder, "counting")).values().get("networks"));
		IOException e = assertThrows(IOException.class, () -> StoredResult
				.read(StudyFolder.resultFolder(StudyFolder.runFolder(folder, "gru-6-seed-0"), "refusing")));
		assertTrue(e.getMessage().contains("too few trials"), e.getMessage());
	}

	/** A disk that fills up in the middle: the run folder of one network turns into a place without room. */
	@Test
	void aDiskThatFillsUpLosesNothingThatWasFinished() throws Exception {
		execute(study(), temporary.resolve("whole"));
		Path folder = temporary.resolve("full");
		Path obstacle = StudyFolder.runFolder(folder, "gru-6-seed-0").resolve(Metrics.FILE + ".part");
		ExecutionListener fills = new ExecutionListener() {

			@Override
			public void networkStarted(NetworkPlan network, int step) {
				if (network.name().equals("gru-6-seed-0")) {
					try {
						Files.createSymbolicLink(obstacle, Path.of("/dev/full"));
					} catch (IOException e) {
						throw new java.io.UncheckedIOException(e);
					}
				}
			}
		};
		IOException e = assertThrows(IOException.class,
				() -> StudyExecution.execute(plan(study()), folder, false, 1, fills, new NullProgressMonitor()));
		assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
		assertEquals(RunState.DONE, RunRecord.read(StudyFolder.runFolder(folder, "vanilla-6-seed-1")).runState());
		assertEquals(RunState.FAILED, RunRecord.read(StudyFolder.runFolder(folder, "gru-6-seed-0")).runState());
		execute(study(), folder, true, 1, new NullProgressMonitor());
		assertSameRuns(temporary.resolve("whole"), folder);
	}

	@Test
	void aFolderThatCannotBeWrittenIsNamedBeforeAnyWork() throws Exception {
		InvalidStudyException e = assertThrows(InvalidStudyException.class,
				() -> execute(study(), Path.of("/proc/nullcline/out")));
		assertTrue(e.getMessage().contains("cannot be written"), e.getMessage());
		Path readOnly = Files.createDirectory(temporary.resolve("read-only"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
		if (!Files.isWritable(readOnly)) {
			assertThrows(InvalidStudyException.class, () -> execute(study(), readOnly.resolve("out")));
		}
	}

	@Test
	void analysesAreAskedOnlyOfNetworksThatReachTheLimit() throws Exception {
		Path folder = temporary.resolve("all");
		RunCollection all = execute(study(), folder);
		List<Double> unexplained = all.getRuns().stream().map(Run::getFractionVarianceUnexplained).sorted().toList();
		double limit = (unexplained.get(1) + unexplained.get(2)) / 2;
		Path limited = temporary.resolve("limited");
		execute(study("analyses.performanceLimit=" + limit), limited);
		StoredResult result = StoredResult.read(StudyFolder.resultFolder(limited, "counting"));
		assertEquals(2, result.values().get("networks"));
		for (Run run : all.getRuns()) {
			boolean reaches = run.getFractionVarianceUnexplained() <= limit;
			assertEquals(reaches, result.subjects().contains(run.getName()), run.getName());
			assertEquals(!reaches, result.notes().get(0).contains(run.getName() + " ("), result.notes().toString());
		}
		execute(study("analyses.performanceLimit=1e-12"), temporary.resolve("none"));
		assertTrue(problems.toString().contains("counting of population: There is no network to ask. Left out"),
				problems.toString());
	}

	@Test
	void thePenaltyOfTheGridIsThatOfTheTraining() throws Exception {
		Path grid = temporary.resolve("grid");
		execute(study("population.architectures=gru", "population.seeds=1", "population.l2=0.5,1e-5"), grid);
		RunRecord heavy = RunRecord.read(StudyFolder.runFolder(grid, "gru-6-l2-0.5-seed-0"));
		assertEquals(0.5, heavy.training().phase(1).l2());
		assertEquals("0.5", heavy.properties().get("l2"));
		assertEquals("reset-after", heavy.properties().get("variant"));
		double[] norms = new double[2];
		int i = 0;
		for (String name : List.of("gru-6-l2-0.5-seed-0", "gru-6-l2-1e-05-seed-0")) {
			norms[i++] = NetworkFile.read(StudyFolder.runFolder(grid, name).resolve(NetworkFile.FILE), ContributionRegistry.read())
					.network().weights().arrays().values().stream().mapToDouble(array -> array.norm2Number().doubleValue()).sum();
		}
		assertTrue(norms[0] < 0.8 * norms[1], Arrays.toString(norms));
	}
}
