package org.nullcline.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Area;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;

/** The legend: one entry per name, with the line, the marker, or both; or with a patch of its area. */
final class LegendEntries {

	private LegendEntries() {
	}

	static LegendItemCollection of(Figure figure, Theme theme) {
		Map<String, Points> points = new LinkedHashMap<>();
		Map<String, Line> lines = new LinkedHashMap<>();
		Map<String, Area> areas = new LinkedHashMap<>();
		Map<String, Figure.Layer> names = new LinkedHashMap<>();
		for (Figure.Layer layer : figure.layers()) {
			if (layer.name().isBlank() || layer instanceof Figure.Grid) {
				continue;
			}
			names.putIfAbsent(layer.name(), layer);
			switch (layer) {
			case Points p -> points.putIfAbsent(layer.name(), p);
			case Line l -> lines.putIfAbsent(layer.name(), l);
			case Area a -> areas.putIfAbsent(layer.name(), a);
			case Figure.Grid _ -> throw new IllegalStateException("a grid has a colour bar");
			}
		}
		LegendItemCollection entries = new LegendItemCollection();
		for (String name : names.keySet()) {
			LegendItem entry = points.containsKey(name) || lines.containsKey(name)
					? entry(name, points.get(name), lines.get(name), theme)
					: new LegendItem(name, null, null, null, new Rectangle2D.Double(-8, -5, 16, 10),
							AreaRenderer.shade(areas.get(name), theme));
			entry.setLabelPaint(theme.foreground());
			entries.add(entry);
		}
		return entries;
	}

	/** @param marker or line may be null, not both */
	private static LegendItem entry(String name, Points marker, Line line, Theme theme) {
		Color markerColor = theme.color(marker == null ? line.hue() : marker.hue());
		Color lineColor = theme.color(line == null ? marker.hue() : line.hue());
		Shape shape = marker == null ? new Line2D.Double()
				: Markers.shape(marker.marker(), 0, 0, Markers.radius(marker.marker(), 1) + 0.6);
		boolean filled = marker != null && Markers.filled(marker.marker());
		// The sample of a thin line is a little thicker than the line: its colour must be recognised.
		BasicStroke sample = new BasicStroke(line == null || line.thin() ? 1.4f : 2.2f, BasicStroke.CAP_ROUND,
				BasicStroke.JOIN_ROUND);
		return new LegendItem(name, null, null, null, marker != null, shape, filled, markerColor,
				marker != null && !filled, markerColor, new BasicStroke(Markers.OUTLINE), line != null,
				new Line2D.Double(-11, 0, 11, 0), sample, lineColor);
	}
}
