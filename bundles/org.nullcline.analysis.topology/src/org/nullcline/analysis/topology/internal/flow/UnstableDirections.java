package org.nullcline.analysis.topology.internal.flow;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.core.random.RandomStream;
import org.nullcline.dynamics.Linearization;
import org.nullcline.linearalgebra.Complex;

/**
 * The unstable subspace of a fixed point, spanned by the eigenvectors of dF/dh with |lambda| > 1; for a complex pair by
 * real and imaginary part of one of the two.
 *
 * @param basis [dimension][state], each of norm 1; not orthogonal, because the dynamics are simple in the eigenvectors'
 *              own coordinates: there the sign of each coordinate, not its size, decides where a linear system goes
 * @param real  whether the direction is that of a real eigenvalue, one per dimension
 */
public record UnstableDirections(double[][] basis, boolean[] real) {

	/** Above so many dimensions sign patterns are drawn, not counted through. */
	private static final int COUNTED_SIGNS = 10;

	/** @param index number of unstable directions, as the fixed point's eigenvalues tell */
	public static UnstableDirections of(Linearization linearization, int index) {
		List<double[]> basis = new ArrayList<>();
		List<Boolean> real = new ArrayList<>();
		int taken = 0;
		for (int k = 0; taken < index; k++) {
			Complex value = linearization.eigen().values().get(k);
			Complex[] vector = linearization.eigen().right()[k];
			if (value.imaginary() == 0) {
				basis.add(unit(vector, false));
				real.add(true);
				taken++;
			} else if (value.imaginary() > 0) {
				basis.add(unit(vector, false));
				basis.add(unit(vector, true));
				real.add(false);
				real.add(false);
				taken += 2;
			}
		}
		boolean[] reals = new boolean[real.size()];
		for (int i = 0; i < reals.length; i++) {
			reals[i] = real.get(i);
		}
		return new UnstableDirections(basis.toArray(double[][]::new), reals);
	}

	/** Both senses of each real direction: displacements of the given length. */
	public List<double[]> alongAxes(double length) {
		List<double[]> displacements = new ArrayList<>();
		for (int i = 0; i < basis.length; i++) {
			if (real[i]) {
				for (int sign = 1; sign >= -1; sign -= 2) {
					double[] coordinates = new double[basis.length];
					coordinates[i] = sign;
					displacements.add(displacement(coordinates, length));
				}
			}
		}
		return displacements;
	}

	/**
	 * Displacements of the given length all around: Gaussian coordinates along the basis, with all patterns of signs in
	 * turn, so that every orthant has its share.
	 */
	public List<double[]> around(int count, double length, RandomStream random) {
		List<double[]> displacements = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			double[] coordinates = new double[basis.length];
			for (int k = 0; k < coordinates.length; k++) {
				double value = random.nextGaussian();
				coordinates[k] = k < COUNTED_SIGNS ? Math.abs(value) * ((i >> k & 1) == 0 ? 1 : -1) : value;
			}
			displacements.add(displacement(coordinates, length));
		}
		return displacements;
	}

	private double[] displacement(double[] coordinates, double length) {
		double[] sum = new double[basis[0].length];
		for (int k = 0; k < coordinates.length; k++) {
			for (int j = 0; j < sum.length; j++) {
				sum[j] += coordinates[k] * basis[k][j];
			}
		}
		double norm = norm(sum);
		for (int j = 0; j < sum.length; j++) {
			sum[j] *= length / norm;
		}
		return sum;
	}

	private static double[] unit(Complex[] vector, boolean imaginary) {
		double[] part = new double[vector.length];
		double cubes = 0;
		for (int j = 0; j < part.length; j++) {
			part[j] = imaginary ? vector[j].imaginary() : vector[j].real();
			cubes += part[j] * part[j] * part[j];
		}
		// The sign must not depend on the order of the units; the sum of cubes does not.
		double scale = (cubes < 0 ? -1 : 1) / norm(part);
		for (int j = 0; j < part.length; j++) {
			part[j] *= scale;
		}
		return part;
	}

	private static double norm(double[] values) {
		double sum = 0;
		for (double value : values) {
			sum += value * value;
		}
		return Math.sqrt(sum);
	}
}
