package org.nullcline.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nullcline.architectures.internal.TestCells.assertClose;
import static org.nullcline.architectures.internal.TestCells.assertDerivative;
import static org.nullcline.architectures.internal.TestCells.dot;
import static org.nullcline.architectures.internal.TestCells.gaussian;
import static org.nullcline.architectures.internal.TestCells.randomWeights;
import static org.nullcline.architectures.internal.TestCells.timeStep;

import java.util.Optional;
import java.util.function.DoubleSupplier;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** A cell that gives only a step can be run, differentiated and linearized. */
class StepOnlyCellTest {

	private static final int STEPS = 5;
	private static final int BATCH = 2;

	private final Cell cell = new StepOnlyCell(3);
	private final Weights weights = randomWeights(cell);
	private final INDArray inputs = gaussian("inputs", STEPS, BATCH, 1);
	private final INDArray state = gaussian("state", BATCH, 3);

	@Test
	void gradientsAgreeWithCentralDifferencesOfTheWholeLoss() {
		SequenceInputs driven = new SequenceInputs(inputs, state, Optional.of(gaussian("noise", STEPS, BATCH, 3)));
		INDArray direction = gaussian("direction", STEPS, BATCH, 3);
		assertEquals("central differences", cell.gradientMethod());
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.SINGLE)) {
			pass.forward(weights, driven);
			Weights gradient = weights.zerosLike();
			INDArray stateGradient = pass.backward(direction, gradient).dup('c');
			INDArray inputGradient = pass.inputGradient().dup('c');
			DoubleSupplier loss = () -> {
				pass.forward(weights, driven);
				return dot(pass.states(), direction);
			};
			weights.arrays().forEach((name, array) -> assertDerivative(name, array, gradient.get(name), loss));
			assertDerivative("state", state, stateGradient, loss);
			assertDerivative("inputs", inputs, inputGradient, loss);
		}
	}

	@Test
	void networkRuns() {
		Network network = Network.initialize(cell, 2, RandomStreams.of(5));
		INDArray trials = gaussian("trials", BATCH, STEPS, 1);
		INDArray states = network.states(trials);
		INDArray plain = network.initialStates(BATCH);
		INDArray timeMajor = trials.permute(1, 0, 2).dup('c');
		for (int t = 0; t < STEPS; t++) {
			plain = cell.step(network.weights(), timeStep(timeMajor, t), plain);
			assertClose(plain, timeStep(states.permute(1, 0, 2).dup('c'), t), 1e-15);
		}
		assertArrayEquals(new long[] { BATCH, STEPS, 2 }, network.outputs(states).shape());
	}

	/** diag(cos(a h + u x)) a + I / 2 and diag(cos(a h + u x)) u. */
	@Test
	void jacobiansAreThoseOfTheEquation() {
		INDArray x = gaussian("x", 1, 1);
		INDArray h = gaussian("h", 1, 3);
		double[][] a = NativeArrays.rows(weights.get("a"));
		double[] u = NativeArrays.values(weights.get("u"));
		double[] byState = new double[9];
		double[] byInput = new double[3];
		for (int i = 0; i < 3; i++) {
			double slope = Math.cos(StepOnlyCell.drive(a[i], NativeArrays.values(h)) + u[i] * x.getDouble(0));
			byInput[i] = slope * u[i];
			for (int j = 0; j < 3; j++) {
				byState[3 * i + j] = slope * a[i][j] + (i == j ? 0.5 : 0);
			}
		}
		assertEquals("central differences", cell.jacobianMethod());
		assertClose(NativeArrays.of(byState, 1, 3, 3), cell.stateJacobian(weights, x, h), 1e-8);
		assertClose(NativeArrays.of(byInput, 1, 3, 1), cell.inputJacobian(weights, x, h), 1e-8);
	}
}
