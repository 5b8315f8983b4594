package org.nullcline.ui.navigator;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.navigator.ICommonContentExtensionSite;
import org.eclipse.ui.navigator.IPipelinedTreeContentProvider2;
import org.eclipse.ui.navigator.PipelinedShapeModification;
import org.eclipse.ui.navigator.PipelinedViewerUpdate;
import org.nullcline.ui.common.Coalescer;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointItem;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointsItem;
import org.nullcline.ui.navigator.ExecutionItem.FigureItem;
import org.nullcline.ui.navigator.ExecutionItem.ResultItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;
import org.nullcline.ui.run.Executions;
import org.nullcline.ui.run.LiveExecution;

/** Shows runs and results where the resources would only show folders of files. */
public class ExecutionContentProvider implements IPipelinedTreeContentProvider2, IResourceChangeListener {

	/** Reading an execution of many runs takes a moment, so not at every measurement. */
	private static final int INTERVAL = 1000;

	private final Set<IFolder> stale = new LinkedHashSet<>();
	private final Executions executions = PlatformUI.getWorkbench().getService(Executions.class);
	private final Consumer<LiveExecution> executionListener = execution -> stale(execution.folder());
	private ExecutionReader reader;
	private Coalescer reread;
	private StructuredViewer viewer;

	@Override
	public void init(ICommonContentExtensionSite site) {
		reader = new ExecutionReader(this::refresh);
		reread = new Coalescer(Display.getDefault(), INTERVAL, this::reread);
		executions.addListener(executionListener);
		ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
	}

	@Override
	public void inputChanged(Viewer newViewer, Object oldInput, Object newInput) {
		viewer = (StructuredViewer) newViewer;
	}

	@Override
	public void dispose() {
		ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
		executions.removeListener(executionListener);
		reread.dispose();
		reader.dispose();
		viewer = null;
	}

	@Override
	@SuppressWarnings({ "rawtypes", "unchecked" }) // The contract is older than generics.
	public void getPipelinedChildren(Object parent, Set children) {
		if (parent instanceof IFolder folder && ExecutionTester.isExecution(folder)) {
			children.removeIf(IFolder.class::isInstance);
			children.addAll(reader.children(folder));
		}
	}

	@Override
	public Object[] getChildren(Object parent) {
		if (parent instanceof ExecutionItem item) {
			return ExecutionReader.children(item).toArray();
		}
		return parent instanceof IFolder folder && ExecutionTester.isExecution(folder) ? reader.children(folder).toArray()
				: new Object[0];
	}

	@Override
	public Object[] getElements(Object input) {
		return getChildren(input);
	}

	@Override
	public boolean hasChildren(Object element) {
		return element instanceof ExecutionItem item ? hasChildren(item)
				: element instanceof IFolder folder && ExecutionTester.isExecution(folder);
	}

	private static boolean hasChildren(ExecutionItem item) {
		return switch (item) {
		case RunItem run -> !run.run().getResults().isEmpty() || Checkpoints.exist(run);
		case CheckpointsItem checkpoints -> true;
		case ResultItem result -> !result.result().getFigures().isEmpty();
		default -> false;
		};
	}

	@Override
	public boolean hasPipelinedChildren(Object element, boolean currentlyHasChildren) {
		return currentlyHasChildren || hasChildren(element);
	}

	@Override
	public Object getParent(Object element) {
		return switch (element) {
		case FigureItem figure -> figure.result();
		case CheckpointItem checkpoint -> checkpoint.parent();
		case CheckpointsItem checkpoints -> checkpoints.run();
		case ResultItem result when result.run() != null -> result.run();
		case ExecutionItem item -> item.execution();
		default -> null;
		};
	}

	@Override
	public Object getPipelinedParent(Object element, Object suggested) {
		Object parent = getParent(element);
		return parent == null ? suggested : parent;
	}

	@Override
	@SuppressWarnings("rawtypes")
	public void getPipelinedElements(Object input, Set elements) {
		getPipelinedChildren(input, elements);
	}

	@Override
	public PipelinedShapeModification interceptAdd(PipelinedShapeModification modification) {
		return modification;
	}

	@Override
	public PipelinedShapeModification interceptRemove(PipelinedShapeModification modification) {
		return modification;
	}

	@Override
	public boolean interceptRefresh(PipelinedViewerUpdate update) {
		return false;
	}

	@Override
	public boolean interceptUpdate(PipelinedViewerUpdate update) {
		return false;
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		try {
			event.getDelta().accept(delta -> visit(delta));
		} catch (CoreException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
	}

	@Override
	public void restoreState(IMemento memento) {
		// Nothing is kept.
	}

	@Override
	public void saveState(IMemento memento) {
		// Nothing is kept.
	}

	private boolean visit(IResourceDelta delta) {
		IResource resource = delta.getResource();
		boolean execution = resource instanceof IFolder folder && (ExecutionTester.isExecution(folder)
				|| ExecutionTester.liesInRuns(resource) && !ExecutionTester.isSeries(folder));
		if (execution) {
			stale((IFolder) resource);
		}
		return !execution;
	}

	private void stale(IFolder folder) {
		synchronized (stale) {
			stale.add(folder);
		}
		reread.request();
	}

	private void reread() {
		Set<IFolder> now;
		synchronized (stale) {
			now = Set.copyOf(stale);
			stale.clear();
		}
		now.forEach(reader::changed);
	}

	private void refresh(IFolder execution) {
		Display display = Display.getDefault();
		if (display.isDisposed()) {
			return;
		}
		display.asyncExec(() -> {
			if (viewer != null && !viewer.getControl().isDisposed()) {
				viewer.refresh(execution);
			}
		});
	}
}
