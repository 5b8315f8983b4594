package org.nullcline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgTest {

	private final FigurePainter painter = new FigurePainter(Theme.PRINT);

	@Test
	void textIsTextAndLabelsAreToolTips() throws Exception {
		Figure figure = new Figure("points", "Title <&> \"one\"", "", "time (s)", "state", false,
				List.of(new Points("fixed points", new double[] { 0, 1 }, new double[] { 2, 3 }, Hue.RED, Marker.SQUARE,
						List.of("a < b", "c"))));
		Document svg = parse(painter.svg(figure));
		List<String> texts = texts(svg, "text");
		assertTrue(texts.containsAll(List.of("Title <&> \"one\"", "time (s)", "state", "fixed points")), texts.toString());
		assertEquals(List.of("Title <&> \"one\"", "a < b", "c"), texts(svg, "title"));
		NodeList titles = svg.getElementsByTagName("title");
		assertEquals("rect", titles.item(1).getParentNode().getNodeName());
	}

	@Test
	void scalesAndStandsAlone() throws Exception {
		String text = painter.svg(SampleFigures.trajectories());
		Element root = parse(text).getDocumentElement();
		FigureSize size = FigureSize.of(SampleFigures.trajectories());
		assertEquals("0 0 " + size.width() + " " + size.height(), root.getAttribute("viewBox"));
		assertFalse(root.hasAttribute("width"));
		assertFalse(root.hasAttribute("height"));
		assertFalse(text.replace("http://www.w3.org/2000/svg", "").contains("http"), "refers to the network");
		assertFalse(text.contains("<?xml") || text.contains("<!DOCTYPE"));
	}

	@Test
	void lineIsOnePathInItsHue() throws Exception {
		double[] x = new double[1000];
		double[] y = new double[1000];
		for (int i = 0; i < x.length; i++) {
			x[i] = i;
			y[i] = Math.sin(i * 0.05);
		}
		Figure figure = new Figure("line", "", "", "", "", false, List.of(new Line("", x, y, Hue.BLUE, false)));
		String text = painter.svg(figure);
		Document svg = parse(text);
		List<Element> paths = elements(svg, "path").stream().filter(path -> path.getAttribute("d").length() > 2000).toList();
		assertEquals(1, paths.size());
		assertEquals("rgb(0,114,178)", inherited(paths.get(0), "stroke"));
		assertTrue(text.length() < 15 * x.length, "not compact: " + text.length());
	}

	@Test
	void manyPointsMakeASmallFile() {
		double[] x = new double[200_000];
		double[] y = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			x[i] = Math.cos(i) * i;
			y[i] = Math.sin(i * 1.7) * i;
		}
		String text = painter.svg(new Figure("cloud", "", "", "", "", false,
				List.of(new Points("", x, y, Hue.BLUE, Marker.DOT, List.of()))));
		assertTrue(text.length() < 500_000, "length " + text.length());
		assertTrue(text.contains("data:image/png;base64,"));
	}

	@Test
	void gridHasACellPerValueAndALargeOneAPicture() throws Exception {
		Document svg = parse(painter.svg(SampleFigures.grid(5)));
		// Cells differ from each other; the rest of the rectangles are background and colour bar.
		long cells = elements(svg, "rect").stream().filter(rect -> ((Element) rect.getParentNode()).hasAttribute("clip-path")).count();
		assertEquals(25, cells);
		assertTrue(texts(svg, "text").containsAll(List.of("row 0", "row 4", "column 0", "distance")));
		assertTrue(painter.svg(SampleFigures.grid(70)).contains("data:image/png;base64,"));
	}

	@ParameterizedTest
	@EnumSource(Marker.class)
	void aLayerOfManyPointsIsOneShortPath(Marker marker) throws Exception {
		int n = 1000;
		double[] x = new double[n];
		double[] y = new double[n];
		for (int i = 0; i < n; i++) {
			x[i] = Math.cos(i) * i;
			y[i] = Math.sin(i * 1.7) * i;
		}
		Figure figure = new Figure("many", "", "", "", "", false,
				List.of(new Points("", x, y, Hue.BLUE, marker, java.util.Collections.nCopies(n, "label"))));
		String text = painter.svg(figure);
		Document svg = parse(text);
		assertFalse(texts(svg, "title").contains("label"), "a tool tip for each of many points");
		List<Element> paths = elements(svg, "path").stream().filter(path -> path.getAttribute("d").length() > 5000).toList();
		assertEquals(1, paths.size());
		assertTrue(inherited(paths.get(0), "clip-path").startsWith("url(#"));
		boolean filled = marker != Marker.DOT && Markers.filled(marker);
		assertEquals("rgb(0,114,178)", inherited(paths.get(0), filled ? "fill" : "stroke"));
		assertEquals("none", inherited(paths.get(0), filled ? "stroke" : "fill"));
		assertTrue(text.length() < (marker == Marker.DOT ? 20 : 65) * n, "not compact: " + text.length());
		assertEquals(n + 1, new FigurePainter(Theme.PRINT).csv(figure).lines().count(), "the numbers are complete");
	}

	@Test
	void labelledPointsShareTheirAttributes() throws Exception {
		int n = PointsRenderer.MOST_TITLES;
		double[] x = java.util.stream.IntStream.range(0, n).asDoubleStream().toArray();
		Document svg = parse(painter.svg(new Figure("few", "", "", "", "", false,
				List.of(new Points("", x, x, Hue.BLUE, Marker.DOT, java.util.Collections.nCopies(n, "label"))))));
		List<Element> circles = elements(svg, "circle");
		assertEquals(n, circles.size());
		for (Element circle : circles) {
			assertFalse(circle.hasAttribute("fill") || circle.hasAttribute("clip-path") || circle.hasAttribute("stroke"));
			assertEquals("rgb(0,114,178)", inherited(circle, "fill"));
		}
	}

	@Test
	void identifiersDifferBetweenFiguresOfAPage() throws Exception {
		Figure figure = SampleFigures.trajectories();
		List<String> all = new ArrayList<>();
		for (String prefix : List.of("first", "second")) {
			Document svg = parse(painter.svg(figure, prefix));
			NodeList elements = svg.getElementsByTagName("*");
			for (int i = 0; i < elements.getLength(); i++) {
				String id = ((Element) elements.item(i)).getAttribute("id");
				if (!id.isEmpty()) {
					assertTrue(id.startsWith(prefix));
					assertFalse(all.contains(id), id);
					all.add(id);
				}
			}
		}
		assertFalse(all.isEmpty());
	}

	@Test
	void controlCharactersDoNotBreakTheFile() throws Exception {
		Figure figure = new Figure("control", "a\u0000b\u0007", "", "x\u0001", "", false,
				List.of(new Points("n\u0002", new double[] { 1 }, new double[] { 1 }, Hue.RED, Marker.DOT, List.of("\u0003"))));
		parse(painter.svg(figure));
	}

	private static Document parse(String svg) throws Exception {
		return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
	}

	private static List<Element> elements(Document svg, String name) {
		List<Element> found = new ArrayList<>();
		NodeList nodes = svg.getElementsByTagName(name);
		for (int i = 0; i < nodes.getLength(); i++) {
			found.add((Element) nodes.item(i));
		}
		return found;
	}

	private static List<String> texts(Document svg, String name) {
		return elements(svg, name).stream().map(Element::getTextContent).toList();
	}

	private static String inherited(Element element, String attribute) {
		for (org.w3c.dom.Node node = element; node instanceof Element e; node = node.getParentNode()) {
			if (e.hasAttribute(attribute)) {
				return e.getAttribute(attribute);
			}
		}
		return "";
	}
}
