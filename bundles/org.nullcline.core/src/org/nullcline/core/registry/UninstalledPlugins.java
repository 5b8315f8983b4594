package org.nullcline.core.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleRevision;

import org.eclipse.osgi.util.ManifestElement;

/**
 * Finds plug-ins that are there but do not take part: jars in the {@code dropins} folder that could not be installed, and
 * installed plug-ins that do not resolve. Equinox itself says nothing of either.
 */
public final class UninstalledPlugins {

	private UninstalledPlugins() {
	}

	/**
	 * A plug-in that does not take part.
	 *
	 * @param name   symbolic name or file
	 * @param reason why, as far as it can be told
	 */
	public record Uninstalled(String name, String reason) {
	}

	public static List<Uninstalled> find() {
		Bundle[] bundles = FrameworkUtil.getBundle(UninstalledPlugins.class).getBundleContext().getBundles();
		Set<String> names = Arrays.stream(bundles).map(Bundle::getSymbolicName).filter(name -> name != null)
				.collect(Collectors.toCollection(TreeSet::new));
		List<Uninstalled> found = new ArrayList<>();
		for (Bundle bundle : bundles) {
			boolean fragment = (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
			if (bundle.getState() == Bundle.INSTALLED && !fragment) {
				found.add(new Uninstalled(bundle.getSymbolicName(),
						"does not resolve" + missing(bundle.getHeaders().get(Constants.REQUIRE_BUNDLE), names)));
			}
		}
		for (Path jar : dropins()) {
			try (JarFile file = new JarFile(jar.toFile())) {
				Manifest manifest = file.getManifest();
				String name = manifest == null ? null : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
				if (name == null) {
					found.add(new Uninstalled(jar.getFileName().toString(), "is no plug-in: its manifest has no Bundle-SymbolicName"));
				} else if (!names.contains(name.split(";")[0].strip())) {
					found.add(new Uninstalled(jar.getFileName().toString(), "was not installed"
							+ missing(manifest.getMainAttributes().getValue(Constants.REQUIRE_BUNDLE), names)));
				}
			} catch (IOException e) {
				found.add(new Uninstalled(jar.getFileName().toString(), "is no readable jar: " + e.getMessage()));
			}
		}
		return found;
	}

	private static List<Path> dropins() {
		if (Platform.getInstallLocation() == null) {
			return List.of();
		}
		Path folder;
		try {
			folder = Path.of(URI.create(Platform.getInstallLocation().getURL().toString().replace(" ", "%20"))).resolve("dropins");
		} catch (IllegalArgumentException e) {
			return List.of();
		}
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder, 3)) {
			return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
		} catch (IOException e) {
			return List.of();
		}
	}

	private static String missing(String requirements, Set<String> names) {
		if (requirements == null) {
			return "";
		}
		try {
			List<String> missing = Arrays.stream(ManifestElement.parseHeader(Constants.REQUIRE_BUNDLE, requirements))
					.map(ManifestElement::getValue).filter(name -> !names.contains(name)).toList();
			return missing.isEmpty() ? ": a version that it requires is not there"
					: ": it requires " + String.join(", ", missing) + ", which is not there";
		} catch (BundleException e) {
			return ": its manifest is not valid: " + e.getMessage();
		}
	}
}
