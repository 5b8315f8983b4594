package org.nullcline.ui;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** Switches between the light and the dark theme of the window; plots follow. */
public class ThemeHandler extends AbstractHandler implements IElementUpdater {

	private static final String COMMAND = "org.nullcline.ui.commands.dark"; //$NON-NLS-1$
	private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default"; //$NON-NLS-1$
	/** Milliseconds, longer than a desktop takes to announce its new colours. */
	private static final int PATIENCE = 1_000;

	private boolean wanted;

	@Override
	public Object execute(ExecutionEvent event) {
		Display display = PlatformUI.getWorkbench().getDisplay();
		boolean dark = !FormTheme.isDark();
		wanted = dark;
		boolean[] changed = { false };
		// Widgets take over the colours of the desktop when the engine resets them, so these have to change first.
		Listener desktop = new Listener() {

			@Override
			public void handleEvent(Event settings) {
				display.removeListener(SWT.Settings, this);
				changed[0] = true;
				display.asyncExec(() -> change(display, dark));
			}
		};
		display.addListener(SWT.Settings, desktop);
		display.setDarkThemePreferred(dark);
		// A desktop that has these colours already says nothing, and a busy one is late.
		display.timerExec(PATIENCE, () -> {
			if (!changed[0]) {
				change(display, dark);
			}
		});
		return null;
	}

	private void change(Display display, boolean dark) {
		// The user may have chosen anew meanwhile.
		if (dark != wanted) {
			return;
		}
		StrayRows.forget(display);
		// Remembered for the next start.
		PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(dark ? FormTheme.DARK : LIGHT, true);
		for (Shell shell : display.getShells()) {
			FormTheme.redraw(shell);
			ViewToolBars.arrangeOnceShown(shell);
		}
		PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(COMMAND, null);
	}

	@Override
	public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
		element.setChecked(FormTheme.isDark());
	}
}
