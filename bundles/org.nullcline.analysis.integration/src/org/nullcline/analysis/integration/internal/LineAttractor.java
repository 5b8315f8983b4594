package org.nullcline.analysis.integration.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.core.network.Network;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.StraightLine;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Fixed points and slow points under one context, and whether they form a line along which the output changes.
 *
 * @param points          by output
 * @param readouts        the output at each of them
 * @param varianceShare   of the first principal component of the points, not a number with fewer than five of them
 * @param rankCorrelation |Spearman's correlation| of the place along that component with the output
 * @param leadingModulus  median of the largest |lambda|
 */
record LineAttractor(List<FixedPoint> points, double[] readouts, double varianceShare, double rankCorrelation,
		double leadingModulus) {

	/** Fewer points make no line. */
	private static final int FEWEST = 5;
	private static final double LEAST_SHARE = 0.8;
	private static final double LEAST_CORRELATION = 0.95;
	/** How far the leading |lambda| may be from 1. */
	private static final double SLOWNESS = 0.05;

	LineAttractor {
		points = List.copyOf(points);
	}

	/**
	 * @param found  points under the context, without outliers
	 * @param range  the outputs on probes; points that read out far beyond them are on no part of the line that is used
	 * @param output the output channel
	 */
	static LineAttractor of(Network network, List<FixedPoint> found, double[] range, int output) {
		double low = Arrays.stream(range).min().orElse(0);
		double high = Arrays.stream(range).max().orElse(0);
		double margin = 0.1 * (high - low);
		List<FixedPoint> points = new ArrayList<>();
		List<Double> readouts = new ArrayList<>();
		if (!found.isEmpty()) {
			double[][] outputs = NativeArrays
					.rows(network.outputs(NativeArrays.of(found.stream().map(FixedPoint::state).toArray(double[][]::new))));
			Integer[] order = IntStream.range(0, found.size()).boxed()
					.sorted(Comparator.comparingDouble(i -> outputs[i][output])).toArray(Integer[]::new);
			for (int i : order) {
				if (outputs[i][output] >= low - margin && outputs[i][output] <= high + margin) {
					points.add(found.get(i));
					readouts.add(outputs[i][output]);
				}
			}
		}
		return of(points, readouts.stream().mapToDouble(Double::doubleValue).toArray());
	}

	/** Of those points only that are slow enough: |F(h) - h|^2/2 is at most so large. */
	LineAttractor within(double tolerance) {
		int[] slow = IntStream.range(0, points.size()).filter(i -> points.get(i).q() <= tolerance).toArray();
		return of(Arrays.stream(slow).mapToObj(points::get).toList(), Arrays.stream(slow).mapToDouble(i -> readouts[i]).toArray());
	}

	private static LineAttractor of(List<FixedPoint> points, double[] values) {
		double modulus = median(points.stream().mapToDouble(point -> point.eigenvalues().getFirst().modulus()).toArray());
		if (points.size() < FEWEST) {
			return new LineAttractor(points, values, Double.NaN, Double.NaN, modulus);
		}
		double[][] states = points.stream().map(FixedPoint::state).toArray(double[][]::new);
		PrincipalComponents components = PrincipalComponents.of(states);
		double[] place = Arrays.stream(components.project(states, 1)).mapToDouble(row -> row[0]).toArray();
		return new LineAttractor(points, values, components.explainedFractions()[0],
				Math.abs(StraightLine.rankCorrelation(place, values)), modulus);
	}

	/** Whether there are points enough to tell whether they form a line. */
	boolean isDecided() {
		return points.size() >= FEWEST;
	}

	/** Whether the points are an approximate line attractor. */
	boolean isLine() {
		return varianceShare >= LEAST_SHARE && rankCorrelation >= LEAST_CORRELATION
				&& Math.abs(leadingModulus - 1) <= SLOWNESS;
	}

	/** Evenly spaced points along the output, at most so many. */
	List<FixedPoint> spaced(int most) {
		if (points.size() <= most) {
			return points;
		}
		return IntStream.range(0, most)
				.mapToObj(k -> points.get((int) Math.round(k * (points.size() - 1.0) / (most - 1)))).toList();
	}

	private static double median(double[] values) {
		if (values.length == 0) {
			return Double.NaN;
		}
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
	}
}
