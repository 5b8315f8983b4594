package org.nullcline.trainer.internal;

import java.nio.file.Path;
import java.util.List;

import org.nullcline.core.registry.Scope;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.runs.StudyFolder;

/**
 * An analysis with the networks that it is asked of.
 *
 * @param analysis     with its parameters
 * @param networks     one, or the whole population
 * @param about        the name of the network, or "population"
 * @param resultFolder where the answer is written
 */
record Question(StudyPlan.Choice analysis, List<NetworkPlan> networks, String about, Path resultFolder) {

	private static final String POPULATION = "population";

	static Question ofNetwork(StudyPlan.Choice analysis, NetworkPlan network, Path folder) {
		return new Question(analysis, List.of(network), network.name(),
				StudyFolder.resultFolder(StudyFolder.runFolder(folder, network.name()), analysis.contribution().id()));
	}

	static Question ofPopulation(StudyPlan.Choice analysis, List<NetworkPlan> networks, Path folder) {
		return new Question(analysis, networks, POPULATION, StudyFolder.resultFolder(folder, analysis.contribution().id()));
	}

	String id() {
		return analysis.contribution().id();
	}

	boolean isOfPopulation() {
		return analysis.contribution().scope().orElseThrow() == Scope.POPULATION;
	}
}
