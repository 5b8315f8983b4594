package org.nullcline.analysis.linearization.internal;

import java.util.List;

import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.network.Network;
import org.nullcline.dynamics.EigenModes;
import org.nullcline.dynamics.Linearization;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.NativeArrays;

/** The linear dynamics as arrays for programs; complex numbers have a last dimension of two. */
final class LinearizationArrays {

	private LinearizationArrays() {
	}

	/**
	 * @param kept modes of each point whose eigenvectors and projections are written
	 */
	static void add(AnalysisResult.Builder result, Network network, List<LinearizedPoint> points, int kept) {
		int count = points.size();
		int size = network.cell().state().size();
		int channels = network.cell().inputs();
		int outputs = network.outputs();
		double[][] readout = NativeArrays.rows(network.weights().get(Network.READOUT_WEIGHT));
		double[] eigenvalues = new double[count * size * 2];
		double[] timeConstants = new double[count * size];
		double[] frequencies = new double[count * size];
		double[] right = filled(count * kept * size * 2);
		double[] left = filled(count * kept * size * 2);
		double[] inputs = filled(count * kept * channels * 2);
		double[] readouts = filled(count * kept * outputs * 2);
		double[] condition = filled(count);
		double[] biorthogonality = filled(count);
		for (int p = 0; p < count; p++) {
			LinearizedPoint point = points.get(p);
			// Of one decomposition: two may order eigenvalues of one modulus differently.
			List<Complex> values = point.modes().map(EigenModes::values).orElse(point.point().eigenvalues());
			for (int k = 0; k < size; k++) {
				Complex value = values.get(k);
				put(eigenvalues, p * size + k, value);
				timeConstants[p * size + k] = Linearization.timeConstant(value);
				frequencies[p * size + k] = Linearization.frequency(value);
			}
			if (point.modes().isEmpty()) {
				continue;
			}
			EigenModes modes = point.modes().get();
			condition[p] = modes.condition();
			biorthogonality[p] = modes.biorthogonality();
			for (int k = 0; k < kept; k++) {
				int mode = p * kept + k;
				Complex[] r = modes.right(k);
				Complex[] l = modes.left(k);
				for (int i = 0; i < size; i++) {
					put(right, mode * size + i, r[i]);
					put(left, mode * size + i, l[i]);
				}
				for (int j = 0; j < channels; j++) {
					put(inputs, mode * channels + j, LinearizedPoint.inputProjection(l, point.inputJacobian(), j));
				}
				for (int o = 0; o < outputs; o++) {
					put(readouts, mode * outputs + o, LinearizedPoint.readoutProjection(readout[o], r));
				}
			}
		}
		result.array("point", NativeArrays.of(points.stream().mapToDouble(LinearizedPoint::row).toArray(), count));
		result.array("input_condition", NativeArrays.of(points.stream().mapToDouble(LinearizedPoint::condition).toArray(), count));
		result.array("eigenvalues", NativeArrays.of(eigenvalues, count, size, 2));
		result.array("time_constants", NativeArrays.of(timeConstants, count, size));
		result.array("frequencies", NativeArrays.of(frequencies, count, size));
		result.array("right_eigenvectors", NativeArrays.of(right, count, kept, size, 2));
		result.array("left_eigenvectors", NativeArrays.of(left, count, kept, size, 2));
		result.array("input_projections", NativeArrays.of(inputs, count, kept, channels, 2));
		result.array("readout_projections", NativeArrays.of(readouts, count, kept, outputs, 2));
		result.array("eigenvalue_condition", NativeArrays.of(condition, count));
		result.array("biorthogonality_error", NativeArrays.of(biorthogonality, count));
	}

	private static void put(double[] array, int index, Complex value) {
		array[2 * index] = value.real();
		array[2 * index + 1] = value.imaginary();
	}

	/** Not a number where a point has no modes. */
	private static double[] filled(int length) {
		double[] array = new double[length];
		java.util.Arrays.fill(array, Double.NaN);
		return array;
	}
}
