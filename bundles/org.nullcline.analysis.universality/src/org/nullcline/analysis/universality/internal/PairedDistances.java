package org.nullcline.analysis.universality.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.similarity.ComparedOrder;
import org.nullcline.similarity.DistanceMatrix;

/**
 * The distances between the same networks in geometry and in topology.
 *
 * @param subjects  the networks that both analyses compared
 * @param geometry  distances between their states, from 0 to 1
 * @param topology  distances between their graphs, from 0 to 1
 * @param divisor   by what the geometrical distances were divided: 1 if none is above 1, else the largest of them
 * @param leftOut   names of networks that one of the two left out
 */
record PairedDistances(List<Subject> subjects, DistanceMatrix geometry, DistanceMatrix topology, double divisor,
		List<String> leftOut) {

	private static final String GEOMETRY = "representation";
	private static final String TOPOLOGY = "topology-map";
	private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::architecture)
			.thenComparing(subject -> subject.properties().toString()).thenComparingInt(Subject::units)
			.thenComparingInt(Subject::seed).thenComparing(Subject::name);

	/** @throws AnalysisException if a result is missing or there are fewer than three networks */
	static PairedDistances of(AnalysisRequest request) throws AnalysisException {
		AnalysisResult geometry = result(request, GEOMETRY);
		AnalysisResult topology = result(request, TOPOLOGY);
		List<Subject> inGeometry = subjects(request, geometry, GEOMETRY);
		List<Subject> inTopology = subjects(request, topology, TOPOLOGY);
		List<Subject> common = inGeometry.stream().filter(inTopology::contains).sorted(ORDER).toList();
		if (common.size() < 3) {
			throw new AnalysisException("Geometry and topology are compared over pairs of at least three networks; "
					+ (common.isEmpty() ? "none has" : common.size() + " have") + " both distances.");
		}
		double[][] states = matrix(geometry, GEOMETRY, inGeometry, common);
		double[][] graphs = matrix(topology, TOPOLOGY, inTopology, common);
		double largest = Arrays.stream(states).flatMapToDouble(Arrays::stream).max().orElse(0);
		double divisor = largest > 1 ? largest : 1;
		List<String> names = common.stream().map(Subject::name).toList();
		return new PairedDistances(common,
				new DistanceMatrix(names,
						Arrays.stream(states).map(row -> Arrays.stream(row).map(d -> d / divisor).toArray()).toArray(double[][]::new),
						GEOMETRY, "'distances' of the analysis '" + GEOMETRY + "'"),
				new DistanceMatrix(names, graphs, TOPOLOGY, "'distances' of the analysis '" + TOPOLOGY + "'"), divisor,
				request.subjects().stream().filter(subject -> !common.contains(subject)).map(Subject::name).sorted().toList());
	}

	/** Number of networks. */
	int size() {
		return subjects.size();
	}

	private static AnalysisResult result(AnalysisRequest request, String analysis) throws AnalysisException {
		return request.required().ofPopulation(analysis).orElseThrow(() -> new AnalysisException(
				"Geometry and topology are compared, but the analysis '" + analysis + "' gave no result for this"
				+ " population."));
	}

	private static List<Subject> subjects(AnalysisRequest request, AnalysisResult result, String analysis)
			throws AnalysisException {
		try {
			return ComparedOrder.subjects(request.subjects(), array(result, ComparedOrder.ARRAY, analysis));
		} catch (IllegalArgumentException e) {
			throw new AnalysisException("The result of the analysis '" + analysis + "' is about other"
					+ " networks: " + e.getMessage()
					+ ". Ask that analysis again.");
		}
	}

	private static double[][] matrix(AnalysisResult result, String analysis, List<Subject> rows, List<Subject> wanted)
			throws AnalysisException {
		double[][] all = NativeArrays.rows(array(result, "distances", analysis));
		if (all.length != rows.size()) {
			throw new AnalysisException("The result of the analysis '" + analysis + "' has " + all.length
					+ " rows of distances for " + rows.size() + " networks. Ask that analysis again.");
		}
		int[] positions = wanted.stream().mapToInt(rows::indexOf).toArray();
		return Arrays.stream(positions).mapToObj(i -> Arrays.stream(positions).mapToDouble(j -> all[i][j]).toArray())
				.toArray(double[][]::new);
	}

	private static INDArray array(AnalysisResult result, String name, String analysis) throws AnalysisException {
		INDArray array = result.arrays().get(name);
		if (array == null) {
			throw new AnalysisException("The result of the analysis '" + analysis + "' has no array '" + name
					+ "'; it was made by another version. Ask that analysis again.");
		}
		return array;
	}
}
