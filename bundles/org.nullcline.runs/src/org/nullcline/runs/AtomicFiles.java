package org.nullcline.runs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files so that whoever finds one finds it whole, whatever happens to the writer. */
public final class AtomicFiles {

	/** Ends the names of files that are being written. */
	static final String TEMPORARY = ".part";

	private AtomicFiles() {
	}

	/** Writes content to a stream. */
	@FunctionalInterface
	public interface Content {
		void write(OutputStream out) throws IOException;
	}

	/**
	 * Writes or replaces a file; creates its folder if need be.
	 *
	 * @throws IOException naming the file; an earlier content is then unchanged
	 */
	public static void write(Path file, Content content) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		Path temporary = folder.resolve(file.getFileName() + TEMPORARY);
		try {
			Files.createDirectories(folder);
			try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING)) {
				OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
				content.write(out);
				out.flush();
				channel.force(true);
			}
			Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			force(folder);
		} catch (IOException | RuntimeException e) {
			try {
				Files.deleteIfExists(temporary);
			} catch (IOException second) {
				e.addSuppressed(second);
			}
			if (e instanceof IOException unwritten) {
				throw unwritable(file, unwritten);
			}
			throw e;
		}
	}

	/** Writes or replaces a file. */
	public static void write(Path file, byte[] content) throws IOException {
		write(file, out -> out.write(content));
	}

	/** Makes the names in a folder last; without this a rename can be lost with the power. */
	static void force(Path folder) throws IOException {
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	private static IOException unwritable(Path file, IOException cause) {
		String reason = cause instanceof java.nio.file.AccessDeniedException ? "permission denied"
				: cause instanceof java.nio.file.FileAlreadyExistsException ? "a file is in the way of its folder"
						: cause.getMessage();
		return new IOException(file + ": cannot be written: " + reason + ". Free some space or choose another folder.", cause);
	}
}
