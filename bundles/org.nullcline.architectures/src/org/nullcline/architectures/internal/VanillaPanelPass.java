package org.nullcline.architectures.internal;

import org.nullcline.core.network.Precision;
import org.nullcline.kernels.PointwiseFunction;

/** {@link VanillaCell} over a sequence. */
final class VanillaPanelPass extends PanelPass {

	VanillaPanelPass(VanillaCell cell, int steps, int batch, Precision precision) {
		super(cell, steps, batch, precision, 1, Blocks.alike(1), false);
	}

	@Override
	protected void step(int t) {
		for (int p = 0; p < unitPanels; p++) {
			driveGroup(t, 0, p, states, at(t));
			kernels.activate(nonlinearity, gate(0, p), at(t), gate(0, p), at(t), rows);
			// A copy, since leak and noise change the state.
			kernels.activate(PointwiseFunction.LINEAR, gate(0, p), at(t), states(0, p), at(t + 1), rows);
		}
	}

	@Override
	protected void stepBack(int t) {
		kernels.slope(nonlinearity, gates, at(t), delta, 0, gates, at(t), rows);
	}
}
