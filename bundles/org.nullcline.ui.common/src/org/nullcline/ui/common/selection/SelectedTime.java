package org.nullcline.ui.common.selection;

import org.nullcline.runs.RunReference;

/**
 * A time step of a trajectory.
 *
 * @param run   of the network
 * @param trial which of the study's test trials, from 0; or {@link #DRIVEN}
 * @param step  from 0, the state after the first step
 */
public record SelectedTime(RunReference run, int trial, int step) implements Selected {

	/** No trial, but the one long run of a network that is driven by noise, as analyses of such networks store it. */
	public static final int DRIVEN = -1;
}
