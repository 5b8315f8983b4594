package org.nullcline.core.analysis;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.nullcline.core.task.Task;

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
	 * @throws DoesNotApplyException      if there is nothing of the kind in these networks, with the reason
	 * @throws AnalysisException          if the question cannot be answered, with the reason and the way out
	 */
	AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException;

	/**
	 * Whether the question makes sense for networks of a task. New studies ask only such questions.
	 *
	 * @since 0.1
	 */
	default boolean suits(Task task) {
		return true;
	}
}
