package org.nullcline.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code metrics.csv} of a run: one row per measurement, numbers in full precision, an empty field for NaN. */
public final class Metrics {

	/** The name of the file in a run folder. */
	public static final String FILE = "metrics.csv";

	/** Files from before there was a validation loss, or skill, have fewer columns. */
	private static final List<String> COLUMNS = List.of("step", "loss", "fraction_variance_unexplained", "gradient_norm",
			"learning_rate", "validation_loss", "skill");
	private static final int FEWEST_COLUMNS = 5;

	private static final String HEADER = String.join(",", COLUMNS);

	private Metrics() {
	}

	public static void write(Path runFolder, List<Measurement> rows) throws IOException {
		AtomicFiles.write(runFolder.resolve(FILE), text(rows).getBytes(StandardCharsets.UTF_8));
	}

	/** What the file holds. */
	public static String text(List<Measurement> rows) {
		StringBuilder text = new StringBuilder(HEADER).append('\n');
		for (Measurement row : rows) {
			text.append(row.step()).append(',').append(number(row.loss())).append(',').append(number(row.unexplained()))
					.append(',').append(number(row.gradientNorm())).append(',').append(number(row.learningRate()))
					.append(',').append(number(row.validationLoss())).append(',').append(number(row.skill())).append('\n');
		}
		return text.toString();
	}

	/** The rows, oldest first; none if the file does not exist. */
	public static List<Measurement> read(Path runFolder) throws IOException {
		Path file = runFolder.resolve(FILE);
		List<String> lines;
		try {
			lines = Files.readAllLines(file, StandardCharsets.UTF_8);
		} catch (NoSuchFileException e) {
			return List.of();
		}
		List<String> header = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(","));
		if (header.size() < FEWEST_COLUMNS || header.size() > COLUMNS.size()
				|| !header.equals(COLUMNS.subList(0, header.size()))) {
			throw new MalformedFileException(file, "does not begin with the line " + HEADER);
		}
		List<Measurement> rows = new ArrayList<>();
		for (int i = 1; i < lines.size(); i++) {
			String[] fields = lines.get(i).split(",", -1);
			try {
				double[] values = new double[COLUMNS.size()];
				Arrays.fill(values, Double.NaN);
				for (int column = 1; column < header.size(); column++) {
					values[column] = number(fields[column]);
				}
				rows.add(new Measurement(Integer.parseInt(fields[0]), values[1], values[2], values[3], values[4], values[5],
						values[6]));
			} catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
				throw new MalformedFileException(file, "line " + (i + 1) + " is not a row of " + header.size() + " numbers");
			}
		}
		return rows;
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "" : Double.toString(value);
	}

	private static double number(String text) {
		return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
	}
}
