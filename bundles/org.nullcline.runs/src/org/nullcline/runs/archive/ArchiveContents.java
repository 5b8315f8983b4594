package org.nullcline.runs.archive;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an archive says that it holds.
 *
 * @param format  version of the format
 * @param program with its version, that wrote it
 * @param files   by their names in the archive
 */
public record ArchiveContents(int format, String program, SortedMap<String, StoredFile> files) {

	/** The version that is written. */
	static final int FORMAT = 1;
	/** The name of the list in the archive. */
	static final String FILE = "nullcline-archive.json";
	/** Where study files lie. */
	static final String STUDIES = "studies/";
	/** Where executions lie. */
	static final String RUNS = "runs/";

	/**
	 * A file.
	 *
	 * @param size   in bytes
	 * @param sha256 in hexadecimal digits
	 */
	public record StoredFile(long size, String sha256) {
	}

	public ArchiveContents {
		files = files == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(files));
	}

	/** The names of the executions. */
	public List<String> executions() {
		return files.keySet().stream().filter(name -> name.startsWith(RUNS)).map(name -> name.substring(RUNS.length()))
				.map(name -> name.substring(0, Math.max(0, name.indexOf('/')))).distinct().toList();
	}

	/** The names of the study files. */
	public List<String> studies() {
		return files.keySet().stream().filter(name -> name.startsWith(STUDIES)).map(name -> name.substring(STUDIES.length())).toList();
	}

	/** Bytes of all files together. */
	public long size() {
		return files.values().stream().mapToLong(StoredFile::size).sum();
	}
}
