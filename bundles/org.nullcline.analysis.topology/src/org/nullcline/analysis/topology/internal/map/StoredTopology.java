package org.nullcline.analysis.topology.internal.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The graphs of one network, as the analysis {@code topology} left them.
 *
 * @param subject the network
 * @param graphs  one per input
 */
record StoredTopology(Subject subject, List<PreparedGraph> graphs) {

	/**
	 * @param kickSize      which of the sizes of kicks the random walk takes, in the order of the result; the largest one if
	 *                      there are not so many
	 * @param memories      whether stable nodes are told apart by the memory that they hold
	 * @throws AnalysisException if the result lacks something
	 */
	static StoredTopology of(Subject subject, AnalysisResult result, int kickSize, boolean memories)
			throws AnalysisException {
		int conditions = conditions(subject, result);
		List<PreparedGraph> graphs = new ArrayList<>();
		if (!result.arrays().containsKey("landing")) {
			for (int c = 0; c < conditions; c++) {
				graphs.add(PreparedGraph.of(new LabelledGraph(new int[0], new int[0], new boolean[0][0], new double[0][0])));
			}
			return new StoredTopology(subject, graphs);
		}
		Double smallestShare = result.values().get("smallest_share");
		if (smallestShare == null) {
			throw incomplete(subject, "value", "smallest_share");
		}
		double[] condition = NativeArrays.values(array(subject, result, "node_condition"));
		double[] index = NativeArrays.values(array(subject, result, "node_index"));
		double[] memory = NativeArrays.values(array(subject, result, "node_memory"));
		double[][] landing = NativeArrays.rows(array(subject, result, "landing"));
		double[][] transitions = slice(array(subject, result, "transitions"), kickSize);
		if (!memories) {
			Arrays.fill(memory, -1);
		}
		for (int c = 0; c < conditions; c++) {
			int wanted = c;
			int[] nodes = IntStream.range(0, index.length).filter(i -> condition[i] == wanted).toArray();
			graphs.add(PreparedGraph.of(LabelledGraph.of(nodes, index, memory, landing, transitions, smallestShare)));
		}
		return new StoredTopology(subject, graphs);
	}

	/** The mean distance over the inputs. */
	double distance(StoredTopology other, GraphDistance measure) {
		return IntStream.range(0, graphs.size()).mapToDouble(c -> measure.between(graphs.get(c), other.graphs.get(c))).average()
				.orElse(0);
	}

	/** Number of inputs under which the network was studied. */
	static int conditions(Subject subject, AnalysisResult result) throws AnalysisException {
		Double conditions = result.values().get("conditions");
		if (conditions == null) {
			throw incomplete(subject, "value", "conditions");
		}
		return conditions.intValue();
	}

	private static double[][] slice(INDArray transitions, int size) {
		int sizes = (int) transitions.size(0);
		int rows = (int) transitions.size(1);
		int columns = (int) transitions.size(2);
		double[] values = NativeArrays.values(transitions);
		int from = Math.min(size, sizes - 1) * rows * columns;
		return IntStream.range(0, rows)
				.mapToObj(i -> Arrays.copyOfRange(values, from + i * columns, from + (i + 1) * columns)).toArray(double[][]::new);
	}

	/** An array of the result. */
	static INDArray array(Subject subject, AnalysisResult result, String name) throws AnalysisException {
		INDArray array = result.arrays().get(name);
		if (array == null) {
			throw incomplete(subject, "array", name);
		}
		return array;
	}

	private static AnalysisException incomplete(Subject subject, String kind, String name) {
		return new AnalysisException("The result of the analysis 'topology'"
				+ " for " + subject.name() + " has no " + kind + " '" + name
				+ "'; it was made by another version. Ask that analysis again.");
	}
}
