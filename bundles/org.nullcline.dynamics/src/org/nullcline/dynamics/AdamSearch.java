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
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Makes q(h) = 1/2 |F(x*, h) - h|^2 small from many seeds at once, by Adam (Kingma and Ba 2015). The gradient is
 * dq/dh = J'r - r with r = F(h) - h and J = dF/dh; J'r is one backward pass of the cell.
 */
final class AdamSearch {

	private static final double MEAN_DECAY = 0.9;
	/** Shorter memory than usual: the gradient falls by many orders of magnitude within some hundred iterations. */
	private static final double SQUARE_DECAY = 0.98;
	/** Gradients below this no longer move a seed at full speed, so that slow regions are not swept empty. */
	private static final double EPSILON = 1e-5;
	/** The learning rate at the end, as a fraction of the one at the beginning. */
	private static final double FINAL_RATE = 1e-3;
	/** A seed rests once its q is this fraction of the slow tolerance: Newton's method does the remainder. */
	private static final double REST = 1e-4;
	/** How often the resting seeds are taken out of the batch. */
	private static final int COMPACT_EVERY = 50;

	private final AutonomousMap map;
	private final FixedPointSettings settings;
	private final int size;

	AdamSearch(AutonomousMap map, FixedPointSettings settings) {
		this.map = map;
		this.settings = settings;
		this.size = map.size();
	}

	/** The best state on each seed's way, in the order of the seeds; q is infinite where nothing finite was met. */
	List<Candidate> descend(double[][] seeds, IProgressMonitor monitor) {
		double[][] best = Arrays.stream(seeds).map(double[]::clone).toArray(double[][]::new);
		double[] bestQ = new double[seeds.length];
		Arrays.fill(bestQ, Double.POSITIVE_INFINITY);
		Batch batch = Batch.of(seeds, size);
		int iteration = 0;
		while (iteration < settings.iterations() && batch.rows() > 0) {
			iteration = descend(batch, iteration, best, bestQ, monitor);
			batch = batch.without(bestQ, settings.slowTolerance() * REST);
		}
		List<Candidate> ends = new ArrayList<>();
		for (int i = 0; i < seeds.length; i++) {
			ends.add(new Candidate(best[i], bestQ[i], 1));
		}
		return ends;
	}

	/** Iterates with this batch until it is worth while to make it smaller; returns the number of the next iteration. */
	private int descend(Batch batch, int first, double[][] best, double[] bestQ, IProgressMonitor monitor) {
		int rows = batch.rows();
		INDArray states = NativeArrays.of(batch.states, rows, size);
		INDArray residuals = NativeArrays.zeros(1, rows, size);
		INDArray inputs = map.inputs(rows).reshape('c', 1, rows, map.cell().inputs());
		Weights none = Weights.zeros(List.of());
		MemorySegment stateMemory = NativeArrays.memory(states);
		MemorySegment residualMemory = NativeArrays.memory(residuals);
		double[] residual = new double[rows * size];
		double[] gradient = new double[rows * size];
		int iteration = first;
		try (SequencePass pass = map.cell().sequence(1, rows, Precision.DOUBLE)) {
			for (; iteration < settings.iterations(); iteration++) {
				Cancellation.check(monitor);
				if (iteration > first && iteration % COMPACT_EVERY == 0
						&& batch.resting(bestQ, settings.slowTolerance() * REST) * 4 > rows) {
					break;
				}
				pass.forward(map.weights(), new SequenceInputs(inputs, states));
				INDArray next = pass.states();
				MemorySegment.copy(NativeArrays.memory(next), ValueLayout.JAVA_DOUBLE, 0, residual, 0, residual.length);
				java.lang.ref.Reference.reachabilityFence(next);
				for (int i = 0; i < residual.length; i++) {
					residual[i] -= batch.states[i];
				}
				MemorySegment.copy(residual, 0, residualMemory, ValueLayout.JAVA_DOUBLE, 0, residual.length);
				batch.remember(residual, size, best, bestQ);
				INDArray product = pass.backward(residuals, none);
				MemorySegment.copy(NativeArrays.memory(product), ValueLayout.JAVA_DOUBLE, 0, gradient, 0, gradient.length);
				java.lang.ref.Reference.reachabilityFence(product);
				for (int i = 0; i < gradient.length; i++) {
					gradient[i] -= residual[i];
				}
				step(batch, gradient, iteration, bestQ);
				MemorySegment.copy(batch.states, 0, stateMemory, ValueLayout.JAVA_DOUBLE, 0, residual.length);
			}
		}
		states.close();
		residuals.close();
		return iteration;
	}

	private void step(Batch batch, double[] gradient, int iteration, double[] bestQ) {
		double rate = settings.learningRate() * Math.pow(FINAL_RATE, (double) iteration / settings.iterations());
		double meanScale = 1 / (1 - Math.pow(MEAN_DECAY, iteration + 1));
		double squareScale = 1 / (1 - Math.pow(SQUARE_DECAY, iteration + 1));
		for (int row = 0; row < batch.rows(); row++) {
			if (bestQ[batch.seeds[row]] <= settings.slowTolerance() * REST) {
				continue;
			}
			for (int i = row * size; i < (row + 1) * size; i++) {
				double g = gradient[i];
				batch.mean[i] = MEAN_DECAY * batch.mean[i] + (1 - MEAN_DECAY) * g;
				batch.square[i] = SQUARE_DECAY * batch.square[i] + (1 - SQUARE_DECAY) * g * g;
				batch.states[i] -= rate * meanScale * batch.mean[i]
						/ (Math.sqrt(squareScale * batch.square[i]) + EPSILON);
			}
		}
	}

	/** The seeds that still move, row by row, with Adam's moments. */
	private static final class Batch {

		private final int[] seeds;
		private final double[] states;
		private final double[] mean;
		private final double[] square;

		private Batch(int[] seeds, int size) {
			this.seeds = seeds;
			this.states = new double[seeds.length * size];
			this.mean = new double[seeds.length * size];
			this.square = new double[seeds.length * size];
		}

		static Batch of(double[][] states, int size) {
			Batch batch = new Batch(java.util.stream.IntStream.range(0, states.length).toArray(), size);
			for (int row = 0; row < states.length; row++) {
				System.arraycopy(states[row], 0, batch.states, row * size, size);
			}
			return batch;
		}

		int rows() {
			return seeds.length;
		}

		int resting(double[] bestQ, double limit) {
			return (int) Arrays.stream(seeds).filter(seed -> bestQ[seed] <= limit).count();
		}

		/** Keeps the current state of each seed where it is the best so far; state and q always belong together. */
		void remember(double[] residual, int size, double[][] best, double[] bestQ) {
			for (int row = 0; row < seeds.length; row++) {
				double sum = 0;
				for (int i = row * size; i < (row + 1) * size; i++) {
					sum += residual[i] * residual[i];
				}
				if (sum / 2 < bestQ[seeds[row]]) {
					bestQ[seeds[row]] = sum / 2;
					System.arraycopy(states, row * size, best[seeds[row]], 0, size);
				}
			}
		}

		Batch without(double[] bestQ, double limit) {
			int size = rows() == 0 ? 0 : states.length / rows();
			int[] rows = java.util.stream.IntStream.range(0, rows()).filter(row -> bestQ[seeds[row]] > limit).toArray();
			Batch smaller = new Batch(Arrays.stream(rows).map(row -> seeds[row]).toArray(), size);
			for (int row = 0; row < rows.length; row++) {
				System.arraycopy(states, rows[row] * size, smaller.states, row * size, size);
				System.arraycopy(mean, rows[row] * size, smaller.mean, row * size, size);
				System.arraycopy(square, rows[row] * size, smaller.square, row * size, size);
			}
			return smaller;
		}
	}
}
