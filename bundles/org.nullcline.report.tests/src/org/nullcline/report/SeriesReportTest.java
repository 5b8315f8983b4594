package org.nullcline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.StudySeries;
import org.nullcline.runs.SeriesFolder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The report of several studies. */
class SeriesReportTest {

	@TempDir
	Path folder;

	@BeforeEach
	void write() throws Exception {
		StudySeries series = ModelFactory.eINSTANCE.createStudySeries();
		series.setName("Series & more");
		series.getMembers().addAll(List.of("first.nullcline", "second.nullcline", "third.nullcline"));
		SeriesFolder.prepare(folder, series);
		SampleStudy.write(Files.createDirectories(SeriesFolder.memberFolder(folder, "first.nullcline")));
		SampleStudy.write(Files.createDirectories(SeriesFolder.memberFolder(folder, "second.nullcline")));
	}

	private static Document parse(String text) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text.substring(text.indexOf('\n')))));
	}

	private static List<Element> elements(Element parent, String name) {
		NodeList found = parent.getElementsByTagName(name);
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < found.getLength(); i++) {
			elements.add((Element) found.item(i));
		}
		return elements;
	}

	@Test
	void oneTableHasTheVerdictsOfAllStudies() throws Exception {
		Document page = parse(Files.readString(SeriesReport.write(folder)));
		Element table = elements(page.getDocumentElement(), "table").get(0);
		List<List<String>> rows = elements(elements(table, "tbody").get(0), "tr").stream()
				.map(row -> elements(row, "td").stream().map(Element::getTextContent).map(String::strip).toList()).toList();
		// Three claims in each of two studies.
		assertEquals(6, rows.size(), rows.toString());
		assertEquals(List.of("Architectures differ in geometry.", "population", "0.45 (0.4 to 0.5; 95 % bootstrap)", "< 0.1",
				"not reproduced"), List.of(rows.get(0).get(0), rows.get(0).get(2), rows.get(0).get(3), rows.get(0).get(4),
						rows.get(0).get(6)));
		List<String> claim = rows.stream().filter(row -> row.get(0).contains("stable fixed points")).findFirst().orElseThrow();
		assertEquals("2 networks", claim.get(2));
		assertEquals("8 (median and range over networks)", claim.get(3));
		assertEquals("reproduced", claim.get(6));
		assertEquals("2 reproduced", claim.get(7));
		List<String> undecided = rows.stream().filter(row -> row.get(0).startsWith("Saddles")).findFirst().orElseThrow();
		assertEquals(List.of("not measured", "undecided"), List.of(undecided.get(3), undecided.get(6)));
	}

	@Test
	void everyStudyHasItsPartAndWhatIsMissingIsNamed() throws Exception {
		String text = SeriesReport.html(folder);
		Document page = parse(text);
		assertEquals(List.of("Series & more", "Study " + SampleStudy.NASTY, "Study " + SampleStudy.NASTY),
				elements(page.getDocumentElement(), "h1").stream().map(Element::getTextContent).toList());
		assertTrue(text.contains("Study third.nullcline has not been executed"));
		Set<String> identifiers = new HashSet<>();
		elements(page.getDocumentElement(), "*").stream().map(element -> element.getAttribute("id")).filter(id -> !id.isEmpty())
				.forEach(id -> assertTrue(identifiers.add(id), "twice: " + id));
	}
}
