package org.nullcline.ui.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.run.Executions;
import org.nullcline.ui.run.LiveExecution;
import org.nullcline.ui.run.StudyLauncher;

/** How long the window does not answer at most while two networks train and their curves are drawn. */
final class TrainingStall {

	private static final double BAR = 200;
	private static final String STUDY = """
			<?xml version="1.0" encoding="UTF-8"?>
			<nullcline:Study xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:nullcline="http://nullcline.org/model/1"
			    name="bench" seed="1">
			  <task id="flip-flop"/>
			  <population seeds="2">
			    <architectures id="gru"/>
			    <sizes>64</sizes>
			  </population>
			  <training steps="400" batchSize="64" validationTrials="64" validateEvery="10" checkpointEvery="200">
			    <objective id="mean-squared-error"/>
			    <optimizer id="adam"/>
			  </training>
			</nullcline:Study>
			""";

	private final Display display;
	private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("bench"); //$NON-NLS-1$

	TrainingStall(Display display) {
		this.display = display;
	}

	/** Where the runs lie. */
	IProject project() {
		return project;
	}

	Measured measure() throws CoreException {
		project.create(null);
		project.open(null);
		IFile file = project.getFile("bench.nullcline"); //$NON-NLS-1$
		file.create(STUDY.getBytes(StandardCharsets.UTF_8), true, false, null);
		PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(NullclinePerspective.CURVES);
		Executions executions = PlatformUI.getWorkbench().getService(Executions.class);
		AtomicReference<LiveExecution> started = new AtomicReference<>();
		Consumer<LiveExecution> listener = execution -> started.compareAndSet(null, execution);
		executions.addListener(listener);
		long start = System.nanoTime();
		try (StallWatch watch = new StallWatch(display)) {
			new StudyLauncher(executions).run(file);
			Events.handleUntil(display, "the study starts", () -> started.get() != null); //$NON-NLS-1$
			Events.handleUntil(display, "the study ends", () -> started.get().ended()); //$NON-NLS-1$
			return new Measured("longest stall while two networks train", watch.longest(), BAR, //$NON-NLS-1$
					String.format(Locale.ROOT, "in %.1f s", (System.nanoTime() - start) * 1e-9)); //$NON-NLS-1$
		} finally {
			executions.removeListener(listener);
		}
	}
}
