package org.nullcline.runs.internal.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

import org.nullcline.runs.Metrics;
import org.nullcline.runs.RunRecord;

/** A number that changes when something of a run that the index keeps is written. */
final class Stamp {

	private Stamp() {
	}

	static long of(Path run) {
		long stamp = mix(0, run.resolve(RunRecord.FILE));
		stamp = mix(stamp, run.resolve(Metrics.FILE));
		for (Path result : ResultValues.files(run)) {
			stamp = mix(stamp * 31 + result.getParent().getFileName().hashCode(), result);
		}
		return stamp;
	}

	private static long mix(long stamp, Path file) {
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			long nanoseconds = attributes.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS);
			// A file that is replaced within the clock's resolution is another one.
			int key = attributes.fileKey() == null ? 0 : attributes.fileKey().hashCode();
			return ((stamp * 0x9E3779B97F4A7C15L + nanoseconds) * 0x9E3779B97F4A7C15L + attributes.size()) * 31 + key;
		} catch (IOException e) {
			return stamp * 0x9E3779B97F4A7C15L + 17;
		}
	}
}
