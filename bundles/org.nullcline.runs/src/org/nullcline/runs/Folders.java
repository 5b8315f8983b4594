package org.nullcline.runs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Removes folders.
 *
 * @since 0.1.0
 */
public final class Folders {

	private Folders() {
	}

	/**
	 * Removes a folder with all that is in it, if it is there. Links in it are removed, not what they lead to.
	 *
	 * @throws IOException if something cannot be removed or listed; the rest may have gone by then
	 */
	public static void delete(Path folder) throws IOException {
		if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path visited, IOException problem) throws IOException {
				if (problem != null) {
					throw problem;
				}
				Files.delete(visited);
				return FileVisitResult.CONTINUE;
			}
		});
	}
}
