package org.nullcline.figures;

import java.awt.image.BufferedImage;

/**
 * A figure as pixels.
 *
 * @param image    opaque, {@link BufferedImage#TYPE_INT_RGB}
 * @param geometry where the data lie, in units of the drawing
 * @param scale    pixels per unit of the drawing
 */
public record PaintedFigure(BufferedImage image, PlotGeometry geometry, double scale) {
}
