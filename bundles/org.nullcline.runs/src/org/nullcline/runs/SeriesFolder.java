package org.nullcline.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.SeriesFiles;
import org.nullcline.model.StudySeries;

/** The output folder of one execution of a series: a study folder for each member, and the series itself. */
public final class SeriesFolder {

	/** The series as it was executed. */
	public static final String SERIES_FILE = "study." + SeriesFiles.EXTENSION;

	private SeriesFolder() {
	}

	/** Whether a folder looks like the output of a series. */
	public static boolean isSeriesFolder(Path folder) {
		return Files.isRegularFile(folder.resolve(SERIES_FILE));
	}

	/** The study folder of a member. */
	public static Path memberFolder(Path folder, String member) {
		return folder.resolve(SeriesFiles.memberName(member));
	}

	/** The series that was executed in a folder. */
	public static StudySeries read(Path folder) throws IOException {
		try {
			return SeriesFiles.read(folder.resolve(SERIES_FILE));
		} catch (InvalidStudyException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	/**
	 * Checks whether a series can be executed in a folder, without changing anything. Its members have checks of their own.
	 *
	 * @throws InvalidStudyException if the folder holds something else, or an executed series that is not to be resumed
	 */
	public static void requireUsable(Path folder, StudySeries series, boolean resume) throws InvalidStudyException, IOException {
		if (Files.exists(folder) && !Files.isDirectory(folder)) {
			throw new InvalidStudyException(List.of(folder + ": is a file; choose another output folder with --out"));
		}
		if (isSeriesFolder(folder)) {
			if (!resume) {
				throw new InvalidStudyException(List.of(folder + ": already holds an executed series, which is never"
						+ " overwritten; continue it with --resume or choose another folder with --out"));
			}
			if (!SeriesFiles.equal(SeriesFiles.read(folder.resolve(SERIES_FILE)), series)) {
				throw new InvalidStudyException(List.of(folder.resolve(SERIES_FILE)
						+ ": differs from the series to be resumed; choose another folder with --out"));
			}
		} else if (Files.isDirectory(folder)) {
			try (Stream<Path> content = Files.list(folder)) {
				Optional<Path> other = content.filter(file -> !file.getFileName().toString().endsWith(AtomicFiles.TEMPORARY))
						.findFirst();
				if (other.isPresent()) {
					throw new InvalidStudyException(List.of(folder + ": is not empty and holds no series ("
							+ other.get().getFileName() + "); choose an empty or new folder with --out"));
				}
			}
		}
	}

	/** Makes a usable folder the folder of a series. */
	public static void prepare(Path folder, StudySeries series) throws IOException {
		if (!isSeriesFolder(folder)) {
			AtomicFiles.write(folder.resolve(SERIES_FILE), SeriesFiles.write(series));
		}
	}
}
