package org.nullcline.app.internal;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@CommandLine.Command(name = "nullcline", description = "Trains populations of recurrent networks and takes them apart.", subcommands = {
		ListCommand.class, NewCommand.class, ValidateCommand.class, RunCommand.class, AnalyzeCommand.class,
		ReportCommand.class, RunsCommand.class, ReproduceCommand.class, PackCommand.class, UnpackCommand.class, ImportCommand.class, ExportCommand.class, RolloutCommand.class,
		SimilarityCommand.class, PreviewCommand.class, BenchCommand.class, NewPluginCommand.class, BuildPluginCommand.class,
		InstallCommand.class, UninstallCommand.class, GuideCommand.class }, footer = { "",
				"Exit codes: 0 done, 2 bad usage or invalid study, 3 a run failed, 130 cancelled." })
final class NullclineCommand implements Runnable {

	@Spec
	CommandSpec spec;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	boolean help;

	@Override
	public void run() {
		spec.commandLine().usage(spec.commandLine().getOut());
	}
}
