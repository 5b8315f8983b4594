package org.nullcline.dynamics;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Lets states go where the dynamics take them. Descent on q prefers no fixed point to another and may leave out a stable
 * one; the dynamics lead there from its whole basin.
 */
final class Settling {

	private static final int STEPS = 300;

	private final AutonomousMap map;

	Settling(AutonomousMap map) {
		this.map = map;
	}

	/** The states after 300 steps, in the order of the seeds, which stand for no seeds themselves. */
	List<Candidate> follow(double[][] seeds, IProgressMonitor monitor) {
		int rows = seeds.length;
		int size = map.size();
		double[] values = new double[rows * size];
		INDArray states = NativeArrays.of(seeds);
		INDArray inputs = map.inputs(rows).reshape('c', 1, rows, map.cell().inputs());
		MemorySegment memory = NativeArrays.memory(states);
		try (SequencePass pass = map.cell().sequence(1, rows, Precision.DOUBLE)) {
			for (int step = 0; step < STEPS; step++) {
				Cancellation.check(monitor);
				pass.forward(map.weights(), new SequenceInputs(inputs, states));
				INDArray next = pass.states();
				MemorySegment.copy(NativeArrays.memory(next), ValueLayout.JAVA_DOUBLE, 0, values, 0, values.length);
				java.lang.ref.Reference.reachabilityFence(next);
				MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_DOUBLE, 0, values.length);
			}
		}
		states.close();
		double[][] ends = new double[rows][];
		for (int row = 0; row < rows; row++) {
			ends[row] = Arrays.copyOfRange(values, row * size, (row + 1) * size);
		}
		double[][] residuals = map.residuals(ends);
		List<Candidate> settled = new ArrayList<>();
		for (int row = 0; row < rows; row++) {
			settled.add(new Candidate(ends[row], AutonomousMap.q(residuals[row]), 0));
		}
		return settled;
	}
}
