package org.nullcline.ui.editor;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.widgets.Display;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.Study;
import org.nullcline.ui.Messages;

/** Validates the edited study in the background: tasks are asked for their opinion, and their plug-ins may be slow to load. */
final class StudyChecker {

	/** Typing pauses this long, in milliseconds, before a check. */
	private static final long PAUSE = 150;

	/** A study, and what it chooses from. */
	private record Check(Study study, ContributionRegistry registry) {
	}

	private final Display display;
	private final Consumer<List<StudyProblem>> listener;
	private final Job job;
	private volatile Check wanted;
	private volatile boolean disposed;
	private List<StudyProblem> problems = List.of();

	/**
	 * @param listener is told what was found, on the UI thread
	 */
	StudyChecker(Display display, Consumer<List<StudyProblem>> listener) {
		this.display = display;
		this.listener = listener;
		job = new Job(Messages.Editor_checking) {

			@Override
			protected IStatus run(IProgressMonitor monitor) {
				check();
				return Status.OK_STATUS;
			}
		};
		job.setSystem(true);
		job.setPriority(Job.SHORT);
	}

	/** UI thread: takes a copy, which the job may read while editing goes on. */
	void check(Study edited, ContributionRegistry registry) {
		wanted = new Check(EcoreUtil.copy(edited), registry);
		job.schedule(PAUSE);
	}

	List<StudyProblem> problems() {
		return problems;
	}

	void dispose() {
		disposed = true;
		job.cancel();
	}

	private void check() {
		Check check = wanted;
		List<StudyProblem> found = StudyValidator.validate(check.study(), check.registry());
		if (!disposed && !display.isDisposed()) {
			display.asyncExec(() -> {
				if (!disposed) {
					problems = found;
					listener.accept(found);
				}
			});
		}
	}
}
