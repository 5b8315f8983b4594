package org.nullcline.plugins.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/** The folder whose jars are taken in at every start, and where the files of plug-ins lie. */
final class Dropins {

	private Dropins() {
	}

	/** The jar of a plug-in in the folder. */
	static Optional<Path> find(String id) throws IOException {
		Optional<Path> folder = folder();
		if (folder.isEmpty() || id.isEmpty()) {
			return Optional.empty();
		}
		try (Stream<Path> files = Files.walk(folder.get(), 3)) {
			for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
				if (id.equals(idOf(jar))) {
					return Optional.of(jar);
				}
			}
		}
		return Optional.empty();
	}

	/** Where the bundle of a plug-in lies that takes part. */
	static Optional<Path> fileOfBundle(String id) {
		Bundle bundle = Platform.getBundle(id);
		return bundle == null ? Optional.empty() : FileLocator.getBundleFileLocation(bundle).map(java.io.File::toPath);
	}

	private static String idOf(Path jar) {
		try {
			return PluginFile.read(jar).id();
		} catch (IOException e) {
			// Nothing that could be asked for.
			return "";
		}
	}

	private static Optional<Path> folder() {
		if (Platform.getInstallLocation() == null) {
			return Optional.empty();
		}
		try {
			Path folder = Path.of(URI.create(Platform.getInstallLocation().getURL().toString().replace(" ", "%20"))).resolve("dropins");
			return Optional.of(folder).filter(Files::isDirectory);
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}
}
