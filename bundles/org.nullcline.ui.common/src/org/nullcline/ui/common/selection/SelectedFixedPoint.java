package org.nullcline.ui.common.selection;

import org.nullcline.runs.RunReference;

/**
 * A fixed point of a network.
 *
 * @param run   of the network
 * @param point which row of the array {@code fixed_points} it is, from 0
 */
public record SelectedFixedPoint(RunReference run, int point) implements Selected {
}
