package org.nullcline.app.internal;

import java.util.Locale;

import org.eclipse.core.runtime.NullProgressMonitor;

/** Shows on the terminal how an analysis advances, and how much time is left. */
final class AnalysisProgress extends NullProgressMonitor {

	/** Parts of an analysis differ in speed, so the time left follows from the last minute or two. */
	private static final long WINDOW = 60_000_000_000L;

	private record Moment(long time, double share) {
	}

	private final ProgressLine line;
	private final String analysis;
	private Moment earlier = new Moment(System.nanoTime(), 0);
	private Moment later = earlier;
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
		Moment now = new Moment(System.nanoTime(), Math.min(1, worked / total));
		double done = now.share - earlier.share;
		String left = done <= 0 || now.share >= 1 ? ""
				: ", about " + ProgressLine.duration((long) ((now.time - earlier.time) * (1 - now.share) / done)) + " left";
		if (now.time - later.time > WINDOW) {
			earlier = later;
			later = now;
		}
		return String.format(Locale.ROOT, "%5.1f %%  %s%s", 100 * now.share, analysis, left);
	}
}
