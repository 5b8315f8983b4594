package org.nullcline.development.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.osgi.util.ManifestElement;
import org.nullcline.development.compile.PluginSources;
import org.nullcline.development.compile.SourceProblem;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * What a plug-in project is compiled against: the bundles of the running Nullcline that its manifest names, and whatever
 * these need in turn. What the project itself could not see when it runs is forbidden to its sources.
 */
final class ProjectClassPath {

	private final Set<Bundle> visible = new LinkedHashSet<>();
	private final Set<Bundle> all = new LinkedHashSet<>();
	private final Set<String> importedPackages = new LinkedHashSet<>();
	private final List<SourceProblem> problems = new ArrayList<>();
	private final Path manifestFile;

	private ProjectClassPath(PluginSources sources) throws IOException {
		manifestFile = sources.folder().resolve(PluginSources.MANIFEST);
		Attributes headers = sources.manifest().getMainAttributes();
		for (ManifestElement required : parse(headers, Constants.REQUIRE_BUNDLE)) {
			for (String name : required.getValueComponents()) {
				find(name).ifPresentOrElse(this::addVisible, () -> {
					if (!Constants.RESOLUTION_OPTIONAL.equals(required.getDirective(Constants.RESOLUTION_DIRECTIVE))) {
						problems.add(SourceProblem.error(manifestFile, line(name), "Require-Bundle names " + name + ", which is not installed"));
					}
				});
			}
		}
		for (ManifestElement imported : parse(headers, Constants.IMPORT_PACKAGE)) {
			for (String name : imported.getValueComponents()) {
				importedPackages.add(name);
				exporter(name).ifPresent(this::addAll);
			}
		}
	}

	static ProjectClassPath of(PluginSources sources) throws IOException {
		return new ProjectClassPath(sources);
	}

	/** What the manifest names and is not there. */
	List<SourceProblem> problems() {
		return problems;
	}

	/** Entries in the notation of the compiler: a file, and in brackets what of it may be seen. */
	List<String> entries() {
		List<String> entries = new ArrayList<>();
		for (Bundle bundle : all) {
			String rules = rules(bundle);
			for (File file : files(bundle)) {
				entries.add(file + rules);
			}
		}
		return entries;
	}

	private void addVisible(Bundle bundle) {
		Deque<Bundle> open = new ArrayDeque<>(List.of(bundle));
		while (!open.isEmpty()) {
			Bundle next = open.remove();
			if (visible.add(next)) {
				for (BundleWire wire : wires(next)) {
					if (BundleNamespace.VISIBILITY_REEXPORT
							.equals(wire.getRequirement().getDirectives().get(BundleNamespace.REQUIREMENT_VISIBILITY_DIRECTIVE))) {
						open.add(wire.getProvider().getBundle());
					}
				}
			}
		}
		addAll(bundle);
	}

	/** A type that is seen may extend one that is not, which the compiler has to know. */
	private void addAll(Bundle bundle) {
		Deque<Bundle> open = new ArrayDeque<>(List.of(bundle));
		while (!open.isEmpty()) {
			Bundle next = open.remove();
			if (next.getBundleId() != 0 && all.add(next)) {
				wires(next).forEach(wire -> open.add(wire.getProvider().getBundle()));
			}
		}
	}

	private static List<BundleWire> wires(Bundle bundle) {
		BundleWiring wiring = bundle.adapt(BundleWiring.class);
		return wiring == null ? List.of() : wiring.getRequiredWires(BundleNamespace.BUNDLE_NAMESPACE);
	}

	/** Exported packages may be seen, of bundles that are required; of others those that are imported. */
	private String rules(Bundle bundle) {
		StringBuilder rules = new StringBuilder("[");
		BundleWiring wiring = bundle.adapt(BundleWiring.class);
		if (wiring != null) {
			for (BundleCapability exported : wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
				String name = (String) exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
				if (visible.contains(bundle) || importedPackages.contains(name)) {
					rules.append('+').append(name.replace('.', '/')).append("/*").append(':');
				}
			}
		}
		return rules.append("-**/*]").toString();
	}

	/** The bundle's jar; the jars in it, where it is a folder; the folder's own classes, where it has some. */
	private static List<File> files(Bundle bundle) {
		Optional<File> location = FileLocator.getBundleFileLocation(bundle);
		if (location.isEmpty()) {
			return List.of();
		}
		if (!location.get().isDirectory()) {
			return List.of(location.get());
		}
		List<File> files = new ArrayList<>();
		String classPath = bundle.getHeaders().get(Constants.BUNDLE_CLASSPATH);
		for (String entry : (classPath == null ? "." : classPath).split(",")) {
			File file = entry.strip().equals(".") ? location.get() : new File(location.get(), entry.split(";")[0].strip());
			if (file.exists()) {
				files.add(file);
			}
		}
		// A workspace or a build that runs from folders of classes.
		for (String classes : List.of("target/classes", "bin")) {
			File folder = new File(location.get(), classes);
			if (folder.isDirectory()) {
				files.add(folder);
			}
		}
		return files;
	}

	private static Optional<Bundle> find(String name) {
		for (Bundle bundle : FrameworkUtil.getBundle(ProjectClassPath.class).getBundleContext().getBundles()) {
			if (name.equals(bundle.getSymbolicName()) && bundle.getState() != Bundle.INSTALLED && bundle.getState() != Bundle.UNINSTALLED) {
				return Optional.of(bundle);
			}
		}
		return Optional.empty();
	}

	private static Optional<Bundle> exporter(String name) {
		for (Bundle bundle : FrameworkUtil.getBundle(ProjectClassPath.class).getBundleContext().getBundles()) {
			BundleWiring wiring = bundle.adapt(BundleWiring.class);
			if (wiring != null && wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
					.anyMatch(exported -> name.equals(exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))) {
				return Optional.of(bundle);
			}
		}
		return Optional.empty();
	}

	/** The line of the manifest that holds a word first. */
	private int line(String word) {
		try {
			List<String> lines = Files.readAllLines(manifestFile);
			for (int i = 0; i < lines.size(); i++) {
				if (lines.get(i).contains(word)) {
					return i + 1;
				}
			}
		} catch (IOException e) {
			// It was read a moment ago; then the problem belongs to the whole file.
		}
		return 0;
	}

	private ManifestElement[] parse(Attributes headers, String header) {
		try {
			ManifestElement[] elements = ManifestElement.parseHeader(header, headers.getValue(header));
			return elements == null ? new ManifestElement[0] : elements;
		} catch (BundleException e) {
			problems.add(SourceProblem.error(manifestFile, line(header), header + " is not valid: " + e.getMessage()));
			return new ManifestElement[0];
		}
	}
}
