package org.nullcline.ui.run;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.nullcline.ui.Images;
import org.nullcline.ui.Messages;
import org.nullcline.ui.PreferenceDefaults;

/** Tells in a corner of the desktop that a study has ended: it may have taken hours, and nobody looked on. */
public final class EndNotification implements Executions.EndListener {

	/** How long it stays, in milliseconds. */
	private static final long DELAY = 10_000;

	private final Display display;
	private final ResourceManager images = new LocalResourceManager(JFaceResources.getResources());

	public EndNotification(Display display) {
		this.display = display;
	}

	@Override
	public void ended(IFolder folder, IStatus result) {
		// Whoever cancels it knows that it ends.
		if (result.matches(IStatus.CANCEL) || !PreferenceDefaults.notifies()) {
			return;
		}
		try {
			display.asyncExec(() -> open(title(folder, result), text(result)));
		} catch (SWTException e) {
			// The workbench has closed meanwhile.
		}
	}

	private static String title(IFolder folder, IStatus result) {
		return NLS.bind(result.isOK() ? Messages.Notification_done : Messages.Notification_failed, folder.getName());
	}

	private static String text(IStatus result) {
		return result.isOK() ? Messages.Notification_results : result.getMessage();
	}

	private void open(String title, String text) {
		NotificationPopup.forDisplay(display).title(title, true).titleImage(images.get(Images.icon("nullcline"))) //$NON-NLS-1$
				.text(text).delay(DELAY).fadeIn(true).open();
	}
}
