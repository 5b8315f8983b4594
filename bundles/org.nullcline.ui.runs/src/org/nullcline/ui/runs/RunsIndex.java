package org.nullcline.ui.runs;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.services.IDisposable;
import org.nullcline.runs.index.RunIndex;
import org.osgi.framework.FrameworkUtil;

/** The workspace's index over run folders. A service of the workbench; opened when it is first asked for. */
public final class RunsIndex implements IDisposable {

	private static final String FILE = "runs"; //$NON-NLS-1$

	private RunIndex index;
	private boolean disposed;

	/**
	 * The index. Opening it takes a moment, so not on the UI thread.
	 *
	 * @throws IOException if the workbench is about to end
	 */
	public synchronized RunIndex get() throws IOException {
		if (disposed) {
			throw new IOException("the workbench is closed"); //$NON-NLS-1$
		}
		if (index == null) {
			Path file = Platform.getStateLocation(FrameworkUtil.getBundle(RunsIndex.class)).append(FILE).toPath();
			try {
				index = RunIndex.open(file);
			} catch (IOException e) {
				ILog.of(RunsIndex.class).warn("Runs are indexed in memory only", e); //$NON-NLS-1$
				index = RunIndex.inMemory();
			}
		}
		return index;
	}

	@Override
	public synchronized void dispose() {
		disposed = true;
		if (index != null) {
			try {
				index.close();
			} catch (IOException e) {
				ILog.of(RunsIndex.class).warn("The index of runs was not closed cleanly", e); //$NON-NLS-1$
			}
			index = null;
		}
	}
}
