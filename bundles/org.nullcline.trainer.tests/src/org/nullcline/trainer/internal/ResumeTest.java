package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.model.LearningRateSchedule;
import org.nullcline.model.Run;
import org.nullcline.model.RunState;
import org.nullcline.runs.Checkpoint;
import org.nullcline.runs.Metrics;
import org.nullcline.runs.NetworkFile;
import org.nullcline.trainer.ExecutionListener;
import org.nullcline.trainer.StudyExecution;

/** An execution that was cancelled and resumed leaves the same bytes as one that was not, whatever its plan. */
class ResumeTest {

	@TempDir
	Path temporary;

	private static Stream<Arguments> optimizersAndSchedules() {
		return ContributionRegistry.read().all(ContributionKind.OPTIMIZER).stream().map(Contribution::id)
				.flatMap(optimizer -> LearningRateSchedule.VALUES.stream()
						.map(schedule -> Arguments.of(optimizer, schedule.getLiteral())));
	}

	@ParameterizedTest
	@MethodSource("optimizersAndSchedules")
	void everyOptimizerAndEverySchedule(String optimizer, String schedule) throws Exception {
		// Every validation is too bad for the plateau schedule, so that the rate is cut on both sides of the interruption.
		// Few files: waiting for the disk is what these tests spend their time on.
		assertResumable(SmallStudy.plan("vanilla", List.of("optimizer.id=" + optimizer, "training.schedule=" + schedule,
				"training.plateauPatience=0", "training.plateauThreshold=0.99", "training.warmUpSteps=3",
				"training.keepBest=false", "training.checkpointEvery=12")), 7);
	}

	private static Stream<Arguments> plans() {
		return Stream.of(
				plan("phases", "vanilla", "phase one", "one.steps=5", "one.frozen=readout.*,bias_?h_l0",
						"one.task.pulse-probability=0.5", "one.task.steps=6", "phase two", "two.steps=7",
						"two.learningRateFactor=0.5", "two.l2=0.1", "two.frozen=initial_state"),
				plan("masks", "gru", "gru.density=0.5"),
				plan("input noise", "vanilla", "training.inputNoise=0.3"),
				plan("state noise", "vanilla", "training.stateNoise=0.3"),
				plan("weight clipping", "vanilla", "training.weightClipNorm=1"),
				plan("penalty of weights", "vanilla", "training.l2=0.1", "training.l2Scope=weights"),
				plan("penalty of recurrent weights", "vanilla", "training.l2=0.1", "training.l2Scope=recurrent"),
				plan("fixed initial state", "vanilla", "training.trainInitialState=false"),
				plan("double precision", "vanilla", "training.precision=double"),
				plan("penalty of activity", "lstm", "training.regularizers=activity", "activity.weight=0.1"),
				plan("memory of a hook", "vanilla", "training.hooks=averaging"),
				plan("moved units", "gru", "training.regularizers=l1", "training.hooks=shuffling,averaging"),
				plan("rewards", "vanilla", "task.id=recall", "objective.id=policy-gradient"),
				plan("everything", "gru", "gru.density=0.5", "gru.layers=2", "training.inputNoise=0.1",
						"training.stateNoise=0.1", "training.weightClipNorm=3", "training.trainInitialState=false",
						"training.l2Scope=weights", "phase one", "one.steps=6", "one.frozen=*_l1", "phase two", "two.steps=6"));
	}

	private static Arguments plan(String name, String architecture, String... settings) {
		return Arguments.of(name, architecture, List.of(settings));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("plans")
	void everySetting(String name, String architecture, List<String> settings) throws Exception {
		Run plain = SmallStudy.execute(SmallStudy.plan(architecture, List.of()), temporary.resolve("plain"));
		Run whole = assertResumable(SmallStudy.plan(architecture, settings), 4, 5, 7);
		assertFalse(SmallStudy.weights(plain).equals(SmallStudy.weights(whole)), "the settings have no effect");
	}

	private static Stream<Arguments> networks() {
		return Stream.of("vanilla", "ugrnn", "gru", "lstm").flatMap(architecture -> Stream.of("1", "2").flatMap(layers -> {
			Arguments asUsual = plan(architecture + ", " + layers, architecture, architecture + ".layers=" + layers);
			return architecture.equals("gru") ? Stream.of(asUsual, plan("gru reset-before, " + layers, "gru",
					"gru.layers=" + layers, "gru.variant=reset-before")) : Stream.of(asUsual);
		}));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("networks")
	void everyArchitecture(String name, String architecture, List<String> settings) throws Exception {
		assertResumable(SmallStudy.plan(architecture, settings), 7);
	}

	/** The interruption lies before the step at which the target is reached, or at this very step. */
	@Test
	void aTargetThatIsReached() throws Exception {
		StudyPlan plan = SmallStudy.plan("vanilla", List.of("training.target=1000"));
		Run whole = SmallStudy.execute(plan, temporary.resolve("whole"));
		assertEquals(3, whole.getStep());
		Path early = temporary.resolve("early");
		assertEquals(RunState.CANCELLED, SmallStudy.executeUntil(plan, early, 2).getState());
		assertSame(whole, SmallStudy.resume(plan, early), "early");
		Path late = temporary.resolve("late");
		SmallStudy.executeUntil(plan, late, 3);
		assertSame(whole, SmallStudy.resume(plan, late), "late");
	}

	/** Neither more steps nor another message when the weights are written again. */
	@Test
	void aLostNetworkThatHadReachedItsTarget() throws Exception {
		StudyPlan plan = SmallStudy.plan("vanilla", List.of("training.target=1000"));
		Run whole = SmallStudy.execute(plan, temporary.resolve("whole"));
		Path folder = temporary.resolve("lost");
		Run lost = SmallStudy.execute(plan, folder);
		Files.delete(Path.of(lost.getFolder()).resolve(NetworkFile.FILE));
		Files.delete(Path.of(lost.getFolder()).resolve(Metrics.FILE));
		Run again = StudyExecution.execute(plan, folder, true, 1,
				new ExecutionListener() {
				}, new NullProgressMonitor()).getRuns().get(0);
		assertEquals(RunState.DONE, again.getState());
		assertEquals(3, again.getStep());
		assertEquals(whole.getMessage(), again.getMessage());
		assertArrayEquals(SmallStudy.weightFile(whole), SmallStudy.weightFile(again));
	}

	private Run assertResumable(StudyPlan plan, int... steps) throws Exception {
		Run whole = SmallStudy.execute(plan, temporary.resolve("whole"));
		assertEquals(RunState.DONE, whole.getState(), whole.getMessage());
		for (int step : steps) {
			Path folder = temporary.resolve("cancelled-" + step);
			Run cancelled = SmallStudy.executeUntil(plan, folder, step);
			assertEquals(RunState.CANCELLED, cancelled.getState());
			assertEquals(step, cancelled.getStep());
			assertSame(whole, SmallStudy.resume(plan, folder), "after " + step + " steps");
		}
		return whole;
	}

	private static void assertSame(Run whole, Run resumed, String when) throws Exception {
		assertEquals(RunState.DONE, resumed.getState(), resumed.getMessage());
		assertEquals(whole.getMessage(), resumed.getMessage());
		assertArrayEquals(SmallStudy.weightFile(whole), SmallStudy.weightFile(resumed), when);
		assertEquals(SmallStudy.metrics(whole), SmallStudy.metrics(resumed), when);
		Checkpoint one = SmallStudy.checkpoint(whole);
		Checkpoint other = SmallStudy.checkpoint(resumed);
		assertEquals(one.step(), other.step());
		assertEquals(one.progress(), other.progress(), when);
		assertEquals(one.memory().keySet(), other.memory().keySet());
		one.memory().forEach((name, memory) -> assertEquals(SmallStudy.values(memory),
				SmallStudy.values(other.memory().get(name)), name + " " + when));
		Path best = Checkpoint.best(Path.of(whole.getFolder()));
		Path bestResumed = Checkpoint.best(Path.of(resumed.getFolder()));
		assertEquals(Files.exists(best), Files.exists(bestResumed));
		assertTrue(!Files.exists(best) || Files.mismatch(best, bestResumed) == -1, "best network " + when);
	}
}
