package org.nullcline.architectures.internal;

import org.nullcline.core.network.Precision;
import org.nullcline.kernels.PointwiseFunction;
import org.nullcline.kernels.Panels;

/** {@link GruCell} with the reset gate before the recurrent product, over a sequence. */
final class GruResetBeforePanelPass extends PanelPass {

	private static final int RESET = 0;
	private static final int UPDATE = 1;
	private static final int CANDIDATE = 2;

	/** [steps x rows, unit]: r h, which the candidate sees. */
	private final Panels seen;
	/** [rows, unit] */
	private final Panels sloped;
	/** [rows, unit]: dL/d(r h) */
	private final Panels seenDelta;
	private Panels candidateWeights;

	GruResetBeforePanelPass(GruCell cell, int steps, int batch, Precision precision) {
		super(cell, steps, batch, precision, 1,
				new Blocks(2, new int[] { 0, 1, 2 }, new int[] { 0, 1, 2 }, new int[] { 0, 1, 2 }), true, true);
		seen = kernels.allocate(steps * rows, cell.units());
		sloped = kernels.allocate(rows, cell.units());
		seenDelta = kernels.allocate(rows, cell.units());
	}

	@Override
	protected void step(int t) {
		drive(t, RESET, 2, states, at(t));
		Panels bothGates = gates.slice(0, 2 * unitPanels);
		kernels.activate(PointwiseFunction.LOGISTIC, bothGates, at(t), bothGates, at(t), rows);
		kernels.product(gate(RESET), at(t), states, at(t), seen, at(t), rows);
		drive(t, CANDIDATE, 1, seen, at(t));
		kernels.activate(nonlinearity, gate(CANDIDATE), at(t), gate(CANDIDATE), at(t), rows);
		kernels.interpolate(gate(UPDATE), gate(CANDIDATE), at(t), states, at(t), states, at(t + 1), rows);
	}

	@Override
	protected void prepareBackward() {
		candidateWeights = recurrentBlock(CANDIDATE, candidateWeights);
	}

	@Override
	protected void stepBack(int t) {
		kernels.slope(nonlinearity, gate(CANDIDATE), at(t), delta, 0, sloped, 0, rows);
		kernels.interpolateBackward(delta, sloped, gate(UPDATE), gate(CANDIDATE), at(t), states, at(t), delta, rows);
		kernels.multiply(gate(CANDIDATE), at(t), null, 0, 0, candidateWeights, seenDelta, 0, rows, false);
		kernels.resetBeforeBackward(seenDelta, gate(RESET), at(t), states, at(t), delta, rows);
	}

	@Override
	protected void addFurtherRecurrentGradient(Panels target) {
		int width = unitPanels * kernels.width();
		kernels.multiplyTransposed(gate(CANDIDATE), 0, width, seen, 0, width, steps * rows, target, CANDIDATE * width);
	}
}
