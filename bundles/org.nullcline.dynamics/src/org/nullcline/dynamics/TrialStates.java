package org.nullcline.dynamics;

import java.util.Arrays;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The states of a network on trials. Padding at the end of shorter trials is no state of the network and is left out.
 */
public final class TrialStates {

	/** Trials run at once, so that cancellation does not wait for long. */
	private static final int CHUNK = 64;

	private final double[] values;
	private final int[] lengths;
	private final int steps;
	private final int size;

	private TrialStates(double[] values, int[] lengths, int steps, int size) {
		this.values = values;
		this.lengths = lengths;
		this.steps = steps;
		this.size = size;
	}

	/**
	 * Runs a network from its initial state.
	 *
	 * @throws org.eclipse.core.runtime.OperationCanceledException if the user has cancelled
	 */
	public static TrialStates of(Network network, TrialBatch trials, IProgressMonitor monitor) {
		int size = network.cell().state().size();
		int steps = trials.steps();
		int channels = network.cell().inputs();
		double[] inputs = NativeArrays.values(trials.inputs());
		if (inputs.length != trials.trials() * steps * channels) {
			throw new IllegalArgumentException("trials with inputs of shape " + Arrays.toString(trials.inputs().shape())
					+ " for a network of " + channels + " input channels");
		}
		double[] values = new double[Math.multiplyExact(trials.trials() * steps, size)];
		for (int from = 0; from < trials.trials(); from += CHUNK) {
			Cancellation.check(monitor);
			int count = Math.min(CHUNK, trials.trials() - from);
			INDArray part = NativeArrays.of(
					Arrays.copyOfRange(inputs, from * steps * channels, (from + count) * steps * channels), count, steps,
					channels);
			double[] states = NativeArrays.values(network.states(part));
			System.arraycopy(states, 0, values, from * steps * size, states.length);
		}
		return new TrialStates(values, lengths(trials), steps, size);
	}

	/** Number of trials. */
	public int trials() {
		return lengths.length;
	}

	/** Number of time steps of a trial, without padding. */
	public int length(int trial) {
		return lengths[trial];
	}

	/** Number of states over all trials. */
	public int samples() {
		return Arrays.stream(lengths).sum();
	}

	/** Number of states that any network has over trials. */
	public static int samples(TrialBatch trials) {
		return Arrays.stream(lengths(trials)).sum();
	}

	/** All states, trial after trial, [sample][state]. */
	public double[][] rows() {
		return rows(size);
	}

	/**
	 * The first values of all states, trial after trial.
	 *
	 * @param columns how many values of each state: the number of units for what the readout sees
	 * @return [sample][value]
	 */
	public double[][] rows(int columns) {
		double[][] rows = new double[samples()][];
		int next = 0;
		for (int trial = 0; trial < trials(); trial++) {
			for (int step = 0; step < lengths[trial]; step++) {
				int start = (trial * steps + step) * size;
				rows[next++] = Arrays.copyOfRange(values, start, start + columns);
			}
		}
		return rows;
	}

	/** The states of one trial, [time][state]. */
	public double[][] trial(int trial) {
		double[][] rows = new double[lengths[trial]][];
		for (int step = 0; step < rows.length; step++) {
			int start = (trial * steps + step) * size;
			rows[step] = Arrays.copyOfRange(values, start, start + size);
		}
		return rows;
	}

	/** Steps up to the last one of weight above 0; all of them where no weights are given. */
	private static int[] lengths(TrialBatch trials) {
		int[] lengths = new int[trials.trials()];
		Arrays.fill(lengths, trials.steps());
		if (trials.mask().isPresent()) {
			double[] mask = NativeArrays.values(trials.mask().get());
			for (int trial = 0; trial < lengths.length; trial++) {
				while (lengths[trial] > 0 && mask[trial * trials.steps() + lengths[trial] - 1] == 0) {
					lengths[trial]--;
				}
			}
		}
		return lengths;
	}
}
