package org.nullcline.development.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginProjectTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "org.mylab.recall", "org.mylab.delayed-recall", "a.b", "org.my-lab.task2" })
	void identifiersThatWillDo(String id) {
		assertEquals(Optional.empty(), PluginProject.problem(id));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "recall", "Org.Lab", "org..lab", ".org.lab", "org.lab.", "org.2lab", "org.lab-", "org.lab_x", "org.lab.new",
			"org.nullcline.mine", "org.lab/../../x" })
	void identifiersThatWillNot(String id) {
		assertTrue(PluginProject.problem(id).isPresent());
		assertThrows(IllegalArgumentException.class, () -> new PluginProject(id, Set.of(PluginKind.TASK), ""));
	}

	@ParameterizedTest
	@CsvSource({ "recall,org.example.recall", "Delayed Recall!,org.example.delayed-recall", "org.mylab.x,org.mylab.x", "2afc,org.example.afc",
			"___,org.example.plug-in" })
	void anIdentifierIsMadeOfAnyFolder(String name, String expected) {
		assertEquals(expected, PluginProject.identifier(name));
		assertEquals(Optional.empty(), PluginProject.problem(PluginProject.identifier(name)));
	}

	@Test
	void noWordOfATemplateIsLeftAndNoFileOverwritesAnother() throws IOException {
		int single = 0;
		for (PluginKind kind : PluginKind.values()) {
			single += files(kind).size();
		}
		Map<String, String> all = PluginTemplate.files(project(EnumSet.allOf(PluginKind.class)));
		int common = files(PluginKind.TASK).size() + files(PluginKind.ANALYSIS).size()
				- PluginTemplate.files(project(EnumSet.of(PluginKind.TASK, PluginKind.ANALYSIS))).size();
		assertEquals(single - 2 * common, all.size());
		all.forEach((name, text) -> {
			assertFalse(name.matches(".*@\\w+@.*"), name);
			assertFalse(text.matches("(?s).*@(package|Class|id|short|Label|vendor|api|tycho|task|architecture|analyses|contents|extensions|group)@.*"),
					name);
		});
		assertTrue(all.containsKey(".project") && all.containsKey(".classpath") && all.containsKey(".gitignore"), all.keySet()::toString);
		assertTrue(all.containsKey("src/org/mylab/delayedrecall/DelayedRecallTask.java"), all.keySet()::toString);
	}

	@Test
	void aProjectIsWrittenWholeAndItsScriptCanBeStarted() throws IOException {
		Path project = folder.resolve("recall");
		PluginProjectFolder.write(project(Set.of(PluginKind.TASK)), project, Path.of("/opt/nullcline/nullcline"));
		assertTrue(Files.isExecutable(project.resolve("build")));
		assertEquals("/opt/nullcline/nullcline\n", Files.readString(project.resolve("nullcline.location")));
		try (Stream<Path> beside = Files.list(folder)) {
			assertEquals(1, beside.count());
		}
	}

	@Test
	void nothingIsOverwritten() throws IOException {
		Path project = Files.createDirectories(folder.resolve("mine"));
		Files.writeString(project.resolve("thesis.tex"), "precious");
		assertThrows(FileAlreadyExistsException.class, () -> PluginProjectFolder.write(project(Set.of(PluginKind.TASK)), project, null));
		Path file = Files.writeString(folder.resolve("file"), "precious");
		assertThrows(FileAlreadyExistsException.class, () -> PluginProjectFolder.write(project(Set.of(PluginKind.TASK)), file, null));
		try (Stream<Path> all = Files.walk(folder)) {
			assertEquals(4, all.count());
		}
	}

	private static Map<String, String> files(PluginKind kind) throws IOException {
		return PluginTemplate.files(project(Set.of(kind)));
	}

	private static PluginProject project(Set<PluginKind> kinds) {
		return new PluginProject("org.mylab.delayed-recall", kinds, "My lab");
	}
}
