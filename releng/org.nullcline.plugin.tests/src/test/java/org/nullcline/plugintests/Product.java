package org.nullcline.plugintests;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of the finished product, taken out of its archive. */
final class Product {

	private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
	private static final Path BUILT = MODULE.resolveSibling("org.nullcline.product").resolve("target");
	private static final Path UNPACKED = MODULE.resolve("target/unpacked");

	private final Path folder;

	private Product(Path folder) {
		this.folder = folder;
	}

	/** The p2 repository that the build leaves for others. */
	static Path repository() {
		return BUILT.resolve("repository");
	}

	/** Where the sources of plug-ins for these tests lie. */
	static Path testPlugin(String name) {
		return MODULE.resolve("src/test/plugins").resolve(name);
	}

	/** The root of the checkout. */
	static Path checkout() {
		return MODULE.getParent().getParent();
	}

	/** Takes the product out of its archive, for the copies to come, unless that is done. */
	static void unpack() throws IOException, InterruptedException {
		Path archive;
		try (Stream<Path> files = Files.list(BUILT.resolve("products"))) {
			archive = files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst()
					.orElseThrow(() -> new IOException("there is no product archive in " + BUILT.resolve("products")));
		}
		if (Files.exists(UNPACKED)
				&& Files.getLastModifiedTime(UNPACKED).compareTo(Files.getLastModifiedTime(archive)) > 0) {
			return;
		}
		delete(UNPACKED);
		Files.createDirectories(UNPACKED);
		Command tar = Command.run(UNPACKED, Map.of(), List.of("tar", "xzf", archive.toString()));
		if (tar.exit() != 0) {
			delete(UNPACKED);
			throw new IOException(tar.toString());
		}
	}

	/** The plug-ins of the product as it was taken out of its archive. */
	static List<Path> unpackedJars() throws IOException {
		try (Stream<Path> files = Files.list(UNPACKED.resolve("nullcline/plugins"))) {
			return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
		}
	}

	/** The product as it was taken out of its archive; not to be changed. */
	static Path unpackedFolder() {
		return UNPACKED.resolve("nullcline");
	}

	/** A product of its own for one test. Plug-ins, which nobody writes to, are linked rather than copied. */
	static Product copy(String name) throws IOException {
		Path source = UNPACKED.resolve("nullcline");
		Path copy = MODULE.resolve("target/products").resolve(name).resolve("nullcline");
		delete(copy.getParent());
		Files.walkFileTree(source, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
				Files.createDirectories(copy.resolve(source.relativize(folder)));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Path relative = source.relativize(file);
				if (relative.startsWith("plugins")) {
					Files.createLink(copy.resolve(relative), file);
				} else {
					Files.copy(file, copy.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
				}
				return FileVisitResult.CONTINUE;
			}
		});
		Files.createDirectories(copy.resolve("dropins"));
		return new Product(copy);
	}

	/** Installs a plug-in as people do: by copying its jar. */
	Product install(Path jar) throws IOException {
		Files.copy(jar, folder.resolve("dropins").resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
		return this;
	}

	/** Runs the start script as in a terminal without a display. */
	Command nullcline(String... arguments) throws IOException, InterruptedException {
		return command(folder.getParent(), started(arguments));
	}

	/** The same with further options for Java. */
	Command impatiently(String options, String... arguments) throws IOException, InterruptedException {
		return Command.run(folder.getParent(), environment(options), started(arguments));
	}

	/** Opens the window on the display of these tests, and returns when it has closed. */
	Command window(Path workspace, String options) throws IOException, InterruptedException {
		return Command.run(folder.getParent(), windowed(options), started("--workspace", workspace.toString()));
	}

	/** The same, but the program with the window is killed when it has said something. */
	Command windowKilledAfter(String text, Path workspace, String options) throws IOException, InterruptedException {
		return Command.killedAfter(text, folder.getParent(), windowed(options), started("--workspace", workspace.toString()));
	}

	/** The same, interrupted as by Ctrl-C when it has said something. */
	Command interruptedAfter(String text, String options, String... arguments) throws IOException, InterruptedException {
		return Command.interruptedAfter(text, folder.getParent(), environment(options), started(arguments));
	}

	private List<String> started(String... arguments) {
		List<String> command = new ArrayList<>(List.of(folder.resolve("nullcline").toString()));
		command.addAll(Arrays.asList(arguments));
		return command;
	}

	/** Runs any command as in a terminal without a display. */
	Command command(Path in, List<String> command) throws IOException, InterruptedException {
		return Command.run(in, environment(""), command);
	}

	private static Map<String, String> windowed(String options) {
		Map<String, String> environment = environment(options);
		environment.remove("DISPLAY");
		return environment;
	}

	private static Map<String, String> environment(String options) {
		Map<String, String> environment = new HashMap<>();
		environment.put("JAVA_HOME", System.getProperty("java.home"));
		environment.put("DISPLAY", "");
		environment.put("WAYLAND_DISPLAY", "");
		environment.put("NULLCLINE_JAVA_OPTIONS", options);
		environment.put("NULLCLINE", "");
		return environment;
	}

	/** Runs an application of the platform in this product. */
	Command application(String id, String... arguments) throws IOException, InterruptedException {
		try (Stream<Path> plugins = Files.list(folder.resolve("plugins"))) {
			Path launcher = plugins.filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_")).findFirst()
					.orElseThrow();
			List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-jar",
					launcher.toString(), "-nosplash", "-data", "@none", "-application", id));
			command.addAll(Arrays.asList(arguments));
			return command(folder.getParent(), command);
		}
	}

	/** The list of bundles that the next start will have. */
	String bundles() {
		try {
			return Files.readString(folder.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"));
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	/** Where it lies. */
	Path folder() {
		return folder;
	}

	/** A path beside the product, where its output can go. */
	Path beside(String name) {
		return folder.resolveSibling(name);
	}

	/** What a plug-in is compiled against. */
	List<Path> classPath() throws IOException {
		List<Path> classPath = new ArrayList<>();
		try (Stream<Path> files = Files.walk(folder.resolve("plugins"), 3)) {
			files.filter(file -> file.toString().endsWith(".jar")).forEach(classPath::add);
		}
		return classPath;
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}
}
