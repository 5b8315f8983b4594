package org.nullcline.ui.navigator;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFolder;
import org.eclipse.jface.viewers.BaseLabelProvider;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.ILightweightLabelDecorator;
import org.eclipse.jface.viewers.LabelProviderChangedEvent;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.nullcline.model.Run;
import org.nullcline.model.RunState;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.run.Executions;
import org.nullcline.ui.run.LiveExecution;

/** Writes behind an execution how its runs are. Lightweight: it decorates in the background and may read files. */
public class ExecutionDecorator extends BaseLabelProvider implements ILightweightLabelDecorator {

	private final Executions executions = PlatformUI.getWorkbench().getService(Executions.class);
	private final Map<IFolder, String> shown = new ConcurrentHashMap<>();
	private final Consumer<LiveExecution> listener = this::changed;

	public ExecutionDecorator() {
		executions.addListener(listener);
	}

	@Override
	public void dispose() {
		executions.removeListener(listener);
		super.dispose();
	}

	@Override
	public void decorate(Object element, IDecoration decoration) {
		if (!(element instanceof IFolder folder) || !ExecutionTester.isExecution(folder)) {
			return;
		}
		Optional<LiveExecution> live = executions.find(folder);
		Collection<RunState> states;
		if (live.isPresent()) {
			states = live.get().states().values();
		} else {
			try {
				states = StudyFolder.read(folder.getLocation().toPath()).getRuns().stream().map(Run::getState).toList();
			} catch (IOException | RuntimeException e) {
				// Its children say why.
				return;
			}
		}
		if (!states.isEmpty()) {
			decoration.addSuffix(" [" + States.words(states) + "]"); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** Measurements come often, states change rarely. */
	private void changed(LiveExecution execution) {
		String now = execution.ended() ? "" : execution.states().toString(); //$NON-NLS-1$
		String before = shown.put(execution.folder(), now);
		Display display = Display.getDefault();
		if (now.equals(before) || display.isDisposed()) {
			return;
		}
		display.asyncExec(() -> fireLabelProviderChanged(new LabelProviderChangedEvent(this, execution.folder())));
	}
}
