package org.nullcline.runs.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.nullcline.model.RunState;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.Metrics;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.RunReference;
import org.nullcline.runs.StudyFolder;
import org.nullcline.runs.internal.index.ResultValues;
import org.nullcline.runs.internal.index.Settings;

/** Reads of run folders what an index keeps: the truth that the index is held against. */
public final class RunReader {

	private final Settings settings = new Settings();

	/** The runs of an execution, by name, without any index. */
	public List<IndexedRun> readAll(Path execution) throws IOException {
		boolean atWork = StudyFolder.isLocked(execution);
		List<IndexedRun> runs = new ArrayList<>();
		for (Path folder : runFolders(execution)) {
			runs.add(read(folder, atWork));
		}
		return runs;
	}

	/** The run folders of an execution, by name. */
	public static List<Path> runFolders(Path execution) throws IOException {
		Path parent = StudyFolder.runFolder(execution, "");
		if (!Files.isDirectory(parent)) {
			return List.of();
		}
		try (Stream<Path> content = Files.list(parent)) {
			return content.filter(Files::isDirectory).sorted().toList();
		}
	}

	/**
	 * Reads a run. One whose record is damaged has failed, and its message says why.
	 *
	 * @param atWork whether an execution is at work in its study folder
	 */
	public IndexedRun read(Path folder, boolean atWork) {
		RunReference reference = new RunReference(folder);
		RunRecord record;
		try {
			record = RunRecord.read(folder);
		} catch (IOException e) {
			return new IndexedRun(reference, "", RunState.FAILED, e.getMessage(), "", 0, 0, 0, 0, RunConfiguration.EMPTY,
					TrainingSummary.NOTHING, Map.of(), "");
		}
		String message = record.message() == null ? "" : record.message();
		RunState state = record.runState();
		if (state == RunState.RUNNING && !atWork) {
			state = RunState.CANCELLED;
			message = "interrupted after step " + record.step() + "; can be resumed";
		}
		TrainingSummary training;
		try {
			List<Measurement> rows = Metrics.read(folder);
			training = rows.isEmpty() ? unmeasured(record) : TrainingSummary.of(rows, record.seconds());
		} catch (IOException e) {
			training = unmeasured(record);
			message = message.isEmpty() ? e.getMessage() : message + "; " + e.getMessage();
		}
		return new IndexedRun(reference, text(record.study()), state, message, record.architecture().id(), record.units(),
				record.seed(), record.step(), record.steps(), settings.of(record), training, ResultValues.read(folder),
				text(record.ended()));
	}

	/** The record knows the last fraction unexplained even where the metrics are lost. */
	private static TrainingSummary unmeasured(RunRecord record) {
		return new TrainingSummary(Double.NaN, Double.NaN, record.unexplained(), Double.NaN, -1, record.unexplained(),
				record.seconds());
	}

	private static String text(String text) {
		return text == null ? "" : text;
	}
}
