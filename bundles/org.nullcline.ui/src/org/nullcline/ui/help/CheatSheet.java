package org.nullcline.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.osgi.framework.FrameworkUtil;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A piece of work in steps. The files are those of Eclipse's cheat sheets, of which the elements item, description and command
 * are read; the platform's own view needs its web server for help.
 *
 * @param title        of the whole
 * @param introduction what it is for
 * @param steps        in their order
 */
record CheatSheet(String title, String introduction, List<Step> steps) {

	private static final String FOLDER = "cheatsheets/"; //$NON-NLS-1$

	/**
	 * A step.
	 *
	 * @param command  a serialized command that carries it out, or nothing for work that only the user can do
	 * @param optional whether it may be left out
	 */
	record Step(String title, String description, Optional<String> command, boolean optional) {
	}

	/** Reads a sheet of this bundle by its name. */
	static CheatSheet read(String name) throws IOException {
		URL file = FrameworkUtil.getBundle(CheatSheet.class).getEntry(FOLDER + name + ".xml"); //$NON-NLS-1$
		if (file == null) {
			throw new IOException("there is no cheat sheet " + name); //$NON-NLS-1$
		}
		try (InputStream in = file.openStream()) {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true); //$NON-NLS-1$
			Element root = factory.newDocumentBuilder().parse(in).getDocumentElement();
			List<Step> steps = new ArrayList<>();
			NodeList items = root.getElementsByTagName("item"); //$NON-NLS-1$
			for (int i = 0; i < items.getLength(); i++) {
				Element item = (Element) items.item(i);
				NodeList command = item.getElementsByTagName("command"); //$NON-NLS-1$
				steps.add(new Step(item.getAttribute("title"), description(item), //$NON-NLS-1$
						command.getLength() == 0 ? Optional.empty()
								: Optional.of(((Element) command.item(0)).getAttribute("serialization")), //$NON-NLS-1$
						Boolean.parseBoolean(item.getAttribute("skip")))); //$NON-NLS-1$
			}
			return new CheatSheet(root.getAttribute("title"), //$NON-NLS-1$
					description((Element) root.getElementsByTagName("intro").item(0)), steps); //$NON-NLS-1$
		} catch (ParserConfigurationException | SAXException e) {
			throw new IOException(name + ": " + e.getMessage(), e); //$NON-NLS-1$
		}
	}

	private static String description(Element element) {
		return element.getElementsByTagName("description").item(0).getTextContent().strip().replaceAll("\\s+", " "); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
