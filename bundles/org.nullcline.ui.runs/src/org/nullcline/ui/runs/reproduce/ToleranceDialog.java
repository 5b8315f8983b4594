package org.nullcline.ui.runs.reproduce;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.nullcline.ui.runs.Messages;

/** Asks how large a relative difference may be. */
final class ToleranceDialog extends InputDialog {

	ToleranceDialog(Shell parent, String run) {
		super(parent, Messages.Reproduce_title, NLS.bind(Messages.Reproduce_message, run), "0", ToleranceDialog::problem); //$NON-NLS-1$
	}

	double tolerance() {
		return Double.parseDouble(getValue().strip());
	}

	private static String problem(String text) {
		try {
			double tolerance = Double.parseDouble(text.strip());
			return tolerance >= 0 && Double.isFinite(tolerance) ? null : Messages.Reproduce_notATolerance;
		} catch (NumberFormatException e) {
			return Messages.Reproduce_notATolerance;
		}
	}
}
