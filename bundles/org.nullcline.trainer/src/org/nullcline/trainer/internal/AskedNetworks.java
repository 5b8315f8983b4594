package org.nullcline.trainer.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.model.RunState;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.StudyFolder;

/**
 * Of which networks a question is asked, and of which not.
 *
 * @param asked   those that are trained, and as accurate as the study demands
 * @param leftOut those that are trained, but not accurate enough, each with its fraction of variance unexplained
 * @param limit   the largest fraction of variance unexplained of networks that are analysed
 */
record AskedNetworks(List<NetworkPlan> asked, List<String> leftOut, double limit) {

	/** Sorts the networks of a question by how far their training came; runs that are not done are in neither list. */
	static AskedNetworks of(Question question, StudyPlan plan, Path folder) throws IOException {
		List<NetworkPlan> asked = new ArrayList<>();
		List<String> leftOut = new ArrayList<>();
		for (NetworkPlan network : question.networks()) {
			RunRecord run = RunRecord.read(StudyFolder.runFolder(folder, network.name()));
			if (run.runState() != RunState.DONE) {
				continue;
			}
			// A fraction that is no number is not below any limit; without a limit all are analysed.
			if (run.unexplained() <= plan.performanceLimit() || Double.isInfinite(plan.performanceLimit())) {
				asked.add(network);
			} else {
				leftOut.add(String.format(Locale.ROOT, "%s (%.4g)", network.name(), run.unexplained()));
			}
		}
		return new AskedNetworks(asked, leftOut, plan.performanceLimit());
	}

	List<String> names() {
		return asked.stream().map(NetworkPlan::name).toList();
	}

	/** What a reader of the result must know of those that were left out. */
	List<String> notes() {
		return leftOut.isEmpty() ? List.of()
				: List.of("Left out, because they leave more than the fraction " + limit + " of the variance of held-out trials "
						+ "unexplained: " + String.join(", ", leftOut) + ".");
	}
}
