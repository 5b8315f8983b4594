package org.nullcline.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The checkout in which these tests lie. */
final class SourceTree {

	private static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent().getParent();

	private SourceTree() {
	}

	static Path root() {
		return ROOT;
	}

	/** The folders of all bundles, tests included. */
	static List<Path> bundleFolders() throws IOException {
		try (Stream<Path> folders = Files.list(ROOT.resolve("bundles"))) {
			return folders.filter(folder -> Files.isRegularFile(folder.resolve("META-INF/MANIFEST.MF"))).sorted().toList();
		}
	}

	static List<BundleManifest> manifests() throws IOException {
		List<BundleManifest> manifests = new ArrayList<>();
		for (Path folder : bundleFolders()) {
			manifests.add(BundleManifest.read(folder.resolve("META-INF/MANIFEST.MF")));
		}
		return manifests;
	}

	/** Files below a folder whose name ends so; nothing that a build leaves behind. */
	static List<Path> files(Path folder, String ending) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
					.filter(file -> !("/" + folder.relativize(file)).matches(".*/(target|bin)/.*")).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static Element xml(Path file) throws IOException {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			Document document = factory.newDocumentBuilder().parse(file.toFile());
			return document.getDocumentElement();
		} catch (ParserConfigurationException | SAXException e) {
			throw new IOException(file + ": " + e.getMessage(), e);
		}
	}

	/** The children of an element that are elements of this name; "*" stands for any. */
	static List<Element> children(Element parent, String name) {
		List<Element> children = new ArrayList<>();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element && (name.equals("*") || element.getTagName().equals(name))) {
				children.add(element);
			}
		}
		return children;
	}
}
