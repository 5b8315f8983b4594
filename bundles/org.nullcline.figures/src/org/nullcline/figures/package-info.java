/**
 * Draws figures: to images, SVG and CSV, and as JFreeChart charts. Nothing here needs a display; the same drawing serves
 * the report, the command line and the workbench.
 *
 * @since 0.1.0
 */
package org.nullcline.figures;
