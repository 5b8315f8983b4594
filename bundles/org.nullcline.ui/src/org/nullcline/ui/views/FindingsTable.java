package org.nullcline.ui.views;

import java.util.List;
import java.util.Locale;

import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;

/** Claims, what was measured, and the verdicts; below them, all that the selected one says: claims and explanations are sentences. */
final class FindingsTable {

	private static final double LARGEST_COUNT = 1e7;

	private final SashForm body;
	private final Table table;
	private final Text details;
	private final ResourceManager colors;
	private List<Finding> shown = List.of();
	private RGB ground;

	FindingsTable(Composite parent) {
		body = new SashForm(parent, SWT.VERTICAL);
		table = new Table(body, SWT.FULL_SELECTION | SWT.BORDER | SWT.MULTI);
		table.setHeaderVisible(true);
		table.setLinesVisible(true);
		AccessibleNames.set(table, Messages.Results_findings);
		colors = new LocalResourceManager(JFaceResources.getResources(), table);
		// Another theme has another ground.
		table.addListener(SWT.Paint, event -> {
			if (!shown.isEmpty() && !table.getBackground().getRGB().equals(ground)) {
				colorVerdicts();
			}
		});
		column(Messages.Findings_verdict, 120);
		column(Messages.Findings_claim, 420);
		column(Messages.Findings_value, 90);
		column(Messages.Findings_interval, 150);
		column(Messages.Findings_threshold, 150);
		column(Messages.Findings_reference, 200);
		column(Messages.Findings_explanation, 420);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showDetails()));
		details = new Text(body, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
		AccessibleNames.set(details, Messages.Findings_details);
		body.setWeights(58, 42);
	}

	Control control() {
		return body;
	}

	void show(List<Finding> findings) {
		table.setRedraw(false);
		table.removeAll();
		for (Finding finding : findings) {
			TableItem row = new TableItem(table, SWT.NONE);
			row.setText(new String[] { finding.verdict().words(), finding.claim(), number(finding.value()),
					interval(finding.interval()), text(finding.threshold()), text(finding.reference()), text(finding.explanation()) });
		}
		shown = List.copyOf(findings);
		colorVerdicts();
		table.setRedraw(true);
		if (!findings.isEmpty()) {
			table.setSelection(0);
		}
		showDetails();
	}

	private void showDetails() {
		int index = table.getSelectionIndex();
		details.setText(shown.isEmpty() ? Messages.Findings_none : index < 0 ? "" : FindingDetails.of(shown.get(index))); //$NON-NLS-1$
	}

	private void colorVerdicts() {
		ground = table.getBackground().getRGB();
		for (int i = 0; i < shown.size(); i++) {
			table.getItem(i).setForeground(0, color(shown.get(i).verdict()));
		}
	}

	/** A number with the digits that people compare. */
	static String number(double value) {
		if (Double.isNaN(value)) {
			return "\u2013"; //$NON-NLS-1$
		}
		// Counts are counts.
		return value == Math.rint(value) && Math.abs(value) < LARGEST_COUNT ? Long.toString((long) value)
				: String.format(Locale.ROOT, "%.4g", value); //$NON-NLS-1$
	}

	private void column(String label, int width) {
		TableColumn column = new TableColumn(table, SWT.NONE);
		column.setText(label);
		column.setWidth(width);
	}

	/** The verdict is also in words, so that nothing hangs on the colour. On dark ground it is lighter. */
	private Color color(Verdict verdict) {
		boolean dark = table.getBackground().getRGB().getHSB()[2] < 0.5;
		return colors.create(ColorDescriptor.createFrom(switch (verdict) {
		case REPRODUCED -> dark ? new RGB(0x7c, 0xd4, 0x8e) : new RGB(0x2f, 0x8a, 0x43);
		case NOT_REPRODUCED -> dark ? new RGB(0xff, 0x8f, 0x85) : new RGB(0xc2, 0x3b, 0x3b);
		case UNDECIDED -> dark ? new RGB(0xe6, 0xb9, 0x55) : new RGB(0xa0, 0x6a, 0x12);
		}));
	}

	/** Both ends; nothing where none is known. */
	static String interval(Finding.Interval interval) {
		return Double.isNaN(interval.low()) && Double.isNaN(interval.high()) ? "" //$NON-NLS-1$
				: "[" + number(interval.low()) + ", " + number(interval.high()) + "]"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static String text(String text) {
		return text == null ? "" : text; //$NON-NLS-1$
	}
}
