package org.nullcline.dynamics;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.linearalgebra.SingularValues;

/**
 * Principal component analysis by singular value decomposition of the centred samples. The sign of a component is such
 * that its entry of largest magnitude is positive, so that equal data give equal figures.
 *
 * @param mean       of the samples, one per variable
 * @param components [component, variable], orthonormal rows, largest variance first
 * @param variances  of the samples along each component, descending; divided by the number of samples less one
 */
public record PrincipalComponents(double[] mean, INDArray components, double[] variances) {

	/** Entries of a component this much smaller than the largest still compete for the sign, the first one winning. */
	private static final double TIE = 1e-9;

	/**
	 * Analyses samples.
	 *
	 * @param samples [sample][variable], at least two samples
	 * @throws IllegalArgumentException if there are fewer than two samples
	 * @throws ArithmeticException      if a sample is not finite
	 */
	public static PrincipalComponents of(double[][] samples) {
		if (samples.length < 2) {
			throw new IllegalArgumentException(
					"principal components need at least two samples, found " + samples.length);
		}
		double[] mean = mean(samples);
		INDArray centred = NativeArrays.of(centred(samples, mean));
		SingularValues decomposition = Lapack.singularValues(centred);
		double[][] components = NativeArrays.rows(decomposition.right());
		for (double[] component : components) {
			orient(component);
		}
		double[] variances = Arrays.stream(decomposition.values()).map(s -> s * s / (samples.length - 1)).toArray();
		centred.close();
		decomposition.left().close();
		return new PrincipalComponents(mean, NativeArrays.of(components), variances);
	}

	/**
	 * Coordinates of samples along the first components.
	 *
	 * @param samples [sample][variable]
	 * @return [sample][component]; zero for components that do not exist, where there are fewer than asked for
	 */
	public double[][] project(double[][] samples, int count) {
		double[][] projections = new double[samples.length][count];
		if (samples.length == 0) {
			return projections;
		}
		int existing = Math.min(count, variances.length);
		double[][] products = NativeArrays
				.rows(Blas.product(NativeArrays.of(centred(samples, mean)), false, components, true));
		for (int i = 0; i < samples.length; i++) {
			System.arraycopy(products[i], 0, projections[i], 0, existing);
		}
		return projections;
	}

	/** Fraction of the total variance along each component; zero throughout where nothing varies. */
	public double[] explainedFractions() {
		double total = Arrays.stream(variances).sum();
		return Arrays.stream(variances).map(variance -> total > 0 ? variance / total : 0).toArray();
	}

	/**
	 * The participation ratio (sum v)^2 / sum v^2 of the variances v: the number of dimensions that the samples fill, from
	 * 1 to the number of variables; NaN where nothing varies.
	 */
	public double participationRatio() {
		double sum = Arrays.stream(variances).sum();
		double squares = Arrays.stream(variances).map(variance -> variance * variance).sum();
		return sum * sum / squares;
	}

	private static double[] mean(double[][] samples) {
		double[] mean = new double[samples[0].length];
		for (double[] sample : samples) {
			for (int j = 0; j < mean.length; j++) {
				mean[j] += sample[j];
			}
		}
		for (int j = 0; j < mean.length; j++) {
			mean[j] /= samples.length;
		}
		return mean;
	}

	private static double[][] centred(double[][] samples, double[] mean) {
		double[][] centred = new double[samples.length][mean.length];
		for (int i = 0; i < samples.length; i++) {
			for (int j = 0; j < mean.length; j++) {
				centred[i][j] = samples[i][j] - mean[j];
			}
		}
		return centred;
	}

	static void orient(double[] vector) {
		double largest = Arrays.stream(vector).map(Math::abs).max().orElse(0);
		for (double entry : vector) {
			if (Math.abs(entry) >= largest * (1 - TIE)) {
				if (entry < 0) {
					for (int j = 0; j < vector.length; j++) {
						vector[j] = -vector[j];
					}
				}
				return;
			}
		}
	}
}
