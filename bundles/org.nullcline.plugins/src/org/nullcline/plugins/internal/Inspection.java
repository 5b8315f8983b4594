package org.nullcline.plugins.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.nullcline.plugins.internal.Headers.Clause;
import org.nullcline.plugins.internal.PluginFile.Extension;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Finds out before an installation what would be wrong after it, and says so in the words of the plug-in's author. */
final class Inspection {

	private static final String CORE = "org.nullcline.core.";
	private static final Pattern JAVA = Pattern.compile("JavaSE-(\\d+)|osgi\\.ee;[^,]*version=(\\d+)");

	private final PluginFile plugin;
	private final Surroundings surroundings;
	private final List<String> problems = new ArrayList<>();

	private Inspection(PluginFile plugin, Surroundings surroundings) {
		this.plugin = plugin;
		this.surroundings = surroundings;
	}

	/** Full sentences, each naming the plug-in; empty if there is nothing to say against it. */
	static List<String> problems(PluginFile plugin, Surroundings surroundings) {
		Inspection inspection = new Inspection(plugin, surroundings);
		inspection.inspect();
		String name = plugin.id().isEmpty() ? plugin.file().getFileName().toString() : "Plug-in " + plugin.id();
		return inspection.problems.stream().map(problem -> name + " " + problem).toList();
	}

	private void inspect() {
		if (plugin.signature().kind() == Signature.Kind.BROKEN) {
			problems.add("was changed after it had been signed, so it is not what its author made: " + plugin.signature().details() + ".");
			return;
		}
		if (plugin.id().isEmpty()) {
			problems.add("is no plug-in: its manifest has no Bundle-SymbolicName.");
			return;
		}
		try {
			plugin.version();
			requiredBundles();
			importedPackages();
		} catch (IllegalArgumentException e) {
			problems.add("has an invalid manifest: " + e.getMessage() + ".");
		}
		javaLevel();
		plugin.problem().ifPresent(problem -> problems.add("has a plugin.xml that is not valid: " + problem + "."));
		extensions();
	}

	private void requiredBundles() {
		List<Clause> clauses = new ArrayList<>(Headers.parse(plugin.headers(), Constants.REQUIRE_BUNDLE));
		clauses.addAll(Headers.parse(plugin.headers(), Constants.FRAGMENT_HOST));
		for (Clause clause : clauses) {
			List<Version> found = surroundings.bundles().getOrDefault(clause.name(), List.of());
			if (clause.optional() || found.stream().anyMatch(clause.range()::includes)) {
				continue;
			}
			if (found.isEmpty()) {
				problems.add("requires the plug-in " + clause.name() + ", which is not installed; install that first, or both from one "
						+ "repository.");
			} else if (clause.name().startsWith("org.nullcline.")) {
				problems.add("is made for " + clause.name() + " " + clause.range() + ", but this Nullcline has " + list(found)
						+ "; it needs " + (newer(clause, found) ? "a newer Nullcline" : "a newer version of the plug-in") + ".");
			} else {
				problems.add("requires " + clause.name() + " " + clause.range() + ", but there is " + list(found) + ".");
			}
		}
	}

	private static boolean newer(Clause clause, List<Version> found) {
		return found.stream().allMatch(version -> version.compareTo(clause.range().getLeft()) < 0);
	}

	private void importedPackages() {
		for (Clause clause : Headers.parse(plugin.headers(), Constants.IMPORT_PACKAGE)) {
			List<Version> found = surroundings.packages().getOrDefault(clause.name(), List.of());
			boolean own = Headers.parse(plugin.headers(), Constants.EXPORT_PACKAGE).stream()
					.anyMatch(exported -> exported.name().equals(clause.name()));
			if (!clause.optional() && !own && found.stream().noneMatch(clause.range()::includes)) {
				problems.add("imports the package " + clause.name() + " " + clause.range() + ", which "
						+ (found.isEmpty() ? "no installed plug-in exports." : "is there in version " + list(found) + " only."));
			}
		}
	}

	private static String list(List<Version> versions) {
		return versions.stream().map(v -> v.getMajor() + "." + v.getMinor() + "." + v.getMicro()).distinct()
				.collect(Collectors.joining(", "));
	}

	private void javaLevel() {
		int declared = 0;
		for (String header : List.of("Bundle-RequiredExecutionEnvironment", Constants.REQUIRE_CAPABILITY)) {
			Matcher matcher = JAVA.matcher(plugin.headers().getOrDefault(header, ""));
			if (matcher.find()) {
				declared = Math.max(declared, Integer.parseInt(matcher.group(matcher.group(1) != null ? 1 : 2)));
			}
		}
		int needed = Math.max(declared, plugin.javaVersion());
		if (needed > surroundings.java()) {
			problems.add((plugin.javaVersion() > surroundings.java() ? "is compiled for Java " : "needs Java ") + needed
					+ ", but Nullcline runs on Java " + surroundings.java() + "; start Nullcline with a newer Java, or compile the plug-in with "
					+ "--release " + surroundings.java() + ".");
		}
	}

	private void extensions() {
		if (!plugin.extensions().isEmpty() && !plugin.singleton()) {
			problems.add("declares extensions that would be ignored; its manifest must say Bundle-SymbolicName: " + plugin.id()
					+ ";singleton:=true.");
		}
		Map<String, String> own = new HashMap<>();
		for (Extension extension : plugin.extensions()) {
			String label = extension.kind() + " '" + extension.id() + "'";
			if (extension.point().startsWith(CORE) && !surroundings.points().test(extension.point())) {
				problems.add("extends " + extension.point() + ", which is no extension point of this Nullcline.");
				continue;
			}
			if (!extension.point().startsWith(CORE)) {
				continue;
			}
			if (own.put(label, label) != null) {
				problems.add("declares the " + label + " twice.");
			}
			Optional<String> taken = surroundings.contributor().of(extension.kind(), extension.id()).filter(other -> !other.equals(plugin.id()));
			taken.ifPresent(other -> problems.add("declares the " + label + ", an identifier that plug-in " + other
					+ " has already; one of the two must take another."));
			String type = extension.type().split(":")[0].strip();
			if (!type.isEmpty() && !plugin.classes().contains(type) && !plugin.headers().containsKey(Constants.BUNDLE_CLASSPATH)) {
				problems.add("declares the " + label + " with the class " + type + ", which is not in it.");
			}
		}
	}
}
