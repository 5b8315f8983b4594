package org.nullcline.app.internal;

import java.io.IOException;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.nullcline.plugins.InstallationException;
import org.nullcline.plugins.PluginInstaller;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code uninstall}: takes a plug-in of others away. */
@CommandLine.Command(name = "uninstall", description = "Take a plug-in away again, however it was installed.")
final class UninstallCommand extends Command {

	@Parameters(paramLabel = "ID", description = "Its identifier; see: nullcline list plugins.")
	String id;

	@Override
	public Integer call() throws InstallationException, IOException {
		terminal.result("Uninstalled " + PluginInstaller.uninstall(id, new NullProgressMonitor()));
		return ExitCode.DONE;
	}
}
