package org.nullcline.ui.views;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.nullcline.core.analysis.Finding;
import org.nullcline.ui.Messages;

/** All that a finding says, in words that need no columns. */
final class FindingDetails {

	private FindingDetails() {
	}

	static String of(Finding finding) {
		List<String> lines = new ArrayList<>();
		lines.add(finding.claim());
		lines.add(""); //$NON-NLS-1$
		lines.add(NLS.bind(Messages.Findings_line, Messages.Findings_verdict, finding.verdict().words()));
		lines.add(NLS.bind(Messages.Findings_line, Messages.Findings_value, FindingsTable.number(finding.value())));
		String numbers = FindingsTable.interval(finding.interval());
		String method = finding.interval().method() == null ? "" : finding.interval().method(); //$NON-NLS-1$
		addLine(lines, Messages.Findings_interval, numbers.isEmpty() || method.isEmpty() ? numbers + method
				: NLS.bind(Messages.Findings_intervalMethod, numbers, method));
		addLine(lines, Messages.Findings_threshold, finding.threshold());
		addLine(lines, Messages.Findings_reference, finding.reference());
		if (!finding.explanation().isBlank()) {
			lines.add(""); //$NON-NLS-1$
			lines.add(finding.explanation());
		}
		return String.join(System.lineSeparator(), lines);
	}

	private static void addLine(List<String> lines, String name, String value) {
		if (value != null && !value.isBlank()) {
			lines.add(NLS.bind(Messages.Findings_line, name, value));
		}
	}
}
