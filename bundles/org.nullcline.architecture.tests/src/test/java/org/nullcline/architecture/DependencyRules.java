package org.nullcline.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules between bundles. Tests are not held to them: a test may use whatever it tests. */
final class DependencyRules {

	private static final String PREFIX = "org.nullcline.";

	/**
	 * The rooms, lowest first; names without the common prefix. A bundle depends on bundles of lower rooms only, so those of
	 * one room do not know each other. A new bundle needs a place here.
	 */
	private static final List<Set<String>> ROOMS = List.of(
			Set.of("nd4j", "model", "kernels"),
			Set.of("linearalgebra", "model.edit"),
			Set.of("core"),
			Set.of("runs", "transport", "hmm", "plugins"),
			Set.of("trainer", "development"),
			Set.of("dynamics", "similarity"),
			Set.of("architectures", "tasks.*", "analysis.*"),
			Set.of("figures", "benchmarks", "comparison"),
			Set.of("report"),
			Set.of("app", "charts", "ui.common"),
			Set.of("ui", "ui.runs", "ui.plots", "ui.development"));

	/** Nobody may depend on these: they are reached through extension points, like a stranger's, or start the whole. */
	private static final Set<String> ENDS = Set.of("architectures", "tasks.*", "analysis.*", "app", "ui", "ui.runs",
			"ui.plots", "ui.development", "examples", "help", "help.developer");

	/** Bundles without code, which have no room because they need nobody. */
	private static final Set<String> FILES_ONLY = Set.of("examples", "help", "help.developer");

	/** Who may see SWT. */
	private static final Set<String> WITH_WINDOWS = Set.of("charts", "ui", "ui.*");

	private static final Pattern WINDOW_BUNDLE_OR_PACKAGE = Pattern
			.compile("org\\.eclipse\\.(swt|jface|ui|e4\\.ui)(\\..*)?|org\\.jfree\\.(chart\\.)?swt(\\..*)?");

	private static final Pattern ND4J_PACKAGE = Pattern.compile("(org\\.nd4j|org\\.bytedeco)(\\..*)?");

	private static final Pattern ND4J_BUNDLE_OR_JAR = Pattern
			.compile("(.*[/.])?(nd4j|openblas|javacpp|wrapped\\.org\\.(nd4j|bytedeco))[-._\\w]*(\\.jar)?");

	private DependencyRules() {
	}

	/** All violations, each naming the bundle; empty if there are none. */
	static List<String> violations(Collection<BundleManifest> bundles) {
		List<String> violations = new ArrayList<>();
		Map<String, String> exporters = new HashMap<>();
		for (BundleManifest bundle : bundles) {
			bundle.exportedPackages().forEach(exported -> exporters.put(exported, bundle.name()));
		}
		for (BundleManifest bundle : bundles) {
			if (!isTest(bundle)) {
				rooms(bundle, exporters, violations);
				windows(bundle, violations);
				nd4j(bundle, violations);
				internals(bundle, violations);
			}
		}
		return violations;
	}

	static boolean isTest(BundleManifest bundle) {
		return bundle.name().endsWith(".tests");
	}

	static boolean maySeeWindows(String bundle) {
		return matches(bundle, WITH_WINDOWS);
	}

	static boolean isWindowPackage(String name) {
		return WINDOW_BUNDLE_OR_PACKAGE.matcher(name).matches();
	}

	private static void rooms(BundleManifest bundle, Map<String, String> exporters, List<String> violations) {
		OptionalInt room = room(bundle.name());
		if (room.isEmpty() && !matches(bundle.name(), FILES_ONLY)) {
			violations.add(bundle.name() + " has no room among those of DependencyRules");
			return;
		}
		for (String needed : neededBundles(bundle, exporters)) {
			if (matches(bundle.name(), FILES_ONLY)) {
				violations.add(bundle.name() + " holds files only, but needs " + needed);
			} else if (matches(needed, ENDS)) {
				violations.add(bundle.name() + " needs " + needed + ", on which nobody may depend");
			} else if (room(needed).isEmpty()) {
				violations.add(bundle.name() + " needs " + needed + ", which has no room");
			} else if (room(needed).getAsInt() >= room.getAsInt()) {
				violations.add(bundle.name() + " needs " + needed + ", which is not below it");
			}
		}
	}

	private static Set<String> neededBundles(BundleManifest bundle, Map<String, String> exporters) {
		Set<String> needed = new LinkedHashSet<>();
		bundle.requiredBundles().stream().filter(name -> name.startsWith(PREFIX)).forEach(needed::add);
		for (String imported : bundle.importedPackages()) {
			Optional.ofNullable(exporters.get(imported)).ifPresent(needed::add);
			// An own package that nobody exports: a misspelt one, or one that is about to go.
			if (imported.startsWith(PREFIX) && !exporters.containsKey(imported)) {
				needed.add(imported);
			}
		}
		if (!bundle.fragmentHost().isEmpty() && bundle.fragmentHost().startsWith(PREFIX)) {
			needed.add(bundle.fragmentHost());
		}
		needed.remove(bundle.name());
		return needed;
	}

	private static void windows(BundleManifest bundle, List<String> violations) {
		if (maySeeWindows(bundle.name())) {
			return;
		}
		for (List<String> names : List.of(bundle.requiredBundles(), bundle.importedPackages(), bundle.dynamicImports())) {
			names.stream().filter(DependencyRules::isWindowPackage)
					.forEach(name -> violations.add(bundle.name() + " may not see windows, but needs " + name));
		}
	}

	private static void nd4j(BundleManifest bundle, List<String> violations) {
		if (bundle.name().equals(PREFIX + "nd4j")) {
			return;
		}
		bundle.importedPackages().stream().filter(name -> ND4J_PACKAGE.matcher(name).matches())
				.forEach(name -> violations.add(bundle.name() + " imports " + name + " instead of requiring " + PREFIX + "nd4j"));
		bundle.requiredBundles().stream()
				.filter(name -> !name.equals(PREFIX + "nd4j") && ND4J_BUNDLE_OR_JAR.matcher(name).matches())
				.forEach(name -> violations.add(bundle.name() + " needs " + name + " instead of " + PREFIX + "nd4j"));
		bundle.classPath().stream().filter(entry -> ND4J_BUNDLE_OR_JAR.matcher(entry).matches())
				.forEach(entry -> violations.add(bundle.name() + " embeds " + entry));
		if (!bundle.dynamicImports().isEmpty()) {
			violations.add(bundle.name() + " imports packages dynamically, so that its dependencies cannot be told");
		}
	}

	private static void internals(BundleManifest bundle, List<String> violations) {
		bundle.exportedPackages().stream().filter(name -> ("." + name + ".").contains(".internal."))
				.forEach(name -> violations.add(bundle.name() + " exports the internal package " + name));
	}

	private static OptionalInt room(String bundle) {
		for (int level = 0; level < ROOMS.size(); level++) {
			if (matches(bundle, ROOMS.get(level))) {
				return OptionalInt.of(level);
			}
		}
		return OptionalInt.empty();
	}

	private static boolean matches(String bundle, Set<String> names) {
		if (!bundle.startsWith(PREFIX)) {
			return false;
		}
		String name = bundle.substring(PREFIX.length());
		return names.stream().anyMatch(n -> n.endsWith("*") ? name.startsWith(n.substring(0, n.length() - 1)) : n.equals(name));
	}
}
