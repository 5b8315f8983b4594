package org.nullcline.ui;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** Switches between the light and the dark theme of the window; plots follow. */
public class ThemeHandler extends AbstractHandler implements IElementUpdater {

	private static final String COMMAND = "org.nullcline.ui.commands.dark"; //$NON-NLS-1$
	private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark"; //$NON-NLS-1$
	private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) {
		IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		// Remembered for the next start.
		engine.setTheme(isDark(engine) ? LIGHT : DARK, true);
		PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(COMMAND, null);
		return null;
	}

	@Override
	public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
		element.setChecked(isDark(PlatformUI.getWorkbench().getService(IThemeEngine.class)));
	}

	private static boolean isDark(IThemeEngine engine) {
		ITheme active = engine == null ? null : engine.getActiveTheme();
		return active != null && active.getId().equals(DARK);
	}
}
