package org.nullcline.development.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.osgi.framework.Constants;

/**
 * A plug-in project on disk.
 *
 * @param folder the project
 */
public record PluginSources(Path folder) {

	/** Where the manifest lies in a project. */
	public static final String MANIFEST = "META-INF/MANIFEST.MF";
	private static final String BUILD = "build.properties";

	/** Whether a folder looks like a plug-in project. */
	public static boolean isProject(Path folder) {
		return Files.isRegularFile(folder.resolve(MANIFEST));
	}

	/** @throws IOException naming the file, if it cannot be read */
	public Manifest manifest() throws IOException {
		Path file = folder.resolve(MANIFEST);
		try (InputStream in = Files.newInputStream(file)) {
			return new Manifest(in);
		} catch (IOException e) {
			throw new IOException(file + ": is no manifest that can be read: " + e.getMessage(), e);
		}
	}

	/** The symbolic name, or empty. */
	public String id() throws IOException {
		String name = manifest().getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
		return name == null ? "" : name.split(";")[0].strip();
	}

	/** The folders with sources that build.properties names; {@code src} without one. */
	public List<Path> sourceFolders() throws IOException {
		return words("source..", "src/").stream().map(folder::resolve).filter(Files::isDirectory).toList();
	}

	/** All sources. */
	public List<Path> sources() throws IOException {
		List<Path> sources = new ArrayList<>();
		for (Path root : sourceFolders()) {
			try (Stream<Path> files = Files.walk(root)) {
				files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
			}
		}
		return sources;
	}

	/** Files and folders that belong into the jar beside the classes, as paths below the project; those that do not exist are left out. */
	public List<String> included() throws IOException {
		return words("bin.includes", "plugin.xml").stream().filter(name -> !name.equals(".") && !name.startsWith("META-INF"))
				.filter(name -> Files.exists(folder.resolve(name))).toList();
	}

	private List<String> words(String property, String otherwise) throws IOException {
		Properties properties = new Properties();
		Path file = folder.resolve(BUILD);
		if (Files.exists(file)) {
			try (Reader in = Files.newBufferedReader(file)) {
				properties.load(in);
			} catch (IllegalArgumentException e) {
				throw new IOException(file + ": " + e.getMessage(), e);
			}
		}
		return Arrays.stream(properties.getProperty(property, otherwise).split(",")).map(String::strip).filter(word -> !word.isEmpty())
				.toList();
	}
}
