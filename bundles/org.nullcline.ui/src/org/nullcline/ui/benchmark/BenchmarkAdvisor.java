package org.nullcline.ui.benchmark;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.nullcline.ui.NullclineWorkbenchAdvisor;

/** The workbench as always, but when it first has nothing to do the measurements begin. */
final class BenchmarkAdvisor extends NullclineWorkbenchAdvisor {

	private static final double START_BAR = 6000;

	private final boolean json;
	private final boolean warmUp;
	private boolean usable;

	BenchmarkAdvisor(boolean json, boolean warmUp) {
		this.json = json;
		this.warmUp = warmUp;
	}

	/** The window is usable when all events of its opening have been handled. */
	@Override
	public void eventLoopIdle(Display display) {
		if (!usable) {
			usable = true;
			double start = System.currentTimeMillis() - started();
			display.asyncExec(() -> measure(display, start));
		}
		super.eventLoopIdle(display);
	}

	/** When the user asked for the window: as the start script says, else when this process began. */
	private static long started() {
		return Long.getLong("nullcline.started", ProcessHandle.current().info().startInstant() //$NON-NLS-1$
				.map(java.time.Instant::toEpochMilli).orElse(System.currentTimeMillis()));
	}

	/** What was measured is printed even if something later fails. */
	private void measure(Display display, double start) {
		List<Measured> measured = new ArrayList<>();
		try {
			if (!warmUp) {
				measured.add(new Measured("start to usable window", start, START_BAR, "")); //$NON-NLS-1$ //$NON-NLS-2$
				measured.addAll(FrameTimes.measure(display));
				TrainingStall training = new TrainingStall(display);
				measured.add(training.measure());
				measured.addAll(new TableOpening(display, training.project()).measure());
			}
		} catch (Exception e) {
			ILog.of(BenchmarkAdvisor.class).error("The window could not be measured", e); //$NON-NLS-1$
			System.err.println("bench workbench: " + e); //$NON-NLS-1$
		} finally {
			if (!warmUp) {
				System.out.println(json ? Measured.json(measured) : Measured.text(measured));
			}
			PlatformUI.getWorkbench().close();
		}
	}
}
