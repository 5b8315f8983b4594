package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.nullcline.report.StudyReport;
import org.nullcline.runs.Json;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: writes the report of an executed study again. */
@CommandLine.Command(name = "report", description = "Write report.html into the output folder of a study.")
final class ReportCommand extends Command {

	@Parameters(paramLabel = "DIR", description = "The output folder of a study.")
	Path folder;

	@Option(names = "--json", description = "Print as JSON.")
	boolean json;

	@Override
	public Integer call() throws IOException {
		StudyReport.write(folder);
		Path report = folder.resolve("report.html").toAbsolutePath().normalize();
		terminal.result(json ? Json.pretty(java.util.Map.of("report", report.toString())).stripTrailing() : report.toString());
		return ExitCode.DONE;
	}
}
