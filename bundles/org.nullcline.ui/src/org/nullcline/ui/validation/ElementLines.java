package org.nullcline.ui.validation;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** On which line of a study's text its elements begin. An element is found by its path: the second architecture of the population. */
public final class ElementLines {

	private final Map<String, Integer> lines = new HashMap<>();

	private ElementLines() {
	}

	/** Finds the elements of a text; of one that is not well-formed, those before the fault. */
	public static ElementLines of(byte[] content) {
		ElementLines result = new ElementLines();
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try {
			result.scan(factory.createXMLStreamReader(new ByteArrayInputStream(content)));
		} catch (XMLStreamException e) {
			// The lines before the fault are known; that is all there is to know.
		}
		return result;
	}

	/** The line of an element, from 1; of its nearest known container if it is not in the text; else 0. */
	public int line(EObject element) {
		for (EObject current = element; current != null; current = current.eContainer()) {
			Integer line = lines.get(path(current));
			if (line != null) {
				return line;
			}
		}
		return 0;
	}

	private void scan(XMLStreamReader reader) throws XMLStreamException {
		Deque<String> path = new ArrayDeque<>();
		Deque<Map<String, Integer>> counts = new ArrayDeque<>();
		// A start tag is located at its end; its beginning is where the event before it ended.
		int before = 1;
		while (reader.hasNext()) {
			int event = reader.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				String name = reader.getLocalName();
				String here = ""; //$NON-NLS-1$
				if (!path.isEmpty()) {
					int index = counts.peek().merge(name, 1, Integer::sum) - 1;
					here = path.peek() + "/" + name + "." + index; //$NON-NLS-1$ //$NON-NLS-2$
				}
				path.push(here);
				counts.push(new HashMap<>());
				lines.put(here, before);
			} else if (event == XMLStreamConstants.END_ELEMENT) {
				path.pop();
				counts.pop();
			}
			before = reader.getLocation().getLineNumber();
		}
	}

	private static String path(EObject element) {
		EObject parent = element.eContainer();
		if (parent == null) {
			return ""; //$NON-NLS-1$
		}
		EStructuralFeature feature = element.eContainingFeature();
		int index = feature.isMany() ? ((List<?>) parent.eGet(feature)).indexOf(element) : 0;
		return path(parent) + "/" + feature.getName() + "." + index; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
