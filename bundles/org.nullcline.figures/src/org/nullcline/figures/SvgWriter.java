package org.nullcline.figures;

import java.awt.Dimension;
import java.io.StringWriter;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes a chart as an SVG element that has no size of its own and refers to nothing outside of itself. */
final class SvgWriter {

	private static final String NAMESPACE = "http://www.w3.org/2000/svg";

	private SvgWriter() {
	}

	/**
	 * @param title    for readers who do not see the drawing
	 * @param idPrefix of all identifiers, so that several drawings can stand in one page
	 */
	static String write(JFreeChart chart, FigureSize size, String title, String idPrefix) {
		try {
			Document document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().getDOMImplementation()
					.createDocument(NAMESPACE, "svg", null);
			SvgGraphics graphics = new SvgGraphics(context(document, idPrefix));
			graphics.setSVGCanvasSize(new Dimension(size.width(), size.height()));
			chart.draw(graphics, new java.awt.geom.Rectangle2D.Double(0, 0, size.width(), size.height()));
			Element root = graphics.getRoot();
			graphics.dispose();
			tidy(root);
			root.removeAttribute("width");
			root.removeAttribute("height");
			root.setAttribute("viewBox", "0 0 " + size.width() + " " + size.height());
			root.setAttribute("role", "img");
			Element titleElement = root.getOwnerDocument().createElementNS(NAMESPACE, "title");
			titleElement.setTextContent(permitted(title));
			root.insertBefore(titleElement, root.getFirstChild());
			return text(root);
		} catch (ParserConfigurationException | TransformerException e) {
			throw new IllegalStateException("the XML library of the Java platform does not work", e);
		}
	}

	private static SVGGeneratorContext context(Document document, String idPrefix) {
		SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
		context.setComment(null);
		context.setPrecision(2);
		context.setIDGenerator(new SVGIDGenerator() {
			@Override
			public String generateID(String prefix) {
				return idPrefix + "-" + super.generateID(prefix);
			}
		});
		return context;
	}

	/** Removes what Batik leaves behind: groups without content, and care for spaces that no label has. */
	private static void tidy(Node node) {
		if (node instanceof Element element) {
			element.removeAttribute("xml:space");
		}
		Node child = node.getFirstChild();
		while (child != null) {
			Node next = child.getNextSibling();
			tidy(child);
			boolean container = child.getNodeName().equals("g") || child.getNodeName().equals("defs");
			if (container && !child.hasChildNodes() || child.getNodeType() == Node.COMMENT_NODE) {
				node.removeChild(child);
			}
			child = next;
		}
	}

	private static String text(Element root) throws TransformerException {
		Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
		transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
		StringWriter out = new StringWriter();
		transformer.transform(new DOMSource(root), new StreamResult(out));
		return out.toString();
	}

	/** Without characters that no XML file may hold. */
	static String permitted(String text) {
		StringBuilder kept = new StringBuilder(text.length());
		text.codePoints().map(c -> c == '\t' || c == '\n' || c >= 0x20 && c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF
				? c : 0xFFFD).forEach(kept::appendCodePoint);
		return kept.toString();
	}
}
