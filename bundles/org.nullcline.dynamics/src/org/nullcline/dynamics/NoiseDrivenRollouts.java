package org.nullcline.dynamics;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;

/**
 * Many trajectories of a network whose inputs are independent N(0, deviation^2) numbers in every channel and step, each
 * followed until an observer has seen enough. A row whose trajectory has ended takes the next one, so that every product
 * is over a full batch of trajectories that still matter.
 *
 * @param network   which runs
 * @param noise     trajectory k of a run gets the noise of trajectory k
 * @param deviation standard deviation of the inputs
 * @param steps     after which a trajectory ends in any case
 */
public record NoiseDrivenRollouts(Network network, GaussianNoise noise, double deviation, int steps) {

	private static final int ROWS = 512;
	/** Trajectories of one part of the work. */
	private static final int PART = 16384;

	/** Watches trajectories; called from several threads, but for one trajectory always in the order of its steps. */
	@FunctionalInterface
	public interface Observer {

		/**
		 * @param trajectory from 0
		 * @param step       from 1: the outputs are those after so many steps
		 * @param outputs    of this trajectory from the offset on, as many as the network has; not to be changed
		 * @return whether the trajectory goes on
		 */
		boolean goesOn(int trajectory, int step, double[] outputs, int offset);
	}

	/**
	 * Runs trajectories 0, ..., count - 1 in single precision, on all cores.
	 *
	 * @param start the state from which a trajectory starts
	 * @throws org.eclipse.core.runtime.OperationCanceledException if the user has cancelled
	 */
	public void run(int count, java.util.function.IntFunction<double[]> start, Observer observer, IProgressMonitor monitor) {
		// As many for each core: parts take about equally long.
		int cores = Runtime.getRuntime().availableProcessors();
		int parts = (count + PART * cores - 1) / (PART * cores) * cores;
		int each = parts == 0 ? 0 : (count + parts - 1) / parts;
		ParallelParts.compute(parts, part -> {
			run(Math.min(count, part * each), Math.min(count, (part + 1) * each), start, observer, monitor);
			return part;
		}, monitor);
	}

	private void run(int from, int to, java.util.function.IntFunction<double[]> start, Observer observer,
			IProgressMonitor monitor) {
		int rows = Math.min(ROWS, to - from);
		if (rows == 0) {
			return;
		}
		int channels = network.cell().inputs();
		int[] trajectory = new int[rows];
		int[] done = new int[rows];
		try (TrajectoryBatch batch = new TrajectoryBatch(network, rows, Precision.SINGLE)) {
			int next = from;
			int running = rows;
			for (int row = 0; row < rows; row++) {
				trajectory[row] = next;
				batch.setState(row, start.apply(next++));
			}
			while (running > 0) {
				Cancellation.check(monitor);
				double[] inputs = batch.inputs();
				for (int row = 0; row < rows; row++) {
					if (trajectory[row] >= 0) {
						noise.fill(trajectory[row], done[row], inputs, row * channels, channels);
					}
				}
				if (deviation != 1) {
					for (int i = 0; i < inputs.length; i++) {
						inputs[i] *= deviation;
					}
				}
				batch.step();
				double[] outputs = batch.outputs();
				for (int row = 0; row < rows; row++) {
					if (trajectory[row] < 0) {
						continue;
					}
					done[row]++;
					if (observer.goesOn(trajectory[row], done[row], outputs, row * network.outputs()) && done[row] < steps) {
						continue;
					}
					if (next < to) {
						trajectory[row] = next;
						done[row] = 0;
						batch.setState(row, start.apply(next++));
					} else {
						trajectory[row] = -1;
						running--;
					}
				}
			}
		}
	}
}
