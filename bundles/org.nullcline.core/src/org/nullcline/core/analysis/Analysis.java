package org.nullcline.core.analysis;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * A question asked of trained networks. Registered at the extension point {@code org.nullcline.core.analyses} with scope
 * {@code network} (asked of each network alone) or {@code population} (asked of all together).
 */
@FunctionalInterface
public interface Analysis {

	/**
	 * Answers the question. The answer depends on the request alone.
	 *
	 * @param monitor for progress; must be asked for cancellation at least once a second
	 * @throws OperationCanceledException if the user has cancelled
	 * @throws AnalysisException          if the question cannot be asked of these networks, with the reason
	 */
	AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException;
}
