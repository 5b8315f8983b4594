package org.nullcline.architecture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;

/**
 * What a bundle's manifest says of its relations to others.
 *
 * @param name             symbolic name
 * @param singleton        whether the bundle can contribute extensions
 * @param requiredBundles  symbolic names
 * @param reexportedBundles those of them whose packages a dependent bundle sees as well
 * @param importedPackages by name
 * @param dynamicImports   by name or pattern
 * @param exportedPackages by name
 * @param classPath        entries of the bundle's class path; "." stands for the bundle itself
 * @param fragmentHost     symbolic name, or empty
 * @param java             the required execution environment
 */
record BundleManifest(String name, boolean singleton, List<String> requiredBundles, List<String> reexportedBundles,
		List<String> importedPackages, List<String> dynamicImports, List<String> exportedPackages, List<String> classPath,
		String fragmentHost, String java) {

	static BundleManifest read(Path file) throws IOException {
		return parse(Files.readString(file));
	}

	static BundleManifest parse(String text) throws IOException {
		Manifest manifest = new Manifest(new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8)));
		return new BundleManifest(first(header(manifest, "Bundle-SymbolicName")),
				header(manifest, "Bundle-SymbolicName").contains("singleton:=true"),
				names(header(manifest, "Require-Bundle")), reexported(header(manifest, "Require-Bundle")),
				names(header(manifest, "Import-Package")),
				names(header(manifest, "DynamicImport-Package")), names(header(manifest, "Export-Package")),
				names(header(manifest, "Bundle-ClassPath")), first(header(manifest, "Fragment-Host")),
				header(manifest, "Bundle-RequiredExecutionEnvironment"));
	}

	private static String header(Manifest manifest, String name) {
		String value = manifest.getMainAttributes().getValue(name);
		return value == null ? "" : value.strip();
	}

	private static String first(String header) {
		List<String> names = names(header);
		return names.isEmpty() ? "" : names.get(0);
	}

	/** The names in a header, without attributes and directives, in which quoted commas and semicolons may stand. */
	private static List<String> names(String header) {
		List<String> names = new ArrayList<>();
		for (String clause : split(header, ',')) {
			for (String part : split(clause, ';')) {
				// A clause may name several packages: a;b;version=1
				if (!part.contains("=") && !part.isBlank()) {
					names.add(part.strip());
				}
			}
		}
		return names;
	}

	private static List<String> reexported(String header) {
		return split(header, ',').stream().filter(clause -> clause.replace(" ", "").contains("visibility:=reexport"))
				.flatMap(clause -> names(clause).stream()).toList();
	}

	private static List<String> split(String text, char separator) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		boolean quoted = false;
		for (char c : text.toCharArray()) {
			quoted ^= c == '"';
			if (c == separator && !quoted) {
				parts.add(part.toString());
				part.setLength(0);
			} else {
				part.append(c);
			}
		}
		parts.add(part.toString());
		return parts;
	}
}
