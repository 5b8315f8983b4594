package org.nullcline.app.internal;

import java.io.IOException;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.nullcline.plugins.InstallationException;
import org.nullcline.plugins.PluginInstaller;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code uninstall}: takes a plug-in of others away. */
@CommandLine.Command(name = "uninstall", description = "Take a plug-in away again, however it was installed.")
final class UninstallCommand extends Command {

	@Parameters(paramLabel = "ID", arity = "1..*", description = "Its identifier, or several; see: nullcline list plugins.")
	List<String> ids;

	@Override
	public Integer call() throws InstallationException, IOException {
		for (String id : ids) {
			terminal.result("Uninstalled " + PluginInstaller.uninstall(id, new NullProgressMonitor()));
		}
		return ExitCode.DONE;
	}
}
