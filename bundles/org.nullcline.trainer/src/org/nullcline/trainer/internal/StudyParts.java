package org.nullcline.trainer.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Culprits;
import org.nullcline.core.study.StudyPlan;

/** All contributions that take part in a study, chosen by it or called by what it chooses; any of them may be to blame. */
final class StudyParts {

	private final Set<Contribution> all;

	private StudyParts(Set<Contribution> all) {
		this.all = all;
	}

	static StudyParts of(StudyPlan plan, ContributionRegistry registry) {
		Set<Contribution> parts = new LinkedHashSet<>(
				List.of(plan.task().contribution(), plan.objective().contribution(), plan.optimizer().contribution()));
		plan.regularizers().forEach(regularizer -> parts.add(regularizer.contribution()));
		plan.hooks().forEach(hook -> parts.add(hook.contribution()));
		plan.networks().forEach(network -> parts.add(network.architecture().contribution()));
		plan.analyses().forEach(analysis -> parts.add(analysis.contribution()));
		// Analyses measure distances by the name that a parameter gives, and figures are added to whatever analysis they name.
		Set<Optional<String>> asked = plan.analyses().stream().map(analysis -> Optional.of(analysis.contribution().id()))
				.collect(Collectors.toSet());
		parts.addAll(registry.all(ContributionKind.DISTANCE));
		registry.all(ContributionKind.FIGURE).stream().filter(figure -> asked.contains(figure.attribute("analysis"))).forEach(parts::add);
		return new StudyParts(parts);
	}

	Set<Contribution> all() {
		return all;
	}

	/** Those that did not come with Nullcline. */
	List<Contribution> ofOthers() {
		return all.stream().filter(part -> !Culprits.isBuiltIn(part)).toList();
	}

	/** How a message about an error begins: with the part in whose code it arose, if there is one. */
	Optional<String> blame(Throwable error) {
		return Culprits.of(error.getStackTrace(), all).map(StudyParts::words);
	}

	static String words(Contribution part) {
		return "plug-in " + part.plugin() + ", " + part.label();
	}
}
