package org.nullcline.analysis.fidelity.internal;

import java.util.List;
import java.util.Locale;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;

/** Verdicts of the panel: closeness is shown only where the whole interval is close. */
final class Panel {

	static final String REFERENCE = "Torre et al. 2025, fidelity of the emulation";
	static final String OWN = "Nullcline: a check that the paper does not report";

	private Panel() {
	}

	/** A quantity that should be 0, up to a limit on either side. */
	static Finding close(String claim, double value, Interval interval, double limit, String threshold, String reference,
			String explanation) {
		return new Finding(claim, value, interval, threshold, reference, closeness(interval, limit), explanation);
	}

	/** Whether an interval lies within a limit, beyond it, or neither. */
	static Verdict closeness(Interval interval, double limit) {
		if (interval.low() >= -limit && interval.high() <= limit) {
			return Verdict.REPRODUCED;
		}
		return interval.low() > limit || interval.high() < -limit ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
	}

	/** The verdict on the whole: one that fails is enough to fail. */
	static Finding emulates(List<Finding> panel) {
		long passed = panel.stream().filter(finding -> finding.verdict() == Verdict.REPRODUCED).count();
		List<String> failed = panel.stream().filter(finding -> finding.verdict() == Verdict.NOT_REPRODUCED).map(Finding::claim).toList();
		List<String> open = panel.stream().filter(finding -> finding.verdict() == Verdict.UNDECIDED).map(Finding::claim).toList();
		Verdict verdict = !failed.isEmpty() ? Verdict.NOT_REPRODUCED : open.isEmpty() ? Verdict.REPRODUCED : Verdict.UNDECIDED;
		StringBuilder words = new StringBuilder(
				String.format(Locale.ROOT, "%d of %d checks passed. The loss has no part in this.", passed, panel.size()));
		if (!failed.isEmpty()) {
			words.append(" Failed: ").append(String.join(" ", failed));
		}
		if (!open.isEmpty()) {
			words.append(" Not decided: ").append(String.join(" ", open));
		}
		return new Finding("The network emulates the hidden Markov model.", passed, Interval.exact(passed),
				"all " + panel.size() + " checks of the panel", OWN, verdict, words.toString());
	}
}
