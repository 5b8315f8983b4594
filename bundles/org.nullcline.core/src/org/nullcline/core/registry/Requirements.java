package org.nullcline.core.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds analyses that require what they cannot be given. */
final class Requirements {

	private Requirements() {
	}

	/** Marks every analysis as broken that requires one that is missing or broken, that comes after it, or itself. */
	static void check(Map<String, Contribution> analyses) {
		// Cycles first, so that each names itself and not a neighbour that is broken for the same reason.
		for (Contribution analysis : List.copyOf(analyses.values())) {
			if (analysis.problem().isEmpty()) {
				cycle(analysis, analyses).ifPresent(path -> analyses.put(analysis.id(),
						analysis.broken("requires itself: " + String.join(", which requires ", path))));
			}
		}
		boolean changed = true;
		while (changed) {
			changed = false;
			for (Contribution analysis : List.copyOf(analyses.values())) {
				Optional<String> problem = analysis.problem().isPresent() ? Optional.empty() : problem(analysis, analyses);
				if (problem.isPresent()) {
					analyses.put(analysis.id(), analysis.broken(problem.get()));
					changed = true;
				}
			}
		}
	}

	private static Optional<String> problem(Contribution analysis, Map<String, Contribution> analyses) {
		for (String id : analysis.requires()) {
			Contribution required = analyses.get(id);
			if (required == null) {
				return Optional.of("requires the analysis '" + id + "', which no installed plug-in has");
			}
			if (required.problem().isPresent()) {
				return Optional.of("requires the analysis '" + id + "', which is broken: " + required.problem().get());
			}
			if (analysis.scope().orElse(null) == Scope.NETWORK && required.scope().orElse(null) == Scope.POPULATION) {
				return Optional.of("is asked of each network, but requires the analysis '" + id
						+ "' of the population, which comes after; it can only require analyses of networks");
			}
		}
		return Optional.empty();
	}

	/** A shortest way from an analysis to itself. */
	private static Optional<List<String>> cycle(Contribution analysis, Map<String, Contribution> analyses) {
		Deque<List<String>> paths = new ArrayDeque<>();
		paths.add(List.of(analysis.id()));
		List<String> seen = new ArrayList<>();
		while (!paths.isEmpty()) {
			List<String> path = paths.remove();
			Contribution last = analyses.get(path.get(path.size() - 1));
			for (String next : last == null ? List.<String>of() : last.requires()) {
				List<String> longer = new ArrayList<>(path);
				longer.add(next);
				if (next.equals(analysis.id())) {
					return Optional.of(longer);
				}
				if (!seen.contains(next)) {
					seen.add(next);
					paths.add(longer);
				}
			}
		}
		return Optional.empty();
	}
}
