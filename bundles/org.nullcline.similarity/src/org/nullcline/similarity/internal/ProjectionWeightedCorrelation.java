package org.nullcline.similarity.internal;

import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.DistanceProperties;
import org.nullcline.core.distance.Invariance;
import org.nullcline.core.distance.StateDistance;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.linearalgebra.SingularValues;

/**
 * Projection-weighted CCA (Morcos, Raghu and Bengio 2018): 1 - sum_i a_i rho_i / sum_i a_i, where rho_i are the canonical
 * correlations and a_i = sum_j |h_i . x_j| tells how much of the units x_j of a network its canonical vector h_i accounts for.
 *
 * @param both whether the mean of the two is taken that the units of one and of the other network give; else the units of
 *             the first network give the weights, as in the paper
 */
record ProjectionWeightedCorrelation(boolean both) implements StateDistance<Directions> {

	@Override
	public Directions prepare(CentredStates states) {
		states.requireSamples(states.rank(), SingularVectorCanonicalCorrelation.SAMPLES_PER_DIRECTION);
		return Directions.of(states, states.rank());
	}

	@Override
	public double distance(Directions first, Directions second) {
		SingularValues correlations = Lapack.singularValues(first.products(second));
		double[] rho = correlations.values();
		// U_x' U_y = A diag(rho) B': the canonical vectors of the two are U_x A and U_y B.
		double[][] a = NativeArrays.rows(correlations.left());
		double weighted = weightedMean(rho, first, (direction, i) -> a[direction][i]);
		if (both) {
			double[][] b = NativeArrays.rows(correlations.right());
			weighted = (weighted + weightedMean(rho, second, (direction, i) -> b[i][direction])) / 2;
		}
		return 1 - Math.clamp(weighted, 0, 1);
	}

	/** What direction k has in the canonical vector i. */
	private interface Coefficients {
		double of(int direction, int vector);
	}

	private static double weightedMean(double[] rho, Directions network, Coefficients coefficients) {
		int units = network.loadings()[0].length;
		double sum = 0;
		double total = 0;
		double[] projections = new double[units];
		for (int i = 0; i < rho.length; i++) {
			// h_i' X = a_i' S V'
			java.util.Arrays.fill(projections, 0);
			for (int k = 0; k < network.count(); k++) {
				double scaled = coefficients.of(k, i) * network.singularValues()[k];
				for (int j = 0; j < units; j++) {
					projections[j] += scaled * network.loadings()[k][j];
				}
			}
			double weight = 0;
			for (double projection : projections) {
				weight += Math.abs(projection);
			}
			sum += weight * Math.clamp(rho[i], 0, 1);
			total += weight;
		}
		return sum / total;
	}

	@Override
	public String definition() {
		return "1 - the mean canonical correlation weighted by how much of the units each canonical vector accounts for (PWCCA), "
				+ (both ? "averaged over weights by the units of one and of the other network"
						: "weights by the units of the first network");
	}

	@Override
	public DistanceProperties properties() {
		return DistanceProperties.of(both, false, Invariance.TRANSLATION, Invariance.SCALING, Invariance.PERMUTATION);
	}
}
