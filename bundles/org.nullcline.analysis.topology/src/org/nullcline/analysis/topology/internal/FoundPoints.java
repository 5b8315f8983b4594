package org.nullcline.analysis.topology.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.nullcline.analysis.topology.internal.flow.Nodes;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.task.InputCondition;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.StoredFixedPoints;

/**
 * The points that the analysis of fixed points found under one constant input and that become nodes: the exact ones that
 * are no outliers and whose number of unstable directions is certain. Points with an eigenvalue on the unit circle mostly
 * sample a continuum; as nodes they would tell how densely it was sampled.
 *
 * @param condition the input
 * @param points    their positions in the arrays of that analysis
 * @param nodes     the points themselves; nothing if there are none
 * @param marginal  number of exact points with an eigenvalue on the unit circle, which are no nodes
 * @param slow      number of slow points, which are no nodes
 */
record FoundPoints(InputCondition condition, int[] points, Optional<Nodes> nodes, int marginal, int slow) {

	private static final String ANALYSIS = "fixed-points";

	/** One per input condition, in the order of the search. */
	static List<FoundPoints> of(AnalysisRequest request) throws AnalysisException {
		AnalysisResult result = request.required().ofNetwork(ANALYSIS, request.subject()).orElseThrow(
				() -> new AnalysisException("The graph is made of fixed points, but the analysis 'fixed-points'"
						+ " gave no result for "
						+ request.subject().name() + "."));
		List<StoredFixedPoints> stored = StoredFixedPoints.read(result);
		List<InputCondition> conditions = StoredFixedPoints.conditions(stored, request.task());
		List<FoundPoints> found = new ArrayList<>();
		int first = 0;
		for (int c = 0; c < conditions.size(); c++) {
			found.add(of(conditions.get(c), stored.get(c), first));
			first += stored.get(c).points().size();
		}
		return found;
	}

	/** @param first position of the first of these points in the arrays */
	private static FoundPoints of(InputCondition condition, StoredFixedPoints stored, int first) {
		List<FixedPoint> kept = stored.exact().stream().filter(point -> !point.marginal()).toList();
		int[] points = kept.stream().mapToInt(point -> first + stored.points().indexOf(point)).toArray();
		Optional<Nodes> nodes = kept.isEmpty() ? Optional.empty()
				: Optional.of(Nodes.of(kept.stream().map(FixedPoint::state).toArray(double[][]::new),
						kept.stream().mapToInt(FixedPoint::index).toArray()));
		return new FoundPoints(condition, points, nodes, stored.exact().size() - kept.size(),
				stored.inside().size() - stored.exact().size());
	}
}
