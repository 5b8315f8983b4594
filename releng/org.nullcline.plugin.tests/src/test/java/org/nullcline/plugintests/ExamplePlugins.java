package org.nullcline.plugintests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The example plug-ins, built once for all tests: far from the checkout, against the p2 repository alone. */
final class ExamplePlugins {

	private static final class Built {

		private static final Path FOLDER = build();
	}

	private ExamplePlugins() {
	}

	/** Where their sources and jars lie: {@code stranger}, {@code plugins}. */
	static Path folder() {
		return Built.FOLDER;
	}

	/** The jar of one of them. */
	static Path jar(String folder, String plugin) {
		return folder().resolve(folder).resolve("target").resolve(plugin + "-1.0.0-SNAPSHOT.jar");
	}

	private static Path build() {
		try {
			Product.unpack();
			// Outside of the checkout: nothing of it may be found by accident.
			Path elsewhere = Files.createTempDirectory("example-plugins");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(elsewhere)));
			Path examples = Product.checkout().resolve("bundles/org.nullcline.examples");
			for (String folder : List.of("stranger", "plugins")) {
				copy(examples.resolve(folder), elsewhere.resolve(folder));
			}
			Command maven = Command.run(elsewhere.resolve("plugins"),
					Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_PROJECTBASEDIR", "", "MAVEN_CMD_LINE_ARGS", ""),
					List.of(Path.of(System.getProperty("nullcline.maven"), "bin/mvn").toString(), "-B", "-ntp",
							"-Dmaven.repo.local=" + System.getProperty("nullcline.maven.repository"),
							"-Dnullcline.repository=" + Product.repository().toUri(), "verify"));
			assertEquals(0, maven.exit(), maven::toString);
			return elsewhere;
		} catch (IOException | InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void copy(Path source, Path target) throws IOException {
		try (Stream<Path> files = Files.walk(source)) {
			for (Path file : files.toList()) {
				Path relative = source.relativize(file);
				boolean built = Stream.of("target", "bin").anyMatch(name -> relative.toString().matches("(.*/)?" + name + "(/.*)?"));
				if (!built) {
					Files.copy(file, target.resolve(relative.toString()));
				}
			}
		}
	}

	private static void delete(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
		} catch (IOException e) {
			// What is left lies in the folder for temporary files.
		}
	}
}
