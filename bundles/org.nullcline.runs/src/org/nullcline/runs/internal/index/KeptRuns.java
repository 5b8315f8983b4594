package org.nullcline.runs.internal.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.runs.StudyFolder;
import org.nullcline.runs.index.IndexedRun;
import org.nullcline.runs.index.RunReader;

/** The runs in memory, each execution read from the database when it is first asked for, and the database behind them. */
public final class KeptRuns implements AutoCloseable {

	/** How the database names its files. */
	private static final String ENDING = ".mv.db";
	/** Written at once; a cancelled update keeps what it has written. */
	private static final int BATCH = 500;

	private final Settings settings = new Settings();
	private final RunReader reader = new RunReader();
	private final Path file;
	private final Map<Path, Map<String, IndexEntry>> runs = new HashMap<>();
	private IndexDatabase database;

	/** @param file without ending; null for memory only */
	public KeptRuns(Path file) throws IOException {
		this.file = file;
		database = open();
	}

	@Override
	public synchronized void close() throws IOException {
		try {
			database.close();
		} catch (SQLException e) {
			throw new IOException(file + ": the index cannot be closed: " + e.getMessage(), e);
		}
	}

	/** The runs of an execution as the index has them. */
	public synchronized List<IndexedRun> runs(Path execution) throws IOException {
		return entries(execution).values().stream().map(IndexEntry::run).toList();
	}

	/** Brings the runs of an execution up to date; tells whether anything has changed. */
	public synchronized boolean update(Path execution, IProgressMonitor monitor) throws IOException {
		Map<String, IndexEntry> known = entries(execution);
		if (!StudyFolder.isStudyFolder(execution)) {
			return forget(execution);
		}
		boolean atWork = StudyFolder.isLocked(execution);
		List<Path> folders = RunReader.runFolders(execution);
		Map<String, IndexEntry> gone = new TreeMap<>(known);
		List<Path> stale = new ArrayList<>();
		Map<Path, Long> stamps = new HashMap<>();
		for (Path folder : folders) {
			IndexEntry entry = gone.remove(folder.getFileName().toString());
			long stamp = Stamp.of(folder);
			if (entry == null || entry.stamp() != stamp || entry.isOutdated(atWork)) {
				stale.add(folder);
				// Taken before reading: what is written meanwhile is read again next time.
				stamps.put(folder, stamp);
			}
		}
		SubMonitor progress = SubMonitor.convert(monitor, stale.size());
		write(execution, List.of(), gone.keySet());
		for (int from = 0; from < stale.size(); from += BATCH) {
			List<IndexEntry> read = new ArrayList<>();
			for (Path folder : stale.subList(from, Math.min(stale.size(), from + BATCH))) {
				if (progress.isCanceled()) {
					throw new OperationCanceledException();
				}
				read.add(new IndexEntry(reader.read(folder, atWork), stamps.get(folder)));
				progress.worked(1);
			}
			write(execution, read, List.of());
		}
		return !stale.isEmpty() || !gone.isEmpty();
	}

	/** Forgets executions below a folder that are no longer among those that exist; tells whether there were such. */
	public synchronized boolean retain(Path root, Collection<Path> existing) throws IOException {
		boolean any = false;
		for (Path execution : database.executions()) {
			if (execution.startsWith(root) && !existing.contains(execution)) {
				any |= forget(execution);
			}
		}
		return any;
	}

	/** Forgets everything. */
	public synchronized void clear() throws IOException {
		runs.clear();
		try {
			database.clear();
		} catch (SQLException e) {
			recover(e);
		}
	}

	private boolean forget(Path execution) throws IOException {
		boolean any = !entries(execution).isEmpty();
		runs.remove(execution);
		try {
			database.remove(execution);
		} catch (SQLException e) {
			recover(e);
		}
		return any;
	}

	private Map<String, IndexEntry> entries(Path execution) throws IOException {
		Map<String, IndexEntry> known = runs.get(execution);
		if (known == null) {
			try {
				known = database.read(execution);
			} catch (SQLException | RuntimeException e) {
				recover(e);
				known = new TreeMap<>();
			}
			runs.put(execution, known);
		}
		return known;
	}

	private void write(Path execution, List<IndexEntry> changed, Collection<String> removed) throws IOException {
		Map<String, IndexEntry> entries = entries(execution);
		List<String> names = List.copyOf(removed);
		names.forEach(entries::remove);
		changed.forEach(entry -> entries.put(entry.run().name(), entry));
		if (changed.isEmpty() && names.isEmpty()) {
			return;
		}
		try {
			database.write(execution, changed, names);
		} catch (SQLException e) {
			recover(e);
		}
	}

	/** A damaged index is no loss: it is made again from the folders. What is in memory stays. */
	private void recover(Exception problem) throws IOException {
		ILog.of(KeptRuns.class).warn("The index of runs is damaged and made again", problem);
		try {
			database.close();
		} catch (SQLException e) {
			// It is thrown away.
		}
		delete();
		database = open();
	}

	private IndexDatabase open() throws IOException {
		try {
			return new IndexDatabase(file, settings);
		} catch (SQLException | RuntimeException e) {
			if (file == null) {
				throw new IOException("the index of runs cannot be made: " + e.getMessage(), e);
			}
			ILog.of(KeptRuns.class).warn(file + ": is no index of runs and made again", e);
			delete();
			try {
				return new IndexDatabase(file, settings);
			} catch (SQLException | RuntimeException second) {
				throw new IOException(file + ": the index of runs cannot be made: " + second.getMessage(), second);
			}
		}
	}

	private void delete() throws IOException {
		if (file == null) {
			return;
		}
		Files.createDirectories(file.toAbsolutePath().getParent());
		String name = file.getFileName().toString();
		try (Stream<Path> siblings = Files.list(file.toAbsolutePath().getParent())) {
			for (Path sibling : siblings.filter(each -> each.getFileName().toString().startsWith(name + ".")).toList()) {
				Files.deleteIfExists(sibling);
			}
		}
	}

	/** Where the database is, for tests that damage it. */
	static Path databaseFile(Path file) {
		return file.resolveSibling(file.getFileName() + ENDING);
	}
}
