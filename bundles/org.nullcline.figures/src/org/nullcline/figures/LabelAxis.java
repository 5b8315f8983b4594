package org.nullcline.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis that names the rows or columns of a grid; where names do not fit, it turns them, then leaves some out. */
final class LabelAxis extends NumberAxis {

	private static final long serialVersionUID = 1L;
	private static final int LONGEST = 28;
	/** Names that stand upright and would take more of the height than this are left out: the grid is what people look at. */
	private static final double MOST_HEIGHT = 0.45;

	private final List<String> names;

	LabelAxis(String label, List<String> names) {
		super(label);
		this.names = names.stream()
				.map(name -> name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "\u2026").toList();
		setTickMarksVisible(false);
	}

	@Override
	public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
		if (RectangleEdge.isTopOrBottom(edge)) {
			// The area still includes the other axis, hence the allowance.
			double column = 0.82 * plotArea.getWidth() / getRange().getLength();
			boolean turn = widest(g2) + 6 > column;
			if (turn != isVerticalTickLabels()) {
				setVerticalTickLabels(turn);
			}
			boolean room = !turn || widest(g2) < MOST_HEIGHT * plotArea.getHeight();
			if (room != isTickLabelsVisible()) {
				setTickLabelsVisible(room);
			}
		}
		return super.reserveSpace(g2, plot, plotArea, edge, space);
	}

	@Override
	public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
		boolean horizontal = RectangleEdge.isTopOrBottom(edge);
		double cell = (horizontal ? dataArea.getWidth() : dataArea.getHeight()) / getRange().getLength();
		double needed = horizontal && !isVerticalTickLabels() ? widest(g2) + 6
				: g2.getFontMetrics(getTickLabelFont()).getAscent();
		int step = cell <= 0 ? names.size() + 1 : (int) Math.max(1, Math.ceil(needed / cell));
		TextAnchor anchor = horizontal && !isVerticalTickLabels() ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
		double angle = horizontal && isVerticalTickLabels() ? -Math.PI / 2 : 0;
		List<NumberTick> ticks = new ArrayList<>();
		for (int i = 0; i < names.size(); i += step) {
			if (getRange().contains(i)) {
				ticks.add(new NumberTick(i, names.get(i), anchor, anchor, angle));
			}
		}
		return ticks;
	}

	private double widest(Graphics2D g2) {
		var metrics = g2.getFontMetrics(getTickLabelFont());
		return names.stream().mapToInt(metrics::stringWidth).max().orElse(0);
	}
}
