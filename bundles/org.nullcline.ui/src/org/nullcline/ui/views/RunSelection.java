package org.nullcline.ui.views;

import java.io.IOException;

import org.eclipse.core.commands.common.EventManager;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.Messages;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;

/** The run that was chosen in the learning curves: the selection of their view, and of the navigator. */
final class RunSelection extends EventManager implements ISelectionProvider {

	private final IWorkbenchPage page;
	private ISelection selection = StructuredSelection.EMPTY;

	RunSelection(IWorkbenchPage page) {
		this.page = page;
	}

	/** Selects a run by its name. It is read first, in the background. */
	void choose(IFolder execution, String name) {
		Job.createSystem(Messages.Curves_reading, monitor -> {
			try {
				StudyFolder.read(execution.getLocation().toPath()).getRuns().stream().filter(run -> run.getName().equals(name))
						.findFirst().ifPresent(run -> {
							Display display = Display.getDefault();
							if (!display.isDisposed()) {
								display.asyncExec(() -> setSelection(new StructuredSelection(new RunItem(execution, run))));
							}
						});
			} catch (IOException | RuntimeException e) {
				ILog.of(getClass()).warn("The run cannot be selected", e); //$NON-NLS-1$
			}
		}).schedule();
	}

	@Override
	public ISelection getSelection() {
		return selection;
	}

	@Override
	public void setSelection(ISelection newSelection) {
		selection = newSelection;
		SelectionChangedEvent event = new SelectionChangedEvent(this, newSelection);
		for (Object listener : getListeners()) {
			((ISelectionChangedListener) listener).selectionChanged(event);
		}
		if (page.findView(NullclinePerspective.NAVIGATOR) instanceof ISetSelectionTarget navigator) {
			navigator.selectReveal(newSelection);
		}
	}

	@Override
	public void addSelectionChangedListener(ISelectionChangedListener listener) {
		addListenerObject(listener);
	}

	@Override
	public void removeSelectionChangedListener(ISelectionChangedListener listener) {
		removeListenerObject(listener);
	}
}
