package org.nullcline.development.compile;

import java.nio.file.Path;

/**
 * Something wrong with a file of a plug-in project.
 *
 * @param file    in which it is
 * @param line    from 1; 0 where it belongs to no line
 * @param start   where it begins, in characters from the beginning of the file; -1 if unknown
 * @param end     after its last character; -1 if unknown
 * @param error   whether the plug-in cannot be used because of it
 * @param message what is wrong
 */
public record SourceProblem(Path file, int line, int start, int end, boolean error, String message) {

	/** An error that belongs to a line, or to the whole file. */
	public static SourceProblem error(Path file, int line, String message) {
		return new SourceProblem(file, line, -1, -1, true, message);
	}

	@Override
	public String toString() {
		return file + (line > 0 ? ":" + line : "") + ": " + message;
	}
}
