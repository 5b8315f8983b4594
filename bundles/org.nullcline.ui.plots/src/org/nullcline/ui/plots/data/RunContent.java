package org.nullcline.ui.plots.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.RunReference;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;

/**
 * What lies in the folder of a run, and in that of its study.
 *
 * @param run        the run
 * @param results    of its analyses, those that were asked by hand first, because they are newer
 * @param population results about all runs of the study
 */
public record RunContent(RunReference run, List<ResultArrays> results, List<ResultArrays> population) {

	private static final String FURTHER = "further-results"; //$NON-NLS-1$

	/** Reads which results there are, not their arrays. A damaged result does not hide the others. */
	public static RunContent read(RunReference run) throws IOException {
		if (!Files.isDirectory(run.folder())) {
			throw new IOException(run.folder() + ": no such folder"); //$NON-NLS-1$
		}
		return new RunContent(run, results(run.folder()), results(run.execution()));
	}

	/** The first result of the run with all these arrays. */
	public Optional<ResultArrays> find(String... arrays) {
		return results.stream().filter(result -> result.has(arrays)).findFirst();
	}

	/** The record of the run; nothing if it cannot be read. */
	public Optional<RunRecord> settings() {
		try {
			return Optional.of(RunRecord.read(run.folder()));
		} catch (IOException e) {
			ILog.of(RunContent.class).warn("The settings of a run cannot be read", e); //$NON-NLS-1$
			return Optional.empty();
		}
	}

	/** The runs of the study, by name. */
	public List<RunReference> siblings() throws IOException {
		return folders(run.folder().getParent()).stream().map(RunReference::new).toList();
	}

	private static List<ResultArrays> results(Path folder) throws IOException {
		List<Path> folders = new ArrayList<>(folders(folder.resolve(FURTHER)).reversed());
		folders.addAll(folders(StudyFolder.resultFolder(folder, ""))); //$NON-NLS-1$
		List<ResultArrays> results = new ArrayList<>();
		for (Path result : folders) {
			try {
				if (Files.exists(result.resolve(StoredResult.FILE))) {
					results.add(new ResultArrays(StoredResult.read(result)));
				}
			} catch (IOException | RuntimeException e) {
				ILog.of(RunContent.class).warn("A result cannot be read", e); //$NON-NLS-1$
			}
		}
		return results;
	}

	private static List<Path> folders(Path parent) throws IOException {
		if (!Files.isDirectory(parent)) {
			return List.of();
		}
		try (Stream<Path> content = Files.list(parent)) {
			return content.filter(Files::isDirectory).sorted().toList();
		}
	}
}
