package org.nullcline.plugintests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that has ended.
 *
 * @param command what was run
 * @param exit    its exit code
 * @param output  what it wrote to its standard output
 * @param errors  what it wrote to its standard error
 */
record Command(List<String> command, int exit, String output, String errors) {

	private static final int MINUTES = 5;

	/** What is done with a process while it runs. */
	@FunctionalInterface
	private interface Meanwhile {
		void work(Process process, Path errors) throws IOException, InterruptedException;
	}

	/** Runs a process in a folder and interrupts it, as Ctrl-C does, as soon as it has written something to its standard error. */
	static Command interruptedAfter(String said, Path folder, Map<String, String> environment, List<String> command)
			throws IOException, InterruptedException {
		// A shell that starts something in the background may let it ignore interrupts, and so all that it starts.
		List<String> interruptible = Stream.concat(Stream.of("env", "--default-signal=INT"), command.stream()).toList();
		return run(folder, environment, interruptible, (process, errors) -> {
			while (process.isAlive() && !text(errors).contains(said)) {
				process.waitFor(50, TimeUnit.MILLISECONDS);
			}
			new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
		});
	}

	/** Runs a script in a folder and kills what it has started as soon as that has written something to its standard error. */
	static Command killedAfter(String said, Path folder, Map<String, String> environment, List<String> command)
			throws IOException, InterruptedException {
		return run(folder, environment, command, (process, errors) -> {
			while (process.isAlive() && !text(errors).contains(said)) {
				process.waitFor(50, TimeUnit.MILLISECONDS);
			}
			process.descendants().forEach(ProcessHandle::destroyForcibly);
		});
	}

	/** Runs a process in a folder, without input; an empty value takes a variable out of the environment. */
	static Command run(Path folder, Map<String, String> environment, List<String> command)
			throws IOException, InterruptedException {
		return run(folder, environment, command, (process, errors) -> {
		});
	}

	private static Command run(Path folder, Map<String, String> environment, List<String> command, Meanwhile meanwhile)
			throws IOException, InterruptedException {
		Path output = Files.createTempFile("output", ".txt");
		Path errors = Files.createTempFile("errors", ".txt");
		try {
			ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
					.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
					.redirectOutput(output.toFile()).redirectError(errors.toFile());
			environment.forEach((name, value) -> {
				if (value.isEmpty()) {
					builder.environment().remove(name);
				} else {
					builder.environment().put(name, value);
				}
			});
			Process process = builder.start();
			meanwhile.work(process, errors);
			if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.destroyForcibly();
				throw new IOException(command + " did not end within " + MINUTES + " minutes:\n" + text(output) + text(errors));
			}
			return new Command(command, process.exitValue(), text(output), text(errors));
		} finally {
			Files.delete(output);
			Files.delete(errors);
		}
	}

	/** Standard output and standard error, for looking for a message and for telling what went wrong. */
	String everything() {
		return output + errors;
	}

	private static String text(Path file) throws IOException {
		return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return String.join(" ", command) + "\nexit code " + exit + "\n" + everything();
	}
}
