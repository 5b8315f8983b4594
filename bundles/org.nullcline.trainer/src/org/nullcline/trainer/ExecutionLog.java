package org.nullcline.trainer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.model.RunState;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.ReferenceLosses;

/**
 * Writes what happens during an execution into a file of its folder, and passes it on. Lines are appended, so that the
 * file tells the whole history of an execution that was interrupted and resumed. An execution does not end because its log
 * cannot be written.
 */
public final class ExecutionLog implements ExecutionListener, AutoCloseable {

	/** The name of the file in the folder of an execution. */
	public static final String FILE = "execution.log";

	private static final String SEPARATOR = "\t";

	private final ExecutionListener next;
	private BufferedWriter writer;

	/**
	 * One line.
	 *
	 * @param time    or null, of a line that somebody else wrote
	 * @param subject a network, "population", or empty for the execution as a whole
	 * @param text    what happened
	 */
	public record Entry(Instant time, String subject, String text) {
	}

	/**
	 * Begins or continues the log of an execution.
	 *
	 * @param next is told everything, too
	 */
	ExecutionLog(Path folder, ExecutionListener next) {
		this.next = next;
		try {
			writer = Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8, StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
		} catch (IOException e) {
			giveUp(e);
		}
	}

	/** The log of an execution, oldest first; empty if there is none. */
	public static List<Entry> read(Path folder) throws IOException {
		List<Entry> entries = new ArrayList<>();
		List<String> lines;
		try {
			lines = Files.readAllLines(folder.resolve(FILE), StandardCharsets.UTF_8);
		} catch (NoSuchFileException e) {
			return entries;
		}
		for (String line : lines) {
			String[] parts = line.split(SEPARATOR, 3);
			try {
				entries.add(parts.length == 3 ? new Entry(Instant.parse(parts[0]), parts[1], parts[2]) : new Entry(null, "", line));
			} catch (DateTimeParseException e) {
				entries.add(new Entry(null, "", line));
			}
		}
		return entries;
	}

	/** Notes something about the execution as a whole. */
	void note(String text) {
		write("", text);
	}

	@Override
	public void networkStarted(NetworkPlan network, int step) {
		write(network.name(), step == 0 ? "training begins" : "training goes on after step " + step);
		next.networkStarted(network, step);
	}

	@Override
	public void compared(NetworkPlan network, ReferenceLosses references) {
		next.compared(network, references);
	}

	@Override
	public void measured(NetworkPlan network, Measurement measurement) {
		next.measured(network, measurement);
	}

	@Override
	public void networkEnded(NetworkPlan network, RunState state, double unexplained, String message) {
		write(network.name(), state.getLiteral()
				+ (Double.isNaN(unexplained) ? "" : String.format(Locale.ROOT, ", fraction of variance unexplained %.3g", unexplained))
				+ (message == null || message.isEmpty() ? "" : ": " + message));
		next.networkEnded(network, state, unexplained, message);
	}

	@Override
	public void analysisStarted(String analysis, String subject) {
		write(subject, "analysis " + analysis + " begins");
		next.analysisStarted(analysis, subject);
	}

	@Override
	public void analysisEnded(String analysis, String subject, String problem) {
		write(subject, "analysis " + analysis + (problem == null || problem.isEmpty() ? " is done" : " failed: " + problem));
		next.analysisEnded(analysis, subject, problem);
	}

	@Override
	public void warned(String message) {
		write("", "warning: " + message);
		next.warned(message);
	}

	@Override
	public synchronized void close() {
		try {
			if (writer != null) {
				writer.close();
			}
		} catch (IOException e) {
			giveUp(e);
		}
		writer = null;
	}

	private synchronized void write(String subject, String text) {
		if (writer == null) {
			return;
		}
		try {
			writer.write(Instant.now().truncatedTo(ChronoUnit.SECONDS) + SEPARATOR + subject + SEPARATOR
					+ text.replaceAll("[\\r\\n\\t]+", " ") + "\n");
			// Whoever reads the log while the study runs, or after a crash, finds whole lines.
			writer.flush();
		} catch (IOException e) {
			giveUp(e);
		}
	}

	private void giveUp(IOException cause) {
		writer = null;
		next.warned(FILE + ": cannot be written: " + cause.getMessage());
	}
}
