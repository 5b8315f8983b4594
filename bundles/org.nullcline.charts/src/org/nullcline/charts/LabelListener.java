package org.nullcline.charts;

/** Is told when a user picks a labelled point. */
@FunctionalInterface
public interface LabelListener {

	/** On the UI thread. */
	void picked(String label);
}
