package org.nullcline.core.task;

import java.util.List;
import java.util.OptionalDouble;

import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;

/**
 * A task as a generator of trials.
 *
 * @since 0.1.0
 */
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
	 * Draws the trials of one weight update: fresh ones, unless the task has a finite set of data that is gone through again
	 * and again. The result depends on the arguments alone.
	 *
	 * @param count  number of trials, at least 1
	 * @param update number of the update, from 1
	 * @param random the streams of the network that is trained
	 * @param data   the streams that all networks of a study and all updates share, for a set of data
	 */
	default TrialBatch trainingTrials(int count, int update, RandomStreams random, RandomStreams data) {
		return trials(count, random.stream("trials", update));
	}

	/**
	 * Whether the targets of a trial are what the network should answer to its inputs. False for a task whose targets are
	 * samples that the network's outputs should be distributed like: their difference in a trial says nothing.
	 *
	 * @since 0.1.0
	 */
	default boolean targetsAnswerInputs() {
		return true;
	}

	/**
	 * The outputs that a network should be able to hold for ever, one array of {@link #outputs()} values each; empty for a
	 * task that asks nothing of the kind.
	 */
	default List<double[]> memories() {
		return List.of();
	}

	/**
	 * The frequency at which the outputs of a pattern generator should go round under a constant input.
	 *
	 * @param condition one of {@link #inputConditions()}
	 * @return in cycles per time step; empty if the input commands no frequency
	 */
	default OptionalDouble commandedFrequency(InputCondition condition) {
		return OptionalDouble.empty();
	}

	/** How long a time step is where the task gives it a meaning in seconds, for example to show frequencies in Hz. */
	default OptionalDouble secondsPerStep() {
		return OptionalDouble.empty();
	}

	/**
	 * What an integrator should integrate under a constant input.
	 *
	 * @param condition one of {@link #inputConditions()}
	 * @return one entry per output that should be a running sum; empty for a task that asks nothing of the kind
	 */
	default List<Integral> integrals(InputCondition condition) {
		return List.of();
	}

	/**
	 * Trials without noise on which trained networks are studied, for example graded inputs of an integrator; empty for a task
	 * without them.
	 */
	default List<Probe> probes() {
		return List.of();
	}

	/**
	 * Solutions whose losses say what a network's loss means: at most one of each role. Training measures them with batches of
	 * its own size, and shows a network's skill between them.
	 */
	default List<ReferenceSolution> references() {
		return List.of();
	}
}
