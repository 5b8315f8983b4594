package org.nullcline.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.DoubleUnaryOperator;

import org.nullcline.core.figure.Figure.Line;

/** Draws a line as one path, without vertices that nobody could see. */
final class LineRenderer extends LayerRenderer {

	private static final long serialVersionUID = 1L;
	/** Vertices closer together than this, in units of the drawing, are one. */
	private static final double INVISIBLE = 0.3;
	/** From this number of vertices on, a line on a screen is drawn as pixels. */
	static final int MANY = 20_000;

	private final transient Line line;
	private final Color color;

	LineRenderer(Line line, Color color) {
		this.line = line;
		this.color = color;
	}

	static BasicStroke stroke(Line line) {
		return new BasicStroke(line.thin() ? 0.9f : 1.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
	}

	@Override
	void drawLayer(Surface surface) {
		Graphics2D g2 = surface.g2();
		g2.setColor(color);
		g2.setStroke(stroke(line));
		if (line.x().length > MANY && surface.image().isPresent()) {
			drawPixels(surface, surface.image().get());
			return;
		}
		Path2D path = path(line, surface.horizontal(), surface.vertical());
		if (path.getCurrentPoint() != null) {
			if (g2 instanceof SvgGraphics svg) {
				SvgPath compact = new SvgPath();
				compact.append(path);
				svg.path(compact, false);
			} else {
				g2.draw(path);
			}
		}
	}

	private void drawPixels(Surface surface, BufferedImage image) {
		double scale = surface.scale();
		new LineRaster(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), image.getWidth(), surface.pixels(image))
				.draw(line, surface.horizontal().times(scale), surface.vertical().times(scale),
						(int) Math.max(1, Math.round(stroke(line).getLineWidth() * scale)), color.getRGB());
	}

	/** The line in the drawing. */
	static Path2D path(Line line, DoubleUnaryOperator toX, DoubleUnaryOperator toY) {
		Path2D path = new Path2D.Double();
		boolean open = false;
		boolean alone = false;
		double keptX = 0;
		double keptY = 0;
		for (int i = 0; i < line.x().length; i++) {
			boolean finite = Double.isFinite(line.x()[i]) && Double.isFinite(line.y()[i]);
			if (!finite) {
				if (open && alone) {
					// A single point between two gaps: the round ends of the stroke make it a dot.
					path.lineTo(keptX, keptY);
				}
				open = false;
				continue;
			}
			double x = toX.applyAsDouble(line.x()[i]);
			double y = toY.applyAsDouble(line.y()[i]);
			if (!open) {
				path.moveTo(x, y);
				open = true;
				alone = true;
			} else if (Math.abs(x - keptX) + Math.abs(y - keptY) >= INVISIBLE) {
				path.lineTo(x, y);
				alone = false;
			} else {
				continue;
			}
			keptX = x;
			keptY = y;
		}
		if (open && alone) {
			path.lineTo(keptX, keptY);
		}
		return path;
	}
}
