package org.nullcline.architectures.internal;

import org.nullcline.core.network.Precision;
import org.nullcline.kernels.PointwiseFunction;
import org.nullcline.kernels.Panels;

/** {@link LstmCell} over a sequence; the state is (h, c). */
final class LstmPanelPass extends PanelPass {

	private static final int INPUT = 0;
	private static final int FORGET = 1;
	private static final int CANDIDATE = 2;
	private static final int OUTPUT = 3;
	private static final int HIDDEN = 0;
	private static final int MEMORY = 1;

	/** [steps x rows, unit]: f(c) */
	private final Panels activated;
	/** [rows, unit] */
	private final Panels work;

	LstmPanelPass(LstmCell cell, int steps, int batch, Precision precision) {
		super(cell, steps, batch, precision, 2, Blocks.alike(4), true);
		activated = kernels.allocate(steps * rows, cell.units());
		work = kernels.allocate(rows, cell.units());
	}

	@Override
	protected void step(int t) {
		drive(t, INPUT, 4, part(states, HIDDEN), at(t));
		Panels firstGates = gates.slice(0, 2 * unitPanels);
		kernels.activate(PointwiseFunction.LOGISTIC, firstGates, at(t), firstGates, at(t), rows);
		kernels.activate(nonlinearity, gate(CANDIDATE), at(t), gate(CANDIDATE), at(t), rows);
		kernels.activate(PointwiseFunction.LOGISTIC, gate(OUTPUT), at(t), gate(OUTPUT), at(t), rows);
		Panels memory = part(states, MEMORY);
		kernels.remember(gate(INPUT), gate(FORGET), gate(CANDIDATE), at(t), memory, at(t), memory, at(t + 1), rows);
		kernels.activate(nonlinearity, memory, at(t + 1), activated, at(t), rows);
		kernels.product(gate(OUTPUT), at(t), activated, at(t), part(states, HIDDEN), at(t + 1), rows);
	}

	@Override
	protected void stepBack(int t) {
		Panels hidden = part(delta, HIDDEN);
		kernels.product(hidden, 0, gate(OUTPUT), at(t), work, 0, rows);
		kernels.slope(nonlinearity, activated, at(t), work, 0, work, 0, rows);
		kernels.rememberBackward(hidden, work, gate(INPUT), gate(FORGET), gate(CANDIDATE), gate(OUTPUT), activated, at(t),
				part(states, MEMORY), at(t), part(delta, MEMORY), rows);
		kernels.slope(nonlinearity, gate(CANDIDATE), at(t), work, 0, gate(CANDIDATE), at(t), rows);
		// Whatever reaches the hidden state before comes through the drives.
		kernels.fill(hidden, 0, rows, 0);
	}
}
