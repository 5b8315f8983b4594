package org.nullcline.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.exchange.ArrayReader;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.FigureMaker;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.linearalgebra.NativeArrays;

/** What plug-ins add to results and to the files that can be read; see fragment.xml. */
class FurtherFiguresTest {

	@TempDir
	Path temporary;

	private static Figure figure(String id) {
		return new Figure(id, "", "", "x", "y", false,
				List.of(Figure.Area.between("band", new double[] { 0, 1 }, new double[] { 1, 2 }, new double[] { 3, 4 }, Hue.RED)));
	}

	/** Two figures. */
	public static final class Drawing implements FigureMaker {

		@Override
		public List<Figure> figures(AnalysisRequest request, AnalysisResult result) {
			return List.of(figure("a"), figure("b"));
		}
	}

	/** Has a bug. */
	public static final class Throwing implements FigureMaker {

		@Override
		public List<Figure> figures(AnalysisRequest request, AnalysisResult result) {
			throw new IllegalStateException("no pencil");
		}
	}

	/** Reads files that begin with two exclamation marks, and fails on those with a third. */
	public static final class Exclaiming implements ArrayReader {

		@Override
		public boolean recognizes(Path file, byte[] start) {
			return start.length > 1 && start[0] == '!' && start[1] == '!';
		}

		@Override
		public Map<String, INDArray> read(Path file) throws java.io.IOException {
			if (Files.size(file) > 2) {
				throw new IllegalStateException("too loud");
			}
			return Map.of("a", NativeArrays.zeros(2));
		}
	}

	@Test
	void figuresOfOthersAreAddedUnderTheirNames() {
		AnalysisResult result = AnalysisResult.builder().figure(figure("own")).build();
		AnalysisResult added = FurtherFigures.added("drawn-upon", null, result, ContributionRegistry.read());
		assertEquals(List.of("own", "drawing-a", "drawing-b"), added.figures().stream().map(Figure::id).toList());
		assertEquals(1, added.notes().size());
		assertTrue(added.notes().get(0).contains("figure 'failing-drawing'") && added.notes().get(0).contains("no pencil"),
				added.notes().get(0));
		assertEquals(result.figures(), FurtherFigures.added("another", null, result, ContributionRegistry.read()).figures());
	}

	@Test
	void aFigureWithoutAnAnalysisIsBroken() {
		assertTrue(ContributionRegistry.read().find(ContributionKind.FIGURE, "aimless").orElseThrow().problem().isPresent());
		assertTrue(ContributionRegistry.read().find(ContributionKind.EXPORTER, "endless").orElseThrow().problem().isPresent());
	}

	@Test
	void areasAreStoredAndReadBack() throws Exception {
		Path file = Files.writeString(temporary.resolve("figure.json"), Json.pretty(figure("a")));
		Figure read = Json.read(file, Figure.class);
		Figure.Area area = (Figure.Area) read.layers().get(0);
		assertEquals("band", area.name());
		assertEquals(List.of(0.0, 1.0, 1.0, 0.0), java.util.Arrays.stream(area.x()).boxed().toList());
		assertEquals(List.of(1.0, 2.0, 4.0, 3.0), java.util.Arrays.stream(area.y()).boxed().toList());
	}

	@Test
	void filesAreReadByTheImporterThatKnowsThem() throws Exception {
		assertEquals(2, ArrayFiles.read(Files.writeString(temporary.resolve("quiet"), "!!")).get("a").length());
		java.io.IOException e = org.junit.jupiter.api.Assertions.assertThrows(java.io.IOException.class,
				() -> ArrayFiles.read(Files.writeString(temporary.resolve("loud"), "!!!")));
		assertTrue(e.getMessage().contains("importer 'exclaiming'") && e.getMessage().contains("too loud"), e.getMessage());
	}
}
