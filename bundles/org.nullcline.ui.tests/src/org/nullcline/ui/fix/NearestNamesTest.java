package org.nullcline.ui.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What somebody may have meant. */
class NearestNamesTest {

	@Test
	void distancesAreThoseOfLevenshtein() {
		assertEquals(0, NearestNames.distance("gru", "gru"));
		assertEquals(3, NearestNames.distance("kitten", "sitting"));
		assertEquals(4, NearestNames.distance("", "lstm"));
		assertEquals(2, NearestNames.distance("lsmt", "lstm"));
	}

	@Test
	void theMostSimilarComeFirst() {
		List<String> known = List.of("vanilla", "ugrnn", "gru", "lstm");
		assertEquals("gru", NearestNames.of("GRU ", known).getFirst());
		assertEquals("vanilla", NearestNames.of("van", known).getFirst());
		assertEquals("lstm", NearestNames.of("lsmt", known).getFirst());
		assertEquals(3, NearestNames.of(null, known).size());
	}
}
