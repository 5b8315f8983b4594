package org.nullcline.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code metrics.csv} of a run: one row per measurement, numbers in full precision, an empty field for NaN. */
public final class Metrics {

	/** The name of the file in a run folder. */
	public static final String FILE = "metrics.csv";

	/** Of files from before there was a validation loss. */
	private static final String FIRST_HEADER = "step,loss,fraction_variance_unexplained,gradient_norm,learning_rate";

	private static final String HEADER = FIRST_HEADER + ",validation_loss";

	private Metrics() {
	}

	public static void write(Path runFolder, List<Measurement> rows) throws IOException {
		StringBuilder text = new StringBuilder(HEADER).append('\n');
		for (Measurement row : rows) {
			text.append(row.step()).append(',').append(number(row.loss())).append(',').append(number(row.unexplained()))
					.append(',').append(number(row.gradientNorm())).append(',').append(number(row.learningRate()))
					.append(',').append(number(row.validationLoss())).append('\n');
		}
		AtomicFiles.write(runFolder.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8));
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
		boolean first = !lines.isEmpty() && lines.get(0).equals(FIRST_HEADER);
		if (lines.isEmpty() || !first && !lines.get(0).equals(HEADER)) {
			throw new MalformedFileException(file, "does not begin with the line " + HEADER);
		}
		List<Measurement> rows = new ArrayList<>();
		for (int i = 1; i < lines.size(); i++) {
			String[] fields = lines.get(i).split(",", -1);
			try {
				rows.add(new Measurement(Integer.parseInt(fields[0]), number(fields[1]), number(fields[2]),
						number(fields[3]), number(fields[4]), first ? Double.NaN : number(fields[5])));
			} catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
				throw new MalformedFileException(file, "line " + (i + 1) + " is not a row of " + (first ? "five" : "six") + " numbers");
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
