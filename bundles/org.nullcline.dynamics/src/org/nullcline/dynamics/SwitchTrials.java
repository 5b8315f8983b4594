package org.nullcline.dynamics;

import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.ReadoutPass;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.UnitDrives;
import org.nullcline.core.random.RandomStream;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Trajectories from states in which a network is sure of one symbol, and how many of them come to another symbol under an
 * intervention. Start states and noise are the same for every intervention, so that differences are due to them alone.
 *
 * @param network the network without intervention
 * @param targets by symbol, whether coming to it is a switch
 * @param starts  [trajectory, state]
 * @param inputs  [step, trajectory, input]
 */
public record SwitchTrials(Network network, boolean[] targets, INDArray starts, INDArray inputs) {

	/**
	 * Draws start states from a run, and noise.
	 *
	 * @param symbol     of the start states
	 * @param occupied   by symbol, whether a switch to it counts; the one of the start states does not in any case
	 * @param confidence smallest probability of the symbol in a start state, exclusive
	 * @return nothing if the run has no such state
	 */
	public static java.util.Optional<SwitchTrials> draw(Network network, DrivenTrajectory run, int symbol, boolean[] occupied,
			double confidence, int trajectories, int steps, double deviation, RandomStream random) {
		int[] sure = IntStream.range(0, run.steps())
				.filter(t -> run.symbols()[t] == symbol && Logits.confidence(run.outputs()[t]) > confidence).toArray();
		if (sure.length == 0) {
			return java.util.Optional.empty();
		}
		double[][] starts = new double[trajectories][];
		for (int k = 0; k < trajectories; k++) {
			starts[k] = run.states()[sure[random.nextInt(sure.length)]];
		}
		int channels = network.cell().inputs();
		GaussianNoise noise = GaussianNoise.of(random);
		double[] inputs = new double[steps * trajectories * channels];
		for (int t = 0; t < steps; t++) {
			for (int k = 0; k < trajectories; k++) {
				noise.fill(k, t, inputs, (t * trajectories + k) * channels, channels);
			}
		}
		for (int i = 0; i < inputs.length; i++) {
			inputs[i] *= deviation;
		}
		boolean[] targets = occupied.clone();
		targets[symbol] = false;
		return java.util.Optional.of(new SwitchTrials(network, targets, NativeArrays.of(starts),
				NativeArrays.of(inputs, steps, trajectories, channels)));
	}

	/** Number of trajectories. */
	public int trajectories() {
		return (int) starts.size(0);
	}

	/** Number of steps of each. */
	public int steps() {
		return (int) inputs.size(0);
	}

	/**
	 * Buffers to run many interventions one after the other; for one thread.
	 *
	 * @throws AnalysisException if the cell does not tell the drives of its units
	 */
	public Runner runner() throws AnalysisException {
		return new Runner();
	}

	/** Runs the trajectories under one intervention after the other. */
	public final class Runner implements AutoCloseable {

		private final UnitDrives drives;
		private final Network changed;
		private final SequencePass pass;

		private Runner() throws AnalysisException {
			drives = DriveIntervention.required(network);
			changed = Network.of(network.cell(), network.outputs(), network.weights().arrays());
			pass = network.cell().sequence(steps(), trajectories(), Precision.SINGLE);
		}

		/** How many trajectories come to another symbol within all steps. */
		public Proportion switched(DriveIntervention intervention) {
			int[] reached = reached(intervention);
			return new Proportion((int) IntStream.of(reached).filter(symbol -> symbol >= 0).count(), reached.length);
		}

		/** The first other symbol that each trajectory comes to, or -1. */
		public int[] reached(DriveIntervention intervention) {
			double[] outputs = outputs(intervention);
			int[] reached = new int[trajectories()];
			for (int k = 0; k < reached.length; k++) {
				reached[k] = -1;
				for (int t = 0; t < steps() && reached[k] < 0; t++) {
					int symbol = Logits.symbol(outputs, (t * reached.length + k) * network.outputs(), network.outputs());
					reached[k] = targets[symbol] ? symbol : -1;
				}
			}
			return reached;
		}

		private double[] outputs(DriveIntervention intervention) {
			run(intervention);
			return NativeArrays.values(pass instanceof ReadoutPass reading ? reading.outputs() : network.outputs(pass.states()));
		}

		/** The states under an intervention, [step, trajectory, state], as a copy. */
		public double[] states(DriveIntervention intervention) {
			run(intervention);
			return NativeArrays.values(pass.states());
		}

		private void run(DriveIntervention intervention) {
			intervention.write(network, changed, drives, intervention.factor());
			pass.forward(changed.weights(), new SequenceInputs(inputs, starts));
			intervention.write(network, changed, drives, 1);
		}

		@Override
		public void close() {
			pass.close();
			changed.weights().close();
		}
	}
}
