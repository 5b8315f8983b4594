package org.nullcline.ui;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchPreferenceConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.nullcline.ui.perspectives.AnalysePerspective;
import org.nullcline.ui.perspectives.TrainPerspective;

/** What the window has; its menus and tool bars are commands in {@code plugin.xml}. */
class NullclineWindowAdvisor extends WorkbenchWindowAdvisor {

	NullclineWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		super(configurer);
	}

	@Override
	public void preWindowOpen() {
		IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
		configurer.setInitialSize(new Point(1280, 860));
		configurer.setTitle(Messages.Application_title);
		configurer.setShowMenuBar(true);
		configurer.setShowCoolBar(true);
		configurer.setShowPerspectiveBar(true);
		configurer.setShowStatusLine(true);
		configurer.setShowProgressIndicator(true);
		IPreferenceStore preferences = PlatformUI.getPreferenceStore();
		if (preferences.getString(IWorkbenchPreferenceConstants.PERSPECTIVE_BAR_EXTRAS).isEmpty()) {
			preferences.setDefault(IWorkbenchPreferenceConstants.PERSPECTIVE_BAR_EXTRAS,
					String.join(",", NullclinePerspective.ID, TrainPerspective.ID, AnalysePerspective.ID)); //$NON-NLS-1$
		}
	}

	@Override
	public void postWindowOpen() {
		ViewToolBars.watch(getWindowConfigurer().getWindow());
	}

	/** Welcomes somebody who has nothing yet; whoever drives the window by a program of its own, as tests do, is let in at once. */
	@Override
	public void openIntro() {
		String application = System.getProperty("eclipse.application"); //$NON-NLS-1$
		boolean own = application == null || application.equals(WorkbenchApplication.ID);
		if (own && ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0) {
			PlatformUI.getWorkbench().getIntroManager().showIntro(getWindowConfigurer().getWindow(), false);
		}
	}
}
