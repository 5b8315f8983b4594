package org.nullcline.dynamics;

import java.util.Arrays;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.DoesNotApplyException;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * One long run of a network driven by noise, in double precision.
 *
 * @param states  after each step, [step][state]
 * @param outputs after each step, [step][output]
 * @param symbols the most probable symbol after each step
 */
public record DrivenTrajectory(double[][] states, double[][] outputs, int[] symbols) {

	/** A network whose units exceed this is running away: homogeneous networks have no other scale than their noise. */
	public static final double DIVERGED = 1e6;

	private static final int CHUNK = 250;

	/**
	 * Runs a network from its initial state.
	 *
	 * @param trajectory the number under which the noise is found: step t gets the noise of step t, from 0
	 * @param deviation  standard deviation of the inputs
	 * @throws AnalysisException if the network has fewer than two outputs or its states run away
	 */
	public static DrivenTrajectory run(Network network, GaussianNoise noise, long trajectory, double deviation, int steps,
			IProgressMonitor monitor) throws AnalysisException {
		if (network.outputs() < 2) {
			throw new DoesNotApplyException("This analysis is for networks that choose between symbols: at least two outputs, one per"
					+ " symbol. This network has " + network.outputs() + ".");
		}
		int channels = network.cell().inputs();
		int size = network.cell().state().size();
		double[][] states = new double[steps][];
		INDArray state = network.initialStates(1);
		for (int from = 0; from < steps; from += CHUNK) {
			Cancellation.check(monitor);
			int count = Math.min(CHUNK, steps - from);
			double[] inputs = new double[count * channels];
			for (int t = 0; t < count; t++) {
				noise.fill(trajectory, from + t, inputs, t * channels, channels);
			}
			for (int i = 0; i < inputs.length; i++) {
				inputs[i] *= deviation;
			}
			try (SequencePass pass = network.cell().sequence(count, 1, Precision.DOUBLE)) {
				pass.forward(network.weights(), new SequenceInputs(NativeArrays.of(inputs, count, 1, channels), state));
				double[] values = NativeArrays.values(pass.states());
				for (int t = 0; t < count; t++) {
					states[from + t] = Arrays.copyOfRange(values, t * size, (t + 1) * size);
					requireFinite(states[from + t], from + t + 1);
				}
			}
			state = NativeArrays.of(states[from + count - 1].clone(), 1, size);
		}
		double[][] outputs = NativeArrays.rows(network.outputs(NativeArrays.of(states)));
		return new DrivenTrajectory(states, outputs,
				Arrays.stream(outputs).mapToInt(row -> Logits.symbol(row, 0, row.length)).toArray());
	}

	private static void requireFinite(double[] state, int step) throws AnalysisException {
		for (double value : state) {
			if (!(Math.abs(value) <= DIVERGED)) {
				throw new DoesNotApplyException("The network diverges: after " + step + " steps of noise a unit has left ±" + DIVERGED
						+ ". Its recurrent weights expand without bound; choose an earlier or later checkpoint.");
			}
		}
	}

	/** Number of steps. */
	public int steps() {
		return symbols.length;
	}

	/** The same without its first steps. */
	public DrivenTrajectory after(int first) {
		return new DrivenTrajectory(Arrays.copyOfRange(states, first, steps()), Arrays.copyOfRange(outputs, first, steps()),
				Arrays.copyOfRange(symbols, first, steps()));
	}

	/** Steps t at which the symbol differs from that of step t - 1, in order. */
	public int[] switches() {
		return java.util.stream.IntStream.range(1, steps()).filter(t -> symbols[t] != symbols[t - 1]).toArray();
	}

	/** Fraction of the steps with each symbol. */
	public double[] shares() {
		double[] shares = new double[outputs[0].length];
		for (int symbol : symbols) {
			shares[symbol] += 1.0 / steps();
		}
		return shares;
	}
}
