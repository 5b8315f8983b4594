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

	/** [steps x rows, unit]: f(c), by panels. */
	private final Panels[] activated;
	/** [rows, unit], of one panel. */
	private final Panels work;

	LstmPanelPass(LstmCell cell, int steps, int batch, Precision precision) {
		super(cell, steps, batch, precision, 2, Blocks.alike(4), true, true);
		activated = singles(kernels.allocate(steps * rows, cell.units()));
		work = kernels.allocate(rows, 1);
	}

	@Override
	protected void step(int t) {
		Panels seen = part(states, HIDDEN);
		for (int p = 0; p < unitPanels; p++) {
			for (int block = 0; block < 4; block++) {
				driveGroup(t, block, p, seen, at(t));
				kernels.activate(block == CANDIDATE ? nonlinearity : PointwiseFunction.LOGISTIC, gate(block, p), at(t),
						gate(block, p), at(t), rows);
			}
			Panels memory = states(MEMORY, p);
			kernels.remember(gate(INPUT, p), gate(FORGET, p), gate(CANDIDATE, p), at(t), memory, at(t), memory, at(t + 1), rows);
			kernels.activate(nonlinearity, memory, at(t + 1), activated[p], at(t), rows);
			kernels.product(gate(OUTPUT, p), at(t), activated[p], at(t), states(HIDDEN, p), at(t + 1), rows);
		}
	}

	@Override
	protected void stepBack(int t) {
		for (int p = 0; p < unitPanels; p++) {
			Panels hidden = delta(HIDDEN, p);
			kernels.product(hidden, 0, gate(OUTPUT, p), at(t), work, 0, rows);
			kernels.slope(nonlinearity, activated[p], at(t), work, 0, work, 0, rows);
			kernels.rememberBackward(hidden, work, gate(INPUT, p), gate(FORGET, p), gate(CANDIDATE, p), gate(OUTPUT, p),
					activated[p], at(t), states(MEMORY, p), at(t), delta(MEMORY, p), rows);
			kernels.slope(nonlinearity, gate(CANDIDATE, p), at(t), work, 0, gate(CANDIDATE, p), at(t), rows);
			// Whatever reaches the hidden state before comes through the drives.
			kernels.fill(hidden, 0, rows, 0);
		}
	}
}
