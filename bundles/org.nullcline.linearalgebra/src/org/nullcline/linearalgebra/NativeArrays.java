package org.nullcline.linearalgebra;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes ND4J arrays of doubles and gives direct access to their memory. */
public final class NativeArrays {

	private static final int ROWS_AT_ONCE = 8;

	private NativeArrays() {
	}

	/** A new array of zeros, C order, double precision. */
	public static INDArray zeros(long... shape) {
		NativeRuntime.load();
		INDArray array = Nd4j.create(DataType.DOUBLE, shape, 'c');
		return array.length() == 0 ? array : array.assign(0.0);
	}

	/** A new array with the given values in C order. */
	public static INDArray of(double[] values, long... shape) {
		INDArray array = zeros(shape);
		if (array.length() != values.length) {
			throw new IllegalArgumentException("shape " + java.util.Arrays.toString(shape) + " needs " + array.length()
					+ " values, found " + values.length);
		}
		MemorySegment.copy(values, 0, memory(array), ValueLayout.JAVA_DOUBLE, 0, values.length);
		Reference.reachabilityFence(array);
		return array;
	}

	/** A new matrix from its rows. */
	public static INDArray of(double[][] rows) {
		int columns = rows.length == 0 ? 0 : rows[0].length;
		double[] values = new double[rows.length * columns];
		for (int i = 0; i < rows.length; i++) {
			System.arraycopy(rows[i], 0, values, i * columns, columns);
		}
		return of(values, rows.length, columns);
	}

	/** The array itself if it is dense, C-ordered and double precision, else a copy that is. */
	public static INDArray dense(INDArray array) {
		return isDense(array) ? array : array.castTo(DataType.DOUBLE).dup('c');
	}

	/** Whether the array is double precision, in C order, without gaps. */
	public static boolean isDense(INDArray array) {
		if (array.dataType() != DataType.DOUBLE) {
			return false;
		}
		if (array.length() == 0) {
			return true;
		}
		long expected = 1;
		for (int i = array.rank() - 1; i >= 0; i--) {
			if (array.size(i) != 1 && array.stride(i) != expected) {
				return false;
			}
			expected *= array.size(i);
		}
		return true;
	}

	/** The values in C order, as a copy. */
	public static double[] values(INDArray array) {
		INDArray dense = dense(array);
		try {
			return memory(dense).toArray(ValueLayout.JAVA_DOUBLE);
		} finally {
			// The address alone keeps nothing alive, and the new Java array may be what starts a garbage collection.
			Reference.reachabilityFence(dense);
			Reference.reachabilityFence(array);
		}
	}

	/** The rows of a matrix, as copies. */
	public static double[][] rows(INDArray matrix) {
		double[] values = values(matrix);
		int columns = (int) matrix.size(1);
		double[][] rows = new double[(int) matrix.size(0)][];
		for (int i = 0; i < rows.length; i++) {
			rows[i] = java.util.Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
		}
		return rows;
	}

	/**
	 * Copies an array with its first two dimensions exchanged, without the cost of an ND4J operation.
	 *
	 * @param source dense, [m, n, k]
	 * @param target dense, [n, m, k]
	 */
	public static void swapLeading(INDArray source, INDArray target) {
		int m = (int) source.size(0);
		int n = (int) source.size(1);
		int k = (int) source.size(2);
		if (target.rank() != 3 || target.size(0) != n || target.size(1) != m || target.size(2) != k) {
			throw new IllegalArgumentException("expected shape [" + n + ", " + m + ", " + k + "], found "
					+ java.util.Arrays.toString(target.shape()));
		}
		MemorySegment from = memory(source);
		MemorySegment to = memory(target);
		// A few rows at a time: Java arrays of the whole size would drive what the caller works on out of the cache.
		double[] read = new double[Math.min(m, ROWS_AT_ONCE) * n * k];
		double[] written = new double[Math.min(m, ROWS_AT_ONCE) * k];
		for (int first = 0; first < m; first += ROWS_AT_ONCE) {
			int rows = Math.min(ROWS_AT_ONCE, m - first);
			MemorySegment.copy(from, ValueLayout.JAVA_DOUBLE, (long) first * n * k * Double.BYTES, read, 0, rows * n * k);
			for (int j = 0; j < n; j++) {
				for (int i = 0; i < rows; i++) {
					for (int c = 0; c < k; c++) {
						written[i * k + c] = read[(i * n + j) * k + c];
					}
				}
				MemorySegment.copy(written, 0, to, ValueLayout.JAVA_DOUBLE, ((long) j * m + first) * k * Double.BYTES, rows * k);
			}
		}
		Reference.reachabilityFence(source);
		Reference.reachabilityFence(target);
	}

	/**
	 * The memory of a dense array. It is valid as long as the array is reachable and not closed: keep the array in a
	 * field or call {@link java.lang.ref.Reference#reachabilityFence} after the last access.
	 */
	public static MemorySegment memory(INDArray array) {
		if (!isDense(array)) {
			throw new IllegalArgumentException("not a dense C-ordered array of doubles: " + array.shapeInfoToString());
		}
		if (array.length() == 0) {
			return MemorySegment.NULL;
		}
		return MemorySegment.ofAddress(address(array)).reinterpret(array.length() * Double.BYTES);
	}

	/** The address of the first element of a dense array. */
	static long address(INDArray array) {
		return array.data().pointer().address() + array.offset() * Double.BYTES;
	}

	/** A pointer to an element of a dense array; valid as long as the array is. */
	static DoublePointer pointer(INDArray array, long offset) {
		return new ElementPointer(address(array) + offset * Double.BYTES);
	}

	/** A pointer that owns nothing. */
	private static final class ElementPointer extends DoublePointer {
		ElementPointer(long address) {
			super((org.bytedeco.javacpp.Pointer) null);
			this.address = address;
		}
	}
}
