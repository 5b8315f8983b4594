package org.nullcline.dynamics;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/** The map h -> F(x*, h) of a cell under constant input. */
final class AutonomousMap {

	private final Cell cell;
	private final Weights weights;
	private final double[] input;

	AutonomousMap(Cell cell, Weights weights, double[] input) {
		if (input.length != cell.inputs()) {
			throw new IllegalArgumentException(
					"constant input of " + input.length + " values for a cell of " + cell.inputs() + " input channels");
		}
		this.cell = cell;
		this.weights = weights;
		this.input = input.clone();
	}

	Cell cell() {
		return cell;
	}

	Weights weights() {
		return weights;
	}

	double[] input() {
		return input.clone();
	}

	int size() {
		return cell.state().size();
	}

	/** F(x*, h) - h for each state. */
	double[][] residuals(double[][] states) {
		if (states.length == 0) {
			return new double[0][];
		}
		INDArray inputs = inputs(states.length);
		INDArray current = NativeArrays.of(states);
		INDArray next = cell.step(weights, inputs, current);
		double[][] residuals = NativeArrays.rows(next);
		for (int i = 0; i < residuals.length; i++) {
			for (int j = 0; j < residuals[i].length; j++) {
				residuals[i][j] -= states[i][j];
			}
		}
		inputs.close();
		current.close();
		return residuals;
	}

	/** dF/dh for each state, [batch, next state, state]. */
	INDArray jacobians(double[][] states) {
		return cell.stateJacobian(weights, inputs(states.length), NativeArrays.of(states));
	}

	/** The constant input once per row, [batch, input]. */
	INDArray inputs(int batch) {
		double[][] rows = new double[batch][];
		Arrays.fill(rows, input);
		return NativeArrays.of(rows);
	}

	/** q = 1/2 |F(x*, h) - h|^2 from the residual. */
	static double q(double[] residual) {
		double sum = 0;
		for (double value : residual) {
			sum += value * value;
		}
		return sum / 2;
	}
}
