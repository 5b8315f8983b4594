package org.nullcline.ui.plots.data;

/** A run has nothing to show in a plot; the message tells the user why, and what to do. */
public final class NotShownException extends Exception {

	private static final long serialVersionUID = 1L;

	public NotShownException(String message) {
		super(message);
	}
}
