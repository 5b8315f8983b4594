package org.nullcline.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.nullcline.core.task.ReferenceSolution.Role;

/**
 * {@code reference-losses.csv} of a run: what solutions without a network score under the run's objective, so that a loss can
 * be read.
 *
 * @param levels one for each solution and set of trials
 */
public record ReferenceLosses(List<Level> levels) {

	/** The name of the file in a run folder. */
	public static final String FILE = "reference-losses.csv";

	/** Of a task that names no solutions. */
	public static final ReferenceLosses NONE = new ReferenceLosses(List.of());

	/** A skill up to this far from 0 is that of chance. */
	public static final double PLATEAU = 0.1;

	/** Above this, a loss is lower than that of the ideal by more than its draws explain. */
	public static final double SUSPICIOUS = 1.1;

	private static final String HEADER = "name,role,trials,set,loss,standard_deviation";
	private static final int COLUMNS = 6;

	/** Which trials a level belongs to. Losses of sets of sequences depend on how many they are. */
	public enum TrialSet {
		/** Fresh trials, as many as in a training batch. */
		TRAINING,
		/** The held-out trials. */
		VALIDATION
	}

	/**
	 * The loss of a solution.
	 *
	 * @param name      of the solution
	 * @param trials    how many were compared at once
	 * @param loss      mean over several draws
	 * @param deviation standard deviation over these draws
	 */
	public record Level(String name, Role role, int trials, TrialSet set, double loss, double deviation) {
	}

	public ReferenceLosses {
		levels = List.copyOf(levels);
	}

	/** The level of a role, if the task names a solution of it. */
	public Optional<Level> level(Role role, TrialSet set) {
		return levels.stream().filter(level -> level.role() == role && level.set() == set).findFirst();
	}

	/**
	 * Where a loss stands: (chance - loss) / (chance - ideal), so 0 is chance and 1 the ideal.
	 *
	 * @return NaN if one of the two is not known, or the ideal is no better than chance
	 */
	public double skill(double loss, TrialSet set) {
		double chance = level(Role.CHANCE, set).map(Level::loss).orElse(Double.NaN);
		double ideal = level(Role.IDEAL, set).map(Level::loss).orElse(Double.NaN);
		return chance > ideal ? (chance - loss) / (chance - ideal) : Double.NaN;
	}

	/** What a skill means, in words; empty for NaN. */
	public String standing(double skill) {
		if (Double.isNaN(skill)) {
			return "";
		}
		String number = String.format(Locale.ROOT, "skill %.2f", skill);
		if (skill < -PLATEAU) {
			return "worse than " + name(Role.CHANCE) + " (" + number + ")";
		}
		if (skill <= PLATEAU) {
			return "on the plateau of " + name(Role.CHANCE) + " (" + number + ")";
		}
		if (skill > SUSPICIOUS) {
			return "below the loss of " + name(Role.IDEAL) + ", which asks for a check of its outputs (" + number + ")";
		}
		return number;
	}

	private String name(Role role) {
		return levels.stream().filter(level -> level.role() == role).findFirst().map(Level::name).orElse(role.name());
	}

	/** Writes the file, if there is anything to write. */
	public void write(Path runFolder) throws IOException {
		if (levels.isEmpty()) {
			return;
		}
		StringBuilder text = new StringBuilder(HEADER).append('\n');
		for (Level level : levels) {
			text.append(level.name().replace(',', ' ')).append(',').append(level.role().name().toLowerCase(Locale.ROOT)).append(',')
					.append(level.trials()).append(',').append(level.set().name().toLowerCase(Locale.ROOT)).append(',')
					.append(level.loss()).append(',').append(level.deviation()).append('\n');
		}
		AtomicFiles.write(runFolder.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8));
	}

	/** Reads the file; {@link #NONE} if there is none. */
	public static ReferenceLosses read(Path runFolder) throws IOException {
		Path file = runFolder.resolve(FILE);
		List<String> lines;
		try {
			lines = Files.readAllLines(file, StandardCharsets.UTF_8);
		} catch (NoSuchFileException e) {
			return NONE;
		}
		if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
			throw new MalformedFileException(file, "does not begin with the line " + HEADER);
		}
		List<Level> levels = new ArrayList<>();
		for (int i = 1; i < lines.size(); i++) {
			String[] fields = lines.get(i).split(",", -1);
			try {
				levels.add(new Level(fields[0], Role.valueOf(fields[1].toUpperCase(Locale.ROOT)), Integer.parseInt(fields[2]),
						TrialSet.valueOf(fields[3].toUpperCase(Locale.ROOT)), Double.parseDouble(fields[4]),
						Double.parseDouble(fields[5])));
			} catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
				throw new MalformedFileException(file, "line " + (i + 1) + " is not a row of " + COLUMNS + " fields: " + HEADER);
			}
		}
		return new ReferenceLosses(levels);
	}
}
