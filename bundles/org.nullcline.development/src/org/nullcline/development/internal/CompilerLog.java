package org.nullcline.development.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.nullcline.development.compile.SourceProblem;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the log that the compiler writes as XML. */
final class CompilerLog {

	private CompilerLog() {
	}

	static List<SourceProblem> read(Path log) throws IOException {
		List<SourceProblem> problems = new ArrayList<>();
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			// The log names a document type that lies elsewhere.
			factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
			NodeList found = factory.newDocumentBuilder().parse(log.toFile()).getElementsByTagName("problem");
			for (int i = 0; i < found.getLength(); i++) {
				Element problem = (Element) found.item(i);
				Element message = (Element) problem.getElementsByTagName("message").item(0);
				problems.add(new SourceProblem(Path.of(source(problem).getAttribute("path")), number(problem, "line", 0),
						number(problem, "charStart", -1), number(problem, "charEnd", -2) + 1,
						problem.getAttribute("severity").equals("ERROR"), message.getAttribute("value")));
			}
			return problems;
		} catch (SAXException | ParserConfigurationException e) {
			throw new IOException("the compiler's log cannot be read: " + e.getMessage(), e);
		}
	}

	private static Element source(Element problem) {
		Element element = problem;
		while (!element.getTagName().equals("source")) {
			element = (Element) element.getParentNode();
		}
		return element;
	}

	private static int number(Element element, String attribute, int otherwise) {
		String value = element.getAttribute(attribute);
		return value.isEmpty() ? otherwise : Integer.parseInt(value);
	}
}
