package org.nullcline.ui.run;

import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.nullcline.model.Study;

/** Executes a study, or some of its networks. */
final class StudyJob extends ExecutionJob {

	private final Study study;
	private final LiveExecution execution;
	private final boolean resume;
	private final Set<String> networks;

	/**
	 * @param source   how messages call the study
	 * @param networks to train, or empty for the whole study
	 */
	StudyJob(Executions executions, Study study, String source, LiveExecution execution, boolean resume,
			Set<String> networks) {
		super(executions, execution.folder(), source);
		this.study = study;
		this.execution = execution;
		this.resume = resume;
		this.networks = networks;
		execution.runsIn(this);
	}

	@Override
	IStatus execute(IProgressMonitor monitor) throws Exception {
		execution.setWaiting(false);
		return StudyRunner.run(study, source(), execution, resume, networks, monitor);
	}

	@Override
	void waits() {
		execution.setWaiting(true);
	}

	@Override
	void ended(IStatus result) {
		execution.end(result);
	}
}
