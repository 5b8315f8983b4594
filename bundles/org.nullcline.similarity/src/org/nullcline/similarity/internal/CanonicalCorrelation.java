package org.nullcline.similarity.internal;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.DistanceProperties;
import org.nullcline.core.distance.Invariance;
import org.nullcline.core.distance.StateDistance;
import org.nullcline.linearalgebra.Lapack;

/**
 * Canonical correlation analysis (Hotelling 1936) of all directions in which two networks vary: the similarity is the mean
 * of the canonical correlations, as many as the network of fewer directions has.
 */
record CanonicalCorrelation(SimilarityForm form) implements StateDistance<Directions> {

	@Override
	public Directions prepare(CentredStates states) {
		states.requireSamples(states.rank(), SingularVectorCanonicalCorrelation.SAMPLES_PER_DIRECTION);
		return Directions.of(states, states.rank());
	}

	@Override
	public double distance(Directions first, Directions second) {
		return form.distance(Arrays.stream(correlations(first, second)).average().orElseThrow());
	}

	/** The canonical correlations, descending, in [0, 1]. */
	static double[] correlations(Directions first, Directions second) {
		INDArray products = first.products(second);
		double[] correlations = Lapack.singularValues(products, 0, first.count(), second.count(), second.count());
		products.close();
		return Arrays.stream(correlations).map(rho -> Math.clamp(rho, 0, 1)).toArray();
	}

	@Override
	public String definition() {
		return form.definition("the mean canonical correlation of all directions in which the states vary (CCA)");
	}

	@Override
	public DistanceProperties properties() {
		return DistanceProperties.of(true, false, Invariance.values());
	}
}
