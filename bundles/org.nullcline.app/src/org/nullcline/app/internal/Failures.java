package org.nullcline.app.internal;

import java.io.IOException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.OperationCanceledException;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.ParameterValueException;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.plugins.InstallationException;

/** Says what went wrong, in one line where possible, and chooses the exit code. */
final class Failures {

	private Failures() {
	}

	static int report(Exception exception, Terminal terminal) {
		switch (exception) {
		case InvalidStudyException invalid -> {
			invalid.problems().forEach(terminal::error);
			return ExitCode.USAGE;
		}
		case OperationCanceledException cancelled -> {
			terminal.error("Cancelled.");
			return ExitCode.CANCELLED;
		}
		case UsageException usage -> {
			terminal.error(usage.getMessage());
			return ExitCode.USAGE;
		}
		case InstallationException refused -> {
			refused.problems().forEach(terminal::error);
			return ExitCode.USAGE;
		}
		case IOException unusable -> {
			terminal.error(unusable.getMessage());
			return ExitCode.USAGE;
		}
		case ParameterValueException wrong -> {
			terminal.error(wrong.getMessage());
			return ExitCode.USAGE;
		}
		case AnalysisException failed -> {
			terminal.error(failed.getMessage());
			return ExitCode.FAILED;
		}
		case ContributionException failed -> {
			terminal.error(failed.getMessage());
			return ExitCode.FAILED;
		}
		default -> {
			ILog.of(Failures.class).error("Unexpected failure", exception);
			terminal.error("Unexpected failure: " + exception);
			return ExitCode.FAILED;
		}
		}
	}
}
