package org.nullcline.dynamics;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Lets states go where the dynamics take them. Descent on q prefers no fixed point to another and may leave out a stable
 * one; the dynamics lead there from its whole basin. States that do not come to rest then follow the relaxed dynamics
 * h + a (F(h) - h) with a small a, which have the same fixed points, and whose attractors include points from which the
 * network itself departs by alternating.
 */
final class Settling {

	private static final int STEPS = 300;
	private static final double RELAXATION = 0.1;
	/** How often the states at rest are taken out of the batch. */
	private static final int COMPACT_EVERY = 25;
	/** At rest: q below this. */
	private static final double REST = 1e-14;

	private final AutonomousMap map;
	private final double slowTolerance;
	private final double met;

	/** @param met distance below which two states are one */
	Settling(AutonomousMap map, double slowTolerance, double met) {
		this.met = met;
		this.map = map;
		this.slowTolerance = slowTolerance;
	}

	/** The states at the end, in the order of the seeds, which stand for no seeds themselves. */
	List<Candidate> follow(double[][] seeds, IProgressMonitor monitor) {
		double[][] states = Arrays.stream(seeds).map(double[]::clone).toArray(double[][]::new);
		double[] q = new double[seeds.length];
		Arrays.fill(q, Double.POSITIVE_INFINITY);
		settle(states, q, 1, monitor);
		if (Arrays.stream(q).anyMatch(value -> value > slowTolerance)) {
			settle(states, q, RELAXATION, monitor);
		}
		double[] exact = Arrays.stream(map.residuals(states)).mapToDouble(AutonomousMap::q).toArray();
		List<Candidate> settled = new ArrayList<>();
		for (int row = 0; row < states.length; row++) {
			settled.add(new Candidate(states[row], exact[row], 0));
		}
		return settled;
	}

	/** Moves the states that are not slow; {@code q} is that of the state before the last step. */
	private void settle(double[][] states, double[] q, double relaxation, IProgressMonitor monitor) {
		int[] active = apart(IntStream.range(0, states.length).filter(row -> q[row] > slowTolerance).toArray(), states);
		for (int step = 0; step < STEPS && active.length > 0; step += COMPACT_EVERY) {
			steps(active, states, q, relaxation, monitor);
			active = apart(Arrays.stream(active).filter(row -> q[row] > REST && Double.isFinite(q[row])).toArray(), states);
		}
	}

	/** Of states that have met, the first: they go the same way from there. The others stay behind where they are. */
	private int[] apart(int[] rows, double[][] states) {
		double limit = met * met;
		int[] kept = new int[rows.length];
		int count = 0;
		for (int row : rows) {
			boolean alone = true;
			for (int k = 0; k < count && alone; k++) {
				alone = isFarther(states[row], states[kept[k]], limit);
			}
			if (alone) {
				kept[count++] = row;
			}
		}
		return Arrays.copyOf(kept, count);
	}

	/** Whether two states differ by more than a squared distance; most are told apart by a few values. */
	private static boolean isFarther(double[] a, double[] b, double limit) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += (a[i] - b[i]) * (a[i] - b[i]);
			if (sum > limit) {
				return true;
			}
		}
		return false;
	}

	private void steps(int[] active, double[][] states, double[] q, double relaxation, IProgressMonitor monitor) {
		int rows = active.length;
		int size = map.size();
		double[] values = new double[rows * size];
		double[] next = new double[rows * size];
		for (int k = 0; k < rows; k++) {
			System.arraycopy(states[active[k]], 0, values, k * size, size);
		}
		INDArray current = NativeArrays.of(values, rows, size);
		INDArray inputs = map.inputs(rows).reshape('c', 1, rows, map.cell().inputs());
		MemorySegment memory = NativeArrays.memory(current);
		try (SequencePass pass = map.cell().sequence(1, rows, Precision.DOUBLE)) {
			for (int step = 0; step < COMPACT_EVERY; step++) {
				Cancellation.check(monitor);
				pass.forward(map.weights(), new SequenceInputs(inputs, current));
				INDArray after = pass.states();
				MemorySegment.copy(NativeArrays.memory(after), ValueLayout.JAVA_DOUBLE, 0, next, 0, next.length);
				Reference.reachabilityFence(after);
				if (step == COMPACT_EVERY - 1) {
					for (int k = 0; k < rows; k++) {
						q[active[k]] = AutonomousMap.q(next, values, k * size, size);
					}
				}
				for (int i = 0; i < values.length; i++) {
					// Without relaxation exactly the next state.
					values[i] = relaxation == 1 ? next[i] : values[i] + relaxation * (next[i] - values[i]);
				}
				MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_DOUBLE, 0, values.length);
			}
		}
		Reference.reachabilityFence(current);
		current.close();
		for (int k = 0; k < rows; k++) {
			states[active[k]] = Arrays.copyOfRange(values, k * size, (k + 1) * size);
		}
	}
}
