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

	/** [rows, unit], of one panel. */
	private final Panels sloped;
	private Panels candidateInput;

	GruResetAfterPanelPass(GruCell cell, int steps, int batch, Precision precision) {
		super(cell, steps, batch, precision, 1,
				new Blocks(3, new int[] { 0, 1, 2, -1 }, new int[] { 0, 1, -1, 2 }, new int[] { 0, 1, 2, -1 }), true, true);
		sloped = kernels.allocate(rows, 1);
	}

	@Override
	protected void prepareForward() {
		candidateInput = inputBlock(2, candidateInput);
	}

	@Override
	protected void step(int t) {
		for (int p = 0; p < unitPanels; p++) {
			driveGroup(t, RESET, p, states, at(t));
			driveGroup(t, UPDATE, p, states, at(t));
			driveGroup(t, RECURRENT, p, states, at(t));
			kernels.multiply(null, 0, inputs, inputsAt(t), inputColumns, candidateInput.slice(p, 1), gate(CANDIDATE, p), at(t), rows,
					false);
			kernels.activate(PointwiseFunction.LOGISTIC, gate(RESET, p), at(t), gate(RESET, p), at(t), rows);
			kernels.activate(PointwiseFunction.LOGISTIC, gate(UPDATE, p), at(t), gate(UPDATE, p), at(t), rows);
			kernels.addProduct(gate(RESET, p), at(t), gate(RECURRENT, p), at(t), gate(CANDIDATE, p), at(t), rows);
			kernels.activate(nonlinearity, gate(CANDIDATE, p), at(t), gate(CANDIDATE, p), at(t), rows);
			kernels.interpolate(gate(UPDATE, p), gate(CANDIDATE, p), at(t), states(0, p), at(t), states(0, p), at(t + 1), rows);
		}
	}

	@Override
	protected void stepBack(int t) {
		for (int p = 0; p < unitPanels; p++) {
			kernels.slope(nonlinearity, gate(CANDIDATE, p), at(t), delta(0, p), 0, sloped, 0, rows);
			kernels.interpolateBackward(delta(0, p), sloped, gate(UPDATE, p), gate(CANDIDATE, p), at(t), states(0, p), at(t),
					delta(0, p), rows);
			kernels.resetAfterBackward(gate(CANDIDATE, p), gate(RESET, p), gate(RECURRENT, p), at(t), rows);
		}
	}
}
