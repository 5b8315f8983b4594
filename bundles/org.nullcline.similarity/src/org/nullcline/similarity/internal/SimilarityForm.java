package org.nullcline.similarity.internal;

import java.util.Arrays;

/** How a similarity from -1 to 1, which is 1 for networks that are alike, becomes a distance. */
enum SimilarityForm {
	/** 1 - similarity. Not a metric: the triangle inequality may fail. */
	ONE_MINUS("one-minus", "1 - %s"),
	/** The angle of which the similarity is the cosine, in radians (Williams et al. 2021). */
	ANGULAR("angular", "arccos of %s (radians)");

	private final String id;
	private final String words;

	SimilarityForm(String id, String words) {
		this.id = id;
		this.words = words;
	}

	/** @param id one of the choices of the parameter {@code form} */
	static SimilarityForm of(String id) {
		return Arrays.stream(values()).filter(form -> form.id.equals(id)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("no form '" + id + "'"));
	}

	/** The distance; rounding beyond 1 is cut off. */
	double distance(double similarity) {
		double clipped = Math.clamp(similarity, -1, 1);
		return this == ONE_MINUS ? 1 - clipped : Math.acos(clipped);
	}

	/** The distance in words. */
	String definition(String similarity) {
		return String.format(words, similarity);
	}
}
