package org.nullcline.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.nullcline.runs.AtomicFiles;
import org.nullcline.runs.Json;
import org.nullcline.runs.StudyFolder;

/**
 * Whether a run that was executed again gave the same.
 *
 * @param run        name of the network
 * @param original   where the run lies that was to be reproduced, relative to the new execution
 * @param outcome    of all comparisons together
 * @param tolerance  the largest difference that counts as none, see {@link Comparison}
 * @param comparisons one for each array and number
 * @param changes    what is not as it was when the original was executed: programs, plug-ins, machine
 */
public record ReproductionReport(String run, String original, Outcome outcome, double tolerance,
		List<Comparison> comparisons, List<String> changes) {

	/** What came of it, best first. */
	public enum Outcome {
		/** Every number is the same, bit by bit. */
		BIT_EQUAL("bit-equal"),
		/** No difference is larger than the tolerance. */
		WITHIN_TOLERANCE("within tolerance"),
		/** Something differs by more, or is missing. */
		DIFFERENT("different");

		private final String words;

		Outcome(String words) {
			this.words = words;
		}

		/** For people. */
		public String words() {
			return words;
		}
	}

	/**
	 * Numbers of the original beside those of the new run.
	 *
	 * @param what       for example {@code weights: weight_hh_l0}
	 * @param count      how many numbers
	 * @param outcome    of this comparison
	 * @param difference the largest absolute difference, divided by the largest absolute value of the original; infinite
	 *                   where the two cannot be compared
	 * @param problem    why they cannot, or empty
	 */
	public record Comparison(String what, int count, Outcome outcome, double difference, String problem) {
	}

	public ReproductionReport {
		comparisons = List.copyOf(comparisons);
		changes = List.copyOf(changes);
	}

	static ReproductionReport of(String run, String original, double tolerance, List<Comparison> comparisons,
			List<String> changes) {
		Outcome worst = comparisons.stream().map(Comparison::outcome).max(Enum::compareTo).orElse(Outcome.DIFFERENT);
		return new ReproductionReport(run, original, worst, tolerance, comparisons, changes);
	}

	/** The outcome in one sentence. */
	public String summary() {
		double largest = comparisons.stream().mapToDouble(Comparison::difference).max().orElse(Double.POSITIVE_INFINITY);
		return switch (outcome) {
		case BIT_EQUAL -> run + ": reproduced, bit by bit (" + comparisons.size() + " comparisons)";
		case WITHIN_TOLERANCE -> String.format(Locale.ROOT,
				"%s: reproduced within the tolerance of %.3g; the largest relative difference is %.3g", run, tolerance, largest);
		case DIFFERENT -> String.format(Locale.ROOT, "%s: not reproduced; %d of %d comparisons differ by more than %.3g", run,
				comparisons.stream().filter(each -> each.outcome == Outcome.DIFFERENT).count(), comparisons.size(), tolerance);
		};
	}

	/** Writes the report into the folder of the new execution. */
	void write(Path execution) throws IOException {
		AtomicFiles.write(execution.resolve(StudyFolder.REPRODUCTION_FILE), Json.pretty(this).getBytes(StandardCharsets.UTF_8));
	}

	/** Reads the report of an execution that reproduced a run. */
	public static ReproductionReport read(Path execution) throws IOException {
		return Json.read(execution.resolve(StudyFolder.REPRODUCTION_FILE), ReproductionReport.class);
	}
}
