package org.nullcline.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.nullcline.core.study.StudyPlan.Choice;

/** Puts analyses after those that they require. */
final class AnalysisOrder {

	private AnalysisOrder() {
	}

	/** Those whose requirements are all among them; an analysis of the population cannot be asked about one network. */
	static List<Choice> requiredFirst(List<Choice> analyses) {
		List<Choice> waiting = new ArrayList<>(analyses);
		List<Choice> ordered = new ArrayList<>();
		boolean any = true;
		while (any) {
			Set<String> known = ordered.stream().map(choice -> choice.contribution().id()).collect(Collectors.toSet());
			List<Choice> ready = waiting.stream().filter(choice -> known.containsAll(choice.contribution().requires())).toList();
			ordered.addAll(ready);
			any = waiting.removeAll(ready) && !waiting.isEmpty();
		}
		return ordered;
	}
}
