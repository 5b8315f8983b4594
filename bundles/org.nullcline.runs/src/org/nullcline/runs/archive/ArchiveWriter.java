package org.nullcline.runs.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.runs.AtomicFiles;
import org.nullcline.runs.Json;
import org.nullcline.runs.StudyFolder;
import org.nullcline.runs.archive.ArchiveContents.StoredFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Writes archives. */
public final class ArchiveWriter {

	/** Entries have no time of their own: the same files are to give the same archive. 1980 is where ZIP begins to count. */
	private static final java.time.LocalDateTime TIME = java.time.LocalDateTime.of(1980, 1, 1, 0, 0);
	private static final String LOCK = ".lock";
	private static final String UNFINISHED = ".part";

	private ArchiveWriter() {
	}

	/**
	 * Writes an archive; a file that is there is replaced when the new one is complete.
	 *
	 * @param executions output folders of studies, with different names
	 * @param studies    study files, with different names
	 * @throws IOException                if a folder is no execution or is being executed, or something cannot be read or written
	 * @throws OperationCanceledException if the user has cancelled; nothing is left behind then
	 */
	public static void write(Path archive, Collection<Path> executions, Collection<Path> studies, IProgressMonitor monitor)
			throws IOException {
		SortedMap<String, Path> files = new TreeMap<>();
		for (Path study : studies) {
			put(files, ArchiveContents.STUDIES + study.getFileName(), study);
		}
		for (Path execution : executions) {
			requireComplete(execution);
			addAll(files, execution.toAbsolutePath().normalize(), archive.toAbsolutePath().normalize());
		}
		if (files.isEmpty()) {
			throw new IOException(archive + ": there is nothing to put into the archive; name an output folder of a study");
		}
		SubMonitor progress = SubMonitor.convert(monitor, files.size());
		AtomicFiles.write(archive, out -> write(out, files, progress));
	}

	private static void requireComplete(Path execution) throws IOException {
		if (!StudyFolder.isStudyFolder(execution)) {
			throw new IOException(execution + ": holds no executed study (there is no " + StudyFolder.STUDY_FILE + ")");
		}
		if (StudyFolder.isLocked(execution)) {
			throw new IOException(execution + ": is being executed; wait for its end or cancel it");
		}
	}

	private static void addAll(SortedMap<String, Path> files, Path execution, Path archive) throws IOException {
		List<Path> found;
		try (Stream<Path> walk = Files.walk(execution)) {
			found = walk.filter(Files::isRegularFile).toList();
		}
		for (Path file : found) {
			String name = file.getFileName().toString();
			// Whoever works in the folder, and what he has not finished; the archive itself, should it be written there.
			if (!name.equals(LOCK) && !name.endsWith(UNFINISHED) && !file.equals(archive)) {
				put(files, ArchiveContents.RUNS + execution.getFileName() + "/"
						+ execution.relativize(file).toString().replace('\\', '/'), file);
			}
		}
	}

	private static void put(SortedMap<String, Path> files, String name, Path file) throws IOException {
		if (files.put(name, file) != null) {
			throw new IOException(file + ": another one of the same name goes into the archive; rename one of them");
		}
	}

	private static void write(OutputStream out, SortedMap<String, Path> files, SubMonitor progress) throws IOException {
		SortedMap<String, StoredFile> stored = new TreeMap<>();
		// Closing the archive would close the file, which is still to be forced to the disk.
		ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		for (Map.Entry<String, Path> file : files.entrySet()) {
			if (progress.isCanceled()) {
				throw new OperationCanceledException();
			}
			stored.put(file.getKey(), copy(file.getKey(), file.getValue(), zip));
			progress.worked(1);
		}
		zip.putNextEntry(entry(ArchiveContents.FILE));
		Map<String, Object> contents = new LinkedHashMap<>();
		contents.put("format", ArchiveContents.FORMAT);
		contents.put("program", program());
		contents.put("files", stored);
		zip.write(Json.pretty(contents).getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
		zip.finish();
	}

	private static StoredFile copy(String name, Path file, ZipOutputStream zip) throws IOException {
		MessageDigest digest = sha256();
		long size = 0;
		zip.putNextEntry(entry(name));
		try (InputStream in = Files.newInputStream(file)) {
			byte[] buffer = new byte[1 << 16];
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				zip.write(buffer, 0, read);
				digest.update(buffer, 0, read);
				size += read;
			}
		}
		zip.closeEntry();
		return new StoredFile(size, HexFormat.of().formatHex(digest.digest()));
	}

	private static ZipEntry entry(String name) {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(TIME);
		return entry;
	}

	private static String program() {
		Bundle bundle = FrameworkUtil.getBundle(ArchiveWriter.class);
		return "Nullcline " + (bundle == null ? "" : bundle.getVersion().toString());
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}
