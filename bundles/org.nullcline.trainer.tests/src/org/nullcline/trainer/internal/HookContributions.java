package org.nullcline.trainer.internal;

import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Weights;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.training.TrainingHook;
import org.nullcline.core.training.TrainingHookFactory;
import org.nullcline.core.training.TrainingState;
import org.nullcline.core.training.WeightRegularizer;
import org.nullcline.core.training.Regularizer;
import org.nullcline.core.training.RegularizerFactory;

/** Hooks and regularizers for tests; see fragment.xml. */
public final class HookContributions {

	private HookContributions() {
	}

	/** Puts the units into a random order after every second step. */
	public static final class Shuffling implements TrainingHookFactory {

		@Override
		public TrainingHook create(Parameters parameters) {
			return training -> {
				if (training.step() % 2 == 0) {
					training.permuteUnits(order(training.network().cell().units(), training.random()));
				}
			};
		}

		private static int[] order(int units, RandomStream random) {
			int[] order = new int[units];
			for (int unit = 0; unit < units; unit++) {
				int other = random.nextInt(unit + 1);
				order[unit] = order[other];
				order[other] = unit;
			}
			return order;
		}
	}

	/** Keeps a running mean of the weights and pulls the readout towards it: both memory and weights matter. */
	public static final class Averaging implements TrainingHookFactory {

		@Override
		public TrainingHook create(Parameters parameters) {
			return new TrainingHook() {

				@Override
				public Map<String, Weights> initialMemory(Weights weights) {
					return Map.of("running_mean", weights.copy());
				}

				@Override
				public void afterStep(TrainingState training) {
					Weights mean = training.memory().get("running_mean");
					training.network().weights().arrays().forEach((name, array) -> mean.get(name).muli(0.9).addi(array.mul(0.1)));
					INDArray readout = training.network().weights().get(Network.READOUT_WEIGHT);
					readout.assign(readout.add(mean.get(Network.READOUT_WEIGHT)).mul(0.5));
				}
			};
		}
	}

	/** Leaves weights that are no numbers. */
	public static final class Poisoning implements TrainingHookFactory {

		@Override
		public TrainingHook create(Parameters parameters) {
			return training -> training.network().weights().get(Network.READOUT_WEIGHT).assign(Double.NaN);
		}
	}

	/** Has a bug. */
	public static final class Throwing implements TrainingHookFactory {

		@Override
		public TrainingHook create(Parameters parameters) {
			return training -> {
				throw new IllegalStateException("a bug in a hook");
			};
		}
	}

	/** Half the sum of squares of all arrays: with the weight 2 l2 it does what the L2 penalty of the plan does. */
	public static final class HalfSquares implements RegularizerFactory {

		@Override
		public Regularizer create(Parameters parameters) {
			return (WeightRegularizer) (network, gradient) -> {
				gradient.arrays().forEach((name, array) -> array.assign(network.weights().get(name)));
				return network.weights().arrays().values().stream().mapToDouble(a -> 0.5 * a.mul(a).sumNumber().doubleValue())
						.sum();
			};
		}
	}
}
