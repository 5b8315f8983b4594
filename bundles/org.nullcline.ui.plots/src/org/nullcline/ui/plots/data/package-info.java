/**
 * What plots read of a run: arrays of results, found by their names whatever analysis gave them, weights, and trajectories
 * that are computed anew. Knows no window; everything here runs in the background.
 */
package org.nullcline.ui.plots.data;
