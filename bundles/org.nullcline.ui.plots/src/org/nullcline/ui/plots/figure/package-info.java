/** Figures of plots, each of which knows what its marks stand for. Knows no window. */
package org.nullcline.ui.plots.figure;
