package org.nullcline.ui;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWTException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.eclipse.ui.statushandlers.StatusManager;

/** Switches between the light and the dark theme of the window; plots follow. */
public class ThemeHandler extends AbstractHandler implements IElementUpdater {

	private static final String COMMAND = "org.nullcline.ui.commands.dark"; //$NON-NLS-1$
	private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark"; //$NON-NLS-1$
	private static final String ENGINE = "org.eclipse.e4.ui.css.swt.theme"; //$NON-NLS-1$
	private static final String THEME = "themeid"; //$NON-NLS-1$
	private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) {
		IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		String wanted = isDark(engine) ? LIGHT : DARK;
		try {
			// Remembered for the next start.
			engine.setTheme(wanted, true);
		} catch (SWTException e) {
			// The platform may stumble over rows of tables that are gone; at the next start there are none.
			InstanceScope.INSTANCE.getNode(ENGINE).put(THEME, wanted);
			StatusManager.getManager().handle(Status.warning(Messages.Theme_nextStart, e), StatusManager.SHOW);
		}
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
