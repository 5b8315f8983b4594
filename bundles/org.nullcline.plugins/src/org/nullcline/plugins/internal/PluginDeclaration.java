package org.nullcline.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.nullcline.plugins.internal.PluginFile.Extension;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads the extensions of a plugin.xml. */
final class PluginDeclaration {

	private PluginDeclaration() {
	}

	static List<Extension> read(InputStream in) throws IOException {
		List<Extension> extensions = new ArrayList<>();
		for (Node node = parse(in).getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element extension && extension.getTagName().equals("extension")) {
				for (Node child = extension.getFirstChild(); child != null; child = child.getNextSibling()) {
					if (child instanceof Element element) {
						extensions.add(new Extension(extension.getAttribute("point"), element.getTagName(), element.getAttribute("id"),
								element.getAttribute("class")));
					}
				}
			}
		}
		return extensions;
	}

	private static Element parse(InputStream in) throws IOException {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			// What a file of a stranger names must not be fetched.
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(null);
			return builder.parse(in).getDocumentElement();
		} catch (SAXParseException e) {
			throw new IOException("plugin.xml, line " + e.getLineNumber() + ": " + e.getMessage(), e);
		} catch (SAXException | ParserConfigurationException e) {
			throw new IOException("plugin.xml: " + e.getMessage(), e);
		}
	}
}
