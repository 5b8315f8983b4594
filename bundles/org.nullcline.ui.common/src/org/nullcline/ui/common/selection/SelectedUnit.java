package org.nullcline.ui.common.selection;

import org.nullcline.runs.RunReference;

/**
 * A hidden unit of a network.
 *
 * @param run  of the network
 * @param unit from 0
 */
public record SelectedUnit(RunReference run, int unit) implements Selected {
}
