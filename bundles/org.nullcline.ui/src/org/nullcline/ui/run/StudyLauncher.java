package org.nullcline.ui.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.statushandlers.StatusManager;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.SeriesFiles;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.model.Study;
import org.nullcline.model.StudySeries;
import org.nullcline.runs.SeriesFolder;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.Messages;

/** Starts jobs for studies and series. Files are read in a job, too. */
public final class StudyLauncher {

	private final Executions executions;

	public StudyLauncher(Executions executions) {
		this.executions = executions;
	}

	/** Executes the study or the series of a file into a new folder of its project. */
	public void run(IFile file) {
		start(NLS.bind(Messages.Run_reading, file.getName()), () -> {
			if (SeriesFiles.EXTENSION.equals(file.getFileExtension())) {
				runSeries(file);
			} else {
				runStudy(file);
			}
		});
	}

	/** Goes on with the execution of a study or a series. */
	public void resume(IFolder folder) {
		start(NLS.bind(Messages.Run_reading, folder.getName()), () -> {
			if (SeriesFolder.isSeriesFolder(folder.getLocation().toPath())) {
				resumeSeries(folder);
			} else {
				resumeStudy(folder, Set.of());
			}
		});
	}

	/**
	 * Goes on with some runs of an execution alone.
	 *
	 * @param runs by name
	 */
	public void resume(IFolder folder, Set<String> runs) {
		start(NLS.bind(Messages.Run_reading, folder.getName()), () -> resumeStudy(folder, runs));
	}

	private void runStudy(IFile file) throws CoreException, IOException, InvalidStudyException {
		Study study = StudyFiles.read(content(file), label(file.getFullPath()));
		String name = name(study.getName(), file);
		LiveExecution execution = executions.begin(file.getProject(), name, name);
		new StudyJob(executions, study, label(file.getFullPath()), execution, false, Set.of()).schedule();
	}

	private void runSeries(IFile file) throws CoreException, IOException, InvalidStudyException {
		StudySeries series = SeriesFiles.read(content(file), label(file.getFullPath()));
		Map<String, Study> members = new LinkedHashMap<>();
		List<String> problems = new ArrayList<>();
		for (String member : series.getMembers()) {
			IFile memberFile = file.getParent().getFile(IPath.fromPortableString(member));
			try {
				if (memberFile.exists()) {
					members.put(member, StudyFiles.read(content(memberFile), label(memberFile.getFullPath())));
				} else {
					problems.add(NLS.bind(Messages.Series_missing, member, file.getName()));
				}
			} catch (InvalidStudyException e) {
				problems.addAll(e.problems());
			}
		}
		if (!problems.isEmpty()) {
			throw new InvalidStudyException(problems);
		}
		IFolder folder = executions.beginSeries(file.getProject(), name(series.getName(), file));
		new SeriesJob(executions, series, members, label(file.getFullPath()), folder, false).schedule();
	}

	private void resumeStudy(IFolder folder, Set<String> runs) throws IOException, InvalidStudyException {
		Study study = StudyFolder.read(folder.getLocation().toPath()).getStudy();
		if (study == null) {
			throw new InvalidStudyException(List.of(NLS.bind(Messages.Run_noStudy, folder.getName())));
		}
		Optional<LiveExecution> execution = executions.resume(folder, folder.getName());
		if (execution.isPresent()) {
			new StudyJob(executions, study, label(folder.getFullPath()), execution.get(), true, runs).schedule();
		}
	}

	private void resumeSeries(IFolder folder) throws CoreException, IOException, InvalidStudyException {
		Path path = folder.getLocation().toPath();
		StudySeries series = SeriesFolder.read(path);
		Map<String, Study> members = new LinkedHashMap<>();
		for (String member : series.getMembers()) {
			Path memberFolder = SeriesFolder.memberFolder(path, member);
			members.put(member, StudyFolder.isStudyFolder(memberFolder) ? StudyFiles.read(memberFolder.resolve(StudyFolder.STUDY_FILE))
					: sibling(folder.getProject(), series, member));
		}
		if (executions.resumeSeries(folder)) {
			new SeriesJob(executions, series, members, label(folder.getFullPath()), folder, true).schedule();
		}
	}

	/** A member that was not begun, of a series that the command line executed: it lies beside the file of the series. */
	private static Study sibling(IContainer container, StudySeries series, String member)
			throws CoreException, IOException, InvalidStudyException {
		List<IFile> found = new ArrayList<>();
		container.accept(resource -> {
			if (resource instanceof IFile file && SeriesFiles.EXTENSION.equals(file.getFileExtension())
					&& file.getParent().getFile(IPath.fromPortableString(member)).exists()) {
				found.add(file);
			}
			return true;
		});
		for (IFile file : found) {
			if (SeriesFiles.equal(SeriesFiles.read(content(file), file.getName()), series)) {
				return StudyFiles.read(content(file.getParent().getFile(IPath.fromPortableString(member))), member);
			}
		}
		throw new InvalidStudyException(List.of(NLS.bind(Messages.Series_missing, member, series.getName())));
	}

	/** Reading may fail in ways of its own. */
	private interface Start {
		void start() throws CoreException, IOException, InvalidStudyException;
	}

	private static void start(String name, Start start) {
		Job.create(name, monitor -> {
			try {
				start.start();
			} catch (CoreException e) {
				show(e.getStatus());
			} catch (InvalidStudyException e) {
				MultiStatus status = new MultiStatus(StudyLauncher.class, IStatus.ERROR, Messages.Run_unreadable);
				e.problems().forEach(line -> status.add(Status.error(line)));
				show(status);
			} catch (IOException | RuntimeException e) {
				show(Status.error(Messages.Run_unreadable, e));
			}
			return Status.OK_STATUS;
		}).schedule();
	}

	private static void show(IStatus status) {
		StatusManager.getManager().handle(status, StatusManager.SHOW | StatusManager.LOG);
	}

	private static String name(String given, IFile file) {
		return given == null || given.isBlank() ? file.getFullPath().removeFileExtension().lastSegment() : given;
	}

	private static String label(IPath path) {
		return path.makeRelative().toString();
	}

	private static byte[] content(IFile file) throws CoreException, IOException {
		try (InputStream in = file.getContents(true)) {
			return in.readAllBytes();
		}
	}
}
