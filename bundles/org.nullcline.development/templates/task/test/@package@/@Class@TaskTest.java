package @package@;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/** The task as Nullcline sees it: through its declaration. */
class @Class@TaskTest {

	private final Contribution contribution = ContributionRegistry.read().find(ContributionKind.TASK, "@short@").orElseThrow();

	@Test
	void theDeclarationIsValid() {
		assertEquals(Optional.empty(), contribution.problem());
	}

	@Test
	void theValueIsAskedForWhileTheGoSignalIsOnAndNotBefore() throws Exception {
		TrialTask task = (TrialTask) Tasks.create(contribution, contribution.parameters(Map.of()));
		TrialBatch trials = task.trials(20, RandomStreams.of(1).stream("test"));
		for (int trial = 0; trial < trials.trials(); trial++) {
			double value = Double.parseDouble(trials.metadata().get(trial).get("value"));
			for (int t = 0; t < trials.steps(); t++) {
				boolean go = trials.inputs().getDouble(trial, t, 1) == 1;
				assertEquals(go ? value : 0, trials.targets().getDouble(trial, t, 0));
			}
		}
	}

	@Test
	void theSameStreamGivesTheSameTrials() throws Exception {
		TrialTask task = (TrialTask) Tasks.create(contribution, contribution.parameters(Map.of()));
		TrialBatch once = task.trials(5, RandomStreams.of(1).stream("test"));
		TrialBatch again = task.trials(5, RandomStreams.of(1).stream("test"));
		assertArrayEquals(NativeArrays.values(once.inputs()), NativeArrays.values(again.inputs()));
		assertArrayEquals(NativeArrays.values(once.targets()), NativeArrays.values(again.targets()));
	}

	@Test
	void delaysThatDoNotFitTogetherAreRefused() {
		Map<String, String> values = Map.of("shortest-delay", "10", "longest-delay", "5");
		assertThrows(IllegalArgumentException.class, () -> Tasks.create(contribution, contribution.parameters(values)));
	}
}
