package org.nullcline.architectures.internal;

import org.nullcline.core.network.Precision;
import org.nullcline.kernels.Panels;
import org.nullcline.kernels.PointwiseFunction;

/** {@link VanillaCell} over a sequence. */
final class VanillaPanelPass extends PanelPass {

	/** [rows, unit], of one panel. */
	private final Panels drive;

	VanillaPanelPass(VanillaCell cell, int steps, int batch, Precision precision) {
		super(cell, steps, batch, precision, 1, Blocks.alike(1), false, false);
		drive = kernels.allocate(rows, 1);
	}

	@Override
	protected void step(int t) {
		for (int p = 0; p < unitPanels; p++) {
			driveAside(t, p, states, drive);
			kernels.activate(nonlinearity, drive, 0, states(0, p), at(t + 1), rows);
			if (!undisturbed()) {
				// The way back needs what leak and noise are about to change.
				kernels.activate(PointwiseFunction.LINEAR, states(0, p), at(t + 1), gate(0, p), gatesAt(t), rows);
			}
		}
	}

	@Override
	protected void stepBack(int t) {
		if (undisturbed()) {
			kernels.slope(nonlinearity, states, at(t + 1), delta, 0, gates, gatesAt(t), rows);
		} else {
			kernels.slope(nonlinearity, gates, gatesAt(t), delta, 0, gates, gatesAt(t), rows);
		}
	}
}
