package org.nullcline.similarity.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;

/** S_x U_x' U_y S_y: X' Y up to rotations on both sides, for states scaled to Frobenius norm 1. */
final class ScaledProducts {

	private ScaledProducts() {
	}

	/** @return [direction, other direction] */
	static INDArray of(Directions first, Directions second) {
		INDArray products = first.products(second);
		double[] values = NativeArrays.values(products);
		products.close();
		double norm = norm(first.singularValues()) * norm(second.singularValues());
		for (int i = 0; i < first.count(); i++) {
			for (int j = 0; j < second.count(); j++) {
				values[i * second.count() + j] *= first.singularValues()[i] * second.singularValues()[j] / norm;
			}
		}
		return NativeArrays.of(values, first.count(), second.count());
	}

	static double norm(double[] values) {
		double sum = 0;
		for (double value : values) {
			sum += value * value;
		}
		return Math.sqrt(sum);
	}
}
