package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.core.study.SeriesFiles;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.RunState;
import org.nullcline.model.Study;
import org.nullcline.model.StudySeries;
import org.nullcline.report.StudyReport;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.editor.StudyEditor;
import org.nullcline.ui.navigator.ExecutionTester;
import org.nullcline.ui.validation.StudyMarkers;

/** Series of studies in the window. */
@ExtendWith(NoLoggedErrors.class)
class SeriesTest {

	@AfterEach
	void removeAll() throws CoreException {
		Studies.removeAll();
	}

	@Test
	void aSeriesRunsMemberAfterMemberAndIsReportedAsAWhole() throws Exception {
		IFile series = create("series", 40);
		Studies.select(series);
		Ui.command("org.nullcline.ui.commands.run", Map.of());
		IFolder folder = series.getProject().getFolder("runs/pair-1");
		Path path = folder.getLocation().toPath();
		Ui.waitUntil("the series starts", () -> Files.exists(path.resolve("study.series")));
		// Members have their folders at once, so that the series can be resumed whatever happens.
		Ui.waitUntil("all members have folders", () -> StudyFolder.isStudyFolder(path.resolve("flip-flop"))
				&& StudyFolder.isStudyFolder(path.resolve("second")));
		Ui.waitUntil("the series ends", Duration.ofMinutes(3), () -> Studies.executions().running() == 0);
		assertTrue(Files.readString(path.resolve(StudyReport.FILE)).contains("pair"));
		for (String member : List.of("flip-flop", "second")) {
			assertTrue(StudyFolder.read(path.resolve(member)).getRuns().stream().allMatch(run -> run.getState() == RunState.DONE),
					member);
		}
		Studies.waitForRun(folder.getFolder("second"), "gru-8-seed-0", "done");
		exportOffersTheMembers(folder);
		Files.delete(path.resolve(StudyReport.FILE));
		assertTrue(new ExecutionTester().test(folder, "isResumable", new Object[0], null));
		Studies.select(folder);
		Ui.command("org.nullcline.ui.commands.resume", Map.of());
		Ui.waitUntil("the report is written again", Duration.ofMinutes(1), () -> Files.exists(path.resolve(StudyReport.FILE)));
		Ui.waitUntil("the series ends", () -> Studies.executions().running() == 0);
		assertFalse(new ExecutionTester().test(folder, "isResumable", new Object[0], null));
	}

	private static void exportOffersTheMembers(IFolder folder) {
		Studies.select(folder);
		Ui.inDialog("Export Study with Its Runs",
				() -> Ui.command("org.eclipse.ui.file.export", Map.of("exportWizardId", "org.nullcline.ui.runs.export")), shell -> {
					List<String> checked = Arrays.stream(Ui.find(shell, Table.class, Table::isVisible).getItems())
							.filter(TableItem::getChecked).map(TableItem::getText).toList();
					assertEquals(List.of("series/runs/pair-1/flip-flop", "series/runs/pair-1/second"), checked);
					Ui.press(Ui.button(shell, "Cancel"));
				});
	}

	@Test
	void problemsOfMembersAreMarkedAtTheSeries() throws Exception {
		IFile series = create("marked", 40);
		IFile second = series.getProject().getFile("second.nullcline");
		Ui.waitUntil("it is valid", () -> markers(series).length == 0);
		String text = new String(second.readAllBytes(), StandardCharsets.UTF_8);
		second.setContents(text.replace("id=\"gru\"", "id=\"grru\"").getBytes(StandardCharsets.UTF_8), true, false, null);
		Ui.waitUntil("the series is marked", () -> markers(series).length == 1);
		assertTrue(markers(series)[0].getAttribute(IMarker.MESSAGE, "").contains("grru"));
		assertTrue(markers(series)[0].getAttribute(IMarker.LINE_NUMBER, 0) > 1);
		second.delete(true, null);
		Ui.waitUntil("the missing study is named", () -> markers(series).length == 1
				&& markers(series)[0].getAttribute(IMarker.MESSAGE, "").contains("does not exist"));
	}

	/** A project with two small studies and a series of them. */
	private static IFile create(String name, int steps) throws Exception {
		StudyEditor editor = Studies.create(name);
		Studies.shrink(editor, steps);
		editor.doSave(new NullProgressMonitor());
		IProject project = Studies.project(name);
		Study second = StudyFiles.read(Studies.file(name).readAllBytes(), "second");
		second.setName("second");
		second.setSeed(7);
		project.getFile("second.nullcline").create(StudyFiles.write(second), true, false, null);
		StudySeries series = ModelFactory.eINSTANCE.createStudySeries();
		series.setName("pair");
		series.getMembers().addAll(List.of("flip-flop.nullcline", "second.nullcline"));
		IFile file = project.getFile("pair.series");
		file.create(SeriesFiles.write(series), true, false, null);
		Studies.waitFor("the navigator shows the series", Studies.path(file), item -> true);
		return file;
	}

	private static IMarker[] markers(IFile file) {
		try {
			return file.findMarkers(StudyMarkers.TYPE, true, IResource.DEPTH_ZERO);
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}
}
