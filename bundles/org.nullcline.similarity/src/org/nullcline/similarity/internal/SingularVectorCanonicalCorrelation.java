package org.nullcline.similarity.internal;

import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.ComponentDistance;
import org.nullcline.core.distance.DistanceProperties;
import org.nullcline.core.distance.Invariance;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.Lapack;

/**
 * SVCCA (Raghu et al. 2017): canonical correlations between the first d principal components of two networks. They are the
 * singular values of U_x' U_y; the similarity is their mean (Maheswaranathan et al. 2019, Fig. 1c).
 *
 * @param components d; fewer where one of the two does not vary in so many directions
 */
record SingularVectorCanonicalCorrelation(int components, SimilarityForm form) implements ComponentDistance<Directions> {

	/** With fewer samples than this for each direction, correlations are mostly chance. */
	static final int SAMPLES_PER_DIRECTION = 5;

	@Override
	public Directions prepare(CentredStates states) {
		states.requireSamples(Math.min(components, states.rank()), SAMPLES_PER_DIRECTION);
		return Directions.of(states, components);
	}

	@Override
	public int components(Directions prepared) {
		return Math.min(components, prepared.count());
	}

	@Override
	public ComponentDistance<Directions> withComponents(int count) {
		if (count < 1 || count > components) {
			throw new IllegalArgumentException(count + " of " + components + " components");
		}
		return new SingularVectorCanonicalCorrelation(count, form);
	}

	@Override
	public double distance(Directions first, Directions second) {
		int d = Math.min(components(first), components(second));
		INDArray products = first.products(d, second, d);
		double result = form.distance(meanCorrelation(products, 0, d, d));
		products.close();
		return result;
	}

	/** As one product of matrices, where all networks have all components. */
	@Override
	public double[][] distances(List<Directions> first, List<Directions> second) {
		int d = components;
		if (first.stream().anyMatch(network -> network.count() < d) || second.stream().anyMatch(network -> network.count() < d)) {
			return ComponentDistance.super.distances(first, second);
		}
		INDArray a = Directions.stacked(first, d);
		INDArray b = Directions.stacked(second, d);
		Directions.requireSameSamples((int) a.size(1), (int) b.size(1));
		INDArray products = Blas.product(a, false, b, true);
		a.close();
		b.close();
		int stride = (int) products.size(1);
		double[][] distances = new double[first.size()][second.size()];
		for (int i = 0; i < first.size(); i++) {
			for (int j = 0; j < second.size(); j++) {
				distances[i][j] = form.distance(meanCorrelation(products, ((long) i * stride + j) * d, d, stride));
			}
		}
		products.close();
		return distances;
	}

	@Override
	public String definition() {
		return form.definition("the mean canonical correlation of the first " + components
				+ " principal components of the centred states (SVCCA)");
	}

	@Override
	public DistanceProperties properties() {
		// Between subspaces of one dimension the angle is a metric (Williams et al. 2021).
		return DistanceProperties.of(true, form == SimilarityForm.ANGULAR, Invariance.TRANSLATION, Invariance.SCALING,
				Invariance.PERMUTATION, Invariance.ORTHOGONAL);
	}

	/** The mean of the singular values of U_x' U_y, a d x d part of an array, which is overwritten; each cut to [0, 1]. */
	private static double meanCorrelation(INDArray products, long offset, int d, int stride) {
		return Arrays.stream(Lapack.singularValues(products, offset, d, d, stride)).map(rho -> Math.clamp(rho, 0, 1)).sum() / d;
	}
}
