package org.nullcline.core.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.random.RandomStream;
import org.nullcline.linearalgebra.NativeArrays;

class TrialPreviewTest {

	/** Two inputs, one output, two trials of three steps, the second one padded. */
	private record SmallTask() implements TrialTask {

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
			return new TrialBatch(NativeArrays.of(new double[] { 1, 0, 2, 0, -4, 0, 1, 1, 1, 1, 0, 0 }, 2, 3, 2),
					NativeArrays.of(new double[] { 3, 6, 9, 1, 2, 0 }, 2, 3, 1),
					Optional.of(NativeArrays.of(new double[] { 1, 1, 1, 1, 1, 0 }, 2, 3)),
					List.of(Map.of("condition", "left"), Map.of("condition", "right")));
		}
	}

	@Test
	void rowsOfInputsAndTargets() {
		SmallTask task = new SmallTask();
		List<Figure> figures = TrialPreview.figures(task, task.trials(2, null), Optional.empty(), 5);
		assertEquals(2, figures.size());
		Figure first = figures.get(0);
		assertEquals("Trial 1: left", first.title());
		assertEquals(3, first.layers().size());
		// Three rows counted from below, each 2.4 times the largest magnitude of its channels high.
		assertArrayEquals(new double[] { 3 + 0.25 / 2.4, 3 + 0.5 / 2.4, 3 - 1 / 2.4 }, ((Figure.Line) first.layers().get(0)).y(), 1e-12);
		assertArrayEquals(new double[] { 2, 2, 2 }, ((Figure.Line) first.layers().get(1)).y(), 1e-12);
		Figure.Line target = (Figure.Line) first.layers().get(2);
		assertEquals("target", target.name());
		assertArrayEquals(new double[] { 1 + 1 / 7.2, 1 + 2 / 7.2, 1 + 1 / 2.4 }, target.y(), 1e-12);
		assertEquals(2, ((Figure.Line) figures.get(1).layers().get(0)).x().length, "padding is not shown");
	}

	@Test
	void outputsShareTheScaleOfTheTargets() {
		SmallTask task = new SmallTask();
		List<Figure> figures = TrialPreview.figures(task, task.trials(2, null),
				Optional.of(NativeArrays.of(new double[] { 18, 9, Double.NaN, 0, 0, 0 }, 2, 3, 1)), 1);
		assertEquals(1, figures.size());
		Figure.Line output = (Figure.Line) figures.get(0).layers().get(3);
		assertEquals("output", output.name());
		assertEquals(1 + 1 / 2.4, output.y()[0], 1e-12);
		assertTrue(Double.isNaN(output.y()[2]));
		assertEquals(1 + 0.5 / 2.4, ((Figure.Line) figures.get(0).layers().get(2)).y()[2], 1e-12);
	}
}
