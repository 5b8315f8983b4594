package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.EigenDecomposition;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.linearalgebra.SingularValues;

/**
 * The modes of linear dynamics J = R Lambda L with L = R^-1: bi-orthogonal right and left eigenvectors also where eigenvalues
 * coincide. Modes whose eigenvalue vanishes are the columns of an orthonormal basis of the states that the dynamics forget,
 * with exactly 0 as their eigenvalue, because single eigenvectors of many vanishing eigenvalues (units that are silent)
 * cannot be told apart.
 * <p>
 * A complex pair is kept in real form, so that all sums over modes are real: columns u, v of R and rows p, q of L with the
 * right eigenvector u + i v and the left eigenvector (p - i q)/2.
 */
public final class EigenModes {

	/** Eigenvalues this much smaller than the largest one vanish. */
	private static final double VANISHING = 1e-9;
	/** A basis of eigenvectors that is this ill-conditioned is none to working precision. */
	private static final double WORST_CONDITION = 1e12;

	private final List<Complex> values;
	/** [mode][state], real form. */
	private final double[][] right;
	/** [mode][state], real form. */
	private final double[][] left;
	private final double biorthogonality;

	private EigenModes(List<Complex> values, double[][] right, double[][] left) {
		this.values = List.copyOf(values);
		this.right = right;
		this.left = left;
		biorthogonality = distanceFromIdentity(left, right);
	}

	/**
	 * The modes of a linearization; nothing if J has no basis of eigenvectors to working precision (a Jordan block).
	 */
	public static Optional<EigenModes> of(Linearization linearization) {
		EigenDecomposition eigen = linearization.eigen();
		int size = linearization.state().length;
		double limit = VANISHING * eigen.values().getFirst().modulus();
		List<Complex> kept = eigen.values().stream().filter(value -> value.modulus() > limit).toList();
		// Largest modulus first, so those that vanish are at the end.
		int count = kept.size();
		double[][] right = new double[size][];
		double[][] left = new double[size][];
		for (int k = 0; k < count; k++) {
			fill(eigen, k, right, left);
			if (kept.get(k).imaginary() != 0) {
				k++;
			}
		}
		if (count > 0 && !makeDual(right, left, count)) {
			return Optional.empty();
		}
		addForgotten(right, left, count);
		List<Complex> values = new ArrayList<>(kept);
		while (values.size() < size) {
			values.add(new Complex(0, 0));
		}
		EigenModes modes = new EigenModes(values, right, left);
		return modes.condition() > WORST_CONDITION ? Optional.empty() : Optional.of(modes);
	}

	/** The eigenvalues, largest modulus first; the two of a pair stand side by side, that with the positive imaginary part first. */
	public List<Complex> values() {
		return values;
	}

	/** Number of modes, that is of state values. */
	public int size() {
		return values.size();
	}

	/** The right eigenvector of a mode, J r = lambda r. */
	public Complex[] right(int mode) {
		int first = first(mode);
		return combine(right, first, isPair(first), first == mode ? 1 : -1, 1);
	}

	/** The left eigenvector of a mode, l J = lambda l, with l r = 1 for its own right eigenvector and 0 for all others. */
	public Complex[] left(int mode) {
		int first = first(mode);
		return combine(left, first, isPair(first), first == mode ? -1 : 1, 0.5);
	}

	/** How far L R is from the identity: its largest entry of |L R - I|, in the real form. */
	public double biorthogonality() {
		return biorthogonality;
	}

	/**
	 * The largest |l_k| |r_k| over all modes, the condition number of the least certain eigenvalue: 1 for normal dynamics, large
	 * where small changes of J move an eigenvalue far or modes nearly cancel each other.
	 */
	public double condition() {
		double largest = 0;
		for (int k = 0; k < size(); k++) {
			largest = Math.max(largest, norm(right(k)) * norm(left(k)));
		}
		return largest;
	}

	/**
	 * The output of the linear dynamics some steps after a unit pulse, by number of modes kept:
	 * y_m(t) = sum over k up to m of (w R_k) lambda_k^(t-1) (L_k B), where t = 1 is the step of the pulse itself (Maheswaranathan
	 * et al. 2019, figure 3f). A pair is kept as a whole: the value for its first mode includes both.
	 *
	 * @param readout w, one value per state value
	 * @param input   B = dF/dx of one input channel, one value per state value
	 * @param step    t, at least 1
	 * @return y_1 to y_N
	 */
	public double[] response(double[] readout, double[] input, int step) {
		double[] response = new double[size()];
		double sum = 0;
		for (int k = 0; k < size(); k++) {
			boolean pair = isPair(k);
			double power = Math.pow(values.get(k).modulus(), step - 1);
			double angle = values.get(k).argument() * (step - 1);
			double c = power * Math.cos(angle);
			double s = power * Math.sin(angle);
			double p = dot(left[k], input);
			if (pair) {
				// (u + i v) e^(i angle) (p - i q)/2 and its conjugate: u (c p + s q) + v (-s p + c q).
				double q = dot(left[k + 1], input);
				sum += dot(readout, right[k]) * (c * p + s * q) + dot(readout, right[k + 1]) * (c * q - s * p);
				response[k++] = sum;
			} else {
				// A real eigenvalue may be negative: its angle is pi, and its cosine carries the sign.
				sum += dot(readout, right[k]) * c * p;
			}
			response[k] = sum;
		}
		return response;
	}

	private boolean isPair(int first) {
		return values.get(first).imaginary() != 0;
	}

	/** The mode itself, or the first of its pair. */
	private int first(int mode) {
		return values.get(mode).imaginary() < 0 ? mode - 1 : mode;
	}

	private static void fill(EigenDecomposition eigen, int k, double[][] right, double[][] left) {
		Complex[] r = eigen.right()[k];
		Complex[] l = eigen.left()[k];
		boolean pair = eigen.values().get(k).imaginary() != 0;
		right[k] = java.util.Arrays.stream(r).mapToDouble(Complex::real).toArray();
		left[k] = java.util.Arrays.stream(l).mapToDouble(value -> (pair ? 2 : 1) * value.real()).toArray();
		if (pair) {
			right[k + 1] = java.util.Arrays.stream(r).mapToDouble(Complex::imaginary).toArray();
			left[k + 1] = java.util.Arrays.stream(l).mapToDouble(value -> -2 * value.imaginary()).toArray();
		}
	}

	/** Replaces L by (L R)^-1 L for the first modes, twice to get rid of rounding; false if L R is singular. */
	private static boolean makeDual(double[][] right, double[][] left, int count) {
		INDArray r = NativeArrays.of(java.util.Arrays.copyOf(right, count));
		for (int round = 0; round < 2; round++) {
			INDArray l = NativeArrays.of(java.util.Arrays.copyOf(left, count));
			Optional<INDArray> dual = Lapack.solve(Blas.product(l, false, r, true), l);
			if (dual.isEmpty()) {
				return false;
			}
			System.arraycopy(NativeArrays.rows(dual.get()), 0, left, 0, count);
		}
		return true;
	}

	/** The projection on what the kept modes do not reach, I - R L, split as U (U^T (I - R L)) with an orthonormal basis U. */
	private static void addForgotten(double[][] right, double[][] left, int count) {
		int size = right.length;
		if (count == size) {
			return;
		}
		double[][] projection = new double[size][size];
		for (int i = 0; i < size; i++) {
			projection[i][i] = 1;
			for (int k = 0; k < count; k++) {
				for (int j = 0; j < size; j++) {
					projection[i][j] -= right[k][i] * left[k][j];
				}
			}
		}
		INDArray matrix = NativeArrays.of(projection);
		SingularValues decomposition = Lapack.singularValues(matrix);
		double[][] basis = NativeArrays.rows(decomposition.left());
		for (int k = count; k < size; k++) {
			right[k] = new double[size];
			left[k] = new double[size];
			for (int i = 0; i < size; i++) {
				right[k][i] = basis[i][k - count];
				for (int j = 0; j < size; j++) {
					left[k][j] += basis[i][k - count] * projection[i][j];
				}
			}
		}
	}

	private static Complex[] combine(double[][] rows, int first, boolean pair, int sign, double factor) {
		Complex[] vector = new Complex[rows[first].length];
		for (int i = 0; i < vector.length; i++) {
			vector[i] = pair ? new Complex(factor * rows[first][i], sign * factor * rows[first + 1][i])
					: new Complex(rows[first][i], 0);
		}
		return vector;
	}

	private static double distanceFromIdentity(double[][] left, double[][] right) {
		double[] product = NativeArrays.values(Blas.product(NativeArrays.of(left), false, NativeArrays.of(right), true));
		double largest = 0;
		for (int i = 0; i < product.length; i++) {
			largest = Math.max(largest, Math.abs(product[i] - (i % left.length == i / left.length ? 1 : 0)));
		}
		return largest;
	}

	private static double norm(Complex[] vector) {
		return Math.sqrt(java.util.Arrays.stream(vector).mapToDouble(v -> v.modulus() * v.modulus()).sum());
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}
}
