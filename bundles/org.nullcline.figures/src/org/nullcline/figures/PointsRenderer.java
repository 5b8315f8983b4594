package org.nullcline.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

import org.nullcline.core.figure.Figure.Points;
import org.nullcline.core.figure.Marker;

/** Draws points: each as a shape, or a great many as pixels. */
final class PointsRenderer extends LayerRenderer {

	private static final long serialVersionUID = 1L;
	/** From this number on, single shapes cannot be made out, and cost too much. */
	static final int MANY = 20_000;
	/** More tool tips than this make an SVG file heavy and help nobody. */
	static final int MOST_TITLES = 100;
	/** From this number on, points on a screen are stamped; an outline for each would take too long. */
	static final int STAMPED = 2_000;
	private static final double VECTOR_IMAGE_SCALE = 3;

	/** A point in the drawing. */
	private record Place(int point, double x, double y) {
	}

	private final transient Points points;
	private final Color color;

	PointsRenderer(Points points, Color color) {
		this.points = points;
		this.color = color;
	}

	@Override
	void drawLayer(Surface surface) {
		Graphics2D g2 = surface.g2();
		g2.setColor(color);
		int count = points.x().length;
		double radius = Markers.radius(points.marker(), count);
		if (count > MANY && surface.isVector()) {
			drawPicture(surface);
		} else if (count > STAMPED && surface.image().isPresent()) {
			drawPixels(surface, surface.image().get(), radius);
		} else {
			drawShapes(surface, radius);
		}
	}

	private void drawShapes(Surface surface, double radius) {
		Graphics2D g2 = surface.g2();
		boolean filled = Markers.filled(points.marker());
		boolean titles = !points.labels().isEmpty() && points.labels().size() <= MOST_TITLES;
		g2.setStroke(new BasicStroke(Markers.OUTLINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		if (!(g2 instanceof SvgGraphics svg)) {
			for (Place place : places(surface, true)) {
				Shape shape = Markers.shape(points.marker(), place.x(), place.y(), radius);
				if (filled) {
					g2.fill(shape);
				} else {
					g2.draw(shape);
				}
			}
		} else if (titles) {
			List<Place> places = places(surface, false);
			svg.marks(places.stream().map(place -> Markers.shape(points.marker(), place.x(), place.y(), radius)).toList(),
					places.stream().map(place -> points.labels().get(place.point())).toList(), filled);
		} else {
			drawAsOnePath(svg, radius, filled, places(surface, true));
		}
	}

	/** @param once whether points at one place of a fine raster of the drawing are drawn once */
	private List<Place> places(Surface surface, boolean once) {
		List<Place> places = new ArrayList<>();
		Set<Long> drawn = new HashSet<>();
		for (int i = 0; i < points.x().length; i++) {
			double x = drawn(points.x()[i], surface.horizontal());
			double y = drawn(points.y()[i], surface.vertical());
			if (!Double.isNaN(x) && !Double.isNaN(y) && (!once || drawn.add(raster(x, y)))) {
				places.add(new Place(i, x, y));
			}
		}
		return places;
	}

	private void drawAsOnePath(SvgGraphics svg, double radius, boolean filled, List<Place> places) {
		SvgPath path = new SvgPath();
		for (Place place : places) {
			double x = SvgPath.rounded(place.x());
			double y = SvgPath.rounded(place.y());
			switch (points.marker()) {
			case DOT -> {
				// A line of no length with round ends is a dot, and takes a fifth of the space of a circle element.
				path.moveTo(x, y);
				path.lineTo(x, y);
			}
			case CIRCLE -> path.circle(x, y, radius);
			case SQUARE, TRIANGLE, DIAMOND, CROSS -> path.append(Markers.shape(points.marker(), x, y, radius));
			}
		}
		if (path.isEmpty()) {
			return;
		}
		boolean dots = points.marker() == Marker.DOT;
		if (dots) {
			svg.setStroke(new BasicStroke((float) (2 * radius), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		}
		svg.path(path, filled && !dots);
	}

	/** Straight into the image that is drawn on. */
	private void drawPixels(Surface surface, BufferedImage image, double radius) {
		double scale = surface.scale();
		PointRaster raster = new PointRaster(((DataBufferInt) image.getRaster().getDataBuffer()).getData(),
				image.getWidth(), surface.pixels(image));
		LinearScale toX = surface.horizontal().times(scale);
		LinearScale toY = surface.vertical().times(scale);
		if (points.x().length <= MANY) {
			raster.stamps(points.x(), points.y(), toX, toY, new MarkerStamp(points.marker(), radius, scale), color.getRGB());
		} else {
			raster.squares(points.x(), points.y(), toX, toY, side(scale), color.getRGB());
		}
	}

	/** As a picture in vector graphics. */
	private void drawPicture(Surface surface) {
		double scale = VECTOR_IMAGE_SCALE;
		int width = (int) Math.ceil(surface.area().getWidth() * scale);
		int height = (int) Math.ceil(surface.area().getHeight() * scale);
		if (width < 1 || height < 1) {
			return;
		}
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		PointRaster raster = new PointRaster(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), width,
				new Rectangle(width, height));
		raster.squares(points.x(), points.y(), surface.horizontal().from(surface.area().getX()).times(scale),
				surface.vertical().from(surface.area().getY()).times(scale), side(scale), color.getRGB());
		SvgGraphics.drawPixels(surface.g2(), image, surface.area().getX(), surface.area().getY(), scale);
	}

	private static int side(double scale) {
		return (int) Math.max(1, Math.round(1.5 * scale));
	}

	private static long raster(double x, double y) {
		return Math.round(x * 5) << 32 ^ Math.round(y * 5) & 0xFFFFFFFFL;
	}

	private static double drawn(double value, DoubleUnaryOperator to) {
		return Double.isFinite(value) ? to.applyAsDouble(value) : Double.NaN;
	}
}
