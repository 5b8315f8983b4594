package org.nullcline.dynamics;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/** Ends a computation that the user no longer wants. */
public final class Cancellation {

	private Cancellation() {
	}

	/** @throws OperationCanceledException if the user has cancelled */
	public static void check(IProgressMonitor monitor) {
		if (monitor.isCanceled()) {
			throw new OperationCanceledException();
		}
	}
}
