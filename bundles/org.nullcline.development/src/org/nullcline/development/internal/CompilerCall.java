package org.nullcline.development.internal;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.core.compiler.CompilationProgress;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.nullcline.development.compile.PluginSources;
import org.nullcline.development.compile.SourceProblem;

/** One call of the Eclipse compiler for Java. */
public final class CompilerCall {

	private static final String JAVA = "25";

	private CompilerCall() {
	}

	/**
	 * Compiles all sources of a project.
	 *
	 * @param classes folder for the classes, empty
	 * @return what is wrong, warnings included
	 */
	public static List<SourceProblem> compile(PluginSources sources, Path classes, IProgressMonitor monitor) throws IOException {
		ProjectClassPath classPath = ProjectClassPath.of(sources);
		List<SourceProblem> problems = new ArrayList<>(classPath.problems());
		List<Path> files = sources.sources();
		if (files.isEmpty() || problems.stream().anyMatch(SourceProblem::error)) {
			return problems;
		}
		Path log = Files.createTempFile("compiler", ".xml");
		StringWriter output = new StringWriter();
		try (PrintWriter out = new PrintWriter(output)) {
			BatchCompiler.compile(arguments(classPath, files, classes, log), out, out, new Progress(monitor));
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			if (Files.size(log) == 0) {
				throw new IOException("the compiler did not start: " + output);
			}
			problems.addAll(CompilerLog.read(log));
		} finally {
			Files.deleteIfExists(log);
		}
		return problems;
	}

	private static String[] arguments(ProjectClassPath classPath, List<Path> files, Path classes, Path log) {
		List<String> arguments = new ArrayList<>(List.of("-source", JAVA, "-target", JAVA, "-encoding", "UTF-8", "-proc:none", "-g",
				"-parameters", "-warn:unused,deprecation,dep-ann", "-err:+forbidden", "-proceedOnError", "-d",
				classes.toString(), "-log", log.toString(), "-classpath", String.join(File.pathSeparator, classPath.entries())));
		files.forEach(file -> arguments.add(file.toString()));
		return arguments.toArray(String[]::new);
	}

	/** Passes a cancellation on. */
	private static final class Progress extends CompilationProgress {

		private final IProgressMonitor monitor;

		Progress(IProgressMonitor monitor) {
			this.monitor = monitor;
		}

		@Override
		public void begin(int remainingWork) {
			monitor.beginTask("Compiling", remainingWork);
		}

		@Override
		public void done() {
			monitor.done();
		}

		@Override
		public boolean isCanceled() {
			return monitor.isCanceled();
		}

		@Override
		public void setTaskName(String name) {
			monitor.subTask(name);
		}

		@Override
		public void worked(int workIncrement, int remainingWork) {
			monitor.worked(workIncrement);
		}
	}
}
