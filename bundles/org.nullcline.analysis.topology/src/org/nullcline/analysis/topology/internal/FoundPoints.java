package org.nullcline.analysis.topology.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.analysis.topology.internal.flow.Nodes;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.task.InputCondition;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The points that the analysis of fixed points found under one constant input and that become nodes: the exact ones that
 * are no outliers.
 *
 * @param condition the input
 * @param points    their positions in the arrays of that analysis
 * @param nodes     the points themselves; nothing if there are none
 * @param slow      number of slow points, which are no nodes
 */
record FoundPoints(InputCondition condition, int[] points, Optional<Nodes> nodes, int slow) {

	private static final String ANALYSIS = "fixed-points";

	/** One per input condition, in the task's order. */
	static List<FoundPoints> of(AnalysisRequest request) throws AnalysisException {
		AnalysisResult result = request.required().ofNetwork(ANALYSIS, request.subject()).orElseThrow(
				() -> new AnalysisException("The graph is made of fixed points, but the analysis 'fixed-points'"
						+ " gave no result for "
						+ request.subject().name() + "."));
		double[][] inputs = NativeArrays.rows(array(result, "inputs"));
		List<InputCondition> conditions = conditions(request, inputs);
		if (!result.arrays().containsKey("fixed_points")) {
			return conditions.stream().map(condition -> new FoundPoints(condition, new int[0], Optional.empty(), 0)).toList();
		}
		double[][] states = NativeArrays.rows(array(result, "fixed_points"));
		double[] index = NativeArrays.values(array(result, "index"));
		double[] exact = NativeArrays.values(array(result, "exact"));
		double[] outlier = NativeArrays.values(array(result, "outlier"));
		double[] of = NativeArrays.values(array(result, "input_condition"));
		List<FoundPoints> found = new ArrayList<>();
		for (int c = 0; c < conditions.size(); c++) {
			List<Integer> kept = new ArrayList<>();
			int slow = 0;
			for (int i = 0; i < states.length; i++) {
				if (of[i] == c && outlier[i] == 0) {
					if (exact[i] == 1) {
						kept.add(i);
					} else {
						slow++;
					}
				}
			}
			int[] points = kept.stream().mapToInt(i -> i).toArray();
			Optional<Nodes> nodes = kept.isEmpty() ? Optional.empty()
					: Optional.of(Nodes.of(kept.stream().map(i -> states[i]).toArray(double[][]::new),
							kept.stream().mapToInt(i -> (int) index[i]).toArray()));
			found.add(new FoundPoints(conditions.get(c), points, nodes, slow));
		}
		return found;
	}

	private static List<InputCondition> conditions(AnalysisRequest request, double[][] inputs) {
		List<InputCondition> named = request.task().map(task -> task.inputConditions()).orElse(List.of());
		List<InputCondition> conditions = new ArrayList<>();
		for (int c = 0; c < inputs.length; c++) {
			boolean known = c < named.size() && java.util.Arrays.equals(named.get(c).values(), inputs[c]);
			conditions.add(new InputCondition(known ? named.get(c).name() : "input " + (c + 1), inputs[c]));
		}
		return conditions;
	}

	private static INDArray array(AnalysisResult result, String name) throws AnalysisException {
		INDArray array = result.arrays().get(name);
		if (array == null) {
			throw new AnalysisException("The result of the analysis '" + ANALYSIS + "' has no array '" + name
					+ "'; it was made by another version. Ask that analysis again.");
		}
		return array;
	}
}
