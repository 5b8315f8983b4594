package org.nullcline.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialPreview;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeRuntime;
import org.nullcline.model.ParameterValue;
import org.nullcline.model.TaskChoice;
import org.nullcline.ui.Messages;

/** Makes a task and draws trials of it in the background, always of the newest parameters. */
final class TaskPreview {

	/** Typing pauses this long, in milliseconds, before trials are drawn. */
	private static final long PAUSE = 250;

	/**
	 * What is to be drawn.
	 *
	 * @param task       its identifier, or null
	 * @param parameters as given in the study
	 * @param seed       of the trials
	 * @param registry   that has the task; another one may have it in another state
	 */
	record Request(String task, Map<String, String> parameters, long seed, ContributionRegistry registry) {

		static Request of(TaskChoice choice, long seed, ContributionRegistry registry) {
			Map<String, String> parameters = new HashMap<>();
			if (choice != null) {
				for (ParameterValue given : choice.getParameters()) {
					parameters.put(given.getName(), given.getValue());
				}
			}
			return new Request(choice == null ? null : choice.getId(), parameters, seed, registry);
		}
	}

	/**
	 * What was drawn.
	 *
	 * @param task    nothing if it could not be made
	 * @param figures one per trial
	 * @param problem why there is none, or empty
	 */
	record Answer(Optional<TrialTask> task, List<Figure> figures, String problem) {
	}

	private final Display display;
	private final int trials;
	private final Consumer<Answer> listener;
	private final Job job;
	private volatile Request wanted;
	private volatile boolean disposed;

	/**
	 * @param trials   how many are drawn
	 * @param listener is told, on the UI thread
	 */
	TaskPreview(Display display, int trials, Consumer<Answer> listener) {
		this.display = display;
		this.trials = trials;
		this.listener = listener;
		job = new Job(Messages.Preview_drawing) {

			@Override
			protected IStatus run(IProgressMonitor monitor) {
				answer(wanted);
				return Status.OK_STATUS;
			}
		};
		job.setSystem(true);
		job.setPriority(Job.SHORT);
	}

	/** Asks for trials; nothing happens if they are the same as before. */
	void request(Request request) {
		if (!Objects.equals(request, wanted)) {
			boolean first = wanted == null;
			wanted = request;
			job.schedule(first ? 0 : PAUSE);
		}
	}

	void dispose() {
		disposed = true;
		job.cancel();
	}

	private void answer(Request request) {
		Answer answer = draw(request);
		if (!disposed && !display.isDisposed()) {
			display.asyncExec(() -> {
				if (!disposed && request.equals(wanted)) {
					listener.accept(answer);
				}
			});
		}
	}

	private Answer draw(Request request) {
		Optional<Contribution> contribution = request.task() == null ? Optional.empty()
				: request.registry().find(ContributionKind.TASK, request.task());
		if (contribution.isEmpty()) {
			return new Answer(Optional.empty(), List.of(), Messages.Preview_noTask);
		}
		TrialTask task;
		try {
			task = Tasks.create(contribution.get(), contribution.get().parameters(request.parameters()));
		} catch (ContributionException | IllegalArgumentException e) {
			return new Answer(Optional.empty(), List.of(), e.getMessage());
		}
		try {
			NativeRuntime.load();
			TrialBatch batch = task.trials(trials, RandomStreams.of(request.seed()).stream("preview")); //$NON-NLS-1$
			try {
				return new Answer(Optional.of(task), TrialPreview.figures(task, batch, Optional.empty(), trials), ""); //$NON-NLS-1$
			} finally {
				batch.close();
			}
		} catch (RuntimeException | Error e) {
			return new Answer(Optional.of(task), List.of(), e.getMessage() == null ? e.toString() : e.getMessage());
		}
	}
}
