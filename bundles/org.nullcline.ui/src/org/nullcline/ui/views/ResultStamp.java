package org.nullcline.ui.views;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.navigator.ExecutionItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;

/**
 * Which results there are and of when: equal as long as nothing was written.
 *
 * @param subject the folder of the run or the result
 * @param results when each result folder was written
 */
record ResultStamp(Path subject, Map<Path, FileTime> results) {

	/** What lies on disk now: the item may have been made before the analyses. */
	static ResultStamp of(ExecutionItem item) throws IOException {
		Map<Path, FileTime> results = new TreeMap<>();
		for (Path folder : item instanceof RunItem ? written(item.folder()) : List.of(item.folder())) {
			Path file = file(folder);
			results.put(folder, Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0));
		}
		return new ResultStamp(item.folder(), results);
	}

	/** The results of a run, without those that are being written. */
	private static List<Path> written(Path run) throws IOException {
		Path results = StudyFolder.resultFolder(run, ""); //$NON-NLS-1$
		if (!Files.isDirectory(results)) {
			return List.of();
		}
		try (Stream<Path> folders = Files.list(results)) {
			return folders.filter(folder -> Files.exists(file(folder))).toList();
		}
	}

	/** The file that is written last, or the one that says why there is no result. */
	private static Path file(Path folder) {
		Path result = folder.resolve(StoredResult.FILE);
		return Files.exists(result) ? result : folder.resolve(StoredResult.FAILURE_FILE);
	}
}
