package org.nullcline.core.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.study.StudyPlan.Choice;

/** Puts analyses into an order in which each comes after those that it requires, and adds those that are not chosen. */
public final class AskedAnalyses {

	private final ContributionRegistry registry;
	private final Map<String, Choice> chosen = new LinkedHashMap<>();
	private final Map<String, Choice> ordered = new LinkedHashMap<>();

	private AskedAnalyses(ContributionRegistry registry, List<Choice> chosen) {
		this.registry = registry;
		chosen.forEach(choice -> this.chosen.put(choice.contribution().id(), choice));
	}

	/**
	 * All that must be asked.
	 *
	 * @param chosen   analyses that work, each at most once
	 * @param registry where those are found that they require
	 * @return analyses of networks first, then those of the population; what was not chosen is asked with its defaults
	 */
	public static List<Choice> of(List<Choice> chosen, ContributionRegistry registry) {
		AskedAnalyses asked = new AskedAnalyses(registry, chosen);
		chosen.forEach(asked::add);
		return Stream.of(Scope.NETWORK, Scope.POPULATION)
				.flatMap(scope -> asked.ordered.values().stream().filter(a -> a.contribution().scope().orElse(null) == scope))
				.toList();
	}

	private void add(Choice analysis) {
		if (ordered.containsKey(analysis.contribution().id())) {
			return;
		}
		for (String id : analysis.contribution().requires()) {
			Choice given = chosen.get(id);
			add(given != null ? given : defaults(id));
		}
		ordered.put(analysis.contribution().id(), analysis);
	}

	private Choice defaults(String id) {
		// The registry marks analyses as broken that require what is not there, and broken ones are not chosen.
		Contribution contribution = registry.find(ContributionKind.ANALYSIS, id).orElseThrow();
		return new Choice(contribution, contribution.parameters(Map.of()));
	}
}
