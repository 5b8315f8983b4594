package org.nullcline.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

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
			drawLayer(new Surface(g2, dataArea, LinearScale.of(domainAxis, dataArea, plot.getDomainAxisEdge()),
					LinearScale.of(rangeAxis, dataArea, plot.getRangeAxisEdge()), ((FigurePlot) plot).image()));
		}
	}

	/** Draws the layer. */
	abstract void drawLayer(Surface surface);

	/** JFreeChart compares renderers field by field; two layers are never the same to it. */
	@Override
	public final boolean equals(Object other) {
		return this == other;
	}

	@Override
	public final int hashCode() {
		return System.identityHashCode(this);
	}
}
