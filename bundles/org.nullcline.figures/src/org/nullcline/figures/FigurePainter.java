package org.nullcline.figures;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;

/** Draws figures in one theme. Needs no display; can be used from any thread. */
public final class FigurePainter {

	/** From this ratio of width to height on the legend stands at the right. */
	private static final double WIDE = 1.8;

	private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);
	private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
	private static final Font NUMBER = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
	private static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
	private static final BasicStroke AXIS = new BasicStroke(1f);
	private static final BasicStroke GRID_LINE = new BasicStroke(0.8f);

	static {
		// For an error of Java 1.2 that is long gone, JFreeChart draws turned text as outlines; SVG files need it as text.
		TextUtils.setUseDrawRotatedStringWorkaround(false);
	}

	private final Theme theme;
	private final boolean title;

	/** A painter that draws titles. */
	public FigurePainter(Theme theme) {
		this(theme, true);
	}

	private FigurePainter(Theme theme, boolean title) {
		this.theme = theme;
		this.title = title;
	}

	/** A painter that leaves the title out, for places that print it themselves. */
	public FigurePainter withoutTitle() {
		return new FigurePainter(theme, false);
	}

	public Theme theme() {
		return theme;
	}

	/** The part of the plane that holds all data of a figure. */
	public static Viewport viewport(Figure figure) {
		return new DataRanges(figure).viewport();
	}

	/** The figure as a chart of JFreeChart. */
	public JFreeChart chart(Figure figure) {
		return chart(figure, Optional.empty());
	}

	/**
	 * The figure as a chart of JFreeChart.
	 *
	 * @param view the part to show; where scales are equal, one of its sides grows as far as needed. Nothing: all data
	 */
	public JFreeChart chart(Figure figure, Optional<Viewport> view) {
		DataRanges ranges = new DataRanges(figure);
		FigurePlot plot = plot(figure, ranges, view.orElseGet(ranges::viewport));
		Viridis scale = new Viridis(ranges.values(), theme.gridLines());
		for (int i = 0; i < figure.layers().size(); i++) {
			Figure.Layer layer = figure.layers().get(i);
			plot.setDataset(i, dataset(layer));
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
		return chart;
	}

	/** The figure as pixels at its own size. */
	public BufferedImage image(Figure figure, double scale) {
		FigureSize size = FigureSize.of(figure);
		return paint(figure, Optional.empty(), size.width(), size.height(), scale).image();
	}

	/**
	 * The figure as pixels.
	 *
	 * @param view   the part to show; nothing: all data
	 * @param width  of the drawing in its own units; letters are of a fixed size in these units
	 * @param height of the drawing
	 * @param scale  pixels per unit
	 */
	public PaintedFigure paint(Figure figure, Optional<Viewport> view, int width, int height, double scale) {
		BufferedImage image = new BufferedImage((int) Math.max(1, Math.round(width * scale)),
				(int) Math.max(1, Math.round(height * scale)), BufferedImage.TYPE_INT_RGB);
		Graphics2D g2 = image.createGraphics();
		try {
			g2.setColor(theme.background());
			g2.fillRect(0, 0, image.getWidth(), image.getHeight());
			g2.scale(scale, scale);
			JFreeChart chart = chart(figure, view);
			if (chart.getLegend() != null && width > WIDE * height) {
				// Where there is little height, the legend must not take it.
				chart.getLegend().setPosition(RectangleEdge.RIGHT);
			}
			ChartRenderingInfo info = new ChartRenderingInfo(null);
			chart.draw(g2, new java.awt.geom.Rectangle2D.Double(0, 0, width, height), info);
			FigurePlot plot = (FigurePlot) chart.getPlot();
			return new PaintedFigure(image, new PlotGeometry(info.getPlotInfo().getDataArea(), plot.shown(),
					plot.getRangeAxis().isInverted()), scale);
		} finally {
			g2.dispose();
		}
	}

	/** The figure as a PNG file at its own size. */
	public byte[] png(Figure figure, double scale) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image(figure, scale), "png", out);
		} catch (IOException e) {
			throw new UncheckedIOException("writing to memory does not fail", e);
		}
		return out.toByteArray();
	}

	/** The figure as an SVG element without size, which refers to nothing outside of itself. */
	public String svg(Figure figure) {
		return svg(figure, figure.id());
	}

	/**
	 * The figure as an SVG element.
	 *
	 * @param idPrefix of all identifiers in it; must differ between the figures of one page
	 */
	public String svg(Figure figure, String idPrefix) {
		return SvgWriter.write(chart(figure), FigureSize.of(figure), figure.title(), idPrefix);
	}

	/** The numbers of the figure, independent of theme. */
	public String csv(Figure figure) {
		return FigureCsv.write(figure);
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

	private LayerRenderer renderer(Figure.Layer layer, Viridis scale) {
		return switch (layer) {
		case Points points -> new PointsRenderer(points, theme.color(points.hue()));
		case Line line -> new LineRenderer(line, theme.color(line.hue()));
		case Grid grid -> new GridRenderer(grid, scale);
		};
	}

	/** The data for readers of the chart; a grid gives the centres of its cells. */
	private static DefaultXYDataset dataset(Figure.Layer layer) {
		DefaultXYDataset dataset = new DefaultXYDataset();
		dataset.addSeries(layer.name(), switch (layer) {
		case Points points -> new double[][] { points.x(), points.y() };
		case Line line -> new double[][] { line.x(), line.y() };
		case Grid grid -> centres(grid);
		});
		return dataset;
	}

	private static double[][] centres(Grid grid) {
		int columns = grid.columns().size();
		double[][] centres = new double[2][grid.rows().size() * columns];
		for (int i = 0; i < centres[0].length; i++) {
			centres[0][i] = i % columns;
			centres[1][i] = i / columns;
		}
		return centres;
	}

	private void addLegend(JFreeChart chart, XYPlot plot, Figure figure) {
		plot.setFixedLegendItems(LegendEntries.of(figure, theme, LEGEND));
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

	private ColorBar colorBar(Figure figure, Viridis scale) {
		String name = figure.layers().stream().filter(Grid.class::isInstance).map(Figure.Layer::name)
				.filter(text -> !text.isBlank()).findFirst().orElse(null);
		NumberAxis axis = new DecimalAxis(name);
		style(axis);
		return new ColorBar(scale, axis);
	}
}
