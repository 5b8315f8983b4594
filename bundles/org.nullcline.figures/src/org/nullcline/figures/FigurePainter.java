package org.nullcline.figures;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.nullcline.core.figure.Figure;

/** Draws figures in one theme. Needs no display; can be used from any thread. */
public final class FigurePainter {

	/** From this ratio of width to height on the legend stands at the right. */
	private static final double WIDE = 1.8;

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
		return chart(Drawing.of(figure), Optional.empty());
	}

	/**
	 * The drawing as a chart of JFreeChart.
	 *
	 * @param view the part to show; where scales are equal, one of its sides grows as far as needed. Nothing: all data
	 */
	public JFreeChart chart(Drawing drawing, Optional<Viewport> view) {
		return new FigureChart(theme, title).of(drawing, view);
	}

	/** The figure as pixels at its own size. */
	public BufferedImage image(Figure figure, double scale) {
		return image(Drawing.of(figure), scale);
	}

	/** The drawing as pixels at its own size. */
	public BufferedImage image(Drawing drawing, double scale) {
		return image(drawing, Optional.empty(), scale);
	}

	private BufferedImage image(Drawing drawing, Optional<Viewport> view, double scale) {
		FigureSize size = FigureSize.of(drawing.figure());
		return paint(drawing, view, size.width(), size.height(), scale).image();
	}

	/** As {@link #paint(Drawing, Optional, int, int, double)}. */
	public PaintedFigure paint(Figure figure, Optional<Viewport> view, int width, int height, double scale) {
		return paint(Drawing.of(figure), view, width, height, scale);
	}

	/**
	 * The drawing as pixels.
	 *
	 * @param view   the part to show; nothing: all data
	 * @param width  of the drawing in its own units; letters are of a fixed size in these units
	 * @param height of the drawing
	 * @param scale  pixels per unit
	 */
	public PaintedFigure paint(Drawing drawing, Optional<Viewport> view, int width, int height, double scale) {
		BufferedImage image = new BufferedImage((int) Math.max(1, Math.round(width * scale)),
				(int) Math.max(1, Math.round(height * scale)), BufferedImage.TYPE_INT_RGB);
		Graphics2D g2 = image.createGraphics();
		try {
			g2.setColor(theme.background());
			g2.fillRect(0, 0, image.getWidth(), image.getHeight());
			g2.scale(scale, scale);
			JFreeChart chart = chart(drawing, view);
			if (chart.getLegend() != null && width > WIDE * height) {
				// Where there is little height, the legend must not take it.
				FigureChart.legendBeside(chart.getLegend(), height);
			}
			FigurePlot plot = (FigurePlot) chart.getPlot();
			plot.setImage(image);
			ChartRenderingInfo info = new ChartRenderingInfo(null);
			chart.draw(g2, new java.awt.geom.Rectangle2D.Double(0, 0, width, height), info);
			return new PaintedFigure(image, new PlotGeometry(info.getPlotInfo().getDataArea(), plot.shown(),
					plot.getRangeAxis().isInverted()), scale);
		} finally {
			g2.dispose();
		}
	}

	/** The figure as a PNG file at its own size. */
	public byte[] png(Figure figure, double scale) {
		return png(Drawing.of(figure), scale);
	}

	/** The drawing as a PNG file at its own size. */
	public byte[] png(Drawing drawing, double scale) {
		return png(drawing, Optional.empty(), scale);
	}

	/**
	 * A part of the drawing as a PNG file at its own size.
	 *
	 * @param view the part; nothing: all data
	 */
	public byte[] png(Drawing drawing, Optional<Viewport> view, double scale) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image(drawing, view, scale), "png", out);
		} catch (IOException e) {
			throw new UncheckedIOException("writing to memory does not fail", e);
		}
		return out.toByteArray();
	}

	/** The drawing as a PDF file of one page. */
	public byte[] pdf(Drawing drawing) {
		return pdf(drawing, Optional.empty());
	}

	/** As {@link #png(Drawing, Optional, double)}, as a PDF file. */
	public byte[] pdf(Drawing drawing, Optional<Viewport> view) {
		return PdfFile.write(chart(drawing, view), FigureSize.of(drawing.figure()), drawing.title());
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
		return svg(Drawing.of(figure), idPrefix);
	}

	/** As {@link #svg(Figure, String)}. */
	public String svg(Drawing drawing, String idPrefix) {
		return svg(drawing, Optional.empty(), idPrefix);
	}

	/** As {@link #svg(Figure, String)}, of a part of the drawing; nothing: all data. */
	public String svg(Drawing drawing, Optional<Viewport> view, String idPrefix) {
		return SvgWriter.write(chart(drawing, view), FigureSize.of(drawing.figure()), drawing.title(), idPrefix);
	}

	/** The numbers of the figure, independent of theme. */
	public String csv(Figure figure) {
		return FigureCsv.write(figure);
	}
}
