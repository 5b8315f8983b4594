package org.nullcline.analysis.linearization.internal;

import java.util.Optional;

import org.nullcline.core.network.Network;
import org.nullcline.dynamics.EigenModes;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.Linearization;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The linear dynamics at one point.
 *
 * @param point         where
 * @param row           of the point in the arrays of the analysis fixed-points
 * @param condition     number of the constant input
 * @param inputJacobian dF/dx, [state][input]
 * @param modes         nothing if the Jacobian has no basis of eigenvectors
 */
record LinearizedPoint(FixedPoint point, int row, int condition, double[][] inputJacobian, Optional<EigenModes> modes) {

	static LinearizedPoint of(Network network, double[] input, FixedPoint point, int row, int condition) {
		double[] derivative = NativeArrays.values(network.cell().inputJacobian(network.weights(),
				NativeArrays.of(input, 1, input.length), NativeArrays.of(point.state(), 1, point.state().length)));
		double[][] rows = NativeArrays.rows(NativeArrays.of(derivative, point.state().length, input.length));
		return new LinearizedPoint(point, row, condition, rows,
				EigenModes.of(Linearization.at(network.cell(), network.weights(), input, point.state())));
	}

	/** l B of a mode and an input channel: how far a unit of that input moves the mode. */
	static Complex inputProjection(Complex[] left, double[][] inputJacobian, int channel) {
		double real = 0;
		double imaginary = 0;
		for (int i = 0; i < left.length; i++) {
			real += left[i].real() * inputJacobian[i][channel];
			imaginary += left[i].imaginary() * inputJacobian[i][channel];
		}
		return new Complex(real, imaginary);
	}

	/** w r of a mode: how far the output moves with it. The readout sees the first values of the state. */
	static Complex readoutProjection(double[] readout, Complex[] right) {
		double real = 0;
		double imaginary = 0;
		for (int i = 0; i < readout.length; i++) {
			real += readout[i] * right[i].real();
			imaginary += readout[i] * right[i].imaginary();
		}
		return new Complex(real, imaginary);
	}
}
