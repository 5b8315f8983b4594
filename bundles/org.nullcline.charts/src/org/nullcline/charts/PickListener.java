package org.nullcline.charts;

/** Is told what a user clicks in a chart. */
@FunctionalInterface
public interface PickListener {

	/**
	 * On the UI thread.
	 *
	 * @param added whether a key was held that adds to a selection instead of replacing it
	 */
	void picked(Pick pick, boolean added);
}
