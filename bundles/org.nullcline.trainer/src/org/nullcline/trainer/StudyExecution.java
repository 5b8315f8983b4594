package org.nullcline.trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.model.RunCollection;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.internal.PopulationExecution;

/** Executes a study: trains the population, then asks the analyses, and leaves everything in the output folder. */
public final class StudyExecution {

	private StudyExecution() {
	}

	/**
	 * Executes a study.
	 *
	 * @param plan     what to do
	 * @param folder   where everything is written
	 * @param resume   whether the folder may hold an earlier execution of the same study, which is then continued
	 * @param jobs     how many networks are trained at once; the results do not depend on it
	 * @param listener is told what happens
	 * @param monitor  a cancelled execution stops at a checkpoint and can be resumed
	 * @return what lies in the folder now; each run with its state
	 * @throws InvalidStudyException if the folder holds something else, and nothing was changed
	 * @throws IOException           if the folder cannot be written
	 */
	public static RunCollection execute(StudyPlan plan, Path folder, boolean resume, int jobs,
			ExecutionListener listener, IProgressMonitor monitor) throws InvalidStudyException, IOException {
		if (jobs < 1) {
			throw new IllegalArgumentException("at least one job is needed: " + jobs);
		}
		StudyFolder.requireUsable(folder, plan.study(), resume);
		try (StudyFolder.Lock lock = StudyFolder.lock(folder)) {
			List<String> changes = StudyFolder.prepare(folder, plan.study());
			try (ExecutionLog log = new ExecutionLog(folder, listener)) {
				log.note("execution of " + plan.networks().size() + " networks, " + jobs + " at once");
				changes.forEach(log::warned);
				new PopulationExecution(plan, folder, jobs, log, monitor).execute();
				log.note(monitor.isCanceled() ? "execution was cancelled" : "execution has ended");
			}
		}
		return StudyFolder.read(folder);
	}
}
