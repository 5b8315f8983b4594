package org.nullcline.app.internal;

/** The command cannot be carried out as it was given; the message says what would be right. */
final class UsageException extends Exception {

	private static final long serialVersionUID = 1L;

	UsageException(String message) {
		super(message);
	}
}
