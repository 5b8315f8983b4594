package org.nullcline.ui.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.osgi.util.NLS;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.Run;
import org.nullcline.model.RunCollection;
import org.nullcline.model.RunState;
import org.nullcline.model.Study;
import org.nullcline.report.StudyReport;
import org.nullcline.trainer.StudyExecution;
import org.nullcline.ui.Messages;
import org.nullcline.ui.PreferenceDefaults;

/** Executes a study the way the command line does, and keeps the workspace informed. */
final class StudyJob extends Job {

	/** All jobs that execute studies. */
	static final Object FAMILY = new Object();

	private final Study study;
	private final String source;
	private final LiveExecution execution;
	private final boolean resume;

	/**
	 * @param source how messages call the study
	 */
	StudyJob(Study study, String source, LiveExecution execution, boolean resume) {
		super(NLS.bind(Messages.Run_job, execution.folder().getName()));
		this.study = study;
		this.source = source;
		this.execution = execution;
		this.resume = resume;
		execution.runsIn(this);
		setUser(false);
		setPriority(LONG);
		// A job that is cancelled while it waits is done without having run.
		addJobChangeListener(new JobChangeAdapter() {

			@Override
			public void done(IJobChangeEvent event) {
				execution.end();
			}
		});
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY || family == execution;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			StudyPlan plan = StudyValidator.plan(study, ContributionRegistry.read(), source);
			Path folder = execution.folder().getLocation().toPath();
			RunCollection runs = StudyExecution.execute(plan, folder, resume, PreferenceDefaults.jobs(),
					new JobListener(execution, plan, monitor), monitor);
			if (monitor.isCanceled() || has(runs, RunState.CANCELLED)) {
				return Status.CANCEL_STATUS;
			}
			monitor.subTask(Messages.Run_report);
			StudyReport.write(folder);
			return outcome(runs);
		} catch (OperationCanceledException e) {
			return Status.CANCEL_STATUS;
		} catch (InvalidStudyException e) {
			return problems(e.problems());
		} catch (IOException | RuntimeException | LinkageError e) {
			return Status.error(NLS.bind(Messages.Run_failed, source, e.getMessage() == null ? e : e.getMessage()), e);
		} finally {
			refresh();
		}
	}

	@Override
	protected void canceling() {
		setName(NLS.bind(Messages.Run_cancelling, execution.folder().getName()));
	}

	private static boolean has(RunCollection runs, RunState state) {
		return runs.getRuns().stream().anyMatch(run -> run.getState() == state);
	}

	/** A network that diverged is a result and no error of the workbench; one that failed must be seen. */
	private IStatus outcome(RunCollection runs) {
		List<Run> failed = runs.getRuns().stream().filter(run -> run.getState() == RunState.FAILED).toList();
		if (failed.isEmpty()) {
			return Status.OK_STATUS;
		}
		return problems(failed.stream().map(run -> run.getName() + ": " + run.getMessage()).toList()); //$NON-NLS-1$
	}

	private IStatus problems(List<String> lines) {
		MultiStatus status = new MultiStatus(StudyJob.class, IStatus.ERROR, NLS.bind(Messages.Run_problems, source));
		lines.forEach(line -> status.add(Status.error(line)));
		return status;
	}

	private void refresh() {
		try {
			// Also for a cancelled job, so not with its monitor.
			execution.folder().getParent().refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
		} catch (CoreException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
	}
}
