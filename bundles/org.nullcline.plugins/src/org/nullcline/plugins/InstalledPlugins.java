package org.nullcline.plugins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.UninstalledPlugins;
import org.nullcline.core.registry.UninstalledPlugins.Uninstalled;
import org.nullcline.core.registry.WorkspacePlugins;
import org.nullcline.plugins.InstalledPlugin.Origin;
import org.nullcline.plugins.InstalledPlugin.State;
import org.nullcline.plugins.internal.Provisioning;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** The plug-ins that contribute something, or would if they could; those of others first. */
public final class InstalledPlugins {

	private InstalledPlugins() {
	}

	public static List<InstalledPlugin> list() {
		ContributionRegistry registry = ContributionRegistry.read();
		Map<String, List<Contribution>> byPlugin = new TreeMap<>();
		Stream.of(ContributionKind.values()).flatMap(kind -> registry.all(kind).stream())
				.forEach(c -> byPlugin.computeIfAbsent(c.plugin(), p -> new ArrayList<>()).add(c));
		registry.rejected().forEach(c -> byPlugin.computeIfAbsent(c.plugin(), p -> new ArrayList<>()).add(c));
		Provisioning.roots().forEach(id -> byPlugin.computeIfAbsent(id, p -> new ArrayList<>()));
		List<InstalledPlugin> plugins = new ArrayList<>();
		for (Uninstalled uninstalled : UninstalledPlugins.find()) {
			byPlugin.remove(uninstalled.name());
			plugins.add(leftOut(uninstalled));
		}
		byPlugin.forEach((id, contributions) -> plugins.add(describe(id, contributions)));
		plugins.sort(Comparator.comparing((InstalledPlugin plugin) -> plugin.origin() == Origin.BUILT_IN)
				.thenComparing(InstalledPlugin::id));
		return plugins;
	}

	private static InstalledPlugin leftOut(Uninstalled uninstalled) {
		Optional<Bundle> bundle = bundle(uninstalled.name());
		return new InstalledPlugin(uninstalled.name(), bundle.map(b -> b.getVersion().toString()).orElse(""),
				bundle.map(InstalledPlugins::vendor).orElse(""), bundle.map(InstalledPlugins::origin).orElse(Origin.DROPINS),
				bundle.isPresent() ? State.UNRESOLVED : State.LEFT_OUT, List.of(), List.of(uninstalled.reason()));
	}

	private static InstalledPlugin describe(String id, List<Contribution> contributions) {
		Optional<Bundle> bundle = bundle(id);
		List<String> problems = contributions.stream().filter(c -> c.problem().isPresent())
				.map(c -> c.label() + ": " + c.problem().get()).toList();
		return new InstalledPlugin(id, bundle.map(b -> b.getVersion().toString()).orElseGet(() -> Provisioning.version(id).orElse("")),
				bundle.map(InstalledPlugins::vendor).orElse(""), bundle.map(InstalledPlugins::origin).orElse(Origin.INSTALLED),
				problems.isEmpty() ? State.USABLE : State.BROKEN, contributions.stream().map(Contribution::label).toList(), problems);
	}

	private static Optional<Bundle> bundle(String id) {
		return Stream.of(FrameworkUtil.getBundle(InstalledPlugins.class).getBundleContext().getBundles())
				.filter(bundle -> id.equals(bundle.getSymbolicName())).findFirst();
	}

	private static String vendor(Bundle bundle) {
		String vendor = bundle.getHeaders().get(Constants.BUNDLE_VENDOR);
		return vendor == null ? "" : vendor;
	}

	private static Origin origin(Bundle bundle) {
		String id = bundle.getSymbolicName();
		if (id.startsWith("org.nullcline.")) {
			return Origin.BUILT_IN;
		}
		if (bundle.getLocation().startsWith(WorkspacePlugins.LOCATION)) {
			return Origin.WORKSPACE;
		}
		// What lies in dropins is a root of the profile as well.
		if (bundle.getLocation().contains("dropins/")) {
			return Origin.DROPINS;
		}
		return Provisioning.roots().contains(id) ? Origin.INSTALLED : Origin.OTHER;
	}
}
