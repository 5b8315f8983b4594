package org.nullcline.architectures.internal;

import org.nullcline.core.network.Precision;
import org.nullcline.kernels.PointwiseFunction;
import org.nullcline.kernels.Panels;

/** {@link UgrnnCell} over a sequence. */
final class UgrnnPanelPass extends PanelPass {

	private static final int GATE = 0;
	private static final int CANDIDATE = 1;

	/** [rows, unit] */
	private final Panels sloped;

	UgrnnPanelPass(UgrnnCell cell, int steps, int batch, Precision precision) {
		super(cell, steps, batch, precision, 1, Blocks.alike(2), true);
		sloped = kernels.allocate(rows, cell.units());
	}

	@Override
	protected void step(int t) {
		drive(t, GATE, 2, states, at(t));
		kernels.activate(PointwiseFunction.LOGISTIC, gate(GATE), at(t), gate(GATE), at(t), rows);
		kernels.activate(nonlinearity, gate(CANDIDATE), at(t), gate(CANDIDATE), at(t), rows);
		kernels.interpolate(gate(GATE), gate(CANDIDATE), at(t), states, at(t), states, at(t + 1), rows);
	}

	@Override
	protected void stepBack(int t) {
		kernels.slope(nonlinearity, gate(CANDIDATE), at(t), delta, 0, sloped, 0, rows);
		kernels.interpolateBackward(delta, sloped, gate(GATE), gate(CANDIDATE), at(t), states, at(t), delta, rows);
	}
}
