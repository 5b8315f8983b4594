package org.nullcline.ui.runs.reproduce;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.nullcline.comparison.Reproduction;
import org.nullcline.comparison.ReproductionReport;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.RunReference;
import org.nullcline.trainer.ExecutionListener;
import org.nullcline.ui.runs.Messages;

/** Executes a run again and shows whether it gave the same. */
final class ReproduceJob extends Job {

	private final RunReference run;
	private final double tolerance;

	ReproduceJob(RunReference run, double tolerance) {
		super(NLS.bind(Messages.Reproduce_job, run.name()));
		this.run = run;
		this.tolerance = tolerance;
		setPriority(LONG);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Path folder = null;
		try {
			Reproduction reproduction = Reproduction.of(run.folder());
			folder = reproduction.freeFolder();
			ReproductionReport report = reproduction.execute(folder, tolerance, listener(reproduction, monitor), monitor);
			show(report, folder);
			return Status.OK_STATUS;
		} catch (OperationCanceledException e) {
			return Status.CANCEL_STATUS;
		} catch (InvalidStudyException e) {
			return Status.error(String.join(System.lineSeparator(), e.problems()));
		} catch (IOException e) {
			return Status.error(e.getMessage(), e);
		} finally {
			refresh();
		}
	}

	private static ExecutionListener listener(Reproduction reproduction, IProgressMonitor monitor) {
		return new ExecutionListener() {

			@Override
			public void measured(NetworkPlan network, Measurement measurement) {
				monitor.subTask(NLS.bind(Messages.Reproduce_step, measurement.step(), reproduction.steps()));
			}
		};
	}

	private static void show(ReproductionReport report, Path folder) {
		Display display = Display.getDefault();
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (PlatformUI.isWorkbenchRunning()) {
					new ReproductionDialog(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), report, folder).open();
				}
			});
		}
	}

	/** The engine writes past the workspace. */
	private void refresh() {
		IContainer parent = ResourcesPlugin.getWorkspace().getRoot()
				.getContainerForLocation(IPath.fromPath(run.execution().getParent()));
		if (parent != null && parent.exists()) {
			try {
				parent.refreshLocal(IResource.DEPTH_INFINITE, null);
			} catch (CoreException e) {
				ILog.of(ReproduceJob.class).log(e.getStatus());
			}
		}
	}
}
