package org.nullcline.ui.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.model.RunState;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.ExecutionListener;
import org.nullcline.ui.Messages;

/** Passes on what the engine tells: to the job's progress and to the views. */
final class JobListener implements ExecutionListener {

	private final LiveExecution execution;
	private final StudyPlan plan;
	private final IProgressMonitor monitor;
	private final Job refresh;
	private int begun;

	JobListener(LiveExecution execution, StudyPlan plan, IProgressMonitor monitor) {
		this.execution = execution;
		this.plan = plan;
		this.monitor = monitor;
		refresh = refreshOf(execution);
	}

	@Override
	public void networkStarted(NetworkPlan network, int step) {
		begun++;
		progress(network, step);
		execution.begin(network);
		if (step > 0) {
			readEarlier(network, step);
		}
		refresh.schedule();
	}

	@Override
	public void measured(NetworkPlan network, Measurement measurement) {
		progress(network, measurement.step());
		execution.add(network, measurement);
	}

	@Override
	public void networkEnded(NetworkPlan network, RunState state, double unexplained, String message) {
		execution.end(network, state);
		refresh.schedule();
	}

	@Override
	public void analysisStarted(String analysis, String subject) {
		monitor.subTask(NLS.bind(Messages.Run_analysis, analysis, subject));
	}

	@Override
	public void analysisEnded(String analysis, String subject, String problem) {
		execution.analyzed();
		if (problem != null && !problem.isEmpty()) {
			ILog.of(getClass()).warn(NLS.bind(Messages.Run_analysisFailed, new Object[] { analysis, subject, problem }));
		}
		refresh.schedule();
	}

	private void progress(NetworkPlan network, int step) {
		monitor.subTask(NLS.bind(Messages.Run_progress,
				new Object[] { network.name(), begun, plan.networks().size(), step, plan.training().steps() }));
	}

	/** A run that is resumed has measurements in its folder; the training need not wait until they have been read. */
	private void readEarlier(NetworkPlan network, int step) {
		Path run = StudyFolder.runFolder(execution.folder().getLocation().toPath(), network.name());
		Job.createSystem(Messages.Curves_reading, job -> {
			try {
				execution.prepend(network, StudyFolder.metrics(run).stream().filter(row -> row.step() <= step).toList());
			} catch (IOException e) {
				ILog.of(JobListener.class).warn("The earlier measurements cannot be read", e); //$NON-NLS-1$
			}
		}).schedule();
	}

	/** The engine writes past the workspace; it must be told what is new, but the training need not wait for that. */
	private static Job refreshOf(LiveExecution execution) {
		Job job = Job.createSystem(Messages.Application_refresh, monitor -> {
			// From the project downwards: a member of a series lies one folder deeper than a study.
			List<IContainer> containers = new ArrayList<>();
			for (IContainer at = execution.folder().getParent(); !(at instanceof IWorkspaceRoot); at = at.getParent()) {
				containers.addFirst(at);
			}
			for (IContainer container : containers) {
				if (container.exists()) {
					container.refreshLocal(IResource.DEPTH_ONE, monitor);
				}
			}
		});
		job.setRule(execution.folder().getProject());
		return job;
	}
}
