package org.nullcline.runs;

import java.io.IOException;
import java.nio.file.Path;

/** A file is not what its name says: damaged, truncated or hostile. The message names it. */
public class MalformedFileException extends IOException {

	private static final long serialVersionUID = 1L;

	public MalformedFileException(Path file, String reason) {
		super(file + ": " + reason);
	}
}
