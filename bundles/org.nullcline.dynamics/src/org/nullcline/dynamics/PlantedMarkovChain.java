package org.nullcline.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * A network that is a hidden Markov model: what a perfect emulation looks like, for tests and demonstrations. Its units are
 * the states of the chain, one of which is 1; two channels of Gaussian noise, whose angle is uniform, decide which comes
 * next; and its logits are the logarithms of the emission probabilities. Residency times, transition rates and laws of
 * symbols are therefore known.
 */
public final class PlantedMarkovChain {

	/** Number of input channels. */
	public static final int INPUTS = 2;
	/** Stands for a probability of 0, whose logarithm is no number. */
	private static final double IMPOSSIBLE = 1e-12;

	private PlantedMarkovChain() {
	}

	/**
	 * The network.
	 *
	 * @param start      probability of each state at the first step
	 * @param transition [state, next state]
	 * @param emission   [state, symbol]
	 */
	public static Network network(double[] start, double[][] transition, double[][] emission) {
		int states = start.length;
		int symbols = emission[0].length;
		double[][] readout = new double[symbols][states];
		for (int i = 0; i < states; i++) {
			for (int k = 0; k < symbols; k++) {
				readout[k][i] = Math.log(Math.max(IMPOSSIBLE, emission[i][k]));
			}
		}
		return Network.of(new Chain(start, transition), symbols, Map.of(Network.READOUT_WEIGHT, NativeArrays.of(readout),
				Network.INITIAL_STATE, NativeArrays.zeros(states)));
	}

	/** One step of the chain; the state of all zeros comes before the first one. */
	private record Chain(double[] start, double[][] transition) implements Cell {

		@Override
		public int inputs() {
			return INPUTS;
		}

		@Override
		public int units() {
			return start.length;
		}

		@Override
		public StateLayout state() {
			return StateLayout.hidden(units());
		}

		@Override
		public List<WeightDeclaration> weights() {
			return List.of();
		}

		@Override
		public boolean readoutBias() {
			return false;
		}

		@Override
		public void initialize(Weights weights, RandomStreams random) {
			// There are none.
		}

		@Override
		public INDArray step(Weights weights, INDArray inputs, INDArray state) {
			int units = units();
			double[] noise = NativeArrays.values(inputs);
			double[] before = NativeArrays.values(state);
			double[] after = new double[before.length];
			for (int b = 0; b < before.length / units; b++) {
				double uniform = (Math.atan2(noise[INPUTS * b + 1], noise[INPUTS * b]) + Math.PI) / (2 * Math.PI);
				after[b * units + next(row(Arrays.copyOfRange(before, b * units, (b + 1) * units)), uniform)] = 1;
			}
			return NativeArrays.of(after, before.length / units, units);
		}

		private double[] row(double[] state) {
			for (int i = 0; i < state.length; i++) {
				if (state[i] > 0) {
					return transition[i];
				}
			}
			return start;
		}

		private static int next(double[] probabilities, double uniform) {
			double sum = 0;
			for (int i = 0; i < probabilities.length - 1; i++) {
				sum += probabilities[i];
				if (uniform < sum) {
					return i;
				}
			}
			return probabilities.length - 1;
		}
	}
}
