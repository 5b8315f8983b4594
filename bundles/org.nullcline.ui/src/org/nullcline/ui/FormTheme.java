package org.nullcline.ui;

import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.FormColors;
import org.eclipse.ui.forms.widgets.Form;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/**
 * Colours of forms. A toolkit takes those of the desktop when it is made, which may be before the theme of the window is in
 * force or before the user changes it, and style sheets do not reach all of what it makes later.
 */
public final class FormTheme {

	static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark"; //$NON-NLS-1$

	/** As in the style sheet. */
	private static final Color DARK_BACKGROUND = new Color(0x2f, 0x2f, 0x2f);
	private static final Color DARK_FOREGROUND = new Color(0xdd, 0xdd, 0xdd);

	private FormTheme() {
	}

	/** A toolkit with the colours of the theme; whoever makes it disposes it. */
	public static FormToolkit toolkit(Display display) {
		FormToolkit toolkit = new FormToolkit(display);
		adopt(toolkit);
		return toolkit;
	}

	/** Lets a toolkit make what it makes from now on in the colours that the theme has now. */
	public static void adopt(FormToolkit toolkit) {
		FormColors colors = toolkit.getColors();
		Display display = colors.getDisplay();
		boolean dark = isDark();
		colors.setBackground(dark ? DARK_BACKGROUND : display.getSystemColor(SWT.COLOR_LIST_BACKGROUND));
		colors.setForeground(dark ? DARK_FOREGROUND : display.getSystemColor(SWT.COLOR_LIST_FOREGROUND));
	}

	/** Sets the heading of a form off from its body; in the dark theme both have one background. */
	public static void decorate(FormToolkit toolkit, Form form) {
		if (isDark()) {
			form.setForeground(DARK_FOREGROUND);
		} else {
			toolkit.decorateFormHeading(form);
		}
	}

	/** Lets the title bars of sections, which are pictures, be drawn anew after the theme has changed. */
	static void redraw(Composite parent) {
		for (Control child : parent.getChildren()) {
			if (child instanceof Section section) {
				// A section gives its picture up when it is resized.
				section.notifyListeners(SWT.Resize, new Event());
				section.redraw();
			}
			if (child instanceof Composite composite) {
				redraw(composite);
			}
		}
	}

	static boolean isDark() {
		IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		ITheme active = engine == null ? null : engine.getActiveTheme();
		return active != null && active.getId().equals(DARK);
	}
}
