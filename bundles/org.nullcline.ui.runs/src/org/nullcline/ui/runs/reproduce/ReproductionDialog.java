package org.nullcline.ui.runs.reproduce;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.nullcline.comparison.ReproductionReport;
import org.nullcline.comparison.ReproductionReport.Comparison;
import org.nullcline.comparison.ReproductionReport.Outcome;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.runs.Messages;

/** Says whether a run gave the same, array by array, and what has changed since. */
final class ReproductionDialog extends TitleAreaDialog {

	private static final int WIDTH = 680;
	private static final int HEIGHT = 300;

	private final ReproductionReport report;
	private final Path folder;

	ReproductionDialog(Shell parent, ReproductionReport report, Path folder) {
		super(parent);
		this.report = report;
		this.folder = folder;
		setShellStyle(SWT.SHELL_TRIM | SWT.MODELESS);
		// Training may have ended while the user does something else.
		setBlockOnOpen(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.Reproduce_result);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		setTitle(report.summary());
		setMessage(NLS.bind(Messages.Reproduce_folder, folder.getFileName()),
				report.outcome() == Outcome.DIFFERENT ? IMessageProvider.WARNING : IMessageProvider.INFORMATION);
		Composite body = new Composite(area, SWT.NONE);
		GridLayoutFactory.swtDefaults().applyTo(body);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
		Table table = new Table(body, SWT.FULL_SELECTION | SWT.BORDER | SWT.MULTI);
		table.setHeaderVisible(true);
		table.setLinesVisible(true);
		AccessibleNames.set(table, Messages.Reproduce_comparisons);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(table);
		for (String label : List.of(Messages.Reproduce_what, Messages.Reproduce_numbers, Messages.Reproduce_outcome,
				Messages.Reproduce_difference)) {
			new TableColumn(table, SWT.NONE).setText(label);
		}
		// What differs most is what people look for.
		report.comparisons().stream().sorted(Comparator.comparing(Comparison::outcome).reversed()).forEach(each -> new TableItem(table,
				SWT.NONE).setText(new String[] { each.what(), Integer.toString(each.count()), each.outcome().words(), difference(each) }));
		for (TableColumn column : table.getColumns()) {
			column.pack();
		}
		Label changes = new Label(body, SWT.WRAP);
		changes.setText(report.changes().isEmpty() ? Messages.Reproduce_noChanges
				: NLS.bind(Messages.Reproduce_changes, String.join(System.lineSeparator(), report.changes())));
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(changes);
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	private static String difference(Comparison comparison) {
		if (!comparison.problem().isEmpty()) {
			return comparison.problem();
		}
		return comparison.difference() == 0 ? "0" : String.format(Locale.ROOT, "%.3g", comparison.difference()); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
