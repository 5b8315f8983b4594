package org.nullcline.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

/** Each thing that can be wrong with a plug-in is found, and said with the plug-in's name. */
class InspectionTest {

	private static final Surroundings NULLCLINE = new Surroundings(
			Map.of("org.nullcline.core", List.of(new Version("0.1.0.x")), "org.example.other", List.of(new Version("3.0.0"))),
			Map.of("org.example.other.api", List.of(new Version("1.0.0"))), point -> point.equals("org.nullcline.core.tasks"),
			(kind, id) -> kind.equals("task") && id.equals("flip-flop") ? Optional.of("org.nullcline.tasks.memory") : Optional.empty(), 25);

	@TempDir
	Path folder;

	@Test
	void nothingIsSaidAgainstAPluginThatFits() throws IOException {
		assertEquals(List.of(), problems(Jars.plugin("org.example.good").task("good", "org.example.Good").compiled("org.example.Good", 25)
				.header("Bundle-RequiredExecutionEnvironment", "JavaSE-25").header("Import-Package", "org.example.other.api;version=\"[1,2)\"")));
	}

	@Test
	void aJarThatIsNoPlugin() throws IOException {
		Jars jar = Jars.plugin("x").header("Bundle-SymbolicName", "");
		assertTrue(only(problems(jar)).contains("is no plug-in"), problems(jar)::toString);
	}

	@Test
	void aFileThatIsNoJar() throws IOException {
		Path file = Files.writeString(folder.resolve("no.jar"), "nothing of the kind");
		assertTrue(assertThrows(IOException.class, () -> PluginFile.read(file)).getMessage().contains("no.jar"));
	}

	@Test
	void aMissingBundle() throws IOException {
		String problem = only(problems(Jars.plugin("org.example.p").header("Require-Bundle", "org.nullcline.core,org.example.missing")));
		assertTrue(problem.startsWith("Plug-in org.example.p requires the plug-in org.example.missing, which is not installed"), problem);
	}

	@Test
	void aMissingBundleThatMayBeMissing() throws IOException {
		assertEquals(List.of(), problems(Jars.plugin("org.example.p").header("Require-Bundle", "org.example.missing;resolution:=optional")));
	}

	@Test
	void contractsOfTheFutureAndOfThePast() throws IOException {
		String newer = only(problems(Jars.plugin("p").header("Require-Bundle", "org.nullcline.core;bundle-version=\"[2.0,3)\"")));
		assertEquals("Plug-in p is made for org.nullcline.core [2.0.0,3.0.0), but this Nullcline has 0.1.0; it needs a newer Nullcline.", newer);
		String older = only(problems(Jars.plugin("p").header("Require-Bundle", "org.nullcline.core;bundle-version=\"[0.0.1,0.1)\"")));
		assertTrue(older.endsWith("it needs a newer version of the plug-in."), older);
	}

	@Test
	void aVersionOfAnotherBundleThatIsNotThere() throws IOException {
		String problem = only(problems(Jars.plugin("p").header("Require-Bundle", "org.example.other;bundle-version=\"[1,2)\"")));
		assertEquals("Plug-in p requires org.example.other [1.0.0,2.0.0), but there is 3.0.0.", problem);
	}

	@Test
	void aMissingPackage() throws IOException {
		String problem = only(problems(Jars.plugin("p").header("Import-Package", "org.example.nowhere")));
		assertTrue(problem.contains("imports the package org.example.nowhere"), problem);
	}

	@Test
	void aManifestThatIsNotValid() throws IOException {
		assertTrue(only(problems(Jars.plugin("p").header("Bundle-Version", "one"))).contains("has an invalid manifest"));
		assertTrue(only(problems(Jars.plugin("p").header("Require-Bundle", ";;="))).contains("Require-Bundle"));
	}

	@Test
	void aJavaThatIsTooNew() throws IOException {
		String compiled = only(problems(Jars.plugin("p").compiled("org.example.Late", 26)));
		assertTrue(compiled.contains("is compiled for Java 26, but Nullcline runs on Java 25"), compiled);
		String declared = only(problems(Jars.plugin("p").header("Bundle-RequiredExecutionEnvironment", "JavaSE-27")));
		assertTrue(declared.contains("needs Java 27"), declared);
		String required = only(problems(Jars.plugin("p").header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=26))\"")));
		assertTrue(required.contains("needs Java 26"), required);
	}

	@Test
	void anIdentifierThatIsTaken() throws IOException {
		String problem = only(problems(Jars.plugin("p").task("flip-flop", "org.example.Task").compiled("org.example.Task", 25)));
		assertTrue(problem.contains("declares the task 'flip-flop', an identifier that plug-in org.nullcline.tasks.memory has already"), problem);
	}

	@Test
	void thePluginsOwnIdentifierIsNotTakenWhenItIsUpdated() throws IOException {
		assertEquals(List.of(), problems(
				Jars.plugin("org.nullcline.tasks.memory").task("flip-flop", "org.example.Task").compiled("org.example.Task", 25)));
	}

	@Test
	void anIdentifierThatIsDeclaredTwice() throws IOException {
		String twice = "<task id=\"a\" class=\"org.example.Task\"/>";
		String problem = only(problems(Jars.plugin("p").compiled("org.example.Task", 25).entry("plugin.xml",
				"<plugin><extension point=\"org.nullcline.core.tasks\">" + twice + twice + "</extension></plugin>")));
		assertTrue(problem.contains("declares the task 'a' twice"), problem);
	}

	@Test
	void aClassThatIsNotThere() throws IOException {
		String problem = only(problems(Jars.plugin("p").task("a", "org.example.Missing:argument")));
		assertTrue(problem.contains("with the class org.example.Missing, which is not in it"), problem);
	}

	@Test
	void anExtensionPointThatDoesNotExist() throws IOException {
		String problem = only(problems(Jars.plugin("p").entry("plugin.xml",
				"<plugin><extension point=\"org.nullcline.core.task\"><task id=\"a\"/></extension></plugin>")));
		assertTrue(problem.contains("org.nullcline.core.task, which is no extension point"), problem);
	}

	@Test
	void aDeclarationThatIsNoXml() throws IOException {
		String problem = only(problems(Jars.plugin("p").entry("plugin.xml", "<plugin>\n<extension>\n</plugin>")));
		assertTrue(problem.contains("plugin.xml, line 3"), problem);
	}

	@Test
	void aDeclarationThatNamesFilesOfOthers() throws IOException {
		String problem = only(problems(Jars.plugin("p").entry("plugin.xml",
				"<!DOCTYPE plugin [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]><plugin>&secret;</plugin>")));
		assertTrue(problem.contains("plugin.xml that is not valid"), problem);
	}

	@Test
	void extensionsOfAPluginThatIsNoSingleton() throws IOException {
		List<String> problems = problems(Jars.plugin("p").header("Bundle-SymbolicName", "p").task("a", "T").compiled("T", 25));
		assertTrue(only(problems).contains("singleton:=true"), problems::toString);
	}

	@Test
	void pluginsThatAreInstalledTogetherFindEachOther() throws IOException {
		PluginFile needed = PluginFile.read(Jars.plugin("org.example.needed").header("Export-Package", "org.example.needed.api;version=2.0")
				.write(folder.resolve("needed.jar")));
		Jars jar = Jars.plugin("p").header("Require-Bundle", "org.example.needed;bundle-version=\"[1,2)\"").header("Import-Package",
				"org.example.needed.api;version=\"[2,3)\"");
		assertEquals(2, problems(jar).size());
		assertEquals(List.of(), Inspection.problems(PluginFile.read(jar.write(folder.resolve("p.jar"))), NULLCLINE.with(List.of(needed))));
	}

	private List<String> problems(Jars jar) throws IOException {
		return Inspection.problems(PluginFile.read(jar.write(folder.resolve("plugin.jar"))), NULLCLINE);
	}

	private static String only(List<String> problems) {
		assertEquals(1, problems.size(), problems::toString);
		return problems.get(0);
	}
}
