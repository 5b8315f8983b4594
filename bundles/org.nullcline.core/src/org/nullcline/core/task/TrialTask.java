package org.nullcline.core.task;

import java.util.List;

import org.nullcline.core.random.RandomStream;

/** A task as a generator of trials. */
public non-sealed interface TrialTask extends Task {

	/**
	 * Draws trials. The result depends on the stream and the count alone. Its arrays are new and belong to the caller, who
	 * may close them.
	 *
	 * @param count  number of trials, at least 1
	 * @param random the only source of randomness
	 */
	TrialBatch trials(int count, RandomStream random);

	/**
	 * Constant inputs under which the autonomous dynamics are studied, for example zero input for a memory task or one
	 * condition per command of a pattern generator.
	 */
	default List<InputCondition> inputConditions() {
		return List.of(new InputCondition("no input", new double[inputs()]));
	}

	/**
	 * The outputs that a network should be able to hold for ever, one array of {@link #outputs()} values each; empty for a
	 * task that asks nothing of the kind.
	 */
	default List<double[]> memories() {
		return List.of();
	}
}
