package org.nullcline.ui.help;

import org.eclipse.core.runtime.ILog;
import org.eclipse.help.IContext;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;

/**
 * The help of this product: a view with the user guide. The platform's own help brings a web server, a search engine and a
 * compiler; the guide is a handful of pages.
 */
public class GuideHelp extends AbstractHelpUI {

	@Override
	public void displayHelp() {
		GuideView view = view();
		if (view != null) {
			view.showContents();
		}
	}

	@Override
	public void displayDynamicHelp() {
		displayHelp();
	}

	@Override
	public void displayContext(IContext context, int x, int y) {
		GuideView view = view();
		if (view != null) {
			view.show(context);
		}
	}

	@Override
	public void displayHelpResource(String href) {
		GuideView view = view();
		if (view != null) {
			view.showPage(href);
		}
	}

	/** Help is a view and does not go away by itself, so that F1 always shows what belongs to the focus now. */
	@Override
	public boolean isContextHelpDisplayed() {
		return false;
	}

	private static GuideView view() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window == null || window.getActivePage() == null) {
			return null;
		}
		try {
			return (GuideView) window.getActivePage().showView(GuideView.ID);
		} catch (PartInitException e) {
			ILog.of(GuideHelp.class).log(e.getStatus());
			return null;
		}
	}
}
