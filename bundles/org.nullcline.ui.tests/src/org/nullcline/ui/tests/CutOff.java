package org.nullcline.ui.tests;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.forms.widgets.Hyperlink;

/** Finds what does not have the room it needs. */
final class CutOff {

	private CutOff() {
	}

	/** What is wrong with the visible controls of a composite, one line for each. */
	static List<String> in(Composite root) {
		List<String> found = new ArrayList<>();
		look(root, found);
		return found;
	}

	private static void look(Composite parent, List<String> found) {
		for (Control control : parent.getChildren()) {
			if (!control.isVisible()) {
				continue;
			}
			String text = text(control);
			if (!text.isEmpty() && lacksRoom(control)) {
				found.add("'" + text + "' has no room: " + control.getSize());
			}
			if (!(parent instanceof ScrolledComposite) && sticksOut(control.getBounds(), parent.getClientArea())) {
				found.add(control.getClass().getSimpleName() + " '" + text + "' sticks out: " + control.getBounds() + " of "
						+ parent.getClientArea());
			}
			if (control instanceof Composite composite) {
				look(composite, found);
			}
		}
	}

	/** What has to be read as a whole; fields and tables can be scrolled. */
	private static String text(Control control) {
		return switch (control) {
		case Label label -> label.getText();
		case CLabel label -> label.getText() == null ? "" : label.getText();
		case Button button -> button.getText();
		case Link link -> link.getText();
		case Hyperlink link -> link.getText();
		case Combo combo when (combo.getStyle() & SWT.READ_ONLY) != 0 -> combo.getText();
		default -> "";
		};
	}

	private static boolean lacksRoom(Control control) {
		Point size = control.getSize();
		boolean wraps = (control.getStyle() & SWT.WRAP) != 0;
		Point needed = control.computeSize(wraps ? Math.max(1, size.x) : SWT.DEFAULT, SWT.DEFAULT);
		return !wraps && needed.x > size.x || needed.y > size.y + 1;
	}

	private static boolean sticksOut(Rectangle bounds, Rectangle area) {
		return bounds.width > 0 && bounds.height > 0 && (bounds.x < area.x - 1 || bounds.y < area.y - 1
				|| bounds.x + bounds.width > area.x + area.width + 1 || bounds.y + bounds.height > area.y + area.height + 1);
	}
}
