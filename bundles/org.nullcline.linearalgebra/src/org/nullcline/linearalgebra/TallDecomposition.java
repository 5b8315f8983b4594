package org.nullcline.linearalgebra;

import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.lang.ref.Reference;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The thin singular value decomposition A = U diag(s) V' of a matrix with many more rows (samples) than columns
 * (variables), by a QR decomposition and the singular value decomposition of the small factor R. As accurate as
 * {@link Lapack#singularValues}, and faster where only a few columns of U are wanted.
 * <p>
 * Matrices of samples are held transposed, [variable, sample], so that LAPACK reads them as they are.
 */
public final class TallDecomposition {

	private final INDArray reflectors;
	private final double[] scales;
	private final INDArray small;
	private final double[] values;
	private final INDArray right;

	private TallDecomposition(INDArray reflectors, double[] scales, INDArray small, double[] values, INDArray right) {
		this.reflectors = reflectors;
		this.scales = scales;
		this.small = small;
		this.values = values;
		this.right = right;
	}

	/**
	 * Decomposes A.
	 *
	 * @param transposed A', dense, [variable, sample], at least as many samples as variables; it is overwritten, and belongs
	 *                   to the decomposition from now on
	 */
	public static TallDecomposition of(INDArray transposed) {
		int n = (int) transposed.size(0);
		int m = (int) transposed.size(1);
		if (m < n) {
			throw new IllegalArgumentException(m + " samples are fewer than " + n + " variables");
		}
		double[] tau = new double[n];
		double[] s = new double[n];
		INDArray r = NativeArrays.zeros(n, n);
		INDArray u = NativeArrays.zeros(n, n);
		INDArray vt = NativeArrays.zeros(n, n);
		try (DoublePointer pa = NativeArrays.pointer(transposed, 0); DoublePointer pt = new DoublePointer(n);
				DoublePointer pr = NativeArrays.pointer(r, 0); DoublePointer pu = NativeArrays.pointer(u, 0);
				DoublePointer pv = NativeArrays.pointer(vt, 0); DoublePointer ps = new DoublePointer(n)) {
			Lapack.check("dgeqrf", openblas.LAPACKE_dgeqrf(LAPACK_COL_MAJOR, m, n, pa, m, pt));
			pt.get(tau);
			openblas.LAPACKE_dlacpy(LAPACK_COL_MAJOR, (byte) 'U', n, n, pa, m, pr, n);
			Lapack.check("dgesdd", openblas.LAPACKE_dgesdd(LAPACK_COL_MAJOR, (byte) 'S', n, n, pr, n, ps, pu, n, pv, n));
			ps.get(s);
		}
		Reference.reachabilityFence(transposed);
		Reference.reachabilityFence(r);
		Reference.reachabilityFence(u);
		Reference.reachabilityFence(vt);
		r.close();
		return new TallDecomposition(transposed, tau, u, s, vt);
	}

	/** The singular values, descending. */
	public double[] values() {
		return values.clone();
	}

	/** The right singular vectors, [variable, vector]: V. */
	public INDArray right() {
		return right;
	}

	/** The first columns of U as rows, [vector, sample]. */
	public INDArray left(int count) {
		int n = (int) reflectors.size(0);
		int m = (int) reflectors.size(1);
		INDArray left = NativeArrays.zeros(count, m);
		double[] columns = NativeArrays.values(small);
		try (DoublePointer pc = NativeArrays.pointer(left, 0); DoublePointer pa = NativeArrays.pointer(reflectors, 0);
				DoublePointer pt = new DoublePointer(scales)) {
			for (int k = 0; k < count; k++) {
				pc.position((long) k * m).put(columns, k * n, n);
			}
			pc.position(0);
			Lapack.check("dormqr", openblas.LAPACKE_dormqr(LAPACK_COL_MAJOR, (byte) 'L', (byte) 'N', m, count, n, pa, m, pt, pc, m));
		}
		Reference.reachabilityFence(left);
		Reference.reachabilityFence(reflectors);
		return left;
	}

	/** Frees the memory; {@link #left} cannot be asked any more. */
	public void close() {
		reflectors.close();
		small.close();
	}
}
