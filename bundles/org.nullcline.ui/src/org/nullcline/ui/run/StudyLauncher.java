package org.nullcline.ui.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.statushandlers.StatusManager;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.model.Study;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.Messages;

/** Starts jobs for studies. Files are read in a job, too. */
public final class StudyLauncher {

	private final Executions executions;

	public StudyLauncher(Executions executions) {
		this.executions = executions;
	}

	/** Executes the study of a file into a new folder of its project. */
	public void run(IFile file) {
		start(NLS.bind(Messages.Run_reading, file.getName()), () -> {
			Study study = read(file);
			String name = study.getName() == null || study.getName().isBlank() ? file.getFullPath().removeFileExtension().lastSegment()
					: study.getName();
			LiveExecution execution = executions.begin(file.getProject(), name, name);
			new StudyJob(study, file.getFullPath().makeRelative().toString(), execution, false).schedule();
		});
	}

	/** Goes on with an execution. */
	public void resume(IFolder folder) {
		start(NLS.bind(Messages.Run_reading, folder.getName()), () -> {
			Study study = StudyFolder.read(folder.getLocation().toPath()).getStudy();
			if (study == null) {
				throw new InvalidStudyException(List.of(NLS.bind(Messages.Run_noStudy, folder.getName())));
			}
			Optional<LiveExecution> execution = executions.resume(folder, folder.getName());
			if (execution.isPresent()) {
				new StudyJob(study, folder.getFullPath().makeRelative().toString(), execution.get(), true).schedule();
			}
		});
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

	private static Study read(IFile file) throws CoreException, IOException, InvalidStudyException {
		try (InputStream in = file.getContents(true)) {
			return StudyFiles.read(in.readAllBytes(), file.getFullPath().makeRelative().toString());
		}
	}
}
