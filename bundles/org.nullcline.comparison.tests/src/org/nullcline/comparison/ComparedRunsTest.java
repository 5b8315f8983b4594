package org.nullcline.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.comparison.ComparedCurves.Quantity;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.figure.Figure;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.RunReference;
import org.nullcline.runs.StudyFolder;

/** Labels, curves and distances of runs of several executions. */
class ComparedRunsTest {

	@TempDir
	Path folder;

	/** A run that diverges does not press the others flat. */
	@Test
	void curvesEndWhereARunDiverges() {
		Map<String, List<Measurement>> curves = new LinkedHashMap<>();
		curves.put("good", List.of(measurement(1, 0.5), measurement(2, 0.1), measurement(3, 0.01)));
		curves.put("bad", List.of(measurement(1, 0.6), measurement(2, 2), measurement(3, 1e15), measurement(4, Double.POSITIVE_INFINITY)));
		Figure figure = ComparedCurves.of(Quantity.LOSS, curves);
		assertArrayEquals(new double[] { 1, 2, 3 }, ((Figure.Line) figure.layers().get(0)).x());
		assertArrayEquals(new double[] { 1, 2 }, ((Figure.Line) figure.layers().get(2)).x());
	}

	private static Measurement measurement(int step, double loss) {
		return new Measurement(step, loss, Double.NaN, Double.NaN, 0.01, Double.NaN);
	}

	@Test
	void labelsTellRunsFromEachOther() {
		RunReference one = new RunReference(Path.of("/p/runs/a-1/runs/gru-8-seed-0"));
		RunReference other = new RunReference(Path.of("/p/runs/a-2/runs/gru-8-seed-0"));
		RunReference elsewhere = new RunReference(Path.of("/q/runs/a-2/runs/gru-8-seed-0"));
		RunReference third = new RunReference(Path.of("/p/runs/a-2/runs/lstm-8-seed-0"));
		assertEquals(List.of("a-1/gru-8-seed-0", "a-2/gru-8-seed-0", "lstm-8-seed-0"), RunLabels.of(List.of(one, other, third)));
		assertEquals(List.of("a-1/gru-8-seed-0", "/p/runs/a-2/runs/gru-8-seed-0", "/q/runs/a-2/runs/gru-8-seed-0"),
				RunLabels.of(List.of(one, other, elsewhere)));
	}

	@Test
	void everyRunHasALineAndALabel() {
		Map<String, List<Measurement>> curves = new LinkedHashMap<>();
		curves.put("a", List.of(new Measurement(10, 0.1, 1, 1, 1, 0.01), new Measurement(20, 0.01, 1, 1, 1, Double.NaN)));
		curves.put("b", List.of(new Measurement(10, 1, 1, 1, 1, 100)));
		curves.put("nothing measured", List.of());
		Figure figure = ComparedCurves.of(Quantity.LOSS, curves);
		assertEquals(4, figure.layers().size());
		Figure.Line line = (Figure.Line) figure.layers().get(0);
		assertEquals("a", line.name());
		assertEquals(List.of(-1.0, -2.0), java.util.Arrays.stream(line.y()).boxed().toList());
		assertEquals(List.of("a"), ((Figure.Points) figure.layers().get(1)).labels());
		assertEquals(1, ((Figure.Line) ComparedCurves.of(Quantity.VALIDATION_LOSS, curves).layers().get(0)).x().length);
	}

	@Test
	void distancesOfRunsOfSeveralExecutions() throws Exception {
		Path first = Executions.execute(folder.resolve("small-1"), 7);
		Path second = Executions.execute(folder.resolve("small-2"), 8);
		Path copy = folder.resolve("small-3");
		try (Stream<Path> files = Files.walk(first)) {
			for (Path file : files.toList()) {
				Files.copy(file, copy.resolve(first.relativize(file).toString()));
			}
		}
		List<RunReference> runs = Stream.of(first, second, copy)
				.map(execution -> new RunReference(StudyFolder.runFolder(execution, "gru-8-seed-0"))).toList();
		ComparedDistances distances = ComparedDistances.of(runs, "cka", new NullProgressMonitor());
		double[][] values = distances.matrix().values();
		assertEquals(0, values[0][2], 1e-9);
		assertTrue(values[0][1] > 1e-3, "different networks have a distance: " + values[0][1]);
		assertEquals(values[0][1], values[2][1], 1e-9);
		// The two that are alike stand side by side.
		int[] order = distances.order();
		assertTrue(order[1] != 1, java.util.Arrays.toString(order));
		Figure.Grid grid = (Figure.Grid) distances.heatMap().layers().getFirst();
		assertEquals(List.of(order[0], order[1], order[2]).stream().map(i -> RunLabels.of(runs).get(i)).toList(), grid.rows());

		assertThrows(AnalysisException.class, () -> ComparedDistances.of(runs.subList(0, 1), "cka", new NullProgressMonitor()));
		Path record = runs.get(1).folder().resolve(RunRecord.FILE);
		Files.writeString(record, Files.readString(record).replace("\"id\": \"flip-flop\"", "\"id\": \"sine\""));
		AnalysisException e = assertThrows(AnalysisException.class,
				() -> ComparedDistances.of(runs, "cka", new NullProgressMonitor()));
		assertTrue(e.getMessage().contains("different tasks") && e.getMessage().contains("sine"), e.getMessage());
	}
}
