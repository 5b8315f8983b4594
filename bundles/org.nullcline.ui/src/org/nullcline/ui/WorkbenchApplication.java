package org.nullcline.ui;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.WorkbenchAdvisor;

/** The application with the window. */
public class WorkbenchApplication implements IApplication {

	static final String ID = "org.nullcline.ui.workbench"; //$NON-NLS-1$

	@Override
	public Object start(IApplicationContext context) {
		Display display = PlatformUI.createDisplay();
		try {
			String problem = claimWorkspace(Platform.getInstanceLocation());
			if (problem != null) {
				MessageDialog.openError(null, Messages.Application_title, problem);
				return EXIT_OK;
			}
			int code = PlatformUI.createAndRunWorkbench(display, advisor());
			return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
		} finally {
			display.dispose();
			Platform.getInstanceLocation().release();
		}
	}

	/** What decides on the life of the workbench. */
	protected WorkbenchAdvisor advisor() {
		return new NullclineWorkbenchAdvisor();
	}

	@Override
	public void stop() {
		if (!PlatformUI.isWorkbenchRunning()) {
			return;
		}
		IWorkbench workbench = PlatformUI.getWorkbench();
		workbench.getDisplay().syncExec(() -> {
			if (!workbench.getDisplay().isDisposed()) {
				workbench.close();
			}
		});
	}

	/** Two workbenches in one workspace would damage it, so the first one locks it. */
	private static String claimWorkspace(Location location) {
		try {
			if (!location.isSet()) {
				URL home = Path.of(System.getProperty("user.home"), "nullcline-workspace").toUri().toURL(); //$NON-NLS-1$ //$NON-NLS-2$
				location.set(location.getDefault() == null ? home : location.getDefault(), false);
			}
			return location.lock() ? null : NLS.bind(Messages.Application_workspaceInUse, location.getURL().getPath());
		} catch (IOException | IllegalStateException e) {
			ILog.of(WorkbenchApplication.class).error("The workspace cannot be used", e); //$NON-NLS-1$
			return NLS.bind(Messages.Application_workspaceUnusable, e.getMessage());
		}
	}
}
