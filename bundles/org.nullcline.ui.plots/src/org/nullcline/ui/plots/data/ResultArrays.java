package org.nullcline.ui.plots.data;

import java.io.IOException;
import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.NumpyFiles;
import org.nullcline.runs.StoredResult;

/**
 * The arrays of one result, read when they are asked for.
 *
 * @param result that holds them
 */
public record ResultArrays(StoredResult result) {

	/** Whether the result has all these arrays. */
	public boolean has(String... names) {
		return result.arrays().keySet().containsAll(Arrays.asList(names));
	}

	/** All values of an array, in the order of the file. */
	public double[] values(String name) throws IOException {
		INDArray array = read(name);
		try {
			return NativeArrays.values(array);
		} finally {
			close(array);
		}
	}

	/**
	 * An array by its leading index: [row][everything else].
	 *
	 * @throws IOException also if the array has fewer than two dimensions
	 */
	public double[][] rows(String name) throws IOException {
		INDArray array = read(name);
		try {
			if (array.rank() < 2) {
				throw new IOException(result.arrays().get(name) + ": has one dimension, two were expected");
			}
			double[] values = NativeArrays.values(array);
			int count = (int) array.size(0);
			int width = count == 0 ? 0 : values.length / count;
			double[][] rows = new double[count][];
			for (int row = 0; row < count; row++) {
				rows[row] = Arrays.copyOfRange(values, row * width, (row + 1) * width);
			}
			return rows;
		} finally {
			close(array);
		}
	}

	/** Values that are whole numbers. */
	public int[] integers(String name) throws IOException {
		return Arrays.stream(values(name)).mapToInt(value -> (int) Math.round(value)).toArray();
	}

	private INDArray read(String name) throws IOException {
		return NumpyFiles.read(result.arrays().get(name));
	}

	private static void close(INDArray array) {
		if (array.closeable()) {
			array.close();
		}
	}
}
