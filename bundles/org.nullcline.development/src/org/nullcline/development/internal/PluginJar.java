package org.nullcline.development.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.nullcline.development.compile.PluginSources;
import org.osgi.framework.Constants;

/**
 * The jar of a plug-in project. The same sources give the same bytes, and the qualifier of the version is made of the content:
 * what a run records of its plug-ins tells one state of a project from another.
 */
public final class PluginJar {

	private static final String QUALIFIER = "qualifier";
	/** The earliest time that a jar can hold; a jar that holds the time of its making is never made twice alike. */
	private static final long TIME = 315_532_800_000L;
	private static final int DIGITS = 8;

	private final Manifest manifest;
	private final Map<String, Path> files;
	private final String version;

	private PluginJar(Manifest manifest, Map<String, Path> files) throws IOException {
		this.manifest = manifest;
		this.files = files;
		String declared = manifest.getMainAttributes().getValue(Constants.BUNDLE_VERSION);
		version = declared == null ? "0.0.0" : declared.replaceFirst("\\." + QUALIFIER + "$", ".dev-" + contentHash());
		manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, version);
	}

	/** @param classes folder with the compiled classes */
	public static PluginJar of(PluginSources sources, Path classes) throws IOException {
		Map<String, Path> files = new TreeMap<>();
		for (Path root : sources.sourceFolders()) {
			addAll(root, root, ".java", files);
		}
		for (String included : sources.included()) {
			addAll(sources.folder(), sources.folder().resolve(included), null, files);
		}
		addAll(classes, classes, null, files);
		return new PluginJar(sources.manifest(), files);
	}

	private static void addAll(Path root, Path start, String except, Map<String, Path> files) throws IOException {
		try (Stream<Path> all = Files.walk(start)) {
			for (Path file : all.filter(Files::isRegularFile).toList()) {
				if (except == null || !file.toString().endsWith(except)) {
					files.put(root.relativize(file).toString().replace('\\', '/'), file);
				}
			}
		}
	}

	/** The version, with its qualifier. */
	public String version() {
		return version;
	}

	/** Writes the jar; the stream stays open. */
	public void write(OutputStream out) throws IOException {
		ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		zip.putNextEntry(entry(JarFile.MANIFEST_NAME));
		manifest.write(zip);
		zip.closeEntry();
		for (Map.Entry<String, Path> file : files.entrySet()) {
			zip.putNextEntry(entry(file.getKey()));
			Files.copy(file.getValue(), zip);
			zip.closeEntry();
		}
		zip.finish();
	}

	private static ZipEntry entry(String name) {
		ZipEntry entry = new ZipEntry(name);
		entry.setTime(TIME);
		return entry;
	}

	private String contentHash() throws IOException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			manifest.write(new java.security.DigestOutputStream(OutputStream.nullOutputStream(), digest));
			for (Map.Entry<String, Path> file : files.entrySet()) {
				digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
				digest.update(Files.readAllBytes(file.getValue()));
			}
			return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}
