package org.nullcline.trainer.internal;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Holds a cell against what it says of itself, once before it is trained: arrays of wrong shapes would otherwise show as numbers that mean
 * nothing, or as an index somewhere else.
 */
final class CellCheck {

	/** More than one of each, so that swapped dimensions show. */
	private static final int BATCH = 3;
	private static final int STEPS = 2;

	private final Cell cell;
	private final Weights weights;
	private final Contribution architecture;
	private final int size;

	private CellCheck(Network network, Contribution architecture) {
		cell = network.cell();
		weights = network.weights();
		this.architecture = architecture;
		size = cell.state().size();
	}

	/**
	 * @param inputs asked for
	 * @param units  asked for
	 * @throws ContributionException naming plug-in and array, with the expected and the found shape
	 */
	static void check(Network network, int inputs, int units, Contribution architecture) throws ContributionException {
		CellCheck check = new CellCheck(network, architecture);
		check.require("number of inputs", inputs, network.cell().inputs());
		if (network.cell().units() > check.size) {
			check.fail("the readout sees " + network.cell().units() + " units, but the state has " + check.size + " values only");
		}
		check.require("number of units", units, network.cell().units());
		check.step();
		check.sequence();
	}

	private void step() throws ContributionException {
		INDArray x = NativeArrays.zeros(BATCH, cell.inputs());
		INDArray h = NativeArrays.zeros(BATCH, size);
		require("next state", cell.step(weights, x, h), BATCH, size);
		if (cell.jacobianMethod().equals("analytic")) {
			require("derivative by the state", cell.stateJacobian(weights, x, h), BATCH, size, size);
			require("derivative by the input", cell.inputJacobian(weights, x, h), BATCH, size, cell.inputs());
		}
		x.close();
		h.close();
	}

	private void sequence() throws ContributionException {
		try (SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			if (pass == null) {
				fail("gave no pass for a sequence");
			}
			pass.forward(weights, new SequenceInputs(NativeArrays.zeros(STEPS, BATCH, cell.inputs()), NativeArrays.zeros(BATCH, size)));
			require("states of a sequence", pass.states(), STEPS, BATCH, size);
		}
	}

	private void require(String what, INDArray array, long... shape) throws ContributionException {
		if (array == null || !Arrays.equals(array.shape(), shape)) {
			fail(what + ": expected shape " + Arrays.toString(shape) + ", found " + (array == null ? "nothing" : Arrays.toString(array.shape())));
		}
		for (double value : NativeArrays.values(array)) {
			if (!Double.isFinite(value)) {
				fail(what + ": " + value + " where inputs and state are zero");
			}
		}
	}

	private void require(String what, int expected, int found) throws ContributionException {
		if (expected != found) {
			fail(what + ": expected " + expected + ", found " + found);
		}
	}

	private void fail(String problem) throws ContributionException {
		throw new ContributionException(architecture, problem, null);
	}
}
