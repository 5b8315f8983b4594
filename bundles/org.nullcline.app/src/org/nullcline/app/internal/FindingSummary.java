package org.nullcline.app.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.model.ResultFinding;
import org.nullcline.model.Run;
import org.nullcline.model.RunCollection;
import org.nullcline.model.Verdict;

/** The findings of an executed study in a few lines: one for each claim, with the networks for which it does not hold. */
record FindingSummary(RunCollection outcome) {

	private static final int NAMED_NETWORKS = 4;

	List<String> lines() {
		Map<String, Map<Verdict, List<String>>> networksByClaim = new LinkedHashMap<>();
		for (Run run : outcome.getRuns()) {
			run.getResults().stream().flatMap(result -> result.getFindings().stream())
					.forEach(finding -> networksByClaim.computeIfAbsent(finding.getClaim(), claim -> new LinkedHashMap<>())
							.computeIfAbsent(finding.getVerdict(), verdict -> new ArrayList<>()).add(run.getName()));
		}
		List<String> lines = new ArrayList<>();
		networksByClaim.forEach((claim, networks) -> {
			int all = networks.values().stream().mapToInt(List::size).sum();
			List<String> reproduced = networks.getOrDefault(Verdict.REPRODUCED, List.of());
			lines.add("reproduced in " + reproduced.size() + " of " + all + (all == 1 ? " network: " : " networks: ") + claim);
			networks.forEach((verdict, names) -> {
				if (verdict != Verdict.REPRODUCED) {
					lines.add("    " + verdict.getLiteral() + ": " + some(names));
				}
			});
		});
		outcome.getResults().stream().flatMap(result -> result.getFindings().stream())
				.forEach(finding -> lines.add(finding.getVerdict().getLiteral() + " in the population: " + finding.getClaim()
						+ explanation(finding)));
		return lines;
	}

	private static String some(List<String> names) {
		return names.size() <= NAMED_NETWORKS ? String.join(", ", names)
				: String.join(", ", names.subList(0, NAMED_NETWORKS)) + " and " + (names.size() - NAMED_NETWORKS) + " more";
	}

	private static String explanation(ResultFinding finding) {
		return finding.getExplanation() == null || finding.getExplanation().isEmpty() ? ""
				: " (" + finding.getExplanation() + ")";
	}
}
