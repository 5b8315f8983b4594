package org.nullcline.hmm;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Matrices of probabilities as text: rows separated by semicolons, values by spaces or commas, for example {@code 0.9 0.1; 0.2
 * 0.8}. Fractions such as {@code 1/3} are allowed.
 */
public final class ProbabilityText {

	/** Rows whose sum misses 1 by up to this, as those of rounded decimals do, are divided by it. */
	private static final double ROUNDING = 1e-3;

	private ProbabilityText() {
	}

	/**
	 * Reads a matrix.
	 *
	 * @param name of the matrix, for messages
	 * @throws IllegalArgumentException naming the matrix, the row and what is wrong with it
	 */
	public static double[][] matrix(String name, String text) {
		String[] rows = text.strip().replaceFirst(";\\s*$", "").split(";", -1);
		double[][] matrix = new double[rows.length][];
		for (int i = 0; i < rows.length; i++) {
			matrix[i] = row(name + ", row " + (i + 1), rows[i]);
			if (matrix[i].length != matrix[0].length) {
				throw new IllegalArgumentException(name + ", row " + (i + 1) + ": " + matrix[i].length + " values, but row 1 has "
						+ matrix[0].length);
			}
		}
		return matrix;
	}

	/** Reads one row. */
	public static double[] row(String name, String text) {
		if (text.isBlank()) {
			throw new IllegalArgumentException(name + " is empty; write probabilities separated by spaces, for example 0.9 0.1");
		}
		double[] values = Arrays.stream(text.strip().split("[\\s,]+")).mapToDouble(word -> number(name, word)).toArray();
		double sum = Arrays.stream(values).sum();
		if (!(Math.abs(sum - 1) <= ROUNDING)) {
			throw new IllegalArgumentException(name + ": the probabilities sum to " + sum + " instead of 1");
		}
		// A sum that misses 1 by rounding alone leaves the values as they were written.
		return Math.abs(sum - 1) < 1e-14 ? values : Arrays.stream(values).map(value -> value / sum).toArray();
	}

	/** A matrix as it is read. */
	public static String write(double[][] matrix) {
		return Arrays.stream(matrix).map(ProbabilityText::write).collect(Collectors.joining("; "));
	}

	/** A row as it is read; whole numbers without a fraction. */
	public static String write(double[] row) {
		return Arrays.stream(row).mapToObj(value -> value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value))
				.collect(Collectors.joining(" "));
	}

	private static double number(String name, String word) {
		String[] parts = word.split("/", 2);
		try {
			double value = Double.parseDouble(parts[0]) / (parts.length == 2 ? Double.parseDouble(parts[1]) : 1);
			if (value >= 0 && value <= 1) {
				return value;
			}
		} catch (NumberFormatException e) {
			// Told below, as any other value that does not fit.
		}
		throw new IllegalArgumentException(name + ": '" + word + "' is not a probability from 0 to 1");
	}
}
