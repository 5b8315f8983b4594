package org.nullcline.analysis.cca.internal;

import java.util.Arrays;

/** How canonical correlations become a distance. */
enum DistanceMeasure {
	/** 1 - mean correlation (Maheswaranathan et al. 2019, Fig. 1c). Not a metric: the triangle inequality may fail. */
	MEAN_CORRELATION("mean-correlation", "1 - mean canonical correlation") {
		@Override
		double of(double meanCorrelation) {
			return 1 - meanCorrelation;
		}
	},
	/** The angle between the subspaces (Williams et al. 2021), a metric; in radians. */
	ANGULAR("angular", "arccos of the mean canonical correlation (radians)") {
		@Override
		double of(double meanCorrelation) {
			return Math.acos(Math.clamp(meanCorrelation, -1, 1));
		}
	};

	private final String id;
	private final String definition;

	DistanceMeasure(String id, String definition) {
		this.id = id;
		this.definition = definition;
	}

	static DistanceMeasure of(String id) {
		return Arrays.stream(values()).filter(measure -> measure.id.equals(id)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("no distance '" + id + "'"));
	}

	String definition() {
		return definition;
	}

	abstract double of(double meanCorrelation);

	double of(double[] correlations) {
		return of(Arrays.stream(correlations).average().orElseThrow());
	}
}
