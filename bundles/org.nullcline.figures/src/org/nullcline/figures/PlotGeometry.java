package org.nullcline.figures;

import java.awt.geom.Rectangle2D;

/**
 * Where data lie in a drawn figure, in units of the drawing (not of its pixels, if it was scaled).
 *
 * @param area     the rectangle inside the axes
 * @param view     what that rectangle shows
 * @param downward whether y grows downwards, as the rows of a grid do
 */
public record PlotGeometry(Rectangle2D area, Viewport view, boolean downward) {

	/** From the left edge of the drawing. */
	public double drawnX(double x) {
		return area.getX() + (x - view.left()) / view.width() * area.getWidth();
	}

	/** From the top edge of the drawing. */
	public double drawnY(double y) {
		double fromTop = downward ? y - view.bottom() : view.top() - y;
		return area.getY() + fromTop / view.height() * area.getHeight();
	}

	/** Inverse of {@link #drawnX}. */
	public double dataX(double drawnX) {
		return view.left() + (drawnX - area.getX()) / area.getWidth() * view.width();
	}

	/** Inverse of {@link #drawnY}. */
	public double dataY(double drawnY) {
		double fromTop = (drawnY - area.getY()) / area.getHeight() * view.height();
		return downward ? view.bottom() + fromTop : view.top() - fromTop;
	}
}
