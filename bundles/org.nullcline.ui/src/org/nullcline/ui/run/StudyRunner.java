package org.nullcline.ui.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.Run;
import org.nullcline.model.RunCollection;
import org.nullcline.model.RunState;
import org.nullcline.model.Study;
import org.nullcline.report.StudyReport;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.StudyExecution;
import org.nullcline.ui.Messages;
import org.nullcline.ui.PreferenceDefaults;

/** Executes a study the way the command line does, and keeps the views informed. */
final class StudyRunner {

	private StudyRunner() {
	}

	/**
	 * Trains the networks of a study, asks its analyses and writes its report.
	 *
	 * @param source   how messages call the study
	 * @param networks those to train, or empty for all; analyses are asked when all have come to their end
	 * @return cancelled if it can be resumed
	 */
	static IStatus run(Study study, String source, LiveExecution execution, boolean resume, Set<String> networks,
			IProgressMonitor monitor) throws InvalidStudyException, IOException {
		StudyPlan plan = StudyValidator.plan(study, ContributionRegistry.read(), source);
		Path folder = execution.folder().getLocation().toPath();
		int jobs = PreferenceDefaults.jobs();
		if (!networks.isEmpty()) {
			StudyPlan part = part(plan, networks);
			RunCollection runs = StudyExecution.execute(part, folder, resume, jobs, new JobListener(execution, part, monitor),
					monitor);
			if (monitor.isCanceled()) {
				return Status.CANCEL_STATUS;
			}
			if (!isTrained(plan, folder)) {
				return outcome(runs, source, networks);
			}
		}
		RunCollection runs = StudyExecution.execute(plan, folder, resume || !networks.isEmpty(), jobs,
				new JobListener(execution, plan, monitor), monitor);
		if (monitor.isCanceled() || runs.getRuns().stream().anyMatch(run -> run.getState() == RunState.CANCELLED)) {
			return Status.CANCEL_STATUS;
		}
		monitor.subTask(Messages.Run_report);
		StudyReport.write(folder);
		return outcome(runs, source, Set.of());
	}

	/** The same study with some of its networks and without questions. */
	private static StudyPlan part(StudyPlan plan, Set<String> networks) {
		List<NetworkPlan> chosen = plan.networks().stream().filter(network -> networks.contains(network.name())).toList();
		return new StudyPlan(plan.study(), plan.task(), chosen, plan.training(), plan.objective(), plan.optimizer(),
				plan.regularizers(), plan.hooks(), List.of());
	}

	private static boolean isTrained(StudyPlan plan, Path folder) throws IOException {
		for (NetworkPlan network : plan.networks()) {
			Path run = StudyFolder.runFolder(folder, network.name());
			if (!Files.exists(run.resolve(RunRecord.FILE))) {
				return false;
			}
			RunState state = RunRecord.read(run).runState();
			if (state != RunState.DONE && state != RunState.DIVERGED) {
				return false;
			}
		}
		return true;
	}

	/** A network that diverged is a result and no error of the workbench; one that failed must be seen. */
	private static IStatus outcome(RunCollection runs, String source, Set<String> networks) {
		List<Run> failed = runs.getRuns().stream().filter(run -> run.getState() == RunState.FAILED)
				.filter(run -> networks.isEmpty() || networks.contains(run.getName())).toList();
		return failed.isEmpty() ? Status.OK_STATUS
				: ExecutionJob.problems(source,
						failed.stream().map(run -> run.getName() + ": " + run.getMessage()).toList());
	}
}
