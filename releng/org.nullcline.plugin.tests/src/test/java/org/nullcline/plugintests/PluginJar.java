package org.nullcline.plugintests;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Packs the plug-ins of these tests: a manifest, a plugin.xml and, where there are any, classes. */
final class PluginJar {

	private PluginJar() {
	}

	static Path pack(String name, Product product, Path folder) throws IOException {
		Path sources = Product.testPlugin(name);
		Path classes = Files.createDirectories(folder.resolve(name));
		if (Files.isDirectory(sources.resolve("src"))) {
			compile(sources.resolve("src"), product.classPath(), classes);
		}
		Path jar = folder.resolve(name + "_1.0.0.jar");
		Manifest manifest;
		try (var in = Files.newInputStream(sources.resolve("META-INF/MANIFEST.MF"))) {
			manifest = new Manifest(in);
		}
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
			add(out, "plugin.xml", sources.resolve("plugin.xml"));
			try (Stream<Path> files = Files.walk(classes)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					add(out, classes.relativize(file).toString(), file);
				}
			}
		}
		return jar;
	}

	private static void add(JarOutputStream out, String name, Path file) throws IOException {
		out.putNextEntry(new JarEntry(name));
		Files.copy(file, out);
		out.closeEntry();
	}

	private static void compile(Path sources, List<Path> classPath, Path classes) throws IOException {
		List<Path> files;
		try (Stream<Path> all = Files.walk(sources)) {
			files = all.filter(file -> file.toString().endsWith(".java")).toList();
		}
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			List<String> options = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none", "-classpath",
					classPath.stream().map(Path::toString).collect(Collectors.joining(":"))));
			if (!compiler.getTask(messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files)).call()) {
				throw new IOException(messages.toString());
			}
		}
	}
}
