package org.nullcline.core.task;

import java.util.Objects;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;

/**
 * A way to solve a task, well or badly, without a network. Its loss says what the loss of a network means: some losses do not
 * end at zero, and depend on the size of the batch.
 *
 * @param name    for people, in lower case, for example "independent symbols"
 * @param role    what its loss stands for
 * @param outputs what a network that solves the task so would give
 */
public record ReferenceSolution(String name, Role role, Outputs outputs) {

	/** What the loss of a solution stands for. */
	public enum Role {
		/** What can be had without learning what the task is about: training often rests there for a while. */
		CHANCE,
		/** What a network does that has learned the task in full. */
		IDEAL
	}

	/** Makes the outputs of a solution. */
	@FunctionalInterface
	public interface Outputs {

		/**
		 * Draws outputs.
		 *
		 * @param trials what was asked for
		 * @param random the only source of randomness
		 * @return [trial, time, output], new
		 */
		INDArray draw(TrialBatch trials, RandomStream random);
	}

	public ReferenceSolution {
		Objects.requireNonNull(name);
		Objects.requireNonNull(role);
		Objects.requireNonNull(outputs);
	}
}
