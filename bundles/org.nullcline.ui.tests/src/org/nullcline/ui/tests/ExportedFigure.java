package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Marker;
import org.openpdf.text.pdf.PdfReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Compares the files to which a figure with labelled dots was exported with the figure, and with each other. */
final class ExportedFigure {

	/** A dot with its label as it stands in the drawing. */
	private record Dot(double x, double y, double radius) {
	}

	private static final Pattern MOVE = Pattern.compile("(-?[\\d.]+) (-?[\\d.]+) m\\n");
	/** Letters, which leave less or more room for the plot, are measured a little differently in each format. */
	private static final double PLAY = 1;
	private static final RGB WHITE = new RGB(255, 255, 255);

	private final Figure figure;
	private final Document svg;
	private final double height;
	private final double width;
	private final Map<String, Dot> dots = new LinkedHashMap<>();

	/** Reads the drawing, from which the places of the other formats follow. */
	ExportedFigure(Figure figure, Path svgFile) throws Exception {
		this.figure = figure;
		svg = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(svgFile.toFile());
		String[] box = svg.getDocumentElement().getAttribute("viewBox").split(" ");
		width = Double.parseDouble(box[2]);
		height = Double.parseDouble(box[3]);
		for (Element circle : elements("circle")) {
			if (circle.getElementsByTagName("title").getLength() == 1) {
				dots.put(circle.getElementsByTagName("title").item(0).getTextContent(),
						new Dot(number(circle, "cx"), number(circle, "cy"), number(circle, "r")));
			}
		}
	}

	/** The words are text, and each labelled dot stands where the scales put it. */
	void assertDrawn() {
		List<String> texts = elements("text").stream().map(Element::getTextContent).toList();
		Stream.concat(Stream.of(figure.title(), figure.horizontal(), figure.vertical()), figure.layers().stream().map(Figure.Layer::name))
				.forEach(word -> assertTrue(word.isEmpty() || texts.contains(word), word + " in " + texts));
		List<double[]> horizontal = new ArrayList<>();
		List<double[]> vertical = new ArrayList<>();
		for (Figure.Points points : Charts.labelled(figure).stream().filter(points -> points.marker() == Marker.DOT).toList()) {
			for (int i = 0; i < points.x().length; i++) {
				Dot dot = dots.get(points.labels().get(i));
				assertTrue(dot != null, points.labels().get(i) + " in " + dots.keySet());
				horizontal.add(new double[] { points.x()[i], dot.x() });
				vertical.add(new double[] { points.y()[i], -dot.y() });
			}
		}
		assertEquals(horizontal.size(), dots.size());
		assertOnAScale(horizontal);
		assertOnAScale(vertical);
	}

	/** The page shows every dot at its place, and has the title. */
	void assertSamePage(Path pdf) throws Exception {
		try (PdfReader reader = new PdfReader(Files.readAllBytes(pdf))) {
			assertEquals(1, reader.getNumberOfPages());
			assertEquals(figure.title(), reader.getInfo().get("Title"));
			double scale = reader.getPageSize(1).getWidth() / width;
			double top = reader.getPageSize(1).getHeight();
			assertEquals(height * scale, top, 0.01);
			Matcher moves = MOVE.matcher(new String(reader.getPageContent(1), StandardCharsets.ISO_8859_1));
			List<double[]> starts = new ArrayList<>();
			while (moves.find()) {
				starts.add(new double[] { Double.parseDouble(moves.group(1)) / scale, (top - Double.parseDouble(moves.group(2))) / scale });
			}
			// The outline of a dot begins at its right.
			dots.forEach((label, dot) -> {
				double nearest = starts.stream().mapToDouble(at -> Math.hypot(at[0] - dot.x() - dot.radius(), at[1] - dot.y())).min()
						.orElse(Double.POSITIVE_INFINITY);
				assertEquals(0, nearest, PLAY, () -> label + " at " + dot);
			});
		}
	}

	/** The picture is for print, of twice the size, and something is drawn wherever there is a dot. */
	void assertSamePicture(Path png) {
		ImageData image = new ImageData(png.toString());
		assertEquals(2 * width, image.width);
		assertEquals(2 * height, image.height);
		assertEquals(WHITE, color(image, 3, 3));
		dots.forEach((label, dot) -> assertNotEquals(WHITE, color(image, (int) (2 * dot.x()), (int) (2 * dot.y())), label));
	}

	/** Every number is there as it is. */
	void assertSameNumbers(Path csv) throws Exception {
		List<String> lines = Files.readAllLines(csv);
		assertEquals("layer,name,x,y,label", lines.getFirst());
		int row = 1;
		for (int layer = 0; layer < figure.layers().size(); layer++) {
			double[][] places = switch (figure.layers().get(layer)) {
			case Figure.Points points -> new double[][] { points.x(), points.y() };
			case Figure.Line line -> new double[][] { line.x(), line.y() };
			default -> throw new AssertionError("only points and lines are compared");
			};
			for (int i = 0; i < places[0].length; i++) {
				String line = lines.get(row++);
				assertTrue(line.startsWith(layer + 1 + ",") && line.contains("," + places[0][i] + "," + places[1][i] + ","), line);
			}
		}
		assertEquals(row, lines.size());
	}

	/** Drawn coordinates grow with the data in proportion, within rounding. */
	private static void assertOnAScale(List<double[]> places) {
		double[] low = places.stream().min((one, other) -> Double.compare(one[0], other[0])).orElseThrow();
		double[] high = places.stream().max((one, other) -> Double.compare(one[0], other[0])).orElseThrow();
		double unit = high[0] > low[0] ? (high[1] - low[1]) / (high[0] - low[0]) : 0;
		assertTrue(unit >= 0);
		places.forEach(place -> assertEquals(low[1] + unit * (place[0] - low[0]), place[1], 0.2));
	}

	private List<Element> elements(String name) {
		NodeList found = svg.getElementsByTagName(name);
		return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
	}

	private static double number(Element element, String attribute) {
		return Double.parseDouble(element.getAttribute(attribute));
	}

	private static RGB color(ImageData image, int x, int y) {
		return image.palette.getRGB(image.getPixel(x, y));
	}
}
