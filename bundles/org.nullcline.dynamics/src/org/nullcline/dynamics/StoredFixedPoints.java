package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.task.InputCondition;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Fixed points as the analysis {@code fixed-points} writes them, for analyses that require it.
 *
 * @param input  the constant input under which they were found
 * @param points in the order of the analysis: exact points first, then by index; outliers among them, marked
 */
public record StoredFixedPoints(double[] input, List<FixedPoint> points) {

	public StoredFixedPoints {
		points = List.copyOf(points);
	}

	/**
	 * Reads the arrays of a result.
	 *
	 * @return one entry per constant input, in the order of the task's input conditions; without points where none was found
	 * @throws AnalysisException if the result holds other arrays
	 */
	public static List<StoredFixedPoints> read(AnalysisResult result) throws AnalysisException {
		double[][] inputs = NativeArrays.rows(array(result, "inputs"));
		List<List<FixedPoint>> points = new ArrayList<>();
		for (int c = 0; c < inputs.length; c++) {
			points.add(new ArrayList<>());
		}
		if (result.arrays().containsKey("fixed_points")) {
			double[][] states = NativeArrays.rows(array(result, "fixed_points"));
			double[] eigenvalues = values(result, "eigenvalues", states.length * states[0].length * 2);
			double[] q = values(result, "q", states.length);
			double[] exact = values(result, "exact", states.length);
			double[] outlier = values(result, "outlier", states.length);
			double[] seeds = values(result, "seeds", states.length);
			double[] condition = values(result, "input_condition", states.length);
			for (int i = 0; i < states.length; i++) {
				points.get((int) condition[i]).add(new FixedPoint(states[i], q[i], exact[i] != 0,
						spectrum(eigenvalues, i * states[i].length, states[i].length), (int) seeds[i], outlier[i] != 0));
			}
		}
		List<StoredFixedPoints> all = new ArrayList<>();
		for (int c = 0; c < inputs.length; c++) {
			all.add(new StoredFixedPoints(inputs[c], points.get(c)));
		}
		return all;
	}

	/**
	 * The points found under an input.
	 *
	 * @throws AnalysisException if the search did not go under this input, told by its values
	 */
	public static StoredFixedPoints under(InputCondition condition, List<StoredFixedPoints> stored, String network)
			throws AnalysisException {
		return stored.stream().filter(found -> equal(found.input, condition.values())).findFirst()
				.orElseThrow(() -> new AnalysisException("The fixed points of " + network
						+ " were not searched under the task's input '" + condition.name() + "', " + Arrays.toString(condition.values())
						+ ". Ask the analysis fixed-points again, without the parameter 'inputs'."));
	}

	/** The inputs of stored points: with the task's name where the task has an input of these values. */
	public static List<InputCondition> conditions(List<StoredFixedPoints> stored, Optional<? extends TrialTask> task) {
		List<InputCondition> named = task.map(TrialTask::inputConditions).orElse(List.of());
		List<InputCondition> conditions = new ArrayList<>();
		for (StoredFixedPoints found : stored) {
			String number = "input " + (conditions.size() + 1);
			conditions.add(new InputCondition(named.stream().filter(one -> equal(one.values(), found.input))
					.map(InputCondition::name).findFirst().orElse(number), found.input));
		}
		return conditions;
	}

	/** As numbers, so that 0 is -0. */
	private static boolean equal(double[] a, double[] b) {
		return a.length == b.length && IntStream.range(0, a.length).allMatch(k -> a[k] == b[k]);
	}

	/** Fixed points to working precision, without outliers. */
	public List<FixedPoint> exact() {
		return points.stream().filter(point -> point.exact() && !point.outlier()).toList();
	}

	/** Fixed points and slow points, without outliers. */
	public List<FixedPoint> inside() {
		return points.stream().filter(point -> !point.outlier()).toList();
	}

	private static List<Complex> spectrum(double[] packed, int from, int count) {
		List<Complex> values = new ArrayList<>();
		for (int k = from; k < from + count; k++) {
			values.add(new Complex(packed[2 * k], packed[2 * k + 1]));
		}
		return values;
	}

	private static INDArray array(AnalysisResult result, String name) throws AnalysisException {
		Map<String, INDArray> arrays = result.arrays();
		if (!arrays.containsKey(name)) {
			throw new AnalysisException("The result of the analysis fixed-points has no array '" + name + "', only "
					+ arrays.keySet() + ". Ask that analysis again.");
		}
		return arrays.get(name);
	}

	private static double[] values(AnalysisResult result, String name, int count) throws AnalysisException {
		double[] values = NativeArrays.values(array(result, name));
		if (values.length != count) {
			throw new AnalysisException("The result of the analysis fixed-points has " + values.length + " values in its array '"
					+ name + "', where " + count + " were expected. Ask that analysis again.");
		}
		return values;
	}
}
