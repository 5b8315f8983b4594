package org.nullcline.analysis.cca.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.similarity.MultidimensionalScaling;
import org.nullcline.similarity.MultidimensionalScaling.Scaled;
import org.nullcline.dynamics.TrialStates;
import org.nullcline.similarity.ClusteringFinding;
import org.nullcline.similarity.DistanceMatrix;
import org.nullcline.similarity.Labels;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Representational geometry of a population: distances between all networks by singular vector canonical correlation
 * (Raghu et al. 2017) of their states on the same test trials, a map by multidimensional scaling, and whether networks
 * cluster by architecture (Maheswaranathan et al. 2019, Fig. 1c, d).
 */
public final class CanonicalCorrelationAnalysis implements Analysis {

	private static final int[] SWEEP = { 1, 2, 3, 5, 10, 20, 50 };
	private static final int STRESS_ITERATIONS = 1000;
	/** The order of everything that is reported, whatever the order of the request. */
	private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::architecture)
			.thenComparingInt(Subject::units).thenComparingInt(Subject::seed).thenComparing(Subject::name);

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Parameters parameters = request.parameters();
		List<Subject> all = request.subjects().stream().sorted(ORDER).toList();
		double limit = parameters.getReal("maximum-fvu");
		List<Subject> left = all.stream().filter(subject -> limit < 1 && subject.performance() > limit).toList();
		List<Subject> subjects = all.stream().filter(subject -> !left.contains(subject)).toList();
		if (subjects.size() < 2) {
			throw new AnalysisException("Distances need at least two networks; there "
					+ (subjects.size() == 1 ? "is 1" : "are none")
					+ (left.isEmpty() ? "." : " after leaving out " + left.size() + " above the performance limit of " + limit + "."));
		}
		SubMonitor progress = SubMonitor.convert(monitor, "Distances between networks", 100);
		List<Subspace> subspaces = subspaces(request, subjects, progress.split(50));
		int available = subspaces.stream().mapToInt(Subspace::rank).min().orElseThrow();
		int chosen = Math.min(parameters.getInteger("dimensions"), available);
		int[] dimensions = IntStream.concat(IntStream.of(SWEEP), IntStream.of(chosen)).filter(d -> d <= available).distinct()
				.sorted().toArray();
		int position = java.util.Arrays.binarySearch(dimensions, chosen);
		NetworkDistances pairs = NetworkDistances.of(subspaces, dimensions, progress.split(30));
		DistanceMeasure measure = DistanceMeasure.of(parameters.getChoice("distance"));
		double[][] distances = pairs.distances(position, measure);
		Scaled map = MultidimensionalScaling.smacof(distances,
				MultidimensionalScaling.classical(distances, 2).points(), STRESS_ITERATIONS, progress.split(10));
		List<String> architectures = subjects.stream().map(Subject::architecture).toList();
		AnalysisResult.Builder result = AnalysisResult.builder();
		result.value("dimensions", chosen);
		result.value("mean_distance", GeometryTables.meanDistance(distances));
		result.value("map_residual", map.residual());
		result.array("distances", NativeArrays.of(distances));
		result.array("embedding", NativeArrays.of(map.points()));
		DistanceMatrix matrix = new DistanceMatrix(subjects.stream().map(Subject::name).toList(), distances, "svcca",
				measure.definition());
		result.finding(ClusteringFinding.of(matrix, new Labels("architecture", architectures),
				parameters.getInteger("permutations"), request.random().stream("permutations"), progress.split(10))
				.finding("Networks cluster by architecture.", "Maheswaranathan et al. 2019, Fig. 1d"));
		result.table(GeometryTables.betweenArchitectures(distances, architectures));
		result.table(GeometryTables.sweep(pairs, measure, architectures));
		result.table(GeometryTables.networks(subjects, subspaces, left));
		result.figure(GeometryFigures.map(map, subjects, measure));
		result.figure(GeometryFigures.heatMap(distances, subjects, measure));
		addNotes(result, request, subjects, subspaces, left, measure, chosen, available);
		return result.build();
	}

	private static List<Subspace> subspaces(AnalysisRequest request, List<Subject> subjects, IProgressMonitor monitor)
			throws AnalysisException {
		SubMonitor progress = SubMonitor.convert(monitor, subjects.size());
		TrialBatch trials = request.testTrials(request.parameters().getInteger("trials"));
		boolean full = request.parameters().getChoice("state").equals("full");
		int kept = Math.max(SWEEP[SWEEP.length - 1], request.parameters().getInteger("dimensions"));
		List<Subspace> subspaces = new ArrayList<>();
		for (Subject subject : subjects) {
			TrialStates states = TrialStates.of(subject.network(), trials, progress.split(1));
			int columns = full ? subject.network().cell().state().size() : subject.network().cell().units();
			try {
				subspaces.add(Subspace.of(states.rows(columns), kept));
			} catch (IllegalArgumentException e) {
				throw new AnalysisException("Network " + subject.name() + " cannot be compared: " + e.getMessage()
						+ ". Ask for more test trials, or leave the network out by the performance limit.");
			}
		}
		return subspaces;
	}

	private static void addNotes(AnalysisResult.Builder result, AnalysisRequest request, List<Subject> subjects,
			List<Subspace> subspaces, List<Subject> left, DistanceMeasure measure, int chosen, int available) {
		int samples = (int) subspaces.get(0).basis().size(0);
		result.note("Distance: " + measure.definition() + " between the first " + chosen
				+ " principal components of the centred states (SVCCA) over " + samples + " states on "
				+ request.parameters().getInteger("trials") + " test trials, the same for all networks; "
				+ (request.parameters().getChoice("state").equals("full") ? "full state." : "hidden units only."));
		if (chosen < request.parameters().getInteger("dimensions")) {
			result.note("Only " + chosen + " instead of " + request.parameters().getInteger("dimensions")
					+ " dimensions are compared, because the states of these networks do not vary in more: "
					+ IntStream.range(0, subjects.size()).filter(i -> subspaces.get(i).rank() == available)
							.mapToObj(i -> subjects.get(i).name()).collect(Collectors.joining(", "))
					+ ".");
		}
		result.note("Distances depend strongly on the number of dimensions; see the table over numbers of dimensions.");
		result.note("Order of the networks in 'distances' and 'embedding': "
				+ subjects.stream().map(Subject::name).collect(Collectors.joining(", ")) + ".");
		result.note("Performance (fraction of variance unexplained on held-out trials): " + subjects.stream()
				.map(subject -> subject.name() + " " + GeometryTables.performance(subject)).collect(Collectors.joining(", ")) + ".");
		if (!left.isEmpty()) {
			result.note(String.format(Locale.ROOT, "Left out, because they leave more than %.4g of the variance unexplained: ",
					request.parameters().getReal("maximum-fvu"))
					+ left.stream().map(subject -> subject.name() + " " + GeometryTables.performance(subject))
							.collect(Collectors.joining(", "))
					+ ".");
		}
	}
}
