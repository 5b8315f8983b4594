/** The views with plots, and their commands. */
package org.nullcline.ui.plots.view;
