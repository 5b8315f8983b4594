package org.nullcline.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.Result;
import org.nullcline.model.ResultFinding;
import org.nullcline.model.Run;
import org.nullcline.model.RunCollection;
import org.nullcline.model.RunState;
import org.nullcline.model.Study;
import org.nullcline.model.Verdict;

import com.google.gson.JsonObject;

/** The output folder of one execution of a study. */
public final class StudyFolder {

	/** The study as it was executed. */
	public static final String STUDY_FILE = "study." + StudyFiles.EXTENSION;
	/** On what it was executed. */
	public static final String PROVENANCE_FILE = "provenance.json";
	/** What came of it, where an execution was made to reproduce one run of another. */
	public static final String REPRODUCTION_FILE = "reproduction.json";
	private static final String RUNS = "runs";
	private static final String RESULTS = "results";
	private static final String FURTHER_RESULTS = "further-results";
	private static final String LOCK = ".lock";
	private static final int LOCK_ATTEMPTS = 10;
	private static final long LOCK_PAUSE_NANOSECONDS = 20_000_000;

	/**
	 * The folders in which this process works. On Linux, closing any channel to a lock file drops the lock of the whole
	 * process, so a file locked here must not even be opened again.
	 */
	private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

	private StudyFolder() {
	}

	/** Whether a folder looks like the output of a study. */
	public static boolean isStudyFolder(Path folder) {
		return Files.isRegularFile(folder.resolve(STUDY_FILE));
	}

	/** Where a network's run lies. */
	public static Path runFolder(Path folder, String network) {
		return folder.resolve(RUNS).resolve(network);
	}

	/** Where the result of an analysis lies, below a run folder or the study folder. */
	public static Path resultFolder(Path folder, String analysis) {
		return folder.resolve(RESULTS).resolve(analysis);
	}

	/** Where the results lie that the analyses of a study require. */
	public static StoredRequiredResults.Location results(Path folder) {
		return new StoredRequiredResults.Location() {

			@Override
			public Path ofNetwork(String analysis, String network) {
				return resultFolder(runFolder(folder, network), analysis);
			}

			@Override
			public Path ofPopulation(String analysis) {
				return resultFolder(folder, analysis);
			}
		};
	}

	/**
	 * A free folder for the result of an analysis that was not asked by the study; such results are no part of its report.
	 *
	 * @param folder a run folder, the study folder, or any other
	 */
	public static Path furtherResultFolder(Path folder, String analysis) {
		int number = 1;
		while (Files.exists(folder.resolve(FURTHER_RESULTS).resolve(analysis + "-" + number))) {
			number++;
		}
		return folder.resolve(FURTHER_RESULTS).resolve(analysis + "-" + number);
	}

	/**
	 * Checks whether a study can be executed in a folder, without changing anything.
	 *
	 * @throws InvalidStudyException if the folder holds something else, or an executed study that is not to be resumed
	 */
	public static void requireUsable(Path folder, Study study, boolean resume) throws InvalidStudyException, IOException {
		if (Files.exists(folder) && !Files.isDirectory(folder)) {
			throw new InvalidStudyException(List.of(folder + ": is a file; choose another output folder with --out"));
		}
		if (isStudyFolder(folder)) {
			if (!resume) {
				throw new InvalidStudyException(List.of(folder
						+ ": already holds an executed study, which is never overwritten; continue it with --resume or choose another folder with --out"));
			}
			Study executed = StudyFiles.read(folder.resolve(STUDY_FILE));
			if (!StudyFiles.equal(executed, study)) {
				throw new InvalidStudyException(List.of(folder.resolve(STUDY_FILE) + ": differs from the study to be resumed"
						+ StudyFiles.difference(executed, study).map(difference -> " (" + difference + ")").orElse("")
						+ "; resume it with the same settings or choose another folder with --out"));
			}
			return;
		}
		if (Files.isDirectory(folder)) {
			try (Stream<Path> content = Files.list(folder)) {
				// A folder whose execution was killed at its very beginning counts as empty.
				Optional<Path> other = content.filter(file -> !List.of(LOCK, PROVENANCE_FILE).contains(file.getFileName().toString())
						&& !file.getFileName().toString().endsWith(AtomicFiles.TEMPORARY)).findFirst();
				if (other.isPresent()) {
					throw new InvalidStudyException(List.of(folder + ": is not empty and holds no study ("
							+ other.get().getFileName() + "); choose an empty or new folder with --out"));
				}
			}
		}
		requireWritable(folder);
	}

	private static void requireWritable(Path folder) throws InvalidStudyException {
		Path existing = folder.toAbsolutePath().normalize();
		while (existing != null && !Files.exists(existing)) {
			existing = existing.getParent();
		}
		if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
			throw unwritable(folder, existing + ": permission denied");
		}
	}

	private static InvalidStudyException unwritable(Path folder, String reason) {
		return new InvalidStudyException(
				List.of(folder + ": cannot be written (" + reason + "); choose another output folder with --out"));
	}

	/**
	 * Makes a usable folder a study folder, or notes that its execution goes on.
	 *
	 * @return what is no longer as it was when the execution began, so that bit-equality is no longer certain; or nothing
	 */
	public static List<String> prepare(Path folder, Study study) throws IOException {
		Path provenance = folder.resolve(PROVENANCE_FILE);
		if (!isStudyFolder(folder)) {
			AtomicFiles.write(provenance, Environment.provenance().getBytes(StandardCharsets.UTF_8));
			// Last: with the study file the folder becomes a study folder.
			AtomicFiles.write(folder.resolve(STUDY_FILE), StudyFiles.write(study));
			return List.of();
		}
		JsonObject now = Json.parse(Environment.provenance());
		JsonObject before;
		try {
			before = Json.read(provenance, JsonObject.class);
		} catch (IOException e) {
			AtomicFiles.write(provenance, Json.pretty(now).getBytes(StandardCharsets.UTF_8));
			return List.of(e.getMessage());
		}
		List<String> changes = new ArrayList<>();
		now.entrySet().forEach(entry -> {
			if (!entry.getValue().equals(before.get(entry.getKey()))) {
				changes.add(entry.getKey());
				before.add(entry.getKey() + " when resumed " + Instant.now(), entry.getValue());
			}
		});
		if (!changes.isEmpty()) {
			AtomicFiles.write(provenance, Json.pretty(before).getBytes(StandardCharsets.UTF_8));
		}
		return changes.stream().map(name -> "since the execution began, this has changed: " + name).toList();
	}

	/** Keeps other executions out of a folder as long as it is open. */
	public static final class Lock implements AutoCloseable {

		private final Path folder;
		private final FileChannel channel;

		private Lock(Path folder, FileChannel channel) {
			this.folder = folder;
			this.channel = channel;
		}

		@Override
		public void close() throws IOException {
			try {
				channel.close();
			} finally {
				LOCKED_HERE.remove(folder);
			}
		}
	}

	/**
	 * Locks a folder, which is made if it does not exist.
	 *
	 * @throws InvalidStudyException if it cannot be made
	 * @throws IOException           if another execution works in the folder, here or in another process
	 */
	public static synchronized Lock lock(Path folder) throws InvalidStudyException, IOException {
		Path key;
		try {
			Files.createDirectories(folder);
			key = folder.toRealPath();
		} catch (IOException e) {
			throw unwritable(folder, e instanceof AccessDeniedException ? "permission denied" : "the folder cannot be made");
		}
		if (LOCKED_HERE.add(key)) {
			try {
				FileChannel channel = FileChannel.open(key.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
					if (channel.tryLock() != null) {
						return new Lock(key, channel);
					}
					// Somebody who only looks whether the folder is locked holds it for a moment.
					LockSupport.parkNanos(LOCK_PAUSE_NANOSECONDS);
				}
				channel.close();
				LOCKED_HERE.remove(key);
			} catch (IOException e) {
				LOCKED_HERE.remove(key);
				throw e;
			}
		}
		throw new IOException(folder + ": another execution is at work in this folder; wait for it or choose another with --out");
	}

	/** Whether an execution is at work in a folder. */
	public static synchronized boolean isLocked(Path folder) {
		try {
			if (!Files.isRegularFile(folder.resolve(LOCK))) {
				return false;
			}
			if (LOCKED_HERE.contains(folder.toRealPath())) {
				return true;
			}
			try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
					FileLock lock = channel.tryLock()) {
				return lock == null;
			}
		} catch (IOException e) {
			// Not ours to write, so nobody here works in it.
			return false;
		}
	}

	/** Reads what lies in a folder: study, runs with their states, results. Run and result folders are absolute paths. */
	public static RunCollection read(Path folder) throws IOException {
		Path root = folder.toAbsolutePath().normalize();
		if (!isStudyFolder(root)) {
			throw new IOException(folder + ": holds no executed study (there is no " + STUDY_FILE + ")");
		}
		RunCollection collection = ModelFactory.eINSTANCE.createRunCollection();
		collection.setFolder(root.toString());
		try {
			collection.setStudy(StudyFiles.read(root.resolve(STUDY_FILE)));
		} catch (InvalidStudyException e) {
			throw new IOException(e.getMessage(), e);
		}
		boolean atWork = isLocked(root);
		for (Path runFolder : folders(root.resolve(RUNS))) {
			collection.getRuns().add(readRun(runFolder, atWork));
		}
		for (Path resultFolder : folders(root.resolve(RESULTS))) {
			collection.getResults().add(readResult(resultFolder));
		}
		return collection;
	}

	/** The metrics of a run, oldest first; empty if there are none yet. */
	public static List<Measurement> metrics(Path runFolder) throws IOException {
		return Metrics.read(runFolder);
	}

	private static Run readRun(Path runFolder, boolean atWork) throws IOException {
		Run run = ModelFactory.eINSTANCE.createRun();
		run.setFolder(runFolder.toString());
		run.setName(runFolder.getFileName().toString());
		try {
			RunRecord run0 = RunRecord.read(runFolder);
			run.setArchitecture(run0.architecture().id());
			run.setUnits(run0.units());
			run.setSeed(run0.seed());
			run.setStep(run0.step());
			run.setSteps(run0.steps());
			run.setFractionVarianceUnexplained(run0.unexplained());
			run.setState(run0.runState());
			run.setMessage(run0.message());
			if (run0.runState() == RunState.RUNNING && !atWork) {
				run.setState(RunState.CANCELLED);
				run.setMessage("interrupted after step " + run0.step() + "; can be resumed");
			}
		} catch (IOException e) {
			run.setState(RunState.FAILED);
			run.setMessage(e.getMessage());
		}
		for (Path resultFolder : folders(runFolder.resolve(RESULTS))) {
			run.getResults().add(readResult(resultFolder));
		}
		return run;
	}

	private static Result readResult(Path resultFolder) {
		Result result = ModelFactory.eINSTANCE.createResult();
		result.setFolder(resultFolder.toString());
		result.setAnalysis(resultFolder.getFileName().toString());
		try {
			StoredResult stored = StoredResult.read(resultFolder);
			stored.figures().stream().map(Figure::id).forEach(result.getFigures()::add);
			stored.findings().stream().map(StudyFolder::finding).forEach(result.getFindings()::add);
		} catch (IOException e) {
			// A damaged result stays visible, without content; whoever opens it is told why.
		}
		return result;
	}

	private static ResultFinding finding(Finding finding) {
		ResultFinding copy = ModelFactory.eINSTANCE.createResultFinding();
		copy.setClaim(finding.claim());
		copy.setValue(finding.value());
		copy.setLow(finding.interval().low());
		copy.setHigh(finding.interval().high());
		copy.setThreshold(finding.threshold());
		copy.setReference(finding.reference());
		copy.setVerdict(Verdict.get(finding.verdict().words()));
		copy.setExplanation(finding.explanation());
		return copy;
	}

	private static List<Path> folders(Path parent) throws IOException {
		if (!Files.isDirectory(parent)) {
			return List.of();
		}
		try (Stream<Path> content = Files.list(parent)) {
			return content.filter(Files::isDirectory).sorted().toList();
		}
	}
}
