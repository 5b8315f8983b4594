package org.nullcline.core.analysis;

/** An analysis cannot be carried out because a parameter has a value that does not make sense; the message names it. */
public class ParameterValueException extends AnalysisException {

	private static final long serialVersionUID = 1L;

	public ParameterValueException(String message) {
		super(message);
	}
}
