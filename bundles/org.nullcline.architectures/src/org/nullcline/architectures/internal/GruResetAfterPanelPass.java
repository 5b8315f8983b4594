package org.nullcline.architectures.internal;

import org.nullcline.core.network.Precision;
import org.nullcline.kernels.PointwiseFunction;
import org.nullcline.kernels.Panels;

/**
 * {@link GruCell} with the reset gate after the recurrent product, over a sequence. The candidate's drive has two blocks,
 * since the gate stands between them: q = W_hn h + b_hn, and W_in x + b_in, which becomes n.
 */
final class GruResetAfterPanelPass extends PanelPass {

	private static final int RESET = 0;
	private static final int UPDATE = 1;
	private static final int RECURRENT = 2;
	private static final int CANDIDATE = 3;

	/** [rows, unit] */
	private final Panels sloped;
	private Panels candidateInput;

	GruResetAfterPanelPass(GruCell cell, int steps, int batch, Precision precision) {
		super(cell, steps, batch, precision, 1,
				new Blocks(3, new int[] { 0, 1, 2, -1 }, new int[] { 0, 1, -1, 2 }, new int[] { 0, 1, 2, -1 }), true);
		sloped = kernels.allocate(rows, cell.units());
	}

	@Override
	protected void prepareForward() {
		candidateInput = inputBlock(2, candidateInput);
	}

	@Override
	protected void step(int t) {
		drive(t, RESET, 3, states, at(t));
		kernels.multiply(null, 0, inputs, at(t), inputColumns, candidateInput, gate(CANDIDATE), at(t), rows, false);
		Panels bothGates = gates.slice(0, 2 * unitPanels);
		kernels.activate(PointwiseFunction.LOGISTIC, bothGates, at(t), bothGates, at(t), rows);
		kernels.addProduct(gate(RESET), at(t), gate(RECURRENT), at(t), gate(CANDIDATE), at(t), rows);
		kernels.activate(nonlinearity, gate(CANDIDATE), at(t), gate(CANDIDATE), at(t), rows);
		kernels.interpolate(gate(UPDATE), gate(CANDIDATE), at(t), states, at(t), states, at(t + 1), rows);
	}

	@Override
	protected void stepBack(int t) {
		kernels.slope(nonlinearity, gate(CANDIDATE), at(t), delta, 0, sloped, 0, rows);
		kernels.interpolateBackward(delta, sloped, gate(UPDATE), gate(CANDIDATE), at(t), states, at(t), delta, rows);
		kernels.resetAfterBackward(gate(CANDIDATE), gate(RESET), gate(RECURRENT), at(t), rows);
	}
}
