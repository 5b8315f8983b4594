package org.nullcline.architectures.internal;

import org.nullcline.core.network.Precision;
import org.nullcline.kernels.PointwiseFunction;
import org.nullcline.kernels.Panels;

/** {@link UgrnnCell} over a sequence. */
final class UgrnnPanelPass extends PanelPass {

	private static final int GATE = 0;
	private static final int CANDIDATE = 1;

	/** [rows, unit], of one panel. */
	private final Panels sloped;

	UgrnnPanelPass(UgrnnCell cell, int steps, int batch, Precision precision) {
		super(cell, steps, batch, precision, 1, Blocks.alike(2), true, true);
		sloped = kernels.allocate(rows, 1);
	}

	@Override
	protected void step(int t) {
		for (int p = 0; p < unitPanels; p++) {
			driveGroup(t, GATE, p, states, at(t));
			driveGroup(t, CANDIDATE, p, states, at(t));
			kernels.activate(PointwiseFunction.LOGISTIC, gate(GATE, p), at(t), gate(GATE, p), at(t), rows);
			kernels.activate(nonlinearity, gate(CANDIDATE, p), at(t), gate(CANDIDATE, p), at(t), rows);
			kernels.interpolate(gate(GATE, p), gate(CANDIDATE, p), at(t), states(0, p), at(t), states(0, p), at(t + 1), rows);
		}
	}

	@Override
	protected void stepBack(int t) {
		for (int p = 0; p < unitPanels; p++) {
			kernels.slope(nonlinearity, gate(CANDIDATE, p), at(t), delta(0, p), 0, sloped, 0, rows);
			kernels.interpolateBackward(delta(0, p), sloped, gate(GATE, p), gate(CANDIDATE, p), at(t), states(0, p), at(t),
					delta(0, p), rows);
		}
	}
}
