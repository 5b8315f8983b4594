package org.nullcline.ui.common.selection;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.core.commands.common.EventManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/**
 * The selection of a view that has no viewer to ask for it, such as a plot. A view sets one as the provider of its site and
 * {@link #select(List) selects} what the user picks; the window then tells all other views. Must be used from the UI thread.
 */
public class ViewSelection extends EventManager implements ISelectionProvider {

	private final Consumer<ISelection> view;
	private ISelection selection = StructuredSelection.EMPTY;

	/** For a view that marks by itself what is picked in it. */
	public ViewSelection() {
		this(_ -> {
		});
	}

	/**
	 * For a view that marks what is selected however it came to be selected.
	 *
	 * @param view is told of every new selection, before anybody else
	 */
	public ViewSelection(Consumer<ISelection> view) {
		this.view = Objects.requireNonNull(view);
	}

	/**
	 * Selects elements.
	 *
	 * @param elements runs, parts of runs, or what adapts to these; empty for nothing
	 */
	public void select(List<?> elements) {
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
