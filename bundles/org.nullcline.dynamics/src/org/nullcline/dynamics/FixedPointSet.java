package org.nullcline.dynamics;

import java.util.List;

/**
 * What a search for fixed points found under one constant input.
 *
 * @param points exact points first, then by index, then by state; outliers among them, marked
 * @param notes  what was capped, left out or did not converge, in sentences
 */
public record FixedPointSet(List<FixedPoint> points, List<String> notes) {

	public FixedPointSet {
		points = List.copyOf(points);
		notes = List.copyOf(notes);
	}

	/** Fixed points to working precision, without outliers. */
	public List<FixedPoint> exact() {
		return points.stream().filter(point -> point.exact() && !point.outlier()).toList();
	}

	/** Points where the dynamics are slow but do not stand still, without outliers. */
	public List<FixedPoint> slow() {
		return points.stream().filter(point -> !point.exact() && !point.outlier()).toList();
	}

	/** Exact points that attract all their surroundings. */
	public List<FixedPoint> stable() {
		return exact().stream().filter(FixedPoint::stable).toList();
	}

	/** Number of exact points with 0, 1, 2, ... unstable directions, up to the largest index found. */
	public int[] countsByIndex() {
		int[] counts = new int[exact().stream().mapToInt(FixedPoint::index).max().orElse(-1) + 1];
		exact().forEach(point -> counts[point.index()]++);
		return counts;
	}
}
