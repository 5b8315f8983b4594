package org.nullcline.linearalgebra;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Matrix products on parts of dense arrays, without the cost of a view or of an ND4J operation (some 20 microseconds,
 * as much as the product itself at the size of a recurrent network).
 */
public final class Blas {

	private Blas() {
	}

	/**
	 * C = alpha op(A) op(B) + beta C, row-major.
	 *
	 * @param transposeA whether op(A) is the transpose of A
	 * @param rows       rows of op(A) and of C
	 * @param columns    columns of op(B) and of C
	 * @param inner      columns of op(A), rows of op(B)
	 * @param a          dense array that holds A from element {@code offsetA} on, {@code strideA} elements from row to row
	 */
	public static void multiply(boolean transposeA, boolean transposeB, int rows, int columns, int inner, double alpha,
			INDArray a, long offsetA, int strideA, INDArray b, long offsetB, int strideB, double beta, INDArray c,
			long offsetC, int strideC) {
		require(a, offsetA, transposeA ? inner : rows, transposeA ? rows : inner, strideA, "A");
		require(b, offsetB, transposeB ? columns : inner, transposeB ? inner : columns, strideB, "B");
		require(c, offsetC, rows, columns, strideC, "C");
		try (DoublePointer pointerA = NativeArrays.pointer(a, offsetA);
				DoublePointer pointerB = NativeArrays.pointer(b, offsetB);
				DoublePointer pointerC = NativeArrays.pointer(c, offsetC)) {
			openblas.cblas_dgemm(CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans,
					transposeB ? CblasTrans : CblasNoTrans, rows, columns, inner, alpha, pointerA, strideA, pointerB, strideB,
					beta, pointerC, strideC);
		}
		java.lang.ref.Reference.reachabilityFence(a);
		java.lang.ref.Reference.reachabilityFence(b);
		java.lang.ref.Reference.reachabilityFence(c);
	}

	/** The product of two matrices, or of their transposes. */
	public static INDArray product(INDArray a, boolean transposeA, INDArray b, boolean transposeB) {
		INDArray denseA = NativeArrays.dense(a);
		INDArray denseB = NativeArrays.dense(b);
		int rows = (int) a.size(transposeA ? 1 : 0);
		int inner = (int) a.size(transposeA ? 0 : 1);
		int columns = (int) b.size(transposeB ? 0 : 1);
		if (b.size(transposeB ? 1 : 0) != inner) {
			throw new IllegalArgumentException("matrices do not fit: " + java.util.Arrays.toString(a.shape())
					+ (transposeA ? "'" : "") + " times " + java.util.Arrays.toString(b.shape()) + (transposeB ? "'" : ""));
		}
		INDArray c = NativeArrays.zeros(rows, columns);
		multiply(transposeA, transposeB, rows, columns, inner, 1, denseA, 0, (int) a.size(1), denseB, 0, (int) b.size(1), 0,
				c, 0, columns);
		return c;
	}

	private static void require(INDArray array, long offset, int rows, int columns, int stride, String name) {
		long last = rows == 0 || columns == 0 ? 0 : offset + (rows - 1L) * stride + columns;
		if (offset < 0 || stride < columns || last > array.length()) {
			throw new IllegalArgumentException("matrix " + name + " (" + rows + " x " + columns + ", stride " + stride
					+ ", offset " + offset + ") leaves its array of " + array.length() + " elements");
		}
	}
}
