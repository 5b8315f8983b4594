package org.nullcline.plugins.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes jars for tests. */
final class Jars {

	private final Manifest manifest = new Manifest();
	private final Map<String, byte[]> entries = new LinkedHashMap<>();

	private Jars() {
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
	}

	/** A plug-in that there is nothing to say against. */
	static Jars plugin(String id) {
		return new Jars().header("Bundle-ManifestVersion", "2").header("Bundle-SymbolicName", id + ";singleton:=true")
				.header("Bundle-Version", "1.2.0").header("Require-Bundle", "org.nullcline.core;bundle-version=\"[0.1,1)\"");
	}

	Jars header(String name, String value) {
		manifest.getMainAttributes().putValue(name, value);
		return this;
	}

	Jars entry(String name, String text) {
		entries.put(name, text.getBytes(StandardCharsets.UTF_8));
		return this;
	}

	/** A class of which nothing is right but its beginning. */
	Jars compiled(String name, int java) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.writeInt(0xCAFEBABE);
		out.writeShort(0);
		out.writeShort(44 + java);
		entries.put(name.replace('.', '/') + ".class", bytes.toByteArray());
		return this;
	}

	/** An extension of the point tasks. */
	Jars task(String id, String type) {
		return entry("plugin.xml", "<plugin>\n<extension point=\"org.nullcline.core.tasks\">\n<task id=\"" + id + "\" name=\"" + id
				+ "\" class=\"" + type + "\"/>\n</extension>\n</plugin>\n");
	}

	Path write(Path file) throws IOException {
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
			for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
				out.putNextEntry(new JarEntry(entry.getKey()));
				out.write(entry.getValue());
				out.closeEntry();
			}
		}
		return file;
	}
}
