package org.nullcline.charts;

/**
 * What a user has clicked.
 *
 * @param layer  which layer of the figure, from 0
 * @param item   which point, which vertex of a line, or which row of a grid
 * @param column of a grid; -1 elsewhere
 * @param label  of a labelled point; else empty
 */
public record Pick(int layer, int item, int column, String label) {
}
