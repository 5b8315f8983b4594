package org.nullcline.ui.navigator;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.viewers.DoubleClickEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.navigator.CommonNavigator;
import org.nullcline.ui.navigator.ExecutionItem.FigureItem;
import org.nullcline.ui.navigator.ExecutionItem.ResultItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;

/** The navigator of studies; a double-click on a result shows it. It shows the run that is selected in another view. */
public class StudiesNavigator extends CommonNavigator {

	private final ISelectionListener selectionListener = this::selected;

	@Override
	public void createPartControl(Composite parent) {
		super.createPartControl(parent);
		getSite().getPage().addSelectionListener(selectionListener);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(getCommonViewer().getControl(), "org.nullcline.help.studies"); //$NON-NLS-1$
	}

	@Override
	public void dispose() {
		getSite().getPage().removeSelectionListener(selectionListener);
		super.dispose();
	}

	private void selected(IWorkbenchPart part, ISelection selection) {
		if (part != this && selection instanceof IStructuredSelection structured && !structured.isEmpty()
				&& ExecutionItem.of(structured.getFirstElement()) instanceof RunItem run
				&& !getCommonViewer().getStructuredSelection().toList().contains(run)) {
			selectReveal(new StructuredSelection(run));
		}
	}

	@Override
	protected void handleDoubleClick(DoubleClickEvent event) {
		if (event.getSelection() instanceof IStructuredSelection selection
				&& (selection.getFirstElement() instanceof ResultItem || selection.getFirstElement() instanceof FigureItem)) {
			try {
				getSite().getService(IHandlerService.class).executeCommand(ShowResultHandler.COMMAND, null);
			} catch (CommandException e) {
				ILog.of(getClass()).error("The result cannot be shown", e); //$NON-NLS-1$
			}
		} else {
			super.handleDoubleClick(event);
		}
	}
}
