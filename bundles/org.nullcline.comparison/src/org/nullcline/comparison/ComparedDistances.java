package org.nullcline.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.StateDistance;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.dynamics.TrialStates;
import org.nullcline.linearalgebra.NativeRuntime;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.RunReference;
import org.nullcline.similarity.DistanceMatrix;
import org.nullcline.similarity.EvenSamples;
import org.nullcline.similarity.HierarchicalClustering;
import org.nullcline.similarity.NamedDistance;
import org.nullcline.similarity.PairwiseDistances;
import org.nullcline.similarity.ParallelTasks;

/**
 * Distances between the networks of any runs that learned one task, be they of one execution or of several, by their states
 * on the same trials.
 *
 * @param matrix the distances, in the order of the runs
 * @param order  of the rows in which similar networks stand side by side
 * @param trials number of trials
 */
public record ComparedDistances(DistanceMatrix matrix, int[] order, int trials) {

	/** Enough for distances to be stable, few enough for an answer within seconds. */
	private static final int TRIALS = 100;
	private static final int SAMPLES = 5000;

	/**
	 * Computes distances with the default parameters of a measure.
	 *
	 * @param runs    at least two, each once; the parameters of the first run's task are taken for the trials of all
	 * @param measure identifier of a distance
	 * @throws AnalysisException naming the run that cannot be compared
	 */
	public static ComparedDistances of(List<RunReference> runs, String measure, IProgressMonitor monitor)
			throws IOException, AnalysisException {
		if (runs.size() < 2) {
			throw new AnalysisException("Distances need at least two runs.");
		}
		SubMonitor progress = SubMonitor.convert(monitor, "Distances", 100);
		NativeRuntime.load();
		ContributionRegistry registry = ContributionRegistry.read();
		try {
			NamedDistance named = NamedDistance.of(registry, measure, Map.of());
			RunRecord first = RunRecord.read(runs.getFirst().folder());
			TrialTask task = task(first, registry);
			List<Network> networks = new ArrayList<>();
			for (RunReference run : runs) {
				networks.add(network(run, first, task, registry));
			}
			// The same trials whichever runs of a study are compared.
			TrialBatch trials = task.trials(TRIALS, RandomStreams.of(first.masterSeed()).stream("compared trials"));
			try {
				return compare(named, named.distance(), RunLabels.of(runs), networks, trials, progress);
			} finally {
				trials.close();
			}
		} catch (IllegalArgumentException | ContributionException e) {
			throw new AnalysisException("The distances cannot be computed: " + e.getMessage());
		}
	}

	/** Rows and columns in the order of the clustering. */
	public Figure heatMap() {
		DistanceMatrix ordered = matrix.ordered(order);
		return new Figure("compared-distances", "Distances (" + matrix.measure() + ")",
				matrix.definition() + ", on " + trials + " trials. Rows are ordered by average linkage.", "", "", false,
				List.of(new Figure.Grid(matrix.measure(), ordered.values(), ordered.names(), ordered.names())));
	}

	private static TrialTask task(RunRecord run, ContributionRegistry registry) throws AnalysisException, ContributionException {
		Contribution contribution = registry.find(ContributionKind.TASK, run.task().id()).orElseThrow(() -> new AnalysisException(
				run.name() + ": no installed plug-in gives its task '" + run.task().id() + "'"));
		return Tasks.create(contribution, contribution.parameters(run.task().parameters()));
	}

	private static Network network(RunReference run, RunRecord first, TrialTask task, ContributionRegistry registry)
			throws IOException, AnalysisException, ContributionException {
		RunRecord record = RunRecord.read(run.folder());
		if (!record.task().id().equals(first.task().id())) {
			throw new AnalysisException("Networks of different tasks cannot be compared: " + first.name() + " learned "
					+ first.task().id() + ", " + run.name() + " learned " + record.task().id() + ".");
		}
		Network network = NetworkFile.read(run.folder().resolve(NetworkFile.FILE), registry).network();
		if (network.cell().inputs() != task.inputs()) {
			throw new AnalysisException(run.name() + " has " + network.cell().inputs() + " inputs, but " + first.name() + " has "
					+ task.inputs() + "; only networks with the same inputs can be compared.");
		}
		return network;
	}

	private static <P> ComparedDistances compare(NamedDistance named, StateDistance<P> distance, List<String> labels,
			List<Network> networks, TrialBatch trials, SubMonitor progress) throws AnalysisException {
		List<Callable<P>> work = new ArrayList<>();
		for (int i = 0; i < networks.size(); i++) {
			int network = i;
			work.add(() -> prepare(distance, labels.get(network), networks.get(network), trials, progress));
		}
		List<P> prepared;
		try {
			prepared = ParallelTasks.run(work, progress.split(60));
		} catch (ExecutionException e) {
			switch (e.getCause()) {
			case AnalysisException failure -> throw failure;
			case RuntimeException failure -> throw failure;
			case Error failure -> throw failure;
			default -> throw new IllegalStateException(e.getCause());
			}
		}
		double[][] values = PairwiseDistances.of(distance, prepared, progress.split(40));
		return new ComparedDistances(new DistanceMatrix(labels, values, named.id(), distance.definition()),
				HierarchicalClustering.averageLinkage(values).order(), trials.trials());
	}

	private static <P> P prepare(StateDistance<P> distance, String label, Network network, TrialBatch trials,
			IProgressMonitor monitor) throws AnalysisException {
		double[][] states = TrialStates.of(network, trials, ParallelTasks.cancellationOf(monitor)).rows(network.cell().units());
		try (CentredStates centred = CentredStates.of(EvenSamples.of(states, SAMPLES))) {
			return distance.prepare(centred);
		} catch (IllegalArgumentException e) {
			throw new AnalysisException("Network " + label + " cannot be compared: " + e.getMessage() + ".");
		}
	}
}
