package org.nullcline.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;

import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/**
 * Draws a whole layer at once. JFreeChart's renderers draw item by item, which takes half a second for a hundred thousand
 * points and makes large SVG files: a line becomes one element per segment.
 */
abstract class LayerRenderer extends AbstractXYItemRenderer implements XYItemRenderer {

	private static final long serialVersionUID = 1L;
	/** Java2D loses precision, and time, on coordinates far outside of the drawing. */
	private static final double FAR = 1e5;

	@Override
	public XYItemRendererState initialise(Graphics2D g2, Rectangle2D dataArea, XYPlot plot, XYDataset data,
			PlotRenderingInfo info) {
		XYItemRendererState state = new XYItemRendererState(info);
		state.setProcessVisibleItemsOnly(false);
		return state;
	}

	@Override
	public final void drawItem(Graphics2D g2, XYItemRendererState state, Rectangle2D dataArea, PlotRenderingInfo info,
			XYPlot plot, ValueAxis domainAxis, ValueAxis rangeAxis, XYDataset dataset, int series, int item,
			CrosshairState crosshairState, int pass) {
		if (item == 0 && pass == 0) {
			drawLayer(g2, dataArea,
					x -> Math.clamp(domainAxis.valueToJava2D(x, dataArea, plot.getDomainAxisEdge()), -FAR, FAR),
					y -> Math.clamp(rangeAxis.valueToJava2D(y, dataArea, plot.getRangeAxisEdge()), -FAR, FAR));
		}
	}

	/**
	 * Draws the layer.
	 *
	 * @param toX from data to the drawing; NaN stays NaN
	 * @param toY the same for y
	 */
	abstract void drawLayer(Graphics2D g2, Rectangle2D area, DoubleUnaryOperator toX, DoubleUnaryOperator toY);

	/** JFreeChart compares renderers field by field; two layers are never the same to it. */
	@Override
	public final boolean equals(Object other) {
		return this == other;
	}

	@Override
	public final int hashCode() {
		return System.identityHashCode(this);
	}

	/** Pixels per unit of the drawing; 1 for vector graphics. */
	static double scale(Graphics2D g2) {
		return Math.max(1e-3, Math.abs(g2.getTransform().getScaleX()));
	}
}
