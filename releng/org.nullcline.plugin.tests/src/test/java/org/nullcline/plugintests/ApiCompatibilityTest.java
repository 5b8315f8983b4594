package org.nullcline.plugintests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The API of the finished product beside that of the last release, {@code src/test/api/baseline.txt}. A change that breaks
 * plug-ins must be declared in {@code src/test/api/declared-changes.txt}, with its reason.
 *
 * <p>At a release, {@code mvn verify -Dnullcline.api=write} makes its API the new baseline, and the declared changes are emptied.
 */
class ApiCompatibilityTest {

	private static final Path FOLDER = Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("src/test/api");
	private static final Path PACKAGES = FOLDER.resolve("packages.txt");
	private static final Path BASELINE = FOLDER.resolve("baseline.txt");
	private static final Path DECLARED = FOLDER.resolve("declared-changes.txt");

	@TempDir
	Path temporary;

	@Test
	void noIncompatibleChangeIsUndeclared() throws IOException, InterruptedException {
		SortedMap<String, String> now = ApiSignatures.of(jars(), new LinkedHashSet<>(lines(PACKAGES)));
		assertTrue(now.size() > 500, "only " + now.size() + " signatures were found");
		if (System.getProperty("nullcline.api", "").equals("write")) {
			Files.write(BASELINE, now.entrySet().stream().map(entry -> entry.getKey() + " : " + entry.getValue()).toList());
		}
		SortedMap<String, String> before = new TreeMap<>();
		for (String line : lines(BASELINE)) {
			int colon = line.indexOf(" : ");
			before.put(line.substring(0, colon), line.substring(colon + 3));
		}
		List<String> changes = ApiChanges.incompatible(before, now);
		Set<String> declared = new TreeSet<>(lines(DECLARED).stream().map(line -> line.split(" ", 2)[0]).toList());
		List<String> undeclared = changes.stream().filter(change -> !declared.contains(change.split(": ", 2)[0])).toList();
		assertTrue(undeclared.isEmpty(), () -> "These changes break plug-ins of the last release. Avoid them, or declare each in "
				+ DECLARED + ":\n" + String.join("\n", undeclared));
		Set<String> made = changes.stream().map(change -> change.split(": ", 2)[0]).collect(Collectors.toSet());
		declared.removeAll(made);
		assertTrue(declared.isEmpty(), () -> "declared, but not made: " + declared);
	}

	/** What is API is decided, not left to chance: a package that becomes visible is put on the list, or hidden. */
	@Test
	void theListNamesAllExportedPackages() throws IOException, InterruptedException {
		Set<String> exported = new TreeSet<>();
		for (Path jar : jars()) {
			try (JarFile file = new JarFile(jar.toFile())) {
				String header = file.getManifest().getMainAttributes().getValue("Export-Package");
				for (String clause : header == null ? new String[0] : header.replaceAll("\"[^\"]*\"", "").split(",")) {
					exported.add(clause.split(";")[0].strip());
				}
			}
		}
		// Code that EMF has generated behind the interfaces of the model.
		exported.removeAll(Set.of("org.nullcline.model.impl", "org.nullcline.model.util", "org.nullcline.model.provider"));
		assertEquals(exported, new TreeSet<>(lines(PACKAGES)));
	}

	@Test
	void everyKindOfIncompatibleChangeIsFound() throws IOException {
		SortedMap<String, String> before = compiled("before", """
				package p;
				public interface A { void stays(); default int chosen() { return 1; } int given(String s); interface Inner { } }
				""", """
				package p;
				public class B { public int field; protected void open() { } public final void fixed() { } void hidden() { } }
				""", """
				package p;
				public record C(int a, java.util.List<String> b) { }
				""", """
				package p;
				public sealed interface D permits D.E { record E() implements D { } }
				""", """
				package p;
				class Hidden { public void nobody() { } }
				""");
		SortedMap<String, String> same = compiled("same", """
				package p;
				public interface A { void stays(); default int chosen() { return 2; } int given(String t); interface Inner { }
					default void added() { } }
				""", """
				package p;
				public class B { public int field; protected void open() { } public void fixed() { } public void more() { } }
				""", """
				package p;
				public record C(int a, java.util.List<String> b) { public int sum() { return a; } }
				""", """
				package p;
				public sealed interface D permits D.E { record E() implements D { } int inside = 1; }
				""");
		assertEquals(List.of(), ApiChanges.incompatible(before, same));
		SortedMap<String, String> other = compiled("other", """
				package p;
				public interface A { void stays(); int chosen(); long given(String s); void demanded(); }
				""", """
				package p;
				public final class B { public long field; private void open() { } }
				""", """
				package p;
				public record C(int a, java.util.List<Integer> b) { }
				""", """
				package p;
				public sealed interface D permits D.E, D.F { record E() implements D { } record F() implements D { } }
				""");
		List<String> changes = ApiChanges.incompatible(before, other).stream().map(change -> change.split(": ", 2)[0]).toList();
		for (String expected : List.of("p.A#chosen()I", "p.A#given(Ljava/lang/String;)I", "p.A$Inner", "p.B", "p.B#field", "p.B#open()V",
				"p.B#fixed()V", "p.C#b()Ljava/util/List;", "p.D", "p.A#demanded()V")) {
			assertTrue(changes.contains(expected), expected + " is not among " + changes);
		}
		assertTrue(changes.stream().noneMatch(change -> change.contains("idden")), changes.toString());
	}

	private SortedMap<String, String> compiled(String name, String... sources) throws IOException {
		Path classes = Files.createDirectories(temporary.resolve(name));
		List<Path> files = new ArrayList<>();
		for (String source : sources) {
			String type = source.replaceAll("(?s).*?(?:interface|class|record) (\\w+).*", "$1");
			files.add(Files.writeString(Files.createDirectories(temporary.resolve(name + "-src")).resolve(type + ".java"), source));
		}
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			assertTrue(compiler.getTask(messages, manager, null, List.of("-d", classes.toString(), "-proc:none"), null,
					manager.getJavaFileObjectsFromPaths(files)).call(), messages::toString);
		}
		List<byte[]> content = new ArrayList<>();
		try (Stream<Path> all = Files.walk(classes)) {
			for (Path file : all.filter(Files::isRegularFile).toList()) {
				content.add(Files.readAllBytes(file));
			}
		}
		return ApiSignatures.of(content, Set.of("p"));
	}

	/** The bundles of Nullcline in the product; not those of third parties. */
	private static List<Path> jars() throws IOException, InterruptedException {
		Product.unpack();
		return Product.unpackedJars().stream().filter(jar -> jar.getFileName().toString().startsWith("org.nullcline."))
				.filter(jar -> !jar.getFileName().toString().startsWith("org.nullcline.nd4j")).toList();
	}

	/** Lines that are neither empty nor comments. */
	private static List<String> lines(Path file) throws IOException {
		return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("# ")).toList();
	}
}
