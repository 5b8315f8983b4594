package org.nullcline.linearalgebra;

import static org.bytedeco.openblas.global.openblas.LAPACK_ROW_MAJOR;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Dense decompositions by LAPACK. Arguments are never changed. */
public final class Lapack {

	private Lapack() {
	}

	/** Thin singular value decomposition of an m x n matrix ({@code dgesdd}). */
	public static SingularValues singularValues(INDArray matrix) {
		INDArray a = copy(matrix);
		int m = (int) a.size(0);
		int n = (int) a.size(1);
		int k = Math.min(m, n);
		INDArray u = NativeArrays.zeros(m, k);
		INDArray vt = NativeArrays.zeros(k, n);
		double[] values = new double[k];
		try (DoublePointer pa = NativeArrays.pointer(a, 0); DoublePointer pu = NativeArrays.pointer(u, 0);
				DoublePointer pv = NativeArrays.pointer(vt, 0); DoublePointer ps = new DoublePointer(k)) {
			check("dgesdd", openblas.LAPACKE_dgesdd(LAPACK_ROW_MAJOR, (byte) 'S', m, n, pa, n, ps, pu, k, pv, n));
			ps.get(values);
		}
		fence(a, u, vt);
		return new SingularValues(u, values, vt);
	}

	/**
	 * Singular values of a part of a dense array, without vectors ({@code dgesdd}); for many small matrices.
	 *
	 * @param array  holds the matrix from element {@code offset} on, {@code stride} elements from row to row; the part is
	 *               overwritten
	 * @return descending
	 */
	public static double[] singularValues(INDArray array, long offset, int rows, int columns, int stride) {
		if (offset < 0 || stride < columns || offset + (rows - 1L) * stride + columns > array.length()) {
			throw new IllegalArgumentException("a matrix of " + rows + " x " + columns + ", stride " + stride + ", offset "
					+ offset + ", leaves its array of " + array.length() + " elements");
		}
		double[] values = new double[Math.min(rows, columns)];
		// Rows of C are columns of LAPACK: it sees the transpose, which has the same singular values.
		try (DoublePointer pa = NativeArrays.pointer(array, offset); DoublePointer ps = new DoublePointer(values.length);
				DoublePointer none = new DoublePointer(1)) {
			check("dgesdd", openblas.LAPACKE_dgesdd(openblas.LAPACK_COL_MAJOR, (byte) 'N', columns, rows, pa, stride, ps, none,
					columns, none, rows));
			ps.get(values);
		}
		fence(array);
		return values;
	}

	/**
	 * Eigenvalues and eigenvectors of a symmetric matrix, largest eigenvalue first ({@code dsyev}).
	 *
	 * @return the eigenvalues, and the eigenvectors as rows of a matrix
	 */
	public static SymmetricEigen symmetricEigen(INDArray matrix) {
		INDArray a = copy(square(matrix));
		int n = (int) a.size(0);
		double[] ascending = new double[n];
		try (DoublePointer pa = NativeArrays.pointer(a, 0); DoublePointer pw = new DoublePointer(n)) {
			check("dsyev", openblas.LAPACKE_dsyev(LAPACK_ROW_MAJOR, (byte) 'V', (byte) 'U', n, pa, n, pw));
			pw.get(ascending);
		}
		double[] columns = NativeArrays.values(a);
		double[] values = new double[n];
		double[] vectors = new double[n * n];
		for (int k = 0; k < n; k++) {
			values[k] = ascending[n - 1 - k];
			for (int i = 0; i < n; i++) {
				vectors[k * n + i] = columns[i * n + n - 1 - k];
			}
		}
		return new SymmetricEigen(values, NativeArrays.of(vectors, n, n));
	}

	/**
	 * Eigenvalues, largest first, and eigenvectors of a symmetric matrix.
	 *
	 * @param values  descending
	 * @param vectors n x n, row k belongs to values[k]
	 */
	public record SymmetricEigen(double[] values, INDArray vectors) {
	}

	/** Eigenvalues with right and left eigenvectors of a square matrix, largest modulus first ({@code dgeev}). */
	public static EigenDecomposition eigen(INDArray matrix) {
		INDArray a = copy(square(matrix));
		int n = (int) a.size(0);
		double[] real = new double[n];
		double[] imaginary = new double[n];
		INDArray left = NativeArrays.zeros(n, n);
		INDArray right = NativeArrays.zeros(n, n);
		try (DoublePointer pa = NativeArrays.pointer(a, 0); DoublePointer wr = new DoublePointer(n);
				DoublePointer wi = new DoublePointer(n); DoublePointer pl = NativeArrays.pointer(left, 0);
				DoublePointer pr = NativeArrays.pointer(right, 0)) {
			check("dgeev", openblas.LAPACKE_dgeev(LAPACK_ROW_MAJOR, (byte) 'V', (byte) 'V', n, pa, n, wr, wi, pl, n, pr, n));
			wr.get(real);
			wi.get(imaginary);
		}
		fence(a, left, right);
		Complex[][] rightVectors = unpack(NativeArrays.values(right), imaginary, n, 1);
		// LAPACK returns u with u^H A = lambda u^H; the row vector l = u^H is wanted.
		Complex[][] leftVectors = unpack(NativeArrays.values(left), imaginary, n, -1);
		for (int k = 0; k < n; k++) {
			normalise(leftVectors[k], rightVectors[k]);
		}
		Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
		java.util.Arrays.sort(order,
				Comparator.<Integer>comparingDouble(k -> -Math.hypot(real[k], imaginary[k])).thenComparingInt(k -> k));
		Complex[][] sortedRight = new Complex[n][];
		Complex[][] sortedLeft = new Complex[n][];
		for (int k = 0; k < n; k++) {
			sortedRight[k] = rightVectors[order[k]];
			sortedLeft[k] = leftVectors[order[k]];
		}
		List<Complex> values = java.util.Arrays.stream(order).map(k -> new Complex(real[k], imaginary[k])).toList();
		return new EigenDecomposition(values, sortedRight, sortedLeft);
	}

	/**
	 * Solves A X = B ({@code dgesv}).
	 *
	 * @return X, or nothing if A is singular to working precision
	 */
	public static java.util.Optional<INDArray> solve(INDArray matrix, INDArray rightHandSide) {
		INDArray a = copy(square(matrix));
		INDArray b = copy(rightHandSide);
		int n = (int) a.size(0);
		int columns = (int) b.size(1);
		int status;
		try (DoublePointer pa = NativeArrays.pointer(a, 0); DoublePointer pb = NativeArrays.pointer(b, 0);
				org.bytedeco.javacpp.IntPointer pivots = new org.bytedeco.javacpp.IntPointer((long) n)) {
			status = openblas.LAPACKE_dgesv(LAPACK_ROW_MAJOR, n, columns, pa, n, pivots, pb, columns);
		}
		fence(a, b);
		if (status < 0) {
			check("dgesv", status);
		}
		return status == 0 ? java.util.Optional.of(b) : java.util.Optional.empty();
	}

	/** The orthogonal factor Q (m x n, m >= n) of a QR decomposition, signs chosen so that R has a positive diagonal. */
	public static INDArray orthonormalBasis(INDArray matrix) {
		INDArray a = copy(matrix);
		int m = (int) a.size(0);
		int n = (int) a.size(1);
		double[] diagonal = new double[n];
		try (DoublePointer pa = NativeArrays.pointer(a, 0); DoublePointer tau = new DoublePointer(n)) {
			check("dgeqrf", openblas.LAPACKE_dgeqrf(LAPACK_ROW_MAJOR, m, n, pa, n, tau));
			for (int i = 0; i < n; i++) {
				diagonal[i] = a.getDouble(i, i);
			}
			check("dorgqr", openblas.LAPACKE_dorgqr(LAPACK_ROW_MAJOR, m, n, n, pa, n, tau));
		}
		double[] q = NativeArrays.values(a);
		for (int i = 0; i < m; i++) {
			for (int j = 0; j < n; j++) {
				q[i * n + j] *= diagonal[j] < 0 ? -1 : 1;
			}
		}
		return NativeArrays.of(q, m, n);
	}

	private static Complex[][] unpack(double[] packed, double[] imaginary, int n, int sign) {
		Complex[][] vectors = new Complex[n][n];
		for (int k = 0; k < n; k++) {
			boolean pair = imaginary[k] != 0;
			for (int i = 0; i < n; i++) {
				vectors[k][i] = new Complex(packed[i * n + k], pair ? sign * packed[i * n + k + 1] : 0);
				if (pair) {
					vectors[k + 1][i] = new Complex(packed[i * n + k], -sign * packed[i * n + k + 1]);
				}
			}
			if (pair) {
				k++;
			}
		}
		return vectors;
	}

	/** Scales l so that l r = 1, unless l r vanishes (a defective eigenvalue). */
	private static void normalise(Complex[] l, Complex[] r) {
		double real = 0;
		double imaginary = 0;
		for (int i = 0; i < l.length; i++) {
			real += l[i].real() * r[i].real() - l[i].imaginary() * r[i].imaginary();
			imaginary += l[i].real() * r[i].imaginary() + l[i].imaginary() * r[i].real();
		}
		double square = real * real + imaginary * imaginary;
		if (square < 1e-28) {
			return;
		}
		for (int i = 0; i < l.length; i++) {
			l[i] = new Complex((l[i].real() * real + l[i].imaginary() * imaginary) / square,
					(l[i].imaginary() * real - l[i].real() * imaginary) / square);
		}
	}

	private static INDArray copy(INDArray matrix) {
		NativeRuntime.load();
		return NativeArrays.of(NativeArrays.values(matrix), matrix.size(0), matrix.size(1));
	}

	private static INDArray square(INDArray matrix) {
		if (matrix.rank() != 2 || matrix.size(0) != matrix.size(1)) {
			throw new IllegalArgumentException("not a square matrix: " + java.util.Arrays.toString(matrix.shape()));
		}
		return matrix;
	}

	static void check(String routine, int status) {
		if (status != 0) {
			throw new ArithmeticException(routine + " failed with status " + status
					+ (status > 0 ? " (did not converge)" : " (argument " + -status + " is not a finite number?)"));
		}
	}

	private static void fence(Object... arrays) {
		for (Object array : arrays) {
			java.lang.ref.Reference.reachabilityFence(array);
		}
	}
}
