package org.nullcline.trainer.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitPermutation;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** Puts the units of a network in training into another order, with all that is remembered of them. */
final class MovedUnits {

	private static final int TRIED_STEPS = 3;
	private static final double TOLERANCE = 1e-8;

	private final Network network;
	private final Masks masks;
	private boolean tried;

	MovedUnits(Network network, Masks masks) {
		this.network = network;
		this.masks = masks;
	}

	/**
	 * Permutes weights and memory. The first time, outputs before and after are compared: an architecture that names its units
	 * wrongly would otherwise destroy what was learned, and nobody would know why.
	 */
	void permute(int[] order, TrainingMemory memory) {
		if (network.cell().unitBlocks().isEmpty()) {
			throw new IllegalStateException(
					"the architecture does not say where its hidden units lie in its arrays, so they cannot be moved");
		}
		UnitPermutation permutation = UnitPermutation.of(network.cell(), order);
		masks.requireInvariant(permutation);
		double[] before = tried ? null : response();
		permutation.apply(network.weights());
		memory.all().values().forEach(permutation::apply);
		if (!tried) {
			requireSame(before, response());
			tried = true;
		}
	}

	private static void requireSame(double[] before, double[] after) {
		double largest = 0;
		double difference = 0;
		for (int i = 0; i < before.length; i++) {
			largest = Math.max(largest, Math.abs(before[i]));
			difference = Math.max(difference, Math.abs(after[i] - before[i]));
		}
		if (difference > TOLERANCE * Math.max(1, largest)) {
			throw new IllegalStateException("the architecture does not name all places of its hidden units: moved together, they"
					+ " change the outputs by " + difference);
		}
	}

	/** Outputs for some inputs, the same each time. */
	private double[] response() {
		double[] inputs = new double[TRIED_STEPS * network.cell().inputs()];
		RandomStream random = RandomStreams.of(1).stream("inputs");
		for (int i = 0; i < inputs.length; i++) {
			inputs[i] = random.nextGaussian();
		}
		INDArray states = network.states(NativeArrays.of(inputs, 1, TRIED_STEPS, network.cell().inputs()));
		return NativeArrays.values(network.outputs(states));
	}
}
