package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.benchmarks.GeneratedRuns;
import org.nullcline.ui.validation.StudyNature;

/** A study leaves with its runs in one file, and comes back from it. */
@ExtendWith(NoLoggedErrors.class)
class ArchiveTest {

	private static final String EXPORT = "Export Study with Its Runs";
	private static final String IMPORT = "Import Study with Its Runs";

	private Path outside;

	@BeforeEach
	void makeFolder() throws Exception {
		outside = Files.createTempDirectory("archives");
	}

	@AfterEach
	void removeAll() throws Exception {
		Studies.removeAll();
		try (Stream<Path> files = Files.walk(outside)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	@Test
	void whatIsExportedIsImportedIntoANewProject() throws Exception {
		IProject project = project("leaving");
		Path archive = outside.resolve("study.zip");
		Studies.select(project);
		wizard(EXPORT, "org.eclipse.ui.file.export", "exportWizardId", "org.nullcline.ui.runs.export", shell -> {
			Table list = Ui.find(shell, Table.class, Table::isVisible);
			assertEquals(List.of("leaving/sweep.nullcline", "leaving/runs/sweep-1"),
					Arrays.stream(list.getItems()).map(TableItem::getText).toList());
			assertTrue(Arrays.stream(list.getItems()).allMatch(TableItem::getChecked));
			Button finish = Ui.button(shell, "Finish");
			assertFalse(finish.isEnabled());
			file(shell).setText(outside.resolve("nowhere").resolve("study.zip").toString());
			assertFalse(finish.isEnabled());
			file(shell).setText(archive.toString());
			Ui.press(finish);
		});
		assertTrue(Files.size(archive) > 0);
		Map<String, String> before = content(project.getLocation().toPath());
		wizard(IMPORT, "org.eclipse.ui.file.import", "importWizardId", "org.nullcline.ui.runs.import", shell -> {
			file(shell).setText(archive.toString());
			Combo name = Ui.find(shell, Combo.class, Combo::isVisible);
			name.setText("arriving");
			Ui.press(Ui.button(shell, "Finish"));
		});
		IProject imported = Studies.project("arriving");
		assertTrue(imported.hasNature(StudyNature.ID));
		assertTrue(imported.getFolder("runs").getFolder("sweep-1").exists());
		Map<String, String> after = content(imported.getLocation().toPath());
		before.remove(".project");
		after.remove(".project");
		assertEquals(before, after);
		// Once more: the executions are others, nothing is overwritten.
		wizard(IMPORT, "org.eclipse.ui.file.import", "importWizardId", "org.nullcline.ui.runs.import", shell -> {
			file(shell).setText(archive.toString());
			Ui.find(shell, Combo.class, Combo::isVisible).setText("arriving");
			Ui.press(Ui.button(shell, "Finish"));
		});
		assertTrue(imported.getFolder("runs").getFolder("sweep-2").exists());
	}

	@Test
	void aDamagedArchiveLeavesNoProject() throws Exception {
		Path archive = outside.resolve("no.zip");
		Files.writeString(archive, "text");
		wizard(IMPORT, "org.eclipse.ui.file.import", "importWizardId", "org.nullcline.ui.runs.import", shell -> {
			file(shell).setText(archive.toString());
			Ui.find(shell, Combo.class, Combo::isVisible).setText("arriving");
			assertFalse(Ui.button(shell, "Finish").isEnabled());
			assertTrue(Ui.all(shell, Text.class).stream().anyMatch(text -> text.getText().contains("is no ZIP file")));
			Ui.press(Ui.button(shell, "Cancel"));
		});
		assertFalse(Studies.project("arriving").exists());
	}

	/** As somebody who checks it out of a version control system elsewhere. */
	@Test
	void aProjectOpensUnchangedAtAnotherPlace() throws Exception {
		IProject project = project("here");
		Map<String, String> before = content(project.getLocation().toPath());
		for (Map.Entry<String, String> file : before.entrySet()) {
			assertFalse(file.getValue().contains(ResourcesPlugin.getWorkspace().getRoot().getLocation().toString()), file.getKey());
		}
		Path there = outside.resolve("there");
		for (String file : before.keySet()) {
			Files.createDirectories(there.resolve(file).getParent());
			Files.copy(project.getLocation().append(file).toPath(), there.resolve(file));
		}
		project.delete(true, true, null);
		IProjectDescription description = ResourcesPlugin.getWorkspace()
				.loadProjectDescription(IPath.fromPath(there.resolve(IProjectDescription.DESCRIPTION_FILE_NAME)));
		IProject checkedOut = Studies.project(description.getName());
		checkedOut.create(description, null);
		checkedOut.open(null);
		IFolder execution = checkedOut.getFolder("runs").getFolder("sweep-1");
		Studies.waitForRun(execution, "gru-16-l2-0.0-seed-0", "done");
		Ui.page().showView("org.nullcline.ui.runs.table");
		Studies.select(checkedOut);
		Ui.waitUntil("the table shows the runs", () -> Ui.all(Ui.window().getShell(), Table.class).stream()
				.anyMatch(table -> (table.getStyle() & SWT.VIRTUAL) != 0 && table.getItemCount() == 8));
		assertEquals(before, content(there));
		checkedOut.delete(false, true, null);
	}

	private static IProject project(String name) throws Exception {
		IProject project = Studies.project(name);
		project.create(null);
		project.open(null);
		IProjectDescription description = project.getDescription();
		description.setNatureIds(new String[] { StudyNature.ID });
		project.setDescription(description, null);
		Path execution = GeneratedRuns.write(project.getLocation().append("runs").toPath(), 8, new NullProgressMonitor()).getFirst();
		Files.copy(execution.resolve("study.nullcline"), project.getLocation().append("sweep.nullcline").toPath());
		project.refreshLocal(IResource.DEPTH_INFINITE, null);
		return project;
	}

	/** Opens a wizard as the Import and Export menus do. */
	private static void wizard(String title, String command, String parameter, String id, java.util.function.Consumer<Shell> work) {
		Ui.inDialog(title, () -> Ui.command(command, Map.of(parameter, id)), work);
	}

	private static Text file(Shell shell) {
		return Ui.find(shell, Text.class, text -> text.isVisible() && text.getEditable());
	}

	private static Map<String, String> content(Path root) throws Exception {
		Map<String, String> content = new TreeMap<>();
		try (Stream<Path> files = Files.walk(root)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				content.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
			}
		}
		return content;
	}
}
