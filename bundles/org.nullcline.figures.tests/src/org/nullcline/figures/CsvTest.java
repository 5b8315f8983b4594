package org.nullcline.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;

class CsvTest {

	@Test
	void numbersReadBackAsTheyWere() {
		double[] x = { Math.PI, 1e-300, -0.1, 12345678.9, Double.NaN };
		double[] y = { 1, 2.0 / 3, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY };
		String[] rows = csv(new Line("a", x, y, Hue.BLUE, true)).split("\r\n");
		assertEquals("layer,name,x,y,label", rows[0]);
		double[] readX = new double[x.length];
		double[] readY = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			String[] fields = rows[i + 1].split(",", -1);
			assertEquals(5, fields.length);
			readX[i] = Double.parseDouble(fields[2]);
			readY[i] = Double.parseDouble(fields[3]);
		}
		assertArrayEquals(x, readX);
		assertArrayEquals(y, readY);
	}

	@Test
	void textIsQuotedWhereNeeded() {
		double[] one = { 1 };
		assertEquals("layer,name,x,y,label\r\n1,\"a, \"\"b\"\"\",1.0,1.0,\"line\nbreak\"\r\n2,,1.0,1.0,\r\n",
				csv(new Points("a, \"b\"", one, one, Hue.RED, Marker.DOT, List.of("line\nbreak")),
						new Line("", one, one, Hue.RED, false)));
	}

	@Test
	void gridsAreBlocksOfTheirOwn() {
		Grid grid = new Grid("d", new double[][] { { 1, 2 } }, List.of("r"), List.of("c", "d,e"));
		assertEquals("row,column,value\r\nr,c,1.0\r\nr,\"d,e\",2.0\r\n", csv(grid));
		assertEquals("layer,name,x,y,label\r\n2,p,3.0,4.0,\r\n\r\nrow,column,value\r\nr,c,1.0\r\nr,\"d,e\",2.0\r\n",
				csv(grid, new Points("p", new double[] { 3 }, new double[] { 4 }, Hue.RED, Marker.DOT, List.of())));
		assertEquals("layer,name,x,y,label\r\n", csv());
	}

	@Test
	void formatsAreFoundByExtensionAndWritten(@TempDir Path folder) throws Exception {
		for (FigureFormat format : FigureFormat.values()) {
			Path file = folder.resolve("figure." + format.extension());
			assertEquals(Optional.of(format), FigureFormat.of(file));
			format.write(SampleFigures.trajectories(), file);
			assertArrayEquals(format.bytes(SampleFigures.trajectories()), Files.readAllBytes(file));
		}
		assertEquals(Optional.of(FigureFormat.PNG), FigureFormat.of(Path.of("A.PNG")));
		assertEquals(Optional.empty(), FigureFormat.of(Path.of("png")));
	}

	private static String csv(Figure.Layer... layers) {
		return new FigurePainter(Theme.PRINT).csv(new Figure("f", "", "", "", "", false, List.of(layers)));
	}
}
