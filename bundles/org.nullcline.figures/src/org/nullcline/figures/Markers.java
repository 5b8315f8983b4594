package org.nullcline.figures;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import org.nullcline.core.figure.Marker;

/** The shapes of points. */
final class Markers {

	/** Width of outlined markers. */
	static final float OUTLINE = 1.5f;

	private Markers() {
	}

	/** Half the size of a marker; crowds are smaller. */
	static double radius(Marker marker, int points) {
		double radius = points > 2000 ? 1.6 : points > 300 ? 2.2 : 3.2;
		return switch (marker) {
		case DOT -> radius;
		case CIRCLE -> radius + 1.2;
		case SQUARE -> radius + 0.4;
		case TRIANGLE, DIAMOND, CROSS -> radius + 1;
		};
	}

	/** Whether a marker is filled, not outlined. */
	static boolean filled(Marker marker) {
		return marker != Marker.CIRCLE && marker != Marker.CROSS;
	}

	static Shape shape(Marker marker, double x, double y, double radius) {
		return switch (marker) {
		case DOT, CIRCLE -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
		case SQUARE -> new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
		case TRIANGLE -> polygon(x, y, radius, 0, -1.05, 1, 0.75, -1, 0.75);
		case DIAMOND -> polygon(x, y, radius, 0, -1.1, 1.1, 0, 0, 1.1, -1.1, 0);
		case CROSS -> cross(x, y, 0.85 * radius);
		};
	}

	private static Shape polygon(double x, double y, double radius, double... corners) {
		Path2D path = new Path2D.Double();
		path.moveTo(corners[0], corners[1]);
		for (int i = 2; i < corners.length; i += 2) {
			path.lineTo(corners[i], corners[i + 1]);
		}
		path.closePath();
		path.transform(new AffineTransform(radius, 0, 0, radius, x, y));
		return path;
	}

	private static Shape cross(double x, double y, double radius) {
		Path2D path = new Path2D.Double();
		path.moveTo(x - radius, y - radius);
		path.lineTo(x + radius, y + radius);
		path.moveTo(x - radius, y + radius);
		path.lineTo(x + radius, y - radius);
		return path;
	}
}
