package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.runs.Json;
import org.nullcline.runs.archive.ArchiveWriter;
import org.nullcline.runs.index.ExecutionFolders;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pack}: puts studies with their runs into one file. */
@CommandLine.Command(name = "pack", description = "Put output folders of studies, and study files, into one archive.", footer = { "",
		"Take it apart with nullcline unpack, or in the window with Import > Study with Its Runs." })
final class PackCommand extends Command {

	@Parameters(paramLabel = "DIR|STUDY", arity = "1..*", description = "Output folders of studies, folders of such, and study files.")
	List<Path> sources;

	@Option(names = "--out", required = true, paramLabel = "FILE.zip", description = "The archive to write.")
	Path out;

	@Option(names = "--force", description = "Overwrite FILE.zip if it exists.")
	boolean force;

	@Option(names = "--json", description = "Print as JSON.")
	boolean json;

	@Override
	public Integer call() throws IOException, UsageException {
		OutputFile.requireFree(out, force);
		Set<Path> executions = new LinkedHashSet<>();
		Set<Path> studies = new LinkedHashSet<>();
		for (Path source : sources) {
			if (Files.isDirectory(source)) {
				List<Path> found = ExecutionFolders.below(source);
				if (found.isEmpty()) {
					throw new UsageException(source + ": there is no executed study in or below this folder");
				}
				executions.addAll(found);
			} else if (Files.isRegularFile(source) && source.getFileName().toString().endsWith("." + StudyFiles.EXTENSION)) {
				studies.add(source.toAbsolutePath().normalize());
			} else {
				throw new UsageException(source + ": is neither a folder nor a study file (." + StudyFiles.EXTENSION + ")");
			}
		}
		NullProgressMonitor monitor = new NullProgressMonitor();
		try (InterruptSignal signal = new InterruptSignal(() -> monitor.setCanceled(true))) {
			ArchiveWriter.write(out, executions, studies, monitor);
		}
		String file = out.toAbsolutePath().normalize().toString();
		terminal.result(json ? Json.pretty(Map.of("archive", file, "executions", executions.size(), "studies", studies.size()))
				.stripTrailing() : file);
		return ExitCode.DONE;
	}
}
