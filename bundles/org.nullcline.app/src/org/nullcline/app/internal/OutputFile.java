package org.nullcline.app.internal;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command is to write. */
final class OutputFile {

	private OutputFile() {
	}

	/** @throws UsageException if writing the file would destroy something */
	static void requireFree(Path file, boolean force) throws UsageException {
		if (Files.isDirectory(file)) {
			throw new UsageException(file + ": is a folder; name a file");
		}
		if (Files.exists(file) && !force) {
			throw new UsageException(file + ": exists already and is not overwritten without --force");
		}
	}
}
