package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.development.template.PluginKind;
import org.nullcline.development.template.PluginProject;
import org.nullcline.development.template.PluginProjectFolder;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new-plugin}: writes a plug-in project to start from. */
@CommandLine.Command(name = "new-plugin", description = "Write a plug-in project: a working example with tests, a study, and a script that builds it.")
final class NewPluginCommand extends Command {

	@Parameters(paramLabel = "DIR", description = "The folder to make.")
	Path folder;

	@Option(names = "--kind", required = true, split = ",", paramLabel = "K", description = "What the plug-in adds: task, architecture or analysis, or several of them separated by commas.")
	List<String> kinds;

	@Option(names = "--name", paramLabel = "ID", description = "Identifier of the plug-in, for example org.mylab.delayed-recall; org.example and the folder's name without it.")
	String name;

	@Option(names = "--vendor", paramLabel = "WHO", description = "Who makes it, for example a laboratory.")
	String vendor = "Example";

	@Override
	public Integer call() throws UsageException, IOException {
		PluginProject project;
		try {
			Path last = folder.toAbsolutePath().normalize().getFileName();
			project = new PluginProject(name != null ? name : PluginProject.identifier(last == null ? "" : last.toString()), chosen(), vendor);
		} catch (IllegalArgumentException e) {
			throw new UsageException((name == null ? folder + ": " : "--name: ") + e.getMessage());
		}
		requireFreeIdentifiers(project);
		String script = System.getProperty("nullcline.script");
		PluginProjectFolder.write(project, folder, script == null ? null : Path.of(script));
		terminal.result(folder.toString());
		terminal.message("Plug-in " + project.id() + ". Build it with " + folder.resolve("build") + "; its README says how to go on.");
		return ExitCode.DONE;
	}

	private Set<PluginKind> chosen() throws UsageException {
		Set<PluginKind> chosen = EnumSet.noneOf(PluginKind.class);
		for (String kind : kinds) {
			chosen.add(PluginKind.find(kind).orElseThrow(() -> new UsageException("--kind " + kind + ": there are "
					+ Arrays.stream(PluginKind.values()).map(PluginKind::id).collect(Collectors.joining(", ")))));
		}
		return chosen;
	}

	private static void requireFreeIdentifiers(PluginProject project) throws UsageException {
		ContributionRegistry registry = ContributionRegistry.read();
		for (PluginKind kind : project.kinds()) {
			String id = project.contributionId(kind);
			Optional<Contribution> taken = registry.find(kind.contribution(), id).filter(other -> !other.plugin().equals(project.id()));
			if (taken.isPresent()) {
				throw new UsageException("there is a " + kind.id() + " '" + id + "' already, of plug-in " + taken.get().plugin()
						+ "; let --name end with another word");
			}
		}
	}
}
