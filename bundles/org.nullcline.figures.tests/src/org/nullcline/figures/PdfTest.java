package org.nullcline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.openpdf.text.pdf.PdfReader;

class PdfTest {

	@Test
	void onePageOfTheFiguresSize() throws IOException {
		Figure figure = SampleFigures.trajectories();
		PdfReader reader = new PdfReader(FigureFormat.PDF.bytes(figure));
		assertEquals(1, reader.getNumberOfPages());
		// A unit of the drawing is a quarter of a millimetre.
		assertEquals(FigureSize.of(figure).width() * 0.25 / 25.4 * 72, reader.getPageSize(1).getWidth(), 0.01);
		assertEquals(figure.title(), reader.getInfo().get("Title"));
		String content = new String(reader.getPageContent(1), StandardCharsets.ISO_8859_1);
		// Curves of letters and dots, and the red of the unstable point as vector graphics.
		assertTrue(content.contains(" c\n"));
		assertTrue(content.contains("0.76471 0.15294 0.10588 rg"), "no red");
		assertFalse(content.contains(" Tj"), "text would need a font");
		reader.close();
	}

	@Test
	void manyPointsAndGridsArePictures() throws IOException {
		double[] x = IntStream.range(0, 200_000).mapToDouble(i -> Math.cos(i) * i).toArray();
		double[] y = IntStream.range(0, 200_000).mapToDouble(i -> Math.sin(i * 1.7) * i).toArray();
		Figure many = new Figure("many", "Many", "", "x", "y", false,
				List.of(new Points("", x, y, Hue.BLUE, Marker.DOT, List.of())));
		assertTrue(FigureFormat.PDF.bytes(many).length < 1_000_000);
		for (Figure figure : List.of(many, SampleFigures.grid(5))) {
			PdfReader reader = new PdfReader(FigureFormat.PDF.bytes(figure));
			assertTrue(new String(reader.getPageContent(1), StandardCharsets.ISO_8859_1).contains(" Do"), figure.id());
			reader.close();
		}
	}

	@Test
	void anExportThatFailsLeavesWhatWasThere(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("figure.pdf");
		FigureFormat.of(file).orElseThrow().write(SampleFigures.trajectories(), file);
		byte[] before = Files.readAllBytes(file);
		Figure broken = new Figure("broken", "Broken", "", "", "", false, List.of(new Points("", new double[1], new double[1], Hue.RED,
				Marker.DOT, List.of())));
		FigureFormat.PDF.write(broken, file);
		assertFalse(java.util.Arrays.equals(before, Files.readAllBytes(file)));
		try (var content = Files.list(folder)) {
			assertEquals(List.of(file), content.toList());
		}
	}
}
