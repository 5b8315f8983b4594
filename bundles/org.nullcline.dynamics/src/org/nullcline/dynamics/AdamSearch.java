package org.nullcline.dynamics;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Makes q(h) = 1/2 |F(x*, h) - h|^2 small from many seeds at once, by Adam (Kingma and Ba 2015). The gradient is
 * dq/dh = J'r - r with r = F(h) - h and J = dF/dh; J'r is one backward pass of the cell. The search goes in rounds, between
 * which the caller takes out seeds whose end is known; a round works on those that are left.
 */
final class AdamSearch {

	private static final double MEAN_DECAY = 0.9;
	/** Shorter memory than usual: the gradient falls by many orders of magnitude within some hundred iterations. */
	private static final double SQUARE_DECAY = 0.98;
	/** Gradients below this no longer move a seed at full speed, so that slow regions are not swept empty. */
	private static final double EPSILON = 1e-5;
	/** The learning rate at the end, as a fraction of the one at the beginning. */
	private static final double FINAL_RATE = 1e-3;

	private final AutonomousMap map;
	private final FixedPointSettings settings;
	private final int size;
	private final double[][] best;
	private final double[] bestQ;
	private int iteration;
	/** The seeds that still move, row by row, with Adam's moments. */
	private int[] moving;
	private double[] states;
	private double[] mean;
	private double[] square;

	/** @param seeds at least one */
	AdamSearch(AutonomousMap map, FixedPointSettings settings, double[][] seeds) {
		this.map = map;
		this.settings = settings;
		this.size = map.size();
		best = Arrays.stream(seeds).map(double[]::clone).toArray(double[][]::new);
		bestQ = new double[seeds.length];
		Arrays.fill(bestQ, Double.POSITIVE_INFINITY);
		moving = IntStream.range(0, seeds.length).toArray();
		states = new double[seeds.length * size];
		mean = new double[seeds.length * size];
		square = new double[seeds.length * size];
		for (int row = 0; row < seeds.length; row++) {
			System.arraycopy(seeds[row], 0, states, row * size, size);
		}
	}

	/** The seeds that have not been taken out. */
	int[] moving() {
		return moving.clone();
	}

	/** Whether another round would do anything. */
	boolean hasWork() {
		return moving.length > 0 && iteration < settings.iterations();
	}

	/** The best states of all seeds, in their order, with q in double precision. */
	List<Candidate> ends() {
		double[][] residuals = map.residuals(best);
		return IntStream.range(0, best.length)
				.mapToObj(seed -> new Candidate(best[seed],
						bestQ[seed] < Double.POSITIVE_INFINITY ? AutonomousMap.q(residuals[seed]) : bestQ[seed], 1))
				.toList();
	}

	/** The best state on a seed's way, with its q as the search sees it; q is infinite where nothing finite was met. */
	Candidate best(int seed) {
		return new Candidate(best[seed], bestQ[seed], 1);
	}

	/** Takes out seeds. */
	void rest(java.util.function.IntPredicate resting) {
		int[] rows = IntStream.range(0, moving.length).filter(row -> !resting.test(moving[row])).toArray();
		if (rows.length == moving.length) {
			return;
		}
		states = rows(states, rows);
		mean = rows(mean, rows);
		square = rows(square, rows);
		moving = Arrays.stream(rows).map(row -> moving[row]).toArray();
	}

	private double[] rows(double[] from, int[] rows) {
		double[] kept = new double[rows.length * size];
		for (int row = 0; row < rows.length; row++) {
			System.arraycopy(from, rows[row] * size, kept, row * size, size);
		}
		return kept;
	}

	/** One round: so many iterations of all moving seeds, or what is left of them. */
	void advance(int count, IProgressMonitor monitor) {
		int rows = moving.length;
		int end = Math.min(settings.iterations(), iteration + count);
		INDArray current = NativeArrays.of(states, rows, size);
		INDArray residuals = NativeArrays.zeros(1, rows, size);
		INDArray inputs = map.inputs(rows).reshape('c', 1, rows, map.cell().inputs());
		Weights none = Weights.zeros(List.of());
		MemorySegment stateMemory = NativeArrays.memory(current);
		MemorySegment residualMemory = NativeArrays.memory(residuals);
		double[] residual = new double[rows * size];
		double[] gradient = new double[rows * size];
		try (SequencePass pass = map.cell().sequence(1, rows, Precision.DOUBLE)) {
			for (; iteration < end; iteration++) {
				Cancellation.check(monitor);
				pass.forward(map.weights(), new SequenceInputs(inputs, current));
				INDArray next = pass.states();
				MemorySegment.copy(NativeArrays.memory(next), ValueLayout.JAVA_DOUBLE, 0, residual, 0, residual.length);
				Reference.reachabilityFence(next);
				for (int i = 0; i < residual.length; i++) {
					residual[i] -= states[i];
				}
				MemorySegment.copy(residual, 0, residualMemory, ValueLayout.JAVA_DOUBLE, 0, residual.length);
				remember(residual);
				INDArray product = pass.backward(residuals, none);
				MemorySegment.copy(NativeArrays.memory(product), ValueLayout.JAVA_DOUBLE, 0, gradient, 0, gradient.length);
				Reference.reachabilityFence(product);
				step(gradient, residual);
				MemorySegment.copy(states, 0, stateMemory, ValueLayout.JAVA_DOUBLE, 0, residual.length);
			}
		}
		Reference.reachabilityFence(current);
		Reference.reachabilityFence(residuals);
		current.close();
		residuals.close();
	}

	/** Adam's step; the arrays are local so that the compiler makes vector instructions of the loop. */
	private void step(double[] product, double[] residual) {
		double rate = settings.learningRate() * Math.pow(FINAL_RATE, (double) iteration / settings.iterations());
		double meanScale = rate / (1 - Math.pow(MEAN_DECAY, iteration + 1));
		double squareScale = 1 / (1 - Math.pow(SQUARE_DECAY, iteration + 1));
		double[] h = states;
		double[] m = mean;
		double[] s = square;
		for (int i = 0; i < h.length; i++) {
			double g = product[i] - residual[i];
			double newMean = MEAN_DECAY * m[i] + (1 - MEAN_DECAY) * g;
			double newSquare = SQUARE_DECAY * s[i] + (1 - SQUARE_DECAY) * g * g;
			m[i] = newMean;
			s[i] = newSquare;
			h[i] -= meanScale * newMean / (Math.sqrt(squareScale * newSquare) + EPSILON);
		}
	}

	/** Keeps the current state of each seed where it is the best so far; state and q always belong together. */
	private void remember(double[] residual) {
		for (int row = 0; row < moving.length; row++) {
			double sum = 0;
			for (int i = row * size; i < (row + 1) * size; i++) {
				sum += residual[i] * residual[i];
			}
			if (sum / 2 < bestQ[moving[row]]) {
				bestQ[moving[row]] = sum / 2;
				System.arraycopy(states, row * size, best[moving[row]], 0, size);
			}
		}
	}
}
