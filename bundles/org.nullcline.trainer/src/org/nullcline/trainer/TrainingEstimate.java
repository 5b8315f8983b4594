package org.nullcline.trainer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.trainer.internal.StepCalibration;

/**
 * How long the training of a study takes on this machine, and what it leaves on the disk.
 *
 * @param cells one for each architecture and size of the grid
 */
public record TrainingEstimate(List<Cell> cells) {

	/** How estimates are made, for people. */
	public static final String METHOD = "Estimated from some weight updates and validations of a network of each architecture"
			+ " and size, measured now with nothing beside them; networks at once are taken to share the processors without loss."
			+ " Early stops and analyses are not counted; on the disk are weights, checkpoints and metrics, without results.";

	/**
	 * Networks that cost the same.
	 *
	 * @param architecture         as in the names of the networks
	 * @param units                number of hidden units
	 * @param networks             how many there are
	 * @param secondsPerStep       of one weight update
	 * @param secondsPerValidation of the held-out trials
	 * @param seconds              training of one of these networks
	 * @param bytes                that one of these networks leaves
	 */
	public record Cell(String architecture, int units, int networks, double secondsPerStep, double secondsPerValidation,
			double seconds, long bytes) {
	}

	public TrainingEstimate {
		cells = List.copyOf(cells);
	}

	/**
	 * Measures a few weight updates of every architecture and size; takes some seconds for the first and about a second for each other.
	 *
	 * @throws ContributionException if a plug-in fails
	 */
	public static TrainingEstimate measure(StudyPlan plan) throws ContributionException {
		return new TrainingEstimate(StepCalibration.measure(plan));
	}

	/** Several studies in turn. */
	public static TrainingEstimate together(List<TrainingEstimate> estimates) {
		List<Cell> all = new ArrayList<>();
		estimates.forEach(estimate -> all.addAll(estimate.cells));
		return new TrainingEstimate(all);
	}

	/** The time of all networks, one after the other. */
	public double secondsOneByOne() {
		return cells.stream().mapToDouble(cell -> cell.networks() * cell.seconds()).sum();
	}

	/** The time with so many networks at once, on as many processors; never below that of the slowest network. */
	public double seconds(int jobs) {
		int atOnce = Math.min(jobs, Runtime.getRuntime().availableProcessors());
		return Math.max(secondsOneByOne() / atOnce, cells.stream().mapToDouble(Cell::seconds).max().orElse(0));
	}

	/** What all networks leave on the disk. */
	public long bytes() {
		return cells.stream().mapToLong(cell -> cell.networks() * cell.bytes()).sum();
	}

	/** In words: "about 12 min with 2 networks at once; 35 MB on the disk". */
	public String text(int jobs) {
		return "about " + duration(seconds(jobs)) + " of training with " + jobs + " at once, " + duration(secondsOneByOne())
				+ " one by one; " + size(bytes()) + " on the disk";
	}

	/** For programs. */
	public Map<String, Object> describe(int jobs) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("jobs", jobs);
		description.put("seconds", seconds(jobs));
		description.put("secondsOneByOne", secondsOneByOne());
		description.put("bytes", bytes());
		description.put("cells", cells);
		return description;
	}

	private static String duration(double seconds) {
		if (seconds < 90) {
			return String.format(Locale.ROOT, "%.0f s", seconds);
		}
		if (seconds < 5400) {
			return String.format(Locale.ROOT, "%.0f min", seconds / 60);
		}
		return seconds < 48 * 3600 ? String.format(Locale.ROOT, "%.1f h", seconds / 3600)
				: String.format(Locale.ROOT, "%.1f days", seconds / 86_400);
	}

	private static String size(long bytes) {
		return bytes < 1_000_000_000 ? String.format(Locale.ROOT, "%.1f MB", bytes * 1e-6)
				: String.format(Locale.ROOT, "%.1f GB", bytes * 1e-9);
	}
}
