package org.nullcline.core.analysis;

import java.util.List;

import org.nullcline.core.network.Network;

/**
 * What is kept of the training of networks, for analyses of how a network has become what it is: checkpoints, which a
 * training plan keeps by the rule {@code keepEvery}, and losses. A network from a file has a history where checkpoints lie
 * beside it as beside a run's weights.
 */
public interface TrainingHistory {

	/**
	 * Losses that were measured together.
	 *
	 * @param step       number of weight updates so far
	 * @param training   of the batch of this step
	 * @param validation of held-out trials, or NaN where it was not measured
	 */
	record Loss(int step, double training, double validation) {
	}

	/**
	 * The steps after which a checkpoint was kept, ascending; none if nothing is kept of this network.
	 *
	 * @throws AnalysisException if what is kept cannot be read
	 */
	List<Integer> checkpoints(Subject subject) throws AnalysisException;

	/**
	 * The network as it was.
	 *
	 * @param step one of {@link #checkpoints}
	 * @throws AnalysisException if it cannot be read
	 */
	Network network(Subject subject, int step) throws AnalysisException;

	/**
	 * The losses in the order of their steps; none if they are not known.
	 *
	 * @throws AnalysisException if they cannot be read
	 */
	List<Loss> losses(Subject subject) throws AnalysisException;

	/** Nothing is kept. */
	static TrainingHistory none() {
		return new TrainingHistory() {

			@Override
			public List<Integer> checkpoints(Subject subject) {
				return List.of();
			}

			@Override
			public Network network(Subject subject, int step) throws AnalysisException {
				throw new AnalysisException("Nothing is kept of the training of " + subject.name() + ".");
			}

			@Override
			public List<Loss> losses(Subject subject) {
				return List.of();
			}
		};
	}
}
