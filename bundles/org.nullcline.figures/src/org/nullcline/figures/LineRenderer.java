package org.nullcline.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;

import org.nullcline.core.figure.Figure.Line;

/** Draws a line as one path, without vertices that nobody could see. */
final class LineRenderer extends LayerRenderer {

	private static final long serialVersionUID = 1L;
	/** Vertices closer together than this, in units of the drawing, are one. */
	private static final double INVISIBLE = 0.3;

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
	void drawLayer(Graphics2D g2, Rectangle2D area, DoubleUnaryOperator toX, DoubleUnaryOperator toY) {
		g2.setColor(color);
		g2.setStroke(stroke(line));
		Path2D path = path(line, toX, toY);
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
