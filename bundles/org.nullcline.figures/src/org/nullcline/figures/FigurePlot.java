package org.nullcline.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;

import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;

/**
 * A plot that can give both axes one scale and have a colour bar beside it. How much room the axes leave is known only
 * while it is drawn.
 */
final class FigurePlot extends XYPlot {

	private static final long serialVersionUID = 1L;

	private final transient Viewport wanted;
	private final boolean equalScales;
	private ColorBar colorBar;
	private transient BufferedImage image;

	FigurePlot(NumberAxis horizontal, NumberAxis vertical, Viewport wanted, boolean equalScales) {
		super(null, horizontal, vertical, null);
		this.wanted = wanted;
		this.equalScales = equalScales;
		horizontal.setRange(wanted.left(), wanted.right());
		vertical.setRange(wanted.bottom(), wanted.top());
	}

	void setColorBar(ColorBar bar) {
		this.colorBar = bar;
	}

	/** The image that is drawn on, whose pixels the layers may write. */
	void setImage(BufferedImage newImage) {
		this.image = newImage;
	}

	Optional<BufferedImage> image() {
		return Optional.ofNullable(image);
	}

	@Override
	protected AxisSpace calculateAxisSpace(Graphics2D g2, Rectangle2D plotArea) {
		AxisSpace space = axisSpace(g2, plotArea);
		if (equalScales) {
			// Wider ranges have other numbers beside them, which may need more room.
			equalize(space.shrink(plotArea, null));
			space = axisSpace(g2, plotArea);
		}
		return space;
	}

	private AxisSpace axisSpace(Graphics2D g2, Rectangle2D plotArea) {
		AxisSpace space = super.calculateAxisSpace(g2, plotArea);
		if (colorBar != null) {
			space.add(colorBar.width(g2, plotArea), RectangleEdge.RIGHT);
		}
		return space;
	}

	@Override
	protected Map<Axis, AxisState> drawAxes(Graphics2D g2, Rectangle2D plotArea, Rectangle2D dataArea,
			PlotRenderingInfo info) {
		if (equalScales) {
			equalize(dataArea);
		}
		if (colorBar != null) {
			colorBar.draw(g2, plotArea, dataArea);
		}
		return super.drawAxes(g2, plotArea, dataArea, info);
	}

	private void equalize(Rectangle2D area) {
		if (area.getWidth() < 1 || area.getHeight() < 1) {
			return;
		}
		double unit = Math.max(wanted.width() / area.getWidth(), wanted.height() / area.getHeight());
		double x = (wanted.left() + wanted.right()) / 2;
		double y = (wanted.bottom() + wanted.top()) / 2;
		double halfWidth = unit * area.getWidth() / 2;
		double halfHeight = unit * area.getHeight() / 2;
		getDomainAxis().setRange(new Range(x - halfWidth, x + halfWidth), false, false);
		getRangeAxis().setRange(new Range(y - halfHeight, y + halfHeight), false, false);
	}

	/** What the axes show now; with equal scales, known after drawing. */
	Viewport shown() {
		return new Viewport(getDomainAxis().getLowerBound(), getDomainAxis().getUpperBound(),
				getRangeAxis().getLowerBound(), getRangeAxis().getUpperBound());
	}
}
