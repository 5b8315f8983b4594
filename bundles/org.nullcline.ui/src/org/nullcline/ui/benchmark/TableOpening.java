package org.nullcline.ui.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.StudyFolder;

/** How long the table of runs takes to open with ten thousand runs, which are copies of one that was trained. */
final class TableOpening {

	private static final String VIEW = "org.nullcline.ui.runs.table"; //$NON-NLS-1$
	private static final int RUNS = 10_000;
	private static final double BAR = 1000;
	private static final String METRICS = "metrics.csv"; //$NON-NLS-1$

	private final Display display;
	private final IProject project;

	/** @param project with one execution */
	TableOpening(Display display, IProject project) {
		this.display = display;
		this.project = project;
	}

	/** Nothing where the table is not installed. */
	List<Measured> measure() throws IOException, CoreException {
		if (PlatformUI.getWorkbench().getViewRegistry().find(VIEW) == null) {
			return List.of();
		}
		makeRuns();
		project.refreshLocal(IResource.DEPTH_INFINITE, null);
		double first = open();
		IWorkbenchPage page = page();
		page.hideView(page.findView(VIEW));
		double again = open();
		return List.of(new Measured("table of 10,000 runs", again, BAR, //$NON-NLS-1$
				String.format(java.util.Locale.ROOT, "the first time %.1f s, with the making of its index", first * 1e-3))); //$NON-NLS-1$
	}

	private double open() throws CoreException {
		long start = System.nanoTime();
		page().showView(VIEW);
		Events.handleUntil(display, "the table shows the runs", () -> shows(page().getWorkbenchWindow().getShell())); //$NON-NLS-1$
		return (System.nanoTime() - start) * 1e-6;
	}

	private static IWorkbenchPage page() {
		return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	}

	private static boolean shows(Composite composite) {
		for (Control child : composite.getChildren()) {
			if (child instanceof Table table && table.isVisible() && table.getItemCount() >= RUNS
					|| child instanceof Composite inner && shows(inner)) {
				return true;
			}
		}
		return false;
	}

	private void makeRuns() throws IOException {
		Path executions = project.getLocation().toPath().resolve("runs"); //$NON-NLS-1$
		Path trained;
		try (Stream<Path> folders = Files.list(executions)) {
			trained = folders.filter(StudyFolder::isStudyFolder).findFirst().orElseThrow();
		}
		Path run;
		try (Stream<Path> folders = Files.list(StudyFolder.runFolder(trained, ""))) { //$NON-NLS-1$
			run = folders.findFirst().orElseThrow();
		}
		Path copies = Files.createDirectories(executions.resolve("copies-1")); //$NON-NLS-1$
		Files.copy(trained.resolve(StudyFolder.STUDY_FILE), copies.resolve(StudyFolder.STUDY_FILE));
		Files.copy(trained.resolve(StudyFolder.PROVENANCE_FILE), copies.resolve(StudyFolder.PROVENANCE_FILE));
		String name = run.getFileName().toString();
		String record = Files.readString(run.resolve(RunRecord.FILE));
		for (int k = 0; k < RUNS; k++) {
			String copy = "copy-" + k; //$NON-NLS-1$
			Path folder = Files.createDirectories(StudyFolder.runFolder(copies, copy));
			Files.writeString(folder.resolve(RunRecord.FILE), record.replace('"' + name + '"', '"' + copy + '"')
					.replaceFirst("\"seed\": \\d+", "\"seed\": " + k)); //$NON-NLS-1$ //$NON-NLS-2$
			Files.copy(run.resolve(METRICS), folder.resolve(METRICS));
		}
	}
}
