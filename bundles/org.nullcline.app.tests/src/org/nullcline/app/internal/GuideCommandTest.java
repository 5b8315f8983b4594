package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code guide}; that the product has guides to write is seen in the tests of the product. */
class GuideCommandTest {

	@TempDir
	Path folder;

	@Test
	void theContentsAreWritten() throws Exception {
		Path guide = folder.resolve("guide");
		Invocation written = Invocation.nullcline("guide", guide.toString());
		assertEquals(0, written.code(), written.err());
		assertEquals(guide.resolve("index.html").toString(), written.out().strip());
		assertTrue(Files.readString(guide.resolve("index.html")).contains("<h1>Nullcline</h1>"));
	}

	@Test
	void aFolderThatIsNotEmptyIsLeftAlone() throws Exception {
		Files.writeString(folder.resolve("mine.txt"), "");
		Invocation refused = Invocation.nullcline("guide", folder.toString());
		assertEquals(2, refused.code());
		assertTrue(refused.err().contains(folder + ": is not empty"), refused.err());
	}
}
