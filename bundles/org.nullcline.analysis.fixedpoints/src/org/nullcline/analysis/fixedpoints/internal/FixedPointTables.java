package org.nullcline.analysis.fixedpoints.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Table;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.Linearization;
import org.nullcline.linearalgebra.NativeArrays;

/** Fixed points as numbers: arrays for programs, tables for people. */
final class FixedPointTables {

	/** Rows that a person reads; the arrays hold all points. */
	private static final int ROWS = 200;

	private FixedPointTables() {
	}

	static void addArrays(AnalysisResult.Builder result, List<ConditionPoints> conditions) {
		List<double[]> states = new ArrayList<>();
		List<double[]> scalars = new ArrayList<>();
		List<double[]> readouts = new ArrayList<>();
		List<double[]> eigenvalues = new ArrayList<>();
		List<double[]> timeConstants = new ArrayList<>();
		List<double[]> frequencies = new ArrayList<>();
		for (int c = 0; c < conditions.size(); c++) {
			List<FixedPoint> points = conditions.get(c).found().points();
			for (int i = 0; i < points.size(); i++) {
				FixedPoint point = points.get(i);
				states.add(point.state());
				scalars.add(new double[] { point.q(), point.index(), point.exact() ? 1 : 0, point.outlier() ? 1 : 0,
						point.seeds(), c, point.speed(), point.marginal() ? 1 : 0 });
				timeConstants.add(point.timeConstants());
				frequencies.add(point.frequencies());
				readouts.add(conditions.get(c).readouts()[i]);
				eigenvalues.add(point.eigenvalues().stream().flatMapToDouble(
						value -> java.util.stream.DoubleStream.of(value.real(), value.imaginary())).toArray());
			}
		}
		result.array("inputs", NativeArrays
				.of(conditions.stream().map(condition -> condition.condition().values()).toArray(double[][]::new)));
		if (states.isEmpty()) {
			result.note("No point was found, so there are no arrays of points.");
			return;
		}
		result.array("fixed_points", matrix(states));
		result.array("readout", matrix(readouts));
		result.array("eigenvalues", NativeArrays.of(NativeArrays.values(matrix(eigenvalues)), states.size(),
				states.get(0).length, 2));
		result.array("time_constants", matrix(timeConstants));
		result.array("frequencies", matrix(frequencies));
		String[] names = { "q", "index", "exact", "outlier", "seeds", "input_condition", "speed", "marginal" };
		for (int k = 0; k < names.length; k++) {
			int column = k;
			result.array(names[k],
					NativeArrays.of(scalars.stream().mapToDouble(row -> row[column]).toArray(), scalars.size()));
		}
	}

	/** How many exact points of each index there are under each input. */
	static Table counts(List<ConditionPoints> conditions) {
		int indices = conditions.stream().mapToInt(c -> c.found().countsByIndex().length).max().orElse(0);
		// A random network may have points with dozens of unstable directions; nobody reads columns of zeros.
		List<Integer> shown = new ArrayList<>();
		for (int index = 0; index < indices; index++) {
			int wanted = index;
			if (index <= 3 || conditions.stream().anyMatch(c -> count(c, wanted) > 0)) {
				shown.add(index);
			}
		}
		List<String> columns = new ArrayList<>(List.of("Input"));
		shown.forEach(index -> columns.add(index == 0 ? "Stable" : index + " unstable"));
		columns.addAll(List.of("Slow points", "Outliers"));
		List<List<String>> rows = new ArrayList<>();
		for (ConditionPoints condition : conditions) {
			List<String> row = new ArrayList<>(List.of(condition.condition().name()));
			shown.forEach(index -> row.add(Integer.toString(count(condition, index))));
			row.add(Integer.toString(condition.found().slow().size()));
			row.add(Long.toString(condition.found().points().stream().filter(FixedPoint::outlier).count()));
			rows.add(row);
		}
		return new Table("Number of fixed points by number of unstable directions", columns, rows);
	}

	private static int count(ConditionPoints condition, int index) {
		int[] counts = condition.found().countsByIndex();
		return index < counts.length ? counts[index] : 0;
	}

	static Table points(List<ConditionPoints> conditions) {
		List<List<String>> rows = new ArrayList<>();
		int total = 0;
		for (ConditionPoints condition : conditions) {
			for (int i = 0; i < condition.found().points().size(); i++) {
				total++;
				if (rows.size() < ROWS) {
					rows.add(row(condition, i));
				}
			}
		}
		return new Table(total > rows.size() ? "The first " + rows.size() + " of " + total + " points" : "Points",
				List.of("Input", "Point", "Kind", "Unstable directions", "Leading |lambda|", "Time constant (steps)",
						"Frequency (cycles/step)", "q", "Speed (1/step)", "Readout", "Seeds"),
				rows);
	}

	private static List<String> row(ConditionPoints condition, int i) {
		FixedPoint point = condition.found().points().get(i);
		String kind = (point.exact() ? point.stable() ? "stable" : "unstable" : "slow") + (point.outlier() ? ", outlier" : "")
				+ (point.marginal() ? ", marginal" : "");
		return List.of(condition.condition().name(), Integer.toString(i), kind, Integer.toString(point.index()),
				number(point.eigenvalues().get(0).modulus()), number(Linearization.timeConstant(point.eigenvalues().get(0))),
				number(Linearization.frequency(point.eigenvalues().get(0))), number(point.q()), number(point.speed()),
				MemoryFindings.text(condition.readouts()[i]), Integer.toString(point.seeds()));
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.4g", value);
	}

	private static org.nd4j.linalg.api.ndarray.INDArray matrix(List<double[]> rows) {
		return NativeArrays.of(rows.toArray(double[][]::new));
	}
}
