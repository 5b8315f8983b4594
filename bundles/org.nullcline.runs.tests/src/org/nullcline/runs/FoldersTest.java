package org.nullcline.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

	@Test
	void aFolderGoesWithAllThatIsInItButNotWhatLinksLeadTo(@TempDir Path folder) throws IOException {
		Path kept = Files.writeString(Files.createDirectories(folder.resolve("elsewhere")).resolve("kept"), "kept");
		Path deleted = Files.createDirectories(folder.resolve("deleted/deeper"));
		Files.writeString(deleted.resolve("file"), "");
		Files.createSymbolicLink(deleted.resolve("link"), kept.getParent());
		Folders.delete(deleted.getParent());
		assertFalse(Files.exists(deleted.getParent()));
		assertEquals("kept", Files.readString(kept));
		Folders.delete(deleted.getParent());
		Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
		Folders.delete(link);
		assertFalse(Files.isSymbolicLink(link));
		assertTrue(Files.exists(kept));
	}
}
