package org.nullcline.plugins.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * What a plug-in would find in this installation.
 *
 * @param bundles     versions by symbolic name
 * @param packages    versions by name of the package
 * @param points      whether an extension point exists, by its full name
 * @param contributor who has the contribution of a kind (the element's name) and an identifier: nobody, or a symbolic name
 * @param java        feature version of the running Java
 */
record Surroundings(Map<String, List<Version>> bundles, Map<String, List<Version>> packages,
		java.util.function.Predicate<String> points, Contributor contributor, int java) {

	/** Finds who contributes something. */
	@FunctionalInterface
	interface Contributor {
		Optional<String> of(String kind, String id);
	}

	/** Those of the running Nullcline. */
	static Surroundings running() {
		BundleContext context = FrameworkUtil.getBundle(Surroundings.class).getBundleContext();
		Map<String, List<Version>> bundles = new HashMap<>();
		Map<String, List<Version>> packages = new HashMap<>();
		for (Bundle bundle : context.getBundles()) {
			// Who does not resolve is of no use to others.
			BundleRevision revision = bundle.adapt(BundleRevision.class);
			if (bundle.getSymbolicName() != null && bundle.getState() != Bundle.INSTALLED && revision != null) {
				bundles.computeIfAbsent(bundle.getSymbolicName(), name -> new ArrayList<>()).add(bundle.getVersion());
				for (BundleCapability capability : revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
					packages.computeIfAbsent((String) capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE),
							name -> new ArrayList<>())
							.add((Version) capability.getAttributes().getOrDefault(Constants.VERSION_ATTRIBUTE, Version.emptyVersion));
				}
			}
		}
		IExtensionRegistry registry = RegistryFactory.getRegistry();
		ContributionRegistry contributions = ContributionRegistry.read();
		return new Surroundings(bundles, packages, point -> registry.getExtensionPoint(point) != null,
				(kind, id) -> contributor(contributions, kind, id), Runtime.version().feature());
	}

	private static Optional<String> contributor(ContributionRegistry contributions, String kind, String id) {
		for (ContributionKind known : ContributionKind.values()) {
			if (known.singular().equals(kind)) {
				return contributions.find(known, id).map(Contribution::plugin);
			}
		}
		return Optional.empty();
	}

	/** The same with further plug-ins, which are to be installed together. */
	Surroundings with(List<PluginFile> further) {
		Map<String, List<Version>> all = new HashMap<>(bundles);
		Map<String, List<Version>> allPackages = new HashMap<>(packages);
		for (PluginFile plugin : further) {
			all.merge(plugin.id(), List.of(plugin.version()), Surroundings::joined);
			Headers.parse(plugin.headers(), Constants.EXPORT_PACKAGE).forEach(exported -> allPackages.merge(exported.name(),
					List.of(exported.version()), Surroundings::joined));
		}
		return new Surroundings(all, allPackages, points, contributor, java);
	}

	private static List<Version> joined(List<Version> some, List<Version> more) {
		List<Version> joined = new ArrayList<>(some);
		joined.addAll(more);
		return joined;
	}
}
