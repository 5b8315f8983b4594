package org.nullcline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.RunState;
import org.nullcline.model.StudySeries;
import org.nullcline.report.ReportContent.Network;
import org.nullcline.report.ShownNetworks.Candidate;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.SeriesFolder;
import org.nullcline.runs.StudyFolder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reports of more networks than anybody can look at one by one. */
class LargePopulationTest {

	@TempDir
	Path folder;

	@Test
	void smallPopulationsAreShownInFull() {
		List<Candidate> eight = IntStream.range(0, 8).mapToObj(seed -> candidate("n" + seed, Map.of(), seed)).toList();
		Map<String, List<String>> shown = ShownNetworks.of(eight);
		assertEquals(8, shown.size());
		assertEquals(List.of("n3"), shown.get("n3"));
	}

	@Test
	void smallestSeedStandsForItsCell() {
		List<Candidate> candidates = new ArrayList<>();
		for (int seed : new int[] { 10, 2, 9, 4, 3 }) {
			candidates.add(candidate("tanh" + seed, Map.of("nonlinearity", "tanh"), seed));
			candidates.add(candidate("relu" + seed, Map.of("nonlinearity", "relu"), seed + 1));
		}
		assertEquals(Map.of("tanh2", List.of("tanh10", "tanh2", "tanh9", "tanh4", "tanh3"), "relu2",
				List.of("relu10", "relu2", "relu9", "relu4", "relu3")), ShownNetworks.of(candidates));
	}

	@Test
	void oneNetworkOfEachKindIsShownOfALargeGrid() {
		List<Candidate> candidates = new ArrayList<>();
		for (int penalty = 0; penalty < 30; penalty++) {
			for (String nonlinearity : List.of("relu", "tanh")) {
				candidates.add(candidate(nonlinearity + penalty, Map.of("nonlinearity", nonlinearity, "l2", penalty + "e-05"), 0));
			}
		}
		Map<String, List<String>> shown = ShownNetworks.of(candidates);
		assertEquals(java.util.Set.of("relu0", "tanh0"), shown.keySet());
		assertEquals(30, shown.get("tanh0").size());
		assertEquals(48, ShownNetworks.of(candidates.subList(0, 48)).size());
	}

	private static Candidate candidate(String name, Map<String, String> properties, int seed) {
		return new Candidate(name, "gru", 64, properties, seed);
	}

	@Test
	void oneNetworkOfEachCellIsShownAndTheOthersAreLinked() throws Exception {
		SampleStudy.write(folder);
		SampleStudy.enlarge(folder, 3);
		Document page = parse(Files.readString(StudyReport.write(folder)));
		List<Element> networks = elements(page, "details").stream().filter(e -> e.getAttribute("class").equals("network")).toList();
		assertEquals(List.of("gru-8-seed-0", "lstm-8-seed-0", "vanilla-relu-0.001-8-seed-0", "vanilla-relu-1e-05-8-seed-0",
				"vanilla-tanh-0.001-8-seed-0", "vanilla-tanh-1e-05-8-seed-1"),
				networks.stream().map(e -> e.getElementsByTagName("summary").item(0).getTextContent()).toList());
		List<String> links = elements(page, "a").stream().map(link -> link.getAttribute("href")).toList();
		assertEquals(7, links.size(), "two of each of three cells, and one of that in which a network was not analysed");
		for (String link : links) {
			assertTrue(Files.isDirectory(folder.resolve(link)), link);
		}
		assertEquals("runs/vanilla-tanh-1e-05-8-seed-2/results/", links.getLast());
	}

	@Test
	void findingsOfAllNetworksStay() throws Exception {
		SampleStudy.write(folder);
		SampleStudy.enlarge(folder, 3);
		Document page = parse(StudyReport.html(folder));
		List<Element> tables = elements(page, "table").stream().filter(e -> e.getAttribute("class").equals("findings")).toList();
		assertEquals(2, tables.size());
		// One claim about the population, two about 13 networks.
		assertEquals(3, tables.get(0).getElementsByTagName("tbody").item(0).getChildNodes().getLength() / 2, "rows");
		assertTrue(tables.get(0).getTextContent().contains("13 reproduced"));
		assertFalse(tables.get(0).getTextContent().contains("Study"));
		assertEquals("details", tables.get(1).getParentNode().getParentNode().getNodeName());
		assertTrue(tables.get(1).getTextContent().contains("vanilla-tanh-0.001-8-seed-2"));
	}

	@Test
	void tableHasAColumnForWhatVariesWithinAnArchitecture() throws Exception {
		SampleStudy.write(folder);
		SampleStudy.enlarge(folder, 7);
		Document page = parse(StudyReport.html(folder));
		Element table = elements(page, "div").stream().filter(e -> e.getAttribute("class").equals("scroll long")).findFirst()
				.orElseThrow();
		NodeList headings = table.getElementsByTagName("th");
		assertEquals(List.of("Network", "Architecture", "L2", "Nonlinearity", "Fraction unexplained", "Steps", "Seconds", "State"),
				IntStream.range(0, headings.getLength()).mapToObj(i -> headings.item(i).getTextContent()).toList());
	}

	@Test
	void linksOfASeriesLeadIntoTheFoldersOfItsStudies() throws Exception {
		StudySeries series = ModelFactory.eINSTANCE.createStudySeries();
		series.setName("Series");
		series.getMembers().add("the first.nullcline");
		SeriesFolder.prepare(folder, series);
		Path member = Files.createDirectories(SeriesFolder.memberFolder(folder, "the first.nullcline"));
		SampleStudy.write(member);
		SampleStudy.enlarge(member, 3);
		String text = SeriesReport.html(folder);
		Document page = parse(text);
		String link = elements(page, "a").getFirst().getAttribute("href");
		assertTrue(link.startsWith("the%20first/runs/"), link);
		assertTrue(Files.isDirectory(folder.resolve(link.replace("%20", " "))), link);
	}

	/** The report stays small, and damaged results of networks not shown are still named. */
	@Test
	void reportOfHundredsOfNetworksIsSmall() throws Exception {
		SampleStudy.write(folder);
		SampleStudy.enlarge(folder, 60);
		Files.writeString(StudyFolder.resultFolder(StudyFolder.runFolder(folder, "vanilla-relu-0.001-8-seed-57"), "fixed-points")
				.resolve("result.json"), "{");
		String text = StudyReport.html(folder);
		assertTrue(text.length() < 3_000_000, "length " + text.length());
		Document page = parse(text);
		assertTrue(page.getElementsByTagName("svg").getLength() < 12);
		assertTrue(elements(page, "li").stream().anyMatch(item -> item.getTextContent()
				.startsWith("Analysis fixed-points of network vanilla-relu-0.001-8-seed-57 has no result: ")));
	}

	@Test
	void networkThatDivergesDoesNotHideTheOthers() {
		List<Network> networks = List.of(learning("a", 1, 0.1), learning("b", 2, 0.1), learning("c", 1, 1e18));
		var figure = LearningCurves.loss(networks);
		double highest = figure.layers().stream().map(Line.class::cast)
				.flatMapToDouble(line -> java.util.Arrays.stream(line.y())).max().orElseThrow();
		assertEquals(Math.log10(2), highest, 1e-12);
		assertTrue(figure.caption().contains("left out"));
		assertFalse(LearningCurves.loss(networks.subList(0, 2)).caption().contains("left out"));
	}

	private static Network learning(String name, double first, double last) {
		return new Network(name, "gru", 8, 0, RunState.DONE, "", 2, 2, 0.1, 2, Map.of(),
				List.of(new Measurement(1, first, Double.NaN, 1, 1, Double.NaN),
						new Measurement(2, last, Double.NaN, 1, 1, Double.NaN)),
				List.of(), List.of());
	}

	private static Document parse(String page) throws Exception {
		return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
	}

	private static List<Element> elements(Document page, String name) {
		List<Element> found = new ArrayList<>();
		NodeList nodes = page.getElementsByTagName(name);
		for (int i = 0; i < nodes.getLength(); i++) {
			found.add((Element) nodes.item(i));
		}
		return found;
	}
}
