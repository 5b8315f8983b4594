package org.nullcline.runs.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.nullcline.runs.StudyFolder;

/** Finds the output folders of studies. */
public final class ExecutionFolders {

	/** A project holds {@code runs/EXECUTION} or {@code runs/SERIES/MEMBER}. */
	private static final int DEPTH = 4;

	private ExecutionFolders() {
	}

	/**
	 * The executions at or below a folder, by name; nothing is looked for inside of an execution.
	 *
	 * @param root an output folder, a folder of such, or a project
	 */
	public static List<Path> below(Path root) throws IOException {
		List<Path> found = new ArrayList<>();
		find(root.toAbsolutePath().normalize(), DEPTH, found);
		return found;
	}

	/** Unlike a study that somebody keeps in a file of that name, an executed one has its provenance beside it. */
	private static boolean isExecution(Path folder) {
		return StudyFolder.isStudyFolder(folder) && Files.exists(folder.resolve(StudyFolder.PROVENANCE_FILE));
	}

	private static void find(Path folder, int depth, List<Path> found) throws IOException {
		if (isExecution(folder)) {
			found.add(folder);
			return;
		}
		if (depth == 0 || !Files.isDirectory(folder)) {
			return;
		}
		List<Path> children;
		try (Stream<Path> content = Files.list(folder)) {
			children = content.filter(child -> !child.getFileName().toString().startsWith(".") && Files.isDirectory(child))
					.sorted().toList();
		}
		for (Path child : children) {
			find(child, depth - 1, found);
		}
	}
}
