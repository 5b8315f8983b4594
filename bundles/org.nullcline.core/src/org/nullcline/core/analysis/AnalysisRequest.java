package org.nullcline.core.analysis;

import java.util.List;
import java.util.Optional;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;

/**
 * What an analysis is given.
 *
 * @param subjects   the networks; exactly one for an analysis of scope {@code network}
 * @param task       what they were trained on; nothing for an imported network without one
 * @param parameters of the analysis
 * @param random     the analysis's own random streams; those of one network differ from those of another
 * @param shared     random streams common to all analyses of a study, for example for test trials
 * @param required   results of the analyses that this one declares to require
 * @param training   what is kept of the training of the networks
 */
public record AnalysisRequest(List<Subject> subjects, Optional<TrialTask> task, Parameters parameters,
		RandomStreams random, RandomStreams shared, RequiredResults required, TrainingHistory training) {

	public AnalysisRequest {
		subjects = List.copyOf(subjects);
		if (subjects.isEmpty()) {
			throw new IllegalArgumentException("no network to analyse");
		}
	}

	/** A request of an analysis that requires no other. */
	public AnalysisRequest(List<Subject> subjects, Optional<TrialTask> task, Parameters parameters, RandomStreams random,
			RandomStreams shared) {
		this(subjects, task, parameters, random, shared, RequiredResults.none());
	}

	/** A request about networks of whose training nothing is kept. */
	public AnalysisRequest(List<Subject> subjects, Optional<TrialTask> task, Parameters parameters, RandomStreams random,
			RandomStreams shared, RequiredResults required) {
		this(subjects, task, parameters, random, shared, required, TrainingHistory.none());
	}

	/** The only network. */
	public Subject subject() {
		if (subjects.size() != 1) {
			throw new IllegalStateException("asked for the only network of " + subjects.size());
		}
		return subjects.get(0);
	}

	/**
	 * Test trials, the same for every network of a study and never seen in training.
	 *
	 * @throws AnalysisException if there is no task
	 */
	public TrialBatch testTrials(int count) throws AnalysisException {
		return requiredTask().trials(count, shared.stream("test trials")).withDenseInputs(requiredTask().inputs());
	}

	/** @throws AnalysisException if there is no task */
	public TrialTask requiredTask() throws AnalysisException {
		return task.orElseThrow(() -> new AnalysisException(
				"This analysis needs the task of the network; name one with --task, or analyse a run of a study."));
	}
}
