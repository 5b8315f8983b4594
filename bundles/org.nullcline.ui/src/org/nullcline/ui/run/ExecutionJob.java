package org.nullcline.ui.run;

import java.util.List;

import org.eclipse.core.resources.IFolder;
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
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.ui.Messages;

/** Executes something into a folder of the workspace, when its turn has come. */
abstract class ExecutionJob extends Job {

	/** All jobs that execute studies. */
	static final Object FAMILY = new Object();

	private final Executions executions;
	private final IFolder folder;
	private final String source;

	/**
	 * @param source how messages call what is executed
	 */
	ExecutionJob(Executions executions, IFolder folder, String source) {
		super(NLS.bind(Messages.Run_job, folder.getName()));
		this.executions = executions;
		this.folder = folder;
		this.source = source;
		setUser(false);
		setPriority(LONG);
		executions.scheduled(this);
		// A job that is cancelled while it waits is done without having run.
		addJobChangeListener(new JobChangeAdapter() {

			@Override
			public void done(IJobChangeEvent event) {
				ended(event.getResult());
				executions.done(ExecutionJob.this, event.getResult());
			}
		});
	}

	/** Where everything is written. */
	final IFolder folder() {
		return folder;
	}

	final Executions executions() {
		return executions;
	}

	final String source() {
		return source;
	}

	/** Does the work. */
	abstract IStatus execute(IProgressMonitor monitor) throws Exception;

	/** The job waits until others have ended. */
	abstract void waits();

	/** The job is over, whatever came of it. */
	abstract void ended(IStatus result);

	@Override
	public final boolean belongsTo(Object family) {
		return family == FAMILY;
	}

	@Override
	protected final IStatus run(IProgressMonitor monitor) {
		try (ExecutionQueue.Place place = executions.queue().enter(monitor, () -> {
			monitor.subTask(Messages.Run_waiting);
			waits();
		})) {
			return execute(monitor);
		} catch (OperationCanceledException e) {
			return Status.CANCEL_STATUS;
		} catch (InvalidStudyException e) {
			return problems(source, e.problems());
		} catch (Exception | LinkageError e) {
			return Status.error(NLS.bind(Messages.Run_failed, source, e.getMessage() == null ? e : e.getMessage()), e);
		} finally {
			refresh();
		}
	}

	@Override
	protected final void canceling() {
		setName(NLS.bind(Messages.Run_cancelling, folder.getName()));
	}

	/** Several lines about one thing. */
	static IStatus problems(String source, List<String> lines) {
		MultiStatus status = new MultiStatus(ExecutionJob.class, IStatus.ERROR, NLS.bind(Messages.Run_problems, source));
		lines.forEach(line -> status.add(Status.error(line)));
		return status;
	}

	private void refresh() {
		try {
			// Also for a cancelled job, so not with its monitor.
			folder.getParent().refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
		} catch (CoreException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
	}
}
