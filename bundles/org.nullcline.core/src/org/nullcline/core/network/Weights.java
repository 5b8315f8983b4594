package org.nullcline.core.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;

/** Named arrays in a fixed order: the weights of a network, a gradient, or the moments of an optimizer. */
public final class Weights {

	private final Map<String, INDArray> arrays = new LinkedHashMap<>();

	private Weights() {
	}

	/** Zeros of the declared shapes. */
	public static Weights zeros(List<WeightDeclaration> declarations) {
		Weights weights = new Weights();
		for (WeightDeclaration declaration : declarations) {
			if (weights.arrays.put(declaration.name(), NativeArrays.zeros(declaration.dimensions())) != null) {
				throw new IllegalArgumentException("weight array '" + declaration.name() + "' is declared twice");
			}
		}
		return weights;
	}

	/**
	 * Copies of arrays, in the order and with the shapes of the declarations.
	 *
	 * @throws IllegalArgumentException naming the array, if one is missing or has another shape; further arrays are ignored
	 */
	public static Weights copyOf(List<WeightDeclaration> declarations, Map<String, INDArray> source) {
		// All shapes first: nothing is allocated for a file that promises more than it holds.
		for (WeightDeclaration declaration : declarations) {
			INDArray array = source.get(declaration.name());
			if (array == null) {
				throw new IllegalArgumentException(
						"array '" + declaration.name() + "' is missing; there are " + source.keySet());
			}
			if (!java.util.Arrays.equals(array.shape(), declaration.dimensions())) {
				throw new IllegalArgumentException("array '" + declaration.name() + "': expected shape "
						+ declaration.shape() + ", found " + java.util.Arrays.toString(array.shape()));
			}
		}
		Weights weights = zeros(declarations);
		declarations.forEach(declaration -> weights.get(declaration.name()).assign(source.get(declaration.name())));
		return weights;
	}

	/** Zeros of the same names and shapes. */
	public Weights zerosLike() {
		Weights zeros = new Weights();
		arrays.forEach((name, array) -> zeros.arrays.put(name, NativeArrays.zeros(array.shape())));
		return zeros;
	}

	/** The arrays themselves, not copies, whose names pass. */
	public Weights only(Predicate<String> names) {
		Weights part = new Weights();
		arrays.forEach((name, array) -> {
			if (names.test(name)) {
				part.arrays.put(name, array);
			}
		});
		return part;
	}

	public Weights copy() {
		Weights copy = zerosLike();
		arrays.forEach((name, array) -> copy.get(name).assign(array));
		return copy;
	}

	/**
	 * The array itself, dense and double precision; changing it changes the weights.
	 *
	 * @throws IllegalArgumentException if there is none of this name
	 */
	public INDArray get(String name) {
		INDArray array = arrays.get(name);
		if (array == null) {
			throw new IllegalArgumentException("no weight array '" + name + "'; there are " + arrays.keySet());
		}
		return array;
	}

	/** Whether there is an array of this name. */
	public boolean holds(String name) {
		return arrays.containsKey(name);
	}

	/** Frees the arrays, which nobody may use any more. */
	public void close() {
		// An array without values has no memory and cannot be closed.
		arrays.values().stream().filter(INDArray::closeable).forEach(INDArray::close);
	}

	/** All arrays by name, in order. */
	public Map<String, INDArray> arrays() {
		return Collections.unmodifiableMap(arrays);
	}
}
