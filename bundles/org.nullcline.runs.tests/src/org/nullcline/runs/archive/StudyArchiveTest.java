package org.nullcline.runs.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.benchmarks.GeneratedRuns;
import org.nullcline.runs.Json;
import org.nullcline.runs.MalformedFileException;
import org.nullcline.runs.StudyFolder;
import org.nullcline.runs.archive.StudyArchive.Imported;

/** Archives hold what was put into them, and nothing that is wrong with one gets out of it. */
class StudyArchiveTest {

	private static final IProgressMonitor MONITOR = new NullProgressMonitor();
	private static final String STUDY = "runs/a-1/" + StudyFolder.STUDY_FILE;

	@TempDir
	Path folder;
	private Path execution;
	private Path study;
	private Path archive;
	private Path target;

	@BeforeEach
	void generate() throws IOException {
		execution = GeneratedRuns.write(folder.resolve("project").resolve("runs"), 5, MONITOR).getFirst();
		study = folder.resolve("project").resolve("sweep.nullcline");
		Files.copy(execution.resolve(StudyFolder.STUDY_FILE), study);
		archive = folder.resolve("sweep.zip");
		target = folder.resolve("elsewhere");
	}

	@Test
	void whatIsExportedIsImported() throws IOException {
		Files.createFile(execution.resolve(".lock"));
		Files.writeString(execution.resolve("report.html.part"), "half");
		ArchiveWriter.write(archive, List.of(execution), List.of(study), MONITOR);
		ArchiveContents contents = StudyArchive.inspect(archive);
		assertEquals(List.of("sweep-1"), contents.executions());
		assertEquals(List.of("sweep.nullcline"), contents.studies());
		Imported imported = StudyArchive.extract(archive, target, MONITOR);
		assertEquals(List.of(target.resolve("runs").resolve("sweep-1")), imported.executions());
		Files.delete(execution.resolve(".lock"));
		Files.delete(execution.resolve("report.html.part"));
		assertEquals(content(folder.resolve("project")), content(target));
		Path again = folder.resolve("again.zip");
		ArchiveWriter.write(again, imported.executions(), imported.studies(), MONITOR);
		assertArrayEquals(Files.readAllBytes(archive), Files.readAllBytes(again));
	}

	@Test
	void nothingIsOverwritten() throws IOException {
		ArchiveWriter.write(archive, List.of(execution), List.of(study), MONITOR);
		StudyArchive.extract(archive, target, MONITOR);
		Files.writeString(target.resolve("sweep.nullcline"), "mine");
		Imported second = StudyArchive.extract(archive, target, MONITOR);
		assertEquals(List.of(target.resolve("runs").resolve("sweep-2")), second.executions());
		assertEquals(List.of(target.resolve("sweep-2.nullcline")), second.studies());
		assertEquals("mine", Files.readString(target.resolve("sweep.nullcline")));
		// The same study once more is the same study.
		assertEquals(List.of(folder.resolve("project").resolve("sweep.nullcline")),
				StudyArchive.extract(archive, folder.resolve("project"), MONITOR).studies());
	}

	@Test
	void whatIsBeingExecutedIsNotExported() throws Exception {
		try (StudyFolder.Lock lock = StudyFolder.lock(execution)) {
			IOException e = assertThrows(IOException.class, () -> ArchiveWriter.write(archive, List.of(execution), List.of(), MONITOR));
			assertTrue(e.getMessage().contains("is being executed"), e.getMessage());
		}
		assertFalse(Files.exists(archive));
		IOException e = assertThrows(IOException.class, () -> ArchiveWriter.write(archive, List.of(folder), List.of(), MONITOR));
		assertTrue(e.getMessage().contains("holds no executed study"), e.getMessage());
	}

	@Test
	void whoCancelsLeavesNothing() throws IOException {
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> ArchiveWriter.write(archive, List.of(execution), List.of(), cancelled));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of("project"), files.map(file -> file.getFileName().toString()).toList());
		}
		ArchiveWriter.write(archive, List.of(execution), List.of(), MONITOR);
		assertThrows(OperationCanceledException.class, () -> StudyArchive.extract(archive, target, cancelled));
		assertEquals(Map.of(), content(target));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../outside", "runs/../../outside", "/etc/passwd", "runs/a-1/../../../outside", "runs\\a-1\\file",
			"C:/file", "runs//file", "runs/a-1/./file", "file", "studies/file", "studies/a/b.nullcline", "runs/file", "runs/a-1/\u0007" })
	void namesThatLeadOutsideAreRefused(String name) throws IOException {
		assertRefused(Map.of(STUDY, "study", name, "evil"), "entry '");
		try (Stream<Path> files = Files.list(folder)) {
			assertFalse(files.anyMatch(file -> file.getFileName().toString().equals("outside")));
		}
	}

	@Test
	void contentsThatAreNotAsListedAreRefused() throws IOException {
		Map<String, String> files = new TreeMap<>(Map.of(STUDY, "study", "runs/a-1/provenance.json", "{}"));
		make(files, Map.of(STUDY, "study", "runs/a-1/provenance.json", "{}", "runs/a-1/more", "x"));
		assertRefused("is not in the list of files");
		make(Map.of(STUDY, "study", "runs/a-1/gone", "x"), Map.of(STUDY, "study"));
		assertRefused("'runs/a-1/gone' is missing");
		make(Map.of(STUDY, "study"), Map.of(STUDY, "Study"));
		assertRefused("is damaged");
		make(Map.of(STUDY, "study"), Map.of(STUDY, "study and much more"));
		assertRefused("is longer than the list says");
		Map<String, String> twice = new LinkedHashMap<>(Map.of(STUDY, "study"));
		twice.put("runs/a-1/file", "x");
		twice.put("runs/A-1/FILE", "x");
		assertRefused(twice, "occurs twice");
		assertRefused(Map.of("runs/a-1/file", "x"), "holds no executed study");
	}

	@Test
	void otherFilesAreNoArchives() throws IOException {
		Files.writeString(archive, "PK no zip at all");
		assertRefused("is no ZIP file");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
			zip.putNextEntry(new ZipEntry("holiday.jpg"));
		}
		assertRefused("is no archive of a study");
		write("{\"format\": 99, \"program\": \"Nullcline 9\", \"files\": {\"" + STUDY + "\": {\"size\": 0, \"sha256\": \"\"}}}", Map.of());
		assertRefused("has format 99, written by Nullcline 9");
		write("{", Map.of());
		assertRefused("is damaged");
		assertThrows(IOException.class, () -> StudyArchive.inspect(folder.resolve("nowhere.zip")));
	}

	private void assertRefused(Map<String, String> files, String problem) throws IOException {
		make(files, files);
		assertRefused(problem);
	}

	private void assertRefused(String problem) throws IOException {
		MalformedFileException e = assertThrows(MalformedFileException.class, () -> StudyArchive.extract(archive, target, MONITOR));
		assertTrue(e.getMessage().contains(problem), e.getMessage());
		assertTrue(e.getMessage().contains(archive.toString()), e.getMessage());
		assertEquals(Map.of(), content(target));
	}

	/** An archive whose list says one thing, and that holds another. */
	private void make(Map<String, String> listed, Map<String, String> held) throws IOException {
		Map<String, Object> files = new TreeMap<>();
		listed.forEach((name, content) -> files.put(name, Map.of("size", content.length(), "sha256", sha256(content))));
		write(Json.pretty(Map.of("format", 1, "program", "test", "files", files)), held);
	}

	private void write(String list, Map<String, String> held) throws IOException {
		try (OutputStream out = Files.newOutputStream(archive); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, String> file : held.entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
			}
			zip.putNextEntry(new ZipEntry(ArchiveContents.FILE));
			zip.write(list.getBytes(StandardCharsets.UTF_8));
		}
	}

	private static String sha256(String content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
		} catch (java.security.NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}

	/** Every file below a folder with its content. */
	private static Map<String, String> content(Path root) throws IOException {
		Map<String, String> content = new TreeMap<>();
		if (Files.exists(root)) {
			try (Stream<Path> files = Files.walk(root)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					content.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
				}
			}
		}
		return content;
	}
}
