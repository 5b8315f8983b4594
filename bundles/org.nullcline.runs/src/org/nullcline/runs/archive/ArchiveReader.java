package org.nullcline.runs.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.runs.MalformedFileException;
import org.nullcline.runs.StudyFolder;
import org.nullcline.runs.archive.ArchiveContents.StoredFile;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

/** Reads archives, and believes nothing that they say. */
final class ArchiveReader implements AutoCloseable {

	private static final long LONGEST_LIST = 1L << 28;

	private final Path archive;
	private final ZipFile zip;
	private final ArchiveContents contents;

	/** @throws MalformedFileException if the file is no archive, or one whose names or list are wrong */
	ArchiveReader(Path archive) throws IOException {
		this.archive = archive;
		try {
			zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
		} catch (ZipException e) {
			throw new MalformedFileException(archive, "is no ZIP file, or is damaged: " + e.getMessage());
		} catch (NoSuchFileException e) {
			throw new IOException(archive + ": no such file", e);
		}
		try {
			contents = readContents();
			requireSound();
		} catch (IOException | RuntimeException e) {
			zip.close();
			throw e;
		}
	}

	ArchiveContents contents() {
		return contents;
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}

	/**
	 * Writes all files below an empty folder.
	 *
	 * @throws MalformedFileException if a file is not what the list says
	 */
	void extract(Path folder, IProgressMonitor monitor) throws IOException {
		SubMonitor progress = SubMonitor.convert(monitor, contents.files().size());
		for (Map.Entry<String, StoredFile> file : contents.files().entrySet()) {
			if (progress.isCanceled()) {
				throw new OperationCanceledException();
			}
			Path target = folder.resolve(file.getKey()).normalize();
			if (!target.startsWith(folder)) {
				throw malformed(file.getKey(), "leads outside of the folder of the import");
			}
			Files.createDirectories(target.getParent());
			extract(file.getKey(), file.getValue(), target);
			progress.worked(1);
		}
	}

	private ArchiveContents readContents() throws IOException {
		ZipEntry entry = zip.getEntry(ArchiveContents.FILE);
		if (entry == null) {
			throw new MalformedFileException(archive, "is no archive of a study (there is no " + ArchiveContents.FILE
					+ "); make one with Export > Study with Its Runs, or with nullcline pack");
		}
		ArchiveContents read;
		try (InputStream in = zip.getInputStream(entry)) {
			byte[] text = in.readNBytes((int) Math.min(LONGEST_LIST, Integer.MAX_VALUE));
			read = new Gson().fromJson(new String(text, StandardCharsets.UTF_8), ArchiveContents.class);
		} catch (JsonParseException | IllegalStateException e) {
			throw malformed(ArchiveContents.FILE, "is damaged");
		}
		if (read == null || read.files().containsValue(null) || read.files().isEmpty()) {
			throw malformed(ArchiveContents.FILE, "names no files");
		}
		if (read.format() != ArchiveContents.FORMAT) {
			throw new MalformedFileException(archive, "has format " + read.format() + ", written by " + read.program()
					+ "; this version reads format " + ArchiveContents.FORMAT);
		}
		return read;
	}

	/** Every entry is in the list, and everything in the list is an entry. */
	private void requireSound() throws IOException {
		Set<String> names = new HashSet<>();
		Set<String> folded = new HashSet<>();
		for (ZipEntry entry : Collections.list(zip.entries())) {
			String name = entry.getName();
			if (name.equals(ArchiveContents.FILE)) {
				continue;
			}
			String problem = ArchiveNames.problem(name);
			if (problem != null) {
				throw malformed(name, problem);
			}
			if (!contents.files().containsKey(name)) {
				throw malformed(name, "is not in the list of files");
			}
			// Some file systems make no difference between upper and lower case.
			if (!names.add(name) || !folded.add(name.toLowerCase(Locale.ROOT))) {
				throw malformed(name, "occurs twice");
			}
		}
		for (Map.Entry<String, StoredFile> file : contents.files().entrySet()) {
			if (!names.contains(file.getKey())) {
				throw malformed(file.getKey(), "is missing");
			}
			if (file.getValue().size() < 0 || file.getValue().sha256() == null) {
				throw malformed(file.getKey(), "has no size or no checksum");
			}
		}
		for (String execution : contents.executions()) {
			if (!names.contains(ArchiveContents.RUNS + execution + "/" + StudyFolder.STUDY_FILE)) {
				throw malformed(ArchiveContents.RUNS + execution, "holds no executed study");
			}
		}
	}

	private void extract(String name, StoredFile file, Path target) throws IOException {
		MessageDigest digest = ArchiveWriter.sha256();
		long size = 0;
		try (InputStream in = zip.getInputStream(zip.getEntry(name)); OutputStream out = Files.newOutputStream(target)) {
			byte[] buffer = new byte[1 << 16];
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				size += read;
				// Before it is written: a small file can unfold into one that fills the disk.
				if (size > file.size()) {
					throw malformed(name, "is longer than the list says");
				}
				out.write(buffer, 0, read);
				digest.update(buffer, 0, read);
			}
		} catch (ZipException e) {
			throw malformed(name, "is damaged: " + e.getMessage());
		}
		if (size != file.size() || !HexFormat.of().formatHex(digest.digest()).equalsIgnoreCase(file.sha256())) {
			throw malformed(name, "is damaged: it is not what the list says");
		}
	}

	private MalformedFileException malformed(String name, String problem) {
		return new MalformedFileException(archive, "entry '" + name.replaceAll("\\p{Cntrl}", "?") + "' " + problem);
	}
}
