package org.nullcline.plugins.internal;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A jar, looked through.
 *
 * @param file          the jar
 * @param headers       of its manifest
 * @param classes       names of the classes in it, with dots
 * @param javaVersion   the newest Java that one of its classes was compiled for, 0 without classes
 * @param extensions    what its plugin.xml declares
 * @param problem       why plugin.xml cannot be read, or nothing
 * @param signature     whether it is signed
 */
record PluginFile(Path file, Map<String, String> headers, Set<String> classes, int javaVersion, List<Extension> extensions,
		Optional<String> problem, Signature signature) {

	/** A class file says 44 + n for Java n. */
	private static final int CLASS_VERSION_OFFSET = 44;
	private static final int MAGIC = 0xCAFEBABE;

	/**
	 * One element of an extension.
	 *
	 * @param point of the extension, in full
	 * @param kind  the element's name
	 * @param id    its identifier, or empty
	 * @param type  its class, or empty
	 */
	record Extension(String point, String kind, String id, String type) {
	}

	/** @throws IOException naming the file, if it is no jar that can be read */
	static PluginFile read(Path file) throws IOException {
		try (JarFile jar = new JarFile(file.toFile(), true)) {
			Map<String, String> headers = headers(jar.getManifest());
			Set<String> classes = new HashSet<>();
			int javaVersion = 0;
			for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
				JarEntry entry = entries.nextElement();
				// Classes for other versions of Java lie below META-INF, and are only read by a Java that is new enough.
				if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
					classes.add(entry.getName().substring(0, entry.getName().length() - ".class".length()).replace('/', '.'));
					if (!entry.getName().endsWith("module-info.class")) {
						javaVersion = Math.max(javaVersion, javaVersion(jar, entry));
					}
				}
			}
			List<Extension> extensions = new ArrayList<>();
			String problem = null;
			JarEntry declaration = jar.getJarEntry("plugin.xml");
			if (declaration != null) {
				try (InputStream in = jar.getInputStream(declaration)) {
					extensions.addAll(PluginDeclaration.read(in));
				} catch (IOException e) {
					problem = e.getMessage();
				}
			}
			return new PluginFile(file, headers, classes, javaVersion, extensions, Optional.ofNullable(problem), Signature.of(jar));
		} catch (SecurityException e) {
			// Thrown for a manifest that does not fit its signature, before anything of it can be read.
			return new PluginFile(file, Map.of(), Set.of(), 0, List.of(), Optional.empty(), Signature.broken(e.getMessage()));
		} catch (IOException e) {
			throw new IOException(file + ": is no jar that can be read: " + e.getMessage(), e);
		}
	}

	private static Map<String, String> headers(Manifest manifest) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		if (manifest != null) {
			for (Map.Entry<Object, Object> header : manifest.getMainAttributes().entrySet()) {
				headers.put(((Attributes.Name) header.getKey()).toString(), (String) header.getValue());
			}
		}
		return headers;
	}

	private static int javaVersion(JarFile jar, JarEntry entry) throws IOException {
		try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
			if (in.readInt() != MAGIC) {
				return 0;
			}
			in.readUnsignedShort();
			return in.readUnsignedShort() - CLASS_VERSION_OFFSET;
		}
	}

	/** The symbolic name; empty for a jar that is no bundle. */
	String id() {
		String name = headers.get(Constants.BUNDLE_SYMBOLICNAME);
		return name == null ? "" : name.split(";")[0].strip();
	}

	boolean singleton() {
		String name = headers.getOrDefault(Constants.BUNDLE_SYMBOLICNAME, "");
		return name.replace(" ", "").contains("singleton:=true");
	}

	/** @throws IllegalArgumentException if the version is none */
	Version version() {
		return Version.parseVersion(headers.get(Constants.BUNDLE_VERSION));
	}
}
