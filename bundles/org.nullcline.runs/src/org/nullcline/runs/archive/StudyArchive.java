package org.nullcline.runs.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.runs.Folders;

/** Takes studies and executions out of archives: all of them, or nothing. */
public final class StudyArchive {

	/** Where a project keeps its executions. */
	private static final String RUNS = "runs";
	private static final Pattern NUMBERED = Pattern.compile("(.*)-(\\d{1,9})");

	private StudyArchive() {
	}

	/**
	 * What was imported.
	 *
	 * @param executions where they lie now
	 * @param studies    where the files lie now; one that was there already with the same content counts
	 */
	public record Imported(List<Path> executions, List<Path> studies) {
	}

	/**
	 * What an archive holds, as far as can be told without reading all of it.
	 *
	 * @throws org.nullcline.runs.MalformedFileException if the file is no archive, or one whose names or list are wrong
	 */
	public static ArchiveContents inspect(Path archive) throws IOException {
		try (ArchiveReader reader = new ArchiveReader(archive)) {
			return reader.contents();
		}
	}

	/**
	 * Imports an archive. Executions are never overwritten: one whose name is taken gets the next free number, and so does a
	 * study file with another content.
	 *
	 * @param folder a project, or any other folder; study files are put into it, executions into its folder {@code runs}
	 * @throws org.nullcline.runs.MalformedFileException           if the archive is damaged or not to be trusted
	 * @throws IOException                                         if something cannot be written
	 * @throws org.eclipse.core.runtime.OperationCanceledException if the user has cancelled
	 */
	public static Imported extract(Path archive, Path folder, IProgressMonitor monitor) throws IOException {
		try (ArchiveReader reader = new ArchiveReader(archive)) {
			Path target = folder.toAbsolutePath().normalize();
			Files.createDirectories(target);
			requireSpace(archive, target, reader.contents().size());
			Path staging = Files.createTempDirectory(target, ".import-");
			try {
				SubMonitor progress = SubMonitor.convert(monitor, 100);
				reader.extract(staging, progress.split(100));
				return moveAll(reader.contents(), staging, target);
			} finally {
				Folders.delete(staging);
			}
		}
	}

	private static void requireSpace(Path archive, Path target, long size) throws IOException {
		long free = Files.getFileStore(target).getUsableSpace();
		if (size > free) {
			throw new IOException(archive + ": needs " + (size >> 20) + " MB, but " + target + " has " + (free >> 20)
					+ " MB left; free some space or choose another folder");
		}
	}

	/** Everything has been checked and is only renamed; what was moved before something goes wrong is taken back. */
	private static Imported moveAll(ArchiveContents contents, Path staging, Path target) throws IOException {
		Map<Path, Path> moved = new LinkedHashMap<>();
		List<Path> executions = new ArrayList<>();
		List<Path> studies = new ArrayList<>();
		try {
			Files.createDirectories(target.resolve(RUNS));
			for (String execution : contents.executions()) {
				Path free = free(target.resolve(RUNS), execution, "");
				move(staging.resolve(ArchiveContents.RUNS + execution), free, moved);
				executions.add(free);
			}
			for (String study : contents.studies()) {
				Path from = staging.resolve(ArchiveContents.STUDIES + study);
				Path same = target.resolve(study);
				if (Files.isRegularFile(same) && Files.mismatch(from, same) < 0) {
					studies.add(same);
					continue;
				}
				String ending = "." + StudyFiles.EXTENSION;
				Path free = free(target, study.substring(0, study.length() - ending.length()), ending);
				move(from, free, moved);
				studies.add(free);
			}
		} catch (IOException e) {
			for (Map.Entry<Path, Path> move : moved.entrySet()) {
				Files.move(move.getValue(), move.getKey());
			}
			throw e;
		}
		return new Imported(executions, studies);
	}

	private static void move(Path from, Path to, Map<Path, Path> moved) throws IOException {
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		moved.put(from, to);
	}

	/** A name that nobody has: flip-flop-1, else flip-flop-2. */
	private static Path free(Path folder, String name, String ending) {
		Path path = folder.resolve(name + ending);
		Matcher numbered = NUMBERED.matcher(name);
		String base = numbered.matches() ? numbered.group(1) : name;
		for (int n = 2; Files.exists(path); n++) {
			path = folder.resolve(base + "-" + n + ending);
		}
		return path;
	}
}
