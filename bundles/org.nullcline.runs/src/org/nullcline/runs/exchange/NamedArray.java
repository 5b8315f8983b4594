package org.nullcline.runs.exchange;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array with the name that it has in its file.
 *
 * @param source the name, with ".T" if it was transposed
 */
record NamedArray(String source, INDArray array) {

	String shape() {
		return Arrays.toString(array.shape());
	}

	@Override
	public String toString() {
		return source + " " + shape();
	}
}
