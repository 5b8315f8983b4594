package org.nullcline.architectures.internal;

import java.util.List;
import java.util.stream.IntStream;

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
	private final List<Group> groups;

	/** Units of one panel, which go through a step together while they are in the first-level cache. */
	private record Group(Panels input, Panels forget, Panels candidate, Panels output, Panels activated, Panels hidden,
			Panels memory, Panels work, Panels hiddenDelta, Panels memoryDelta) {
	}

	LstmPanelPass(LstmCell cell, int steps, int batch, Precision precision) {
		super(cell, steps, batch, precision, 2, Blocks.alike(4), true);
		activated = kernels.allocate(steps * rows, cell.units());
		work = kernels.allocate(rows, cell.units());
		groups = IntStream.range(0, unitPanels)
				.mapToObj(p -> new Group(gate(INPUT).slice(p, 1), gate(FORGET).slice(p, 1), gate(CANDIDATE).slice(p, 1),
						gate(OUTPUT).slice(p, 1), activated.slice(p, 1), part(states, HIDDEN).slice(p, 1),
						part(states, MEMORY).slice(p, 1), work.slice(p, 1), part(delta, HIDDEN).slice(p, 1),
						part(delta, MEMORY).slice(p, 1)))
				.toList();
	}

	@Override
	protected void step(int t) {
		for (int p = 0; p < unitPanels; p++) {
			for (int block = 0; block < 4; block++) {
				driveGroup(t, block, p, part(states, HIDDEN), at(t));
			}
			Group group = groups.get(p);
			kernels.activate(PointwiseFunction.LOGISTIC, group.input, at(t), group.input, at(t), rows);
			kernels.activate(PointwiseFunction.LOGISTIC, group.forget, at(t), group.forget, at(t), rows);
			kernels.activate(nonlinearity, group.candidate, at(t), group.candidate, at(t), rows);
			kernels.activate(PointwiseFunction.LOGISTIC, group.output, at(t), group.output, at(t), rows);
			kernels.remember(group.input, group.forget, group.candidate, at(t), group.memory, at(t), group.memory, at(t + 1),
					rows);
			kernels.activate(nonlinearity, group.memory, at(t + 1), group.activated, at(t), rows);
			kernels.product(group.output, at(t), group.activated, at(t), group.hidden, at(t + 1), rows);
		}
	}

	@Override
	protected void stepBack(int t) {
		for (Group group : groups) {
			kernels.product(group.hiddenDelta, 0, group.output, at(t), group.work, 0, rows);
			kernels.slope(nonlinearity, group.activated, at(t), group.work, 0, group.work, 0, rows);
			kernels.rememberBackward(group.hiddenDelta, group.work, group.input, group.forget, group.candidate, group.output,
					group.activated, at(t), group.memory, at(t), group.memoryDelta, rows);
			kernels.slope(nonlinearity, group.candidate, at(t), group.work, 0, group.candidate, at(t), rows);
			// Whatever reaches the hidden state before comes through the drives.
			kernels.fill(group.hiddenDelta, 0, rows, 0);
		}
	}
}
