package org.nullcline.trainer;

import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.model.RunState;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.ReferenceLosses;

/** Is told what happens while a study is executed. Called from worker threads, one call at a time. */
public interface ExecutionListener {

	/** A network's training begins, or goes on after {@code step} updates. */
	default void networkStarted(NetworkPlan network, int step) {
	}

	/**
	 * What solutions without a network score, before a network is trained.
	 *
	 * @param references empty if the task names no solutions
	 */
	default void compared(NetworkPlan network, ReferenceLosses references) {
	}

	/** A new row of a network's metrics. */
	default void measured(NetworkPlan network, Measurement measurement) {
	}

	/**
	 * A network's training has ended.
	 *
	 * @param state       done, cancelled, diverged or failed
	 * @param unexplained fraction of variance unexplained on the held-out trials, or NaN
	 * @param message     why, unless done
	 */
	default void networkEnded(NetworkPlan network, RunState state, double unexplained, String message) {
	}

	/**
	 * An analysis begins.
	 *
	 * @param subject the network, or "population"
	 */
	default void analysisStarted(String analysis, String subject) {
	}

	/**
	 * An analysis has ended.
	 *
	 * @param problem what went wrong, or empty
	 */
	default void analysisEnded(String analysis, String subject, String problem) {
	}

	/** Something went wrong that does not end the execution. */
	default void warned(String message) {
	}
}
