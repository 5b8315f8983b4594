package org.nullcline.ui.navigator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.RunState;
import org.nullcline.report.StudyReport;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.SeriesFolder;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;

/** Tells whether anything is left to do in an execution. A report alone says nothing: it may be of an unfinished one. */
final class Completeness {

	private Completeness() {
	}

	/** Whether every run has come to its end, every analysis has been answered, and the report is there. */
	static boolean isComplete(Path folder) {
		if (Files.exists(folder.resolve(StudyFolder.REPRODUCTION_FILE))) {
			// One run of a study was executed again, and no more was wanted.
			return true;
		}
		if (!Files.exists(folder.resolve(StudyReport.FILE))) {
			return false;
		}
		try {
			StudyPlan plan = StudyValidator.plan(StudyFiles.read(folder.resolve(StudyFolder.STUDY_FILE)),
					ContributionRegistry.read(), folder.toString());
			List<Path> done = new ArrayList<>();
			for (NetworkPlan network : plan.networks()) {
				Path run = StudyFolder.runFolder(folder, network.name());
				RunState state = RunRecord.read(run).runState();
				if (state == RunState.DONE) {
					done.add(run);
				} else if (state != RunState.DIVERGED) {
					return false;
				}
			}
			// Of networks that all diverged nothing can be asked.
			return done.isEmpty() || plan.analyses().stream().allMatch(analysis -> isAnswered(analysis, folder, done));
		} catch (InvalidStudyException e) {
			// Its plug-ins are not installed: nothing can be done here.
			return true;
		} catch (IOException e) {
			// A record that is missing or damaged is written anew.
			return false;
		}
	}

	/** Whether all studies of a series are complete, and the report about them is there. */
	static boolean isSeriesComplete(Path folder) {
		try {
			return Files.exists(folder.resolve(StudyReport.FILE)) && SeriesFolder.read(folder).getMembers().stream()
					.map(member -> SeriesFolder.memberFolder(folder, member)).allMatch(Completeness::isComplete);
		} catch (IOException e) {
			// Nobody knows which studies it should have.
			return true;
		}
	}

	private static boolean isAnswered(StudyPlan.Choice analysis, Path folder, List<Path> runs) {
		List<Path> subjects = analysis.contribution().scope().filter(Scope.NETWORK::equals).isPresent() ? runs
				: List.of(folder);
		return subjects.stream().allMatch(subject -> Files.exists(
				StudyFolder.resultFolder(subject, analysis.contribution().id()).resolve(StoredResult.FILE)));
	}
}
