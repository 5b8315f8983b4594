package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.nullcline.report.SeriesReport;
import org.nullcline.report.StudyReport;
import org.nullcline.runs.Json;
import org.nullcline.runs.SeriesFolder;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: writes the report of an executed study again. */
@CommandLine.Command(name = "report", description = "Write report.html into the output folder of a study or a series.")
final class ReportCommand extends Command {

	@Parameters(paramLabel = "DIR", description = "The output folder of a study or a series.")
	Path folder;

	@Option(names = "--json", description = "Print as JSON.")
	boolean json;

	@Override
	public Integer call() throws IOException {
		Path report = (SeriesFolder.isSeriesFolder(folder) ? SeriesReport.write(folder) : StudyReport.write(folder))
				.toAbsolutePath().normalize();
		terminal.result(json ? Json.pretty(java.util.Map.of("report", report.toString())).stripTrailing() : report.toString());
		return ExitCode.DONE;
	}
}
