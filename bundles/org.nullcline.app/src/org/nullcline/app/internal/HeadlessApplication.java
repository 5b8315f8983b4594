package org.nullcline.app.internal;

import org.eclipse.core.runtime.ILog;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

import org.nullcline.core.registry.PluginCalls;

import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of Nullcline. The exit code is the application's result. */
public final class HeadlessApplication implements IApplication {

	@Override
	public Object start(IApplicationContext context) {
		context.applicationRunning();
		String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		Terminal terminal = new Terminal(System.out, System.err);
		try (Impatience watch = Impatience.withThisThread(PluginCalls.patience(), terminal::message)) {
			return execute(terminal, arguments);
		}
	}

	/** Carries out one command and returns the exit code. */
	static int execute(Terminal terminal, String... arguments) {
		CommandLine commandLine = new CommandLine(new NullclineCommand(), new CommandFactory(terminal));
		commandLine.setOut(terminal.outWriter()).setErr(terminal.errWriter());
		commandLine.setExecutionExceptionHandler((exception, command, parsed) -> Failures.report(exception, terminal));
		commandLine.setParameterExceptionHandler((exception, parsed) -> {
			terminal.error(exception instanceof UnmatchedArgumentException unmatched && exception.getCommandLine().getParent() == null
					? unmatched.getUnmatched().get(0) + ": no such command; there are "
							+ String.join(", ", exception.getCommandLine().getSubcommands().keySet())
					: exception.getMessage());
			terminal.error("See: nullcline " + (exception.getCommandLine().getParent() == null ? ""
					: exception.getCommandLine().getCommandName() + " ") + "--help");
			return ExitCode.USAGE;
		});
		try {
			return commandLine.execute(arguments);
		} catch (Error e) {
			// The library lets errors through, and Equinox would answer with a code of its own.
			ILog.of(HeadlessApplication.class).error("Unexpected failure", e);
			terminal.error("Unexpected failure: " + e);
			return ExitCode.FAILED;
		} finally {
			terminal.flush();
		}
	}

	@Override
	public void stop() {
		// A running study is stopped by its signal handler.
	}
}
