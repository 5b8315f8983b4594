/**
 * Figures in windows. They are painted with Java2D in the background and shown as images; AWT never sees the window, so
 * that neither Wayland nor deadlocks between two toolkits matter.
 *
 * @since 0.1.0
 */
package org.nullcline.charts;
