package org.nullcline.core.analysis;

/** An analysis cannot be carried out; the message says why and what would help. */
public class AnalysisException extends Exception {

	private static final long serialVersionUID = 1L;

	public AnalysisException(String message) {
		super(message);
	}
}
