package org.nullcline.ui.run;

import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.resources.IFolder;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IServiceLocator;

/** The variable that says whether anything is executed, for the expressions in {@code plugin.xml}. */
public class RunningSource extends AbstractSourceProvider {

	private static final String VARIABLE = "org.nullcline.ui.running"; //$NON-NLS-1$

	private final Consumer<LiveExecution> listener = this::changed;
	private final Executions.EndListener endListener = this::ended;
	private Executions executions;
	private volatile boolean told;

	@Override
	public void initialize(IServiceLocator locator) {
		executions = locator.getService(Executions.class);
		executions.addListener(listener);
		executions.addEndListener(endListener);
	}

	@Override
	public void dispose() {
		if (executions != null) {
			executions.removeListener(listener);
			executions.removeEndListener(endListener);
		}
	}

	@Override
	public Map<String, Object> getCurrentState() {
		return Map.of(VARIABLE, executions != null && executions.running() > 0);
	}

	@Override
	public String[] getProvidedSourceNames() {
		return new String[] { VARIABLE };
	}

	private void changed(LiveExecution execution) {
		update();
	}

	private void ended(IFolder folder, IStatus result) {
		update();
	}

	/** Measurements come often; only a change is told. */
	private void update() {
		boolean now = executions.running() > 0;
		if (now == told) {
			return;
		}
		told = now;
		try {
			Display display = PlatformUI.getWorkbench().getDisplay();
			display.asyncExec(() -> fireSourceChanged(ISources.WORKBENCH, VARIABLE, executions.running() > 0));
		} catch (SWTException | IllegalStateException e) {
			// The workbench closes.
		}
	}
}
