package org.nullcline.development.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.development.internal.CompilerCall;
import org.nullcline.development.internal.PluginJar;

/**
 * A plug-in project, compiled against the running Nullcline and packed.
 *
 * @param id       symbolic name of the plug-in
 * @param version  its version; the word {@code qualifier} in it is replaced
 * @param jar      the plug-in; nothing if there are errors
 * @param problems errors and warnings, in the order of the files
 */
public record PluginBuild(String id, String version, Optional<byte[]> jar, List<SourceProblem> problems) {

	public PluginBuild {
		problems = List.copyOf(problems);
	}

	/**
	 * Builds in memory. Nothing in the project's folder changes.
	 *
	 * @throws IOException naming the file, if the project cannot be read
	 */
	public static PluginBuild of(PluginSources sources, IProgressMonitor monitor) throws IOException {
		SubMonitor progress = SubMonitor.convert(monitor, "Building " + sources.folder().getFileName(), 10);
		Path classes = Files.createTempDirectory("nullcline-classes");
		try {
			List<SourceProblem> problems = new ArrayList<>(CompilerCall.compile(sources, classes, progress.split(8)));
			if (problems.stream().anyMatch(SourceProblem::error)) {
				return new PluginBuild(sources.id(), "", Optional.empty(), problems);
			}
			PluginJar jar = PluginJar.of(sources, classes);
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			jar.write(bytes);
			progress.split(2);
			return new PluginBuild(sources.id(), jar.version(), Optional.of(bytes.toByteArray()), problems);
		} finally {
			delete(classes);
		}
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}
