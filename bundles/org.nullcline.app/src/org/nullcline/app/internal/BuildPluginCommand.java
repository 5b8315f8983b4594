package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.nullcline.development.compile.PluginBuild;
import org.nullcline.development.compile.PluginSources;
import org.nullcline.development.compile.SourceProblem;
import org.nullcline.plugins.InstallationException;
import org.nullcline.plugins.PluginInstaller;
import org.nullcline.runs.AtomicFiles;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code build-plugin --without-maven}: compiles and packs a plug-in project with the compiler that Nullcline brings. With Maven, the start
 * script builds by itself.
 */
@CommandLine.Command(name = "build-plugin", description = "Build a plug-in project: with Maven, which also runs its tests, or with what Nullcline brings.")
final class BuildPluginCommand extends Command {

	@Parameters(paramLabel = "DIR", description = "The plug-in project.")
	Path folder;

	@Option(names = "--without-maven", description = "Compile and pack with what Nullcline brings, without tests. Needs nothing from the network.")
	boolean withoutMaven;

	@Override
	public Integer call() throws UsageException, InstallationException, IOException {
		if (!PluginSources.isProject(folder)) {
			throw new UsageException(folder + ": is no plug-in project, because there is no " + PluginSources.MANIFEST + " in it");
		}
		PluginBuild build = PluginBuild.of(new PluginSources(folder.toRealPath()), new NullProgressMonitor());
		build.problems().stream().filter(problem -> !problem.error()).map(SourceProblem::toString).forEach(terminal::message);
		build.problems().stream().filter(SourceProblem::error).map(SourceProblem::toString).forEach(terminal::error);
		if (build.jar().isEmpty()) {
			return ExitCode.USAGE;
		}
		Path jar = folder.resolve("target").resolve(build.id() + "_" + build.version() + ".jar");
		AtomicFiles.write(jar, out -> out.write(build.jar().get()));
		PluginInstaller.inspect(jar);
		terminal.result(jar.toString());
		terminal.message("Install it with: nullcline install " + jar);
		return ExitCode.DONE;
	}
}
