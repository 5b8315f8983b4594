package org.nullcline.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PerspectiveAdapter;

/**
 * Keeps the tool bars of views beside their tabs. While the theme or the perspective changes, a tool bar has another size for
 * a moment; the stack of views then puts it into a row of its own, on top of the view, and leaves it there
 * (eclipse.platform.swt, issue 3608).
 */
final class ViewToolBars {

	/** After this time, in milliseconds, tool bars have the size of a new theme. */
	private static final int THEME_SETTLED = 400;
	/** The same for another perspective. */
	private static final int PERSPECTIVE_SETTLED = 50;

	/** Of a stack that has not been seen since it was to be arranged. */
	private static final String WAITING = ViewToolBars.class.getName();

	private ViewToolBars() {
	}

	/** Arranges the tool bars of a window whenever its perspective is another one, or as it was at first. */
	static void watch(IWorkbenchWindow window) {
		window.addPerspectiveListener(new PerspectiveAdapter() {

			@Override
			public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
				arrangeShown();
			}

			@Override
			public void perspectiveChanged(IWorkbenchPage page, IPerspectiveDescriptor perspective, String change) {
				if (change.equals(IWorkbenchPage.CHANGE_RESET_COMPLETE)) {
					arrangeShown();
				}
			}

			private void arrangeShown() {
				Shell shell = window.getShell();
				if (shell != null && !shell.isDisposed()) {
					arrangeOnceShown(shell, PERSPECTIVE_SETTLED);
				}
			}
		});
	}

	/** After a change of the theme: arranges the tool bars of all stacks, of hidden ones when they are seen. */
	static void arrangeOnceShown(Composite parent) {
		arrangeOnceShown(parent, THEME_SETTLED);
	}

	private static void arrangeOnceShown(Composite parent, int settled) {
		for (Control child : parent.getChildren()) {
			if (child instanceof CTabFolder folder) {
				arrangeOnceShown(folder, settled);
			}
			if (child instanceof Composite composite) {
				arrangeOnceShown(composite, settled);
			}
		}
	}

	private static void arrangeOnceShown(CTabFolder folder, int settled) {
		if (folder.getData(WAITING) != null) {
			return;
		}
		folder.setData(WAITING, Boolean.TRUE);
		folder.addListener(SWT.Paint, new Listener() {

			@Override
			public void handleEvent(Event event) {
				folder.removeListener(SWT.Paint, this);
				folder.setData(WAITING, null);
				folder.getDisplay().timerExec(settled, () -> arrange(folder));
			}
		});
		folder.redraw();
	}

	private static void arrange(CTabFolder folder) {
		if (!folder.isDisposed()) {
			// A folder arranges itself only where something changes.
			boolean close = folder.getUnselectedCloseVisible();
			folder.setUnselectedCloseVisible(!close);
			folder.setUnselectedCloseVisible(close);
			folder.layout(true);
		}
	}
}
