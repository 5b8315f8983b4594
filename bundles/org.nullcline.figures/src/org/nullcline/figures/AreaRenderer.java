package org.nullcline.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

import org.nullcline.core.figure.Figure.Area;
import org.nullcline.core.figure.Figure.Line;

/** Draws an area as one filled path. */
final class AreaRenderer extends LayerRenderer {

	private static final long serialVersionUID = 1L;
	/** How much of the hue there is beside the background: what lies below can still be seen in shape, not in colour. */
	private static final double STRENGTH = 0.35;

	private final transient Area area;
	private final Color color;

	AreaRenderer(Area area, Theme theme) {
		this.area = area;
		this.color = shade(area, theme);
	}

	/** An opaque mixture: overlapping polygons of one layer are of one colour. */
	static Color shade(Area area, Theme theme) {
		Color hue = theme.color(area.hue());
		Color back = theme.background();
		return new Color(mixed(hue.getRed(), back.getRed()), mixed(hue.getGreen(), back.getGreen()),
				mixed(hue.getBlue(), back.getBlue()));
	}

	private static int mixed(int hue, int back) {
		return (int) Math.round(STRENGTH * hue + (1 - STRENGTH) * back);
	}

	@Override
	void drawLayer(Surface surface) {
		Graphics2D g2 = surface.g2();
		g2.setColor(color);
		Path2D path = LineRenderer.path(new Line(area.name(), area.x(), area.y(), area.hue(), true), surface.horizontal(),
				surface.vertical());
		if (path.getCurrentPoint() != null) {
			if (g2 instanceof SvgGraphics svg) {
				SvgPath compact = new SvgPath();
				compact.append(path);
				svg.path(compact, true);
			} else {
				g2.fill(path);
			}
		}
	}
}
