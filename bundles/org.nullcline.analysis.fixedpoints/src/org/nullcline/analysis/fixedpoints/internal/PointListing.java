package org.nullcline.analysis.fixedpoints.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.core.analysis.Listing;
import org.nullcline.dynamics.FixedPoint;

/** Every point with all that is known of it. */
final class PointListing {

	private PointListing() {
	}

	static Listing of(List<ConditionPoints> conditions) {
		List<Map<String, Object>> points = new ArrayList<>();
		for (ConditionPoints condition : conditions) {
			List<FixedPoint> found = condition.found().points();
			for (int i = 0; i < found.size(); i++) {
				FixedPoint point = found.get(i);
				Map<String, Object> item = new LinkedHashMap<>();
				item.put("condition", condition.condition().name());
				item.put("input", condition.condition().values());
				item.put("state", point.state());
				item.put("readout", condition.readouts()[i]);
				item.put("exact", point.exact());
				item.put("q", point.q());
				item.put("speed", point.speed());
				item.put("index", point.index());
				item.put("stable", point.stable());
				item.put("marginal", point.marginal());
				item.put("outlier", point.outlier());
				item.put("seeds", point.seeds());
				item.put("eigenvalues", point.eigenvalues().stream()
						.map(value -> new double[] { value.real(), value.imaginary() }).toArray(double[][]::new));
				item.put("time_constants", point.timeConstants());
				item.put("frequencies", point.frequencies());
				points.add(item);
			}
		}
		return new Listing("points", points);
	}
}
