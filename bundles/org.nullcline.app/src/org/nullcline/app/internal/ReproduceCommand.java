package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.nullcline.comparison.Reproduction;
import org.nullcline.comparison.ReproductionReport;
import org.nullcline.comparison.ReproductionReport.Comparison;
import org.nullcline.comparison.ReproductionReport.Outcome;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.runs.Json;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reproduce}: executes a run again and compares. */
@CommandLine.Command(name = "reproduce", description = "Execute one run again, from its folder, and compare every number.", footer = { "",
		"Exit code 0 if the run was reproduced, 3 if not." })
final class ReproduceCommand extends Command {

	@Parameters(paramLabel = "RUN", description = "The folder of a run: runs/STUDY-1/runs/NETWORK.")
	Path run;

	@Option(names = "--out", paramLabel = "DIR", description = "Where the new execution is written; without it the next free EXECUTION-reproduced-N beside the old one.")
	Path out;

	@Option(names = "--tolerance", paramLabel = "T", description = "Largest difference that counts as none, as a fraction of the largest absolute value of an array; 0 asks for bit-equality.")
	double tolerance;

	@Option(names = "--json", description = "Print as JSON.")
	boolean json;

	@Override
	public Integer call() throws InvalidStudyException, IOException, UsageException {
		if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
			throw new UsageException("--tolerance " + tolerance + ": a number, 0 or more, is needed");
		}
		Reproduction reproduction = Reproduction.of(run);
		Path folder = out != null ? out : reproduction.freeFolder();
		terminal.message("Executing " + reproduction.network() + " again, into " + folder);
		RunProgress progress = new RunProgress(terminal, 1, reproduction.steps());
		ReproductionReport report;
		try (InterruptSignal signal = new InterruptSignal(() -> progress.setCanceled(true))) {
			report = reproduction.execute(folder, tolerance, progress, progress);
		}
		if (json) {
			terminal.result(Json.pretty(describe(report, folder)).stripTrailing());
		} else {
			terminal.result(report.summary());
			report.comparisons().stream().filter(each -> each.outcome() != Outcome.BIT_EQUAL).map(ReproduceCommand::words)
					.forEach(terminal::result);
			report.changes().forEach(change -> terminal.result("  changed since: " + change));
		}
		return report.outcome() == Outcome.DIFFERENT ? ExitCode.FAILED : ExitCode.DONE;
	}

	private static String words(Comparison comparison) {
		return "  " + comparison.what() + ": " + comparison.outcome().words() + ", " + (comparison.problem().isEmpty()
				? String.format(Locale.ROOT, "relative difference %.3g", comparison.difference()) : comparison.problem());
	}

	private static Map<String, Object> describe(ReproductionReport report, Path folder) {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("folder", folder.toAbsolutePath().normalize().toString());
		content.put("run", report.run());
		content.put("outcome", report.outcome().words());
		content.put("tolerance", report.tolerance());
		content.put("comparisons", report.comparisons().stream().map(each -> {
			Map<String, Object> comparison = new LinkedHashMap<>();
			comparison.put("what", each.what());
			comparison.put("numbers", each.count());
			comparison.put("outcome", each.outcome().words());
			comparison.put("relativeDifference", each.difference());
			comparison.put("problem", each.problem());
			return comparison;
		}).toList());
		content.put("changes", report.changes());
		return content;
	}
}
