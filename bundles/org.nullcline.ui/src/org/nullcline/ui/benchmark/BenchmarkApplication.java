package org.nullcline.ui.benchmark;

import java.util.Arrays;
import java.util.List;

import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.nullcline.ui.WorkbenchApplication;

/**
 * Opens the window, measures it, prints the figures and closes it. Arguments: {@code --json}, or {@code --warm-up} to
 * open and close the window only. Needs a workspace of its own.
 */
public class BenchmarkApplication extends WorkbenchApplication {

	private List<String> arguments = List.of();

	@Override
	public Object start(IApplicationContext context) {
		if (context.getArguments().get(IApplicationContext.APPLICATION_ARGS) instanceof String[] given) {
			arguments = Arrays.asList(given);
		}
		return super.start(context);
	}

	@Override
	protected WorkbenchAdvisor advisor() {
		return new BenchmarkAdvisor(arguments.contains("--json"), arguments.contains("--warm-up")); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
