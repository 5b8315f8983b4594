package org.nullcline.ui.plots.view;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.commands.common.EventManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** What was picked in a plot: the selection of its view. */
final class PlotSelection extends EventManager implements ISelectionProvider {

	private final Consumer<ISelection> view;
	private ISelection selection = StructuredSelection.EMPTY;

	/** @param view shows what is selected */
	PlotSelection(Consumer<ISelection> view) {
		this.view = view;
	}

	void select(List<?> elements) {
		setSelection(new StructuredSelection(elements));
	}

	@Override
	public ISelection getSelection() {
		return selection;
	}

	@Override
	public void setSelection(ISelection newSelection) {
		selection = newSelection;
		view.accept(newSelection);
		SelectionChangedEvent event = new SelectionChangedEvent(this, newSelection);
		for (Object listener : getListeners()) {
			((ISelectionChangedListener) listener).selectionChanged(event);
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
