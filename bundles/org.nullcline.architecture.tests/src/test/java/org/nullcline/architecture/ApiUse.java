package org.nullcline.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which packages of Nullcline a bundle may use, told from manifests alone, and which it does use, told from its sources. */
final class ApiUse {

	private static final Pattern PACKAGE = Pattern.compile("\\borg\\.nullcline(?:\\.[a-z][a-z0-9_]*)+(?=\\.[A-Z*])");

	private final Map<String, BundleManifest> bundles = new HashMap<>();

	ApiUse(Collection<BundleManifest> manifests) {
		manifests.forEach(manifest -> bundles.put(manifest.name(), manifest));
	}

	/** The packages that a bundle can see of others: those that they export, required directly or re-exported. */
	Set<String> visible(BundleManifest bundle) {
		Set<String> packages = new LinkedHashSet<>(bundle.importedPackages());
		Set<String> seen = new LinkedHashSet<>();
		List<String> open = new ArrayList<>(bundle.requiredBundles());
		while (!open.isEmpty()) {
			BundleManifest required = bundles.get(open.removeLast());
			if (required != null && seen.add(required.name())) {
				packages.addAll(required.exportedPackages());
				open.addAll(required.reexportedBundles());
			}
		}
		return packages;
	}

	/** What is wrong with the packages that a source names. */
	List<String> violations(BundleManifest bundle, Set<String> own, String file, String source) {
		Set<String> visible = visible(bundle);
		List<String> violations = new ArrayList<>();
		Matcher names = PACKAGE.matcher(source);
		while (names.find()) {
			String used = names.group();
			if (!own.contains(used) && !visible.contains(used)) {
				violations.add(bundle.name() + ", " + file + ": uses " + used + ", which no bundle that it requires exports");
			}
		}
		return violations;
	}
}
