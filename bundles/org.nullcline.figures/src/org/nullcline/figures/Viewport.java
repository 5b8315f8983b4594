package org.nullcline.figures;

/**
 * The part of the plane that a figure shows.
 *
 * @param left   smallest x
 * @param right  largest x
 * @param bottom smallest y
 * @param top    largest y
 */
public record Viewport(double left, double right, double bottom, double top) {

	public Viewport {
		if (!(left < right) || !(bottom < top) || !Double.isFinite(right - left) || !Double.isFinite(top - bottom)) {
			throw new IllegalArgumentException(
					"not a part of the plane: x " + left + " to " + right + ", y " + bottom + " to " + top);
		}
	}

	public double width() {
		return right - left;
	}

	public double height() {
		return top - bottom;
	}

	/**
	 * Enlarged or reduced about a point that stays where it is. Where doubles cannot resolve the result, this viewport.
	 *
	 * @param factor below 1 shows less of the plane
	 */
	public Viewport scaled(double factor, double x, double y) {
		return orThis(x + (left - x) * factor, x + (right - x) * factor, y + (bottom - y) * factor,
				y + (top - y) * factor);
	}

	/** Moved by a distance of the plane. */
	public Viewport moved(double x, double y) {
		return orThis(left + x, right + x, bottom + y, top + y);
	}

	private Viewport orThis(double newLeft, double newRight, double newBottom, double newTop) {
		double resolution = 1e-12;
		boolean resolved = newRight - newLeft > resolution * Math.max(Math.abs(newLeft), Math.abs(newRight))
				&& newTop - newBottom > resolution * Math.max(Math.abs(newBottom), Math.abs(newTop))
				&& newRight - newLeft < 1e300 && newTop - newBottom < 1e300;
		return resolved ? new Viewport(newLeft, newRight, newBottom, newTop) : this;
	}
}
