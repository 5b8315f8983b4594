package org.nullcline.dynamics;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.EigenDecomposition;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The dynamics near a state, h' - F(h*) = J (h - h*) with J = dF/dh at h* (Sussillo and Barak 2013, equation 2.3, for
 * discrete time).
 *
 * @param state    h*, one value per state value
 * @param jacobian J, [next state, state]
 * @param eigen    eigenvalues of J, largest modulus first, with right and left eigenvectors
 */
public record Linearization(double[] state, INDArray jacobian, EigenDecomposition eigen) {

	/**
	 * Linearises a cell under constant input.
	 *
	 * @param input one value per input channel
	 * @param state one value per state value
	 * @throws ArithmeticException if the Jacobian is not finite or its eigenvalues do not converge
	 */
	public static Linearization at(Cell cell, Weights weights, double[] input, double[] state) {
		int size = cell.state().size();
		INDArray jacobian = cell.stateJacobian(weights, NativeArrays.of(input, 1, input.length),
				NativeArrays.of(state, 1, size));
		INDArray matrix = NativeArrays.of(NativeArrays.values(jacobian), size, size);
		return new Linearization(state.clone(), matrix, Lapack.eigen(matrix));
	}

	/**
	 * How long a mode lasts, -1/ln|lambda| in time steps: positive if it decays, negative if it grows, 0 for lambda = 0,
	 * infinite for |lambda| = 1.
	 */
	public static double timeConstant(Complex eigenvalue) {
		return -1 / Math.log(eigenvalue.modulus());
	}

	/** How fast a mode turns, arg(lambda)/(2 pi) in cycles per time step, in (-1/2, 1/2]. */
	public static double frequency(Complex eigenvalue) {
		return eigenvalue.argument() / (2 * Math.PI);
	}
}
