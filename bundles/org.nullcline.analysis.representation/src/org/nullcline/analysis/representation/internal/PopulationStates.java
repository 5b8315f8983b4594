package org.nullcline.analysis.representation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.dynamics.TrialStates;
import org.nullcline.similarity.EvenSamples;
import org.nullcline.similarity.ParallelTasks;

/**
 * The states of all networks on the same test trials, one network per core at a time, so that no more than a few are in
 * memory at once.
 *
 * @param ranks   number of directions in which the states of each network vary
 * @param samples number of samples compared
 * @param total   number of samples that there were
 */
record PopulationStates(int[] ranks, int samples, int total) {

	private record Prepared(int rank, int samples, int total) {
	}

	/**
	 * Runs the networks, and lets a measure prepare them. Each measure runs them again: what measures prepare of thousands of
	 * networks is too much to be kept for all measures at once, and the runs are little beside the distances of all pairs.
	 */
	static PopulationStates prepare(TrialBatch trials, List<Subject> subjects, RepresentationSettings settings,
			MeasuredPopulation<?> measure, IProgressMonitor monitor) throws AnalysisException {
		List<Callable<Prepared>> work = new ArrayList<>();
		for (int i = 0; i < subjects.size(); i++) {
			int network = i;
			work.add(() -> prepare(network, subjects.get(network), trials, settings, measure, monitor));
		}
		List<Prepared> prepared = run(work, monitor);
		return new PopulationStates(prepared.stream().mapToInt(Prepared::rank).toArray(), prepared.getFirst().samples,
				prepared.getFirst().total);
	}

	private static Prepared prepare(int network, Subject subject, TrialBatch trials, RepresentationSettings settings,
			MeasuredPopulation<?> measure, IProgressMonitor monitor) throws AnalysisException {
		TrialStates states = TrialStates.of(subject.network(), trials, ParallelTasks.cancellationOf(monitor));
		int columns = settings.fullState() ? subject.network().cell().state().size() : subject.network().cell().units();
		double[][] all = states.rows(columns);
		double[][] taken = EvenSamples.of(all, settings.samples());
		try (CentredStates centred = CentredStates.of(taken)) {
			measure.prepare(network, centred);
			return new Prepared(centred.rank(), taken.length, all.length);
		} catch (IllegalArgumentException e) {
			throw cannotBeCompared(subject, e.getMessage());
		}
	}

	static AnalysisException cannotBeCompared(Subject subject, String reason) {
		return new AnalysisException("Network " + subject.name() + " cannot be compared: " + reason
				+ ". Ask for more test trials, or leave the network out by the performance limit.");
	}

	private static <T> List<T> run(List<Callable<T>> work, IProgressMonitor monitor) throws AnalysisException {
		try {
			return ParallelTasks.run(work, monitor);
		} catch (ExecutionException e) {
			switch (e.getCause()) {
			case AnalysisException failure -> throw failure;
			case RuntimeException failure -> throw failure;
			case Error failure -> throw failure;
			default -> throw new IllegalStateException(e.getCause());
			}
		}
	}
}
