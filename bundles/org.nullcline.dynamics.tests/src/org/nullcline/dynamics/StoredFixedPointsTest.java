package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.InputCondition;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;

class StoredFixedPointsTest {

	private static final InputCondition FIRST = new InputCondition("first", new double[] { 0, 1 });
	private static final InputCondition SECOND = new InputCondition("second", new double[] { 1, 0 });

	/** Asks for nothing but names two inputs. */
	private record TwoInputs() implements TrialTask {

		@Override
		public int inputs() {
			return 2;
		}

		@Override
		public int outputs() {
			return 1;
		}

		@Override
		public TrialBatch trials(int count, RandomStream random) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<InputCondition> inputConditions() {
			return List.of(FIRST, SECOND);
		}
	}

	@Test
	void inputsAreKnownByTheirValues() throws AnalysisException {
		StoredFixedPoints second = new StoredFixedPoints(new double[] { 1, -0.0 }, List.of());
		StoredFixedPoints first = new StoredFixedPoints(new double[] { 0, 1 }, List.of());
		StoredFixedPoints other = new StoredFixedPoints(new double[] { 0.5, 0 }, List.of());
		List<StoredFixedPoints> stored = List.of(second, first);
		assertEquals(first, StoredFixedPoints.under(FIRST, stored, "network"));
		assertEquals(second, StoredFixedPoints.under(SECOND, stored, "network"));
		assertEquals(List.of("second", "first"), names(stored, Optional.of(new TwoInputs())));
		assertEquals(List.of("input 1", "first"), names(List.of(other, first), Optional.of(new TwoInputs())));
		assertEquals(List.of("input 1"), names(List.of(first), Optional.empty()));
		// As many inputs as the task has, but other ones.
		String message = assertThrows(AnalysisException.class,
				() -> StoredFixedPoints.under(SECOND, List.of(other, first), "network")).getMessage();
		assertTrue(message.contains("'second', [1.0, 0.0]"), message);
	}

	private static List<String> names(List<StoredFixedPoints> stored, Optional<TrialTask> task) {
		return StoredFixedPoints.conditions(stored, task).stream().map(InputCondition::name).toList();
	}
}
