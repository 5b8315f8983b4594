package org.nullcline.similarity.internal;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.DistanceProperties;
import org.nullcline.core.distance.Invariance;
import org.nullcline.core.distance.StateDistance;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Linear centred kernel alignment (Kornblith et al. 2019): ||Y' X||^2 / (||X' X|| ||Y' Y||) in Frobenius norms, with
 * X' X = V S^2 V'.
 */
record CentredKernelAlignment(SimilarityForm form) implements StateDistance<Directions> {

	@Override
	public Directions prepare(CentredStates states) {
		return Directions.of(states, states.rank());
	}

	@Override
	public double distance(Directions first, Directions second) {
		INDArray scaled = ScaledProducts.of(first, second);
		double square = Arrays.stream(NativeArrays.values(scaled)).map(value -> value * value).sum();
		scaled.close();
		return form.distance(square / (kernelNorm(first) * kernelNorm(second)));
	}

	/** ||X' X|| of states of Frobenius norm 1. */
	private static double kernelNorm(Directions network) {
		double[] variances = Arrays.stream(network.singularValues()).map(s -> s * s).toArray();
		return ScaledProducts.norm(variances) / Arrays.stream(variances).sum();
	}

	@Override
	public String definition() {
		return form.definition("the linear centred kernel alignment of the states (CKA)");
	}

	@Override
	public DistanceProperties properties() {
		return DistanceProperties.of(true, form == SimilarityForm.ANGULAR, Invariance.TRANSLATION, Invariance.SCALING,
				Invariance.PERMUTATION, Invariance.ORTHOGONAL);
	}
}
