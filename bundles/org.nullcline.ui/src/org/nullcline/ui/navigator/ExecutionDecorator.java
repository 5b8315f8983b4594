package org.nullcline.ui.navigator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.nullcline.core.study.SeriesFiles;
import org.nullcline.model.Run;
import org.nullcline.model.RunState;
import org.nullcline.runs.SeriesFolder;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.Images;
import org.nullcline.ui.Messages;
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
		if (!(element instanceof IFolder folder)) {
			return;
		}
		if (ExecutionTester.isExecution(folder)) {
			show(states(folder), executions.find(folder).filter(LiveExecution::isWaiting).isPresent(), decoration);
		} else if (ExecutionTester.isSeries(folder)) {
			List<RunState> states = new ArrayList<>();
			try {
				for (String member : SeriesFolder.read(folder.getLocation().toPath()).getMembers()) {
					states.addAll(states(folder.getFolder(SeriesFiles.memberName(member))));
				}
			} catch (IOException e) {
				// Its report says why.
				return;
			}
			show(states, states.isEmpty() && executions.isRunning(folder), decoration);
		}
	}

	private Collection<RunState> states(IFolder folder) {
		Optional<LiveExecution> live = executions.find(folder);
		try {
			List<Run> runs = StudyFolder.read(folder.getLocation().toPath()).getRuns();
			if (live.isEmpty()) {
				return runs.stream().map(Run::getState).toList();
			}
			// What runs knows better than what was written down last.
			Map<String, RunState> states = new LinkedHashMap<>();
			runs.forEach(run -> states.put(run.getName(), run.getState()));
			states.putAll(live.get().states());
			return states.values();
		} catch (IOException | RuntimeException e) {
			// Its children say why.
			return live.map(execution -> execution.states().values()).orElse(List.of());
		}
	}

	private static void show(Collection<RunState> states, boolean waiting, IDecoration decoration) {
		if (waiting) {
			decoration.addSuffix(" [" + Messages.State_waiting + "]"); //$NON-NLS-1$ //$NON-NLS-2$
			decoration.addOverlay(Images.icon("overlay-pending"), IDecoration.BOTTOM_RIGHT); //$NON-NLS-1$
		} else if (!states.isEmpty()) {
			decoration.addSuffix(" [" + States.words(states) + "]"); //$NON-NLS-1$ //$NON-NLS-2$
			decoration.addOverlay(Images.icon("overlay-" + States.mostUrgent(states).getLiteral()), IDecoration.BOTTOM_RIGHT); //$NON-NLS-1$
		}
	}

	/** Measurements come often, states change rarely. */
	private void changed(LiveExecution execution) {
		String now = execution.ended() ? "" : execution.isWaiting() + execution.states().toString(); //$NON-NLS-1$
		String before = shown.put(execution.folder(), now);
		Display display = Display.getDefault();
		if (now.equals(before) || display.isDisposed()) {
			return;
		}
		// A series is as its members are.
		Object[] folders = execution.folder().getParent() instanceof IFolder parent
				? new Object[] { execution.folder(), parent } : new Object[] { execution.folder() };
		display.asyncExec(() -> fireLabelProviderChanged(new LabelProviderChangedEvent(this, folders)));
	}
}
