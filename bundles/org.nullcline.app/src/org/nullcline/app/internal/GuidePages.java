package org.nullcline.app.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.RegistryFactory;
import org.osgi.framework.Bundle;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The help of all bundles as files: their pages, and a table of contents. */
final class GuidePages {

	private static final String EXTENSION_POINT = "org.eclipse.help.toc";

	private final Path folder;
	private final StringBuilder contents = new StringBuilder();
	private final Set<String> copied = new HashSet<>();

	private GuidePages(Path folder) {
		this.folder = folder;
	}

	/** @return the page to begin with */
	static Path write(Path folder) throws IOException {
		GuidePages pages = new GuidePages(folder);
		Files.createDirectories(folder);
		List<IConfigurationElement> guides = Stream.of(RegistryFactory.getRegistry().getConfigurationElementsFor(EXTENSION_POINT))
				.filter(guide -> Boolean.parseBoolean(guide.getAttribute("primary")))
				.sorted(Comparator.comparing(guide -> guide.getContributor().getName())).toList();
		for (IConfigurationElement guide : guides) {
			pages.guide(Platform.getBundle(guide.getContributor().getName()), guide.getAttribute("file"));
		}
		Path index = folder.resolve("index.html");
		Files.writeString(index, """
				<!DOCTYPE html>
				<html lang="en">
				<head><meta charset="utf-8"><title>Nullcline</title></head>
				<body style="font-family: sans-serif; max-width: 50em; margin: 2em auto">
				<h1>Nullcline</h1>
				%s</body>
				</html>
				""".formatted(pages.contents));
		return index;
	}

	private void guide(Bundle bundle, String file) throws IOException {
		if (bundle == null || bundle.getEntry(file) == null) {
			return;
		}
		try (InputStream in = bundle.getEntry(file).openStream()) {
			Element table = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
			contents.append("<h2>").append(link(bundle, table.getAttribute("label"), table.getAttribute("topic"))).append("</h2>\n");
			topics(bundle, table);
		} catch (SAXException | ParserConfigurationException e) {
			throw new IOException("Plug-in " + bundle.getSymbolicName() + ": " + file + " is no table of contents: " + e.getMessage(), e);
		}
	}

	private void topics(Bundle bundle, Element parent) throws IOException {
		contents.append("<ul>\n");
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element topic && topic.getTagName().equals("topic")) {
				contents.append("<li>").append(link(bundle, topic.getAttribute("label"), topic.getAttribute("href"))).append("\n");
				if (topic.getElementsByTagName("topic").getLength() > 0) {
					topics(bundle, topic);
				}
				contents.append("</li>\n");
			}
		}
		contents.append("</ul>\n");
	}

	private String link(Bundle bundle, String label, String page) throws IOException {
		String words = label.replace("&", "&amp;").replace("<", "&lt;");
		if (page.isEmpty()) {
			return words;
		}
		copyAllBeside(bundle, page);
		return "<a href=\"" + bundle.getSymbolicName() + "/" + page + "\">" + words + "</a>";
	}

	/** Pages link to each other, to pictures and to styles, all in one folder. */
	private void copyAllBeside(Bundle bundle, String page) throws IOException {
		String beside = page.contains("/") ? page.substring(0, page.lastIndexOf('/')) : "";
		if (beside.isEmpty() || !copied.add(bundle.getSymbolicName() + "/" + beside)) {
			return;
		}
		Enumeration<URL> found = bundle.findEntries(beside, "*", true);
		for (URL entry : found == null ? List.<URL>of() : Collections.list(found)) {
			Path target = folder.resolve(bundle.getSymbolicName()).resolve(entry.getPath().substring(1)).normalize();
			if (entry.getPath().endsWith("/") || !target.startsWith(folder.normalize())) {
				continue;
			}
			Files.createDirectories(target.getParent());
			try (InputStream in = entry.openStream()) {
				Files.write(target, in.readAllBytes());
			}
		}
	}
}
