package org.nullcline.figures;

import java.awt.BasicStroke;
import java.awt.Font;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Area;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;

/** Makes charts of JFreeChart from drawings, in one theme. */
final class FigureChart {

	private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);
	private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
	private static final Font NUMBER = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
	private static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
	private static final Font DENSE_LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
	/** The height of an entry of a legend, and of what is above and below a legend at the right. */
	private static final int LINE = 24;
	private static final int HEADING = 60;
	private static final BasicStroke AXIS = new BasicStroke(1f);
	private static final BasicStroke GRID_LINE = new BasicStroke(0.8f);

	static {
		// For an error of Java 1.2 that is long gone, JFreeChart draws turned text as outlines; SVG files need it as text.
		TextUtils.setUseDrawRotatedStringWorkaround(false);
	}

	private final Theme theme;
	private final boolean title;

	FigureChart(Theme theme, boolean title) {
		this.theme = theme;
		this.title = title;
	}

	JFreeChart of(Drawing drawing, Optional<Viewport> view) {
		Figure figure = drawing.figure();
		DataRanges ranges = new DataRanges(figure);
		FigurePlot plot = plot(figure, ranges, view.or(drawing::home).orElseGet(ranges::viewport));
		ColorScale scale = scale(ranges);
		for (int i = 0; i < figure.layers().size(); i++) {
			Figure.Layer layer = figure.layers().get(i);
			plot.setDataset(i, new LayerDataset(layer));
			plot.setRenderer(i, renderer(layer, scale), false);
		}
		JFreeChart chart = new JFreeChart(null, TITLE, plot, false);
		chart.setBackgroundPaint(theme.background());
		chart.setBorderVisible(false);
		chart.setPadding(new RectangleInsets(10, 10, 8, ranges.hasGrid() ? 10 : 18));
		if (title && !figure.title().isBlank()) {
			TextTitle heading = new TextTitle(figure.title(), TITLE);
			heading.setPaint(theme.foreground());
			heading.setPadding(0, 4, 10, 4);
			chart.setTitle(heading);
		}
		addLegend(chart, plot, figure);
		if (ranges.hasGrid()) {
			plot.setColorBar(colorBar(figure, scale));
		}
		if (drawing instanceof SpatialDrawing spatial) {
			showSpace(plot, spatial);
		}
		return chart;
	}

	/** Values of both signs are told apart by their colour; amounts are not given a middle that they do not have. */
	private ColorScale scale(DataRanges ranges) {
		return ranges.hasBothSigns() ? new Diverging(ranges.values(), theme) : new Viridis(ranges.values(), theme.gridLines());
	}

	private FigurePlot plot(Figure figure, DataRanges ranges, Viewport view) {
		List<Grid> grids = figure.layers().stream().filter(Grid.class::isInstance).map(Grid.class::cast).toList();
		NumberAxis horizontal;
		NumberAxis vertical;
		if (ranges.hasGrid()) {
			Grid largest = grids.stream().max((a, b) -> Integer.compare(a.rows().size() * a.columns().size(),
					b.rows().size() * b.columns().size())).orElseThrow();
			horizontal = new LabelAxis(figure.horizontal(), largest.columns());
			vertical = new LabelAxis(figure.vertical(), largest.rows());
			vertical.setInverted(true);
		} else {
			horizontal = new DecimalAxis(figure.horizontal());
			vertical = new DecimalAxis(figure.vertical());
		}
		style(horizontal);
		style(vertical);
		FigurePlot plot = new FigurePlot(horizontal, vertical, view, figure.equalScales());
		plot.setBackgroundPaint(theme.background());
		plot.setOutlineVisible(false);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		plot.setInsets(RectangleInsets.ZERO_INSETS);
		plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
		plot.setDomainGridlinesVisible(!ranges.hasGrid());
		plot.setRangeGridlinesVisible(!ranges.hasGrid());
		plot.setDomainGridlinePaint(theme.gridLines());
		plot.setRangeGridlinePaint(theme.gridLines());
		plot.setDomainGridlineStroke(GRID_LINE);
		plot.setRangeGridlineStroke(GRID_LINE);
		return plot;
	}

	private void style(NumberAxis axis) {
		axis.setLabelFont(LABEL);
		axis.setLabelPaint(theme.foreground());
		axis.setTickLabelFont(NUMBER);
		axis.setTickLabelPaint(theme.secondary());
		axis.setAxisLinePaint(theme.secondary());
		axis.setAxisLineStroke(AXIS);
		axis.setTickMarkPaint(theme.secondary());
		axis.setTickMarkOutsideLength(4);
		axis.setTickLabelInsets(new RectangleInsets(3, 4, 3, 4));
		axis.setLabelInsets(new RectangleInsets(4, 4, 4, 4));
	}

	private LayerRenderer renderer(Figure.Layer layer, ColorScale scale) {
		return switch (layer) {
		case Points points -> new PointsRenderer(points, theme.color(points.hue()));
		case Line line -> new LineRenderer(line, theme.color(line.hue()));
		case Area area -> new AreaRenderer(area, theme);
		case Grid grid -> new GridRenderer(grid, scale);
		};
	}

	private void addLegend(JFreeChart chart, FigurePlot plot, Figure figure) {
		plot.setFixedLegendItems(LegendEntries.of(figure, theme));
		if (plot.getFixedLegendItems().getItemCount() > 0) {
			LegendTitle legend = new LegendTitle(plot);
			legend.setPosition(RectangleEdge.BOTTOM);
			legend.setItemFont(LEGEND);
			legend.setItemPaint(theme.foreground());
			legend.setItemLabelPadding(new RectangleInsets(2, 3, 2, 12));
			legend.setPadding(6, 0, 0, 0);
			chart.addLegend(legend);
		}
	}

	/** A legend of many entries at the right of a low chart is dense, so that it stays one column. */
	static void legendBeside(LegendTitle legend, double height) {
		legend.setPosition(RectangleEdge.RIGHT);
		if (legend.getSources()[0].getLegendItems().getItemCount() * LINE > height - HEADING) {
			legend.setItemFont(DENSE_LEGEND);
			legend.setItemLabelPadding(new RectangleInsets(0, 2, 0, 4));
		}
	}

	private ColorBar colorBar(Figure figure, ColorScale scale) {
		String name = figure.layers().stream().filter(Grid.class::isInstance).map(Figure.Layer::name)
				.filter(text -> !text.isBlank()).findFirst().orElse(null);
		NumberAxis axis = new DecimalAxis(name);
		style(axis);
		return new ColorBar(scale, axis);
	}

	/** The paper's own axes mean nothing where space is looked at from the side. */
	private void showSpace(FigurePlot plot, SpatialDrawing drawing) {
		plot.getDomainAxis().setVisible(false);
		plot.getRangeAxis().setVisible(false);
		plot.setDomainGridlinesVisible(false);
		plot.setRangeGridlinesVisible(false);
		SpatialFigure space = drawing.space();
		for (AxisBox.Text text : drawing.box().texts(drawing.rotation(), space.x(), space.y(), space.z())) {
			XYTextAnnotation annotation = new XYTextAnnotation(text.text(), text.x(), text.y());
			annotation.setFont(text.name() ? LABEL : NUMBER);
			annotation.setRotationAngle(text.angle());
			annotation.setTextAnchor(text.side() < 0 ? TextAnchor.CENTER_RIGHT
					: text.side() > 0 ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER);
			annotation.setPaint(text.name() ? theme.foreground() : theme.secondary());
			plot.addAnnotation(annotation, false);
		}
	}
}
