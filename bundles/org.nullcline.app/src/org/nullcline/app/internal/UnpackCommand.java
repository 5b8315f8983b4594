package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.nullcline.runs.Json;
import org.nullcline.runs.archive.StudyArchive;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unpack}: takes studies with their runs out of an archive. */
@CommandLine.Command(name = "unpack", description = "Take studies and their output folders out of an archive; nothing is overwritten.")
final class UnpackCommand extends Command {

	@Parameters(paramLabel = "FILE.zip", description = "The archive.")
	Path archive;

	@Option(names = "--out", paramLabel = "DIR", description = "Studies are put into this folder, output folders into its folder runs; without it the current folder.")
	Path out = Path.of("");

	@Option(names = "--json", description = "Print as JSON.")
	boolean json;

	@Override
	public Integer call() throws IOException, UsageException {
		Path folder = out.toAbsolutePath().normalize();
		if (Files.exists(folder) && !Files.isDirectory(folder)) {
			throw new UsageException(out + ": is a file; name a folder");
		}
		NullProgressMonitor monitor = new NullProgressMonitor();
		StudyArchive.Imported imported;
		try (InterruptSignal signal = new InterruptSignal(() -> monitor.setCanceled(true))) {
			imported = StudyArchive.extract(archive, folder, monitor);
		}
		List<String> executions = imported.executions().stream().map(Path::toString).toList();
		List<String> studies = imported.studies().stream().map(Path::toString).toList();
		if (json) {
			terminal.result(Json.pretty(Map.of("executions", executions, "studies", studies)).stripTrailing());
		} else {
			studies.forEach(terminal::result);
			executions.forEach(terminal::result);
		}
		return ExitCode.DONE;
	}
}
