package org.nullcline.similarity.internal;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.DistanceProperties;
import org.nullcline.core.distance.Invariance;
import org.nullcline.core.distance.StateDistance;
import org.nullcline.linearalgebra.Lapack;

/**
 * Procrustes shape distance (Williams et al. 2021): centred states, scaled to Frobenius norm 1, after the best rotation or
 * reflection. The overlap max_Q tr(X' Y Q) is the sum of the singular values of X' Y = V_x S_x U_x' U_y S_y V_y'. A network of
 * fewer units counts as having silent ones.
 *
 * @param angular whether the distance is the angle, arccos of the overlap; else it is Euclidean,
 *                min_Q ||X - Y Q|| = sqrt(2 - 2 overlap)
 */
record ProcrustesDistance(boolean angular) implements StateDistance<Directions> {

	@Override
	public Directions prepare(CentredStates states) {
		return Directions.of(states, states.rank());
	}

	@Override
	public double distance(Directions first, Directions second) {
		INDArray scaled = ScaledProducts.of(first, second);
		double overlap = Math.clamp(
				Arrays.stream(Lapack.singularValues(scaled, 0, first.count(), second.count(), second.count())).sum(), 0, 1);
		scaled.close();
		return angular ? Math.acos(overlap) : Math.sqrt(2 - 2 * overlap);
	}

	@Override
	public String definition() {
		return (angular ? "angle (radians)" : "Euclidean distance")
				+ " between the centred states, scaled to Frobenius norm 1, after the best orthogonal map (Procrustes shape distance)";
	}

	@Override
	public DistanceProperties properties() {
		return DistanceProperties.of(true, true, Invariance.TRANSLATION, Invariance.SCALING, Invariance.PERMUTATION,
				Invariance.ORTHOGONAL);
	}
}
