package org.nullcline.core.analysis;

/**
 * There is nothing to be found in these networks by this analysis: the task asks for nothing of the kind, or the network does
 * nothing of the kind. In the execution of a study this is an answer, kept as a note, and no failure.
 *
 * @since 0.1
 */
public final class DoesNotApplyException extends AnalysisException {

	private static final long serialVersionUID = 1L;

	/** @param reason a sentence */
	public DoesNotApplyException(String reason) {
		super(reason);
	}
}
