package org.nullcline.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Analyses that require others, as the extension registry tells them. */
class RequirementsTest {

	private static Contribution analysis(String id) {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, id).orElseThrow();
	}

	@Test
	void requirementsThatCanBeMetAreNoProblem() {
		assertEquals(List.of("test-analysis"), analysis("dependent").requires());
		assertEquals(Optional.empty(), analysis("dependent").problem());
		assertEquals(List.of(), analysis("test-analysis").requires());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			requires-unknown | requires the analysis 'nowhere', which no installed plug-in has
			requires-broken  | requires the analysis 'requires-unknown', which is broken: requires the analysis 'nowhere', which no installed plug-in has
			requires-later   | is asked of each network, but requires the analysis 'dependent' of the population, which comes after; it can only require analyses of networks
			cycle-a          | requires itself: cycle-a, which requires cycle-b, which requires cycle-a
			cycle-b          | requires itself: cycle-b, which requires cycle-a, which requires cycle-b
			""", quoteCharacter = '"')
	void requirementsThatCannotBeMetBreakTheAnalysis(String id, String problem) {
		assertEquals(Optional.of(problem), analysis(id).problem());
	}
}
