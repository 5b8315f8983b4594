package org.nullcline.analysis.representation.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.dynamics.TrialStates;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.similarity.ClusteringFinding;
import org.nullcline.similarity.ComparedOrder;
import org.nullcline.similarity.DistanceMatrix;
import org.nullcline.similarity.HierarchicalClustering;
import org.nullcline.similarity.Labels;
import org.nullcline.similarity.MultidimensionalScaling;
import org.nullcline.similarity.MultidimensionalScaling.Classical;
import org.nullcline.similarity.MultidimensionalScaling.Scaled;

/**
 * Representational geometry of a population: distances between all networks by their states on the same test trials, maps by
 * multidimensional scaling, and whether networks cluster by what they differ in (Maheswaranathan et al. 2019, Fig. 1c, d).
 */
public final class RepresentationAnalysis implements Analysis {

	private static final int STRESS_ITERATIONS = 1000;
	private static final String ARCHITECTURE = "architecture";
	private static final String NONLINEARITY = "nonlinearity";
	/** The order of everything that is reported, whatever the order of the request. */
	private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::architecture)
			.thenComparing(subject -> subject.properties().toString()).thenComparingInt(Subject::units)
			.thenComparingInt(Subject::seed).thenComparing(Subject::name);

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		RepresentationSettings settings = RepresentationSettings.of(request.parameters());
		ComparedNetworks networks = ComparedNetworks.of(request.subjects().stream().sorted(ORDER).toList(), settings.maximumFvu());
		List<Subject> subjects = networks.compared();
		TrialBatch trials = request.testTrials(settings.trials());
		Measures measures = Measures.of(settings, Math.min(settings.samples(), TrialStates.samples(trials)));
		SubMonitor progress = SubMonitor.convert(monitor, "Distances between networks", 100);
		PopulationStates states = PopulationStates.prepare(trials, subjects, settings, measures.main(),
				progress.split(30));
		var obstacle = measures.main().obstacle();
		if (obstacle.isPresent()) {
			throw PopulationStates.cannotBeCompared(subjects.get(obstacle.get().getKey()), obstacle.get().getValue());
		}
		DistanceMatrix distances = measures.main().distances(networks.names(), progress.split(10));
		AnalysisResult.Builder result = AnalysisResult.builder();
		addDistances(result, distances);
		result.array(ComparedOrder.ARRAY, ComparedOrder.positions(request.subjects(), subjects));
		List<Labels> labels = labels(subjects);
		MeasureRows rows = new MeasureRows(labels, settings.permutations(), request.random());
		addFindings(result, rows.add(distances, progress.split(5)));
		result.finding(new Dissociation(distances, subjects, settings.equalFvu(), settings.solvedFvu()).finding());
		addMap(result, distances, settings, labels, progress.split(5));
		addClusters(result, distances, labels.getFirst());
		addOtherMeasures(result, measures, trials, settings, networks, rows, progress.split(40));
		result.table(rows.table());
		if (measures.main().available() > 0) {
			ComponentSweep sweep = ComponentSweep.of(measures.main(), settings.sweep(), networks.names(), labels.getFirst(),
					progress.split(10));
			sweep.leftOut(settings.sweep(), states.samples()).ifPresent(result::note);
			result.value("components", measures.main().compared());
			result.table(sweep.table());
			result.figure(sweep.figure(measures.main().compared()));
		}
		result.table(networks.table(states.ranks()));
		new RepresentationNotes(request, settings, networks, states, measures.main()).addTo(result, distances);
		return result.build();
	}

	private static void addDistances(AnalysisResult.Builder result, DistanceMatrix distances) {
		result.value("mean_distance", distances.mean());
		result.array("distances", NativeArrays.of(distances.values()));
	}

	/** The architecture, whether or not it varies, and everything else that does. */
	private static List<Labels> labels(List<Subject> subjects) {
		List<Labels> varying = Labels.varying(subjects);
		return varying.stream().anyMatch(label -> label.name().equals(ARCHITECTURE)) ? varying
				: Stream.concat(Labels.of(subjects).stream().filter(label -> label.name().equals(ARCHITECTURE)), varying.stream())
						.toList();
	}

	/** Findings on the labels of which something was published; the others are in the values and the tables. */
	private static void addFindings(AnalysisResult.Builder result, List<ClusteringFinding> tests) {
		for (ClusteringFinding test : tests) {
			String label = test.labels().name();
			if (label.equals(ARCHITECTURE) || label.equals(NONLINEARITY)) {
				result.finding(test.finding("Networks cluster by " + label + " in representational geometry.",
						"Maheswaranathan et al. 2019, Fig. 1d"));
			}
			result.value("silhouette_" + label, test.silhouette());
		}
	}

	private static void addMap(AnalysisResult.Builder result, DistanceMatrix distances, RepresentationSettings settings,
			List<Labels> labels, IProgressMonitor monitor) {
		Classical classical = MultidimensionalScaling.classical(distances.values(), 2);
		Scaled scaled = MultidimensionalScaling.smacof(distances.values(), classical.points(), STRESS_ITERATIONS, monitor);
		double[][] map = settings.smacof() ? scaled.points() : classical.points();
		result.value("map_residual", scaled.residual());
		result.array("embedding", NativeArrays.of(map));
		result.array("embedding-classical", NativeArrays.of(classical.points()));
		result.array("embedding-smacof", NativeArrays.of(scaled.points()));
		result.array("classical-eigenvalues", NativeArrays.of(classical.eigenvalues(), classical.eigenvalues().length));
		Optional<Labels> markers = labels.stream().filter(label -> label.name().equals(NONLINEARITY)).findFirst()
				.or(() -> labels.stream().skip(1).findFirst());
		String how = settings.smacof()
				? "Multidimensional scaling by stress (SMACOF), which leaves " + RepresentationFigures.residual(scaled.residual())
						+ " unexplained."
				: String.format(Locale.ROOT, "Classical multidimensional scaling; the two axes hold %.1f %% of the positive eigenvalues.",
						100 * positiveShare(classical.eigenvalues()));
		result.figure(RepresentationFigures.map(map, distances, how, labels.getFirst(), markers));
	}

	private static double positiveShare(double[] eigenvalues) {
		double total = 0;
		double first = 0;
		for (int k = 0; k < eigenvalues.length; k++) {
			total += Math.max(0, eigenvalues[k]);
			first += k < 2 ? Math.max(0, eigenvalues[k]) : 0;
		}
		return total > 0 ? first / total : 1;
	}

	private static void addClusters(AnalysisResult.Builder result, DistanceMatrix distances, Labels hues) {
		HierarchicalClustering clustering = HierarchicalClustering.averageLinkage(distances.values());
		result.array("linkage", NativeArrays.of(clustering.linkage()));
		double[] order = java.util.Arrays.stream(clustering.order()).asDoubleStream().toArray();
		result.array("order", NativeArrays.of(order, order.length));
		result.figure(RepresentationFigures.heatMap(distances, clustering));
		result.figure(RepresentationFigures.dendrogram(distances, clustering, hues));
	}

	private static void addOtherMeasures(AnalysisResult.Builder result, Measures measures, TrialBatch trials,
			RepresentationSettings settings, ComparedNetworks networks, MeasureRows rows, IProgressMonitor monitor)
			throws AnalysisException {
		SubMonitor progress = SubMonitor.convert(monitor, Math.max(1, 3 * measures.beside().size()));
		for (MeasuredPopulation<?> measure : measures.beside()) {
			PopulationStates.prepare(trials, networks.compared(), settings, measure, progress.split(1));
			if (measure.obstacle().isPresent()) {
				result.note("Distance " + measure.named().id() + " was not computed: network "
						+ networks.names().get(measure.obstacle().get().getKey()) + ": " + measure.obstacle().get().getValue() + ".");
				continue;
			}
			DistanceMatrix distances = measure.distances(networks.names(), progress.split(1));
			measure.release();
			rows.add(distances, progress.split(1));
			result.array("distances-" + measure.named().id(), NativeArrays.of(distances.values()));
			result.note("Distance " + measure.named().id() + ": " + distances.definition() + ".");
		}
	}
}
