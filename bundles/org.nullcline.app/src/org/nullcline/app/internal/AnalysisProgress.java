package org.nullcline.app.internal;

import java.util.Locale;

import org.eclipse.core.runtime.NullProgressMonitor;

/** Shows on the terminal how an analysis advances, and how much time is left. */
final class AnalysisProgress extends NullProgressMonitor {

	/** Less is no measure of the speed. */
	private static final double SMALLEST_SHARE = 0.002;

	private final ProgressLine line;
	private final String analysis;
	private final long begin = System.nanoTime();
	private double total = 1;
	private double worked;

	AnalysisProgress(Terminal terminal, String analysis) {
		line = new ProgressLine(terminal);
		this.analysis = analysis;
	}

	@Override
	public void beginTask(String name, int totalWork) {
		total = Math.max(1, totalWork);
	}

	@Override
	public void worked(int work) {
		internalWorked(work);
	}

	@Override
	public void internalWorked(double work) {
		worked += work;
		line.show(this::text);
	}

	private String text() {
		double share = Math.min(1, worked / total);
		String left = share < SMALLEST_SHARE || share >= 1 ? ""
				: ", about " + ProgressLine.duration((long) ((System.nanoTime() - begin) * (1 - share) / share)) + " left";
		return String.format(Locale.ROOT, "%5.1f %%  %s%s", 100 * share, analysis, left);
	}
}
