package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code guide}: the help pages, for machines without a window. */
@CommandLine.Command(name = "guide", description = "Write the user guide and the developer guide, and those of installed plug-ins, as HTML pages.")
final class GuideCommand extends Command {

	@Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder to write; nullcline-guide without it.")
	Path folder = Path.of("nullcline-guide");

	@Option(names = "--force", description = "Write into DIR although it is not empty.")
	boolean force;

	@Override
	public Integer call() throws UsageException, IOException {
		if (Files.exists(folder) && !Files.isDirectory(folder)) {
			throw new UsageException(folder + ": is a file; name a folder");
		}
		if (!force && Files.isDirectory(folder)) {
			try (Stream<Path> content = Files.list(folder)) {
				if (content.findAny().isPresent()) {
					throw new UsageException(folder + ": is not empty; name another folder, or say --force");
				}
			}
		}
		terminal.result(GuidePages.write(folder).toString());
		return ExitCode.DONE;
	}
}
