package org.nullcline.ui.editor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.Messages;

/**
 * Draws a hidden Markov model: states as circles on a ring, transitions as arrows with their probabilities, emissions as bars
 * beside each state, one for each symbol. Arrows are the wider the more probable they are; the least probable ones have no
 * number.
 */
final class StateDiagram extends Canvas {

	private static final RGB[] SYMBOLS = { new RGB(0x2a, 0x6f, 0xb0), new RGB(0x9a, 0xa5, 0xb1), new RGB(0xd9, 0x82, 0x2b),
			new RGB(0x3f, 0x9b, 0x4f), new RGB(0x8a, 0x4f, 0xa3), new RGB(0xc2, 0x3b, 0x3b) };
	private static final double SMALLEST = 1e-6;
	private static final double NUMBERED = 0.005;
	private static final int BAR = 30;

	private HiddenMarkovModel model;

	StateDiagram(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED);
		AccessibleNames.set(this, Messages.Model_diagram);
		addListener(SWT.Paint, event -> paint(event.gc));
	}

	/** Shows a model. */
	void show(HiddenMarkovModel newModel) {
		model = newModel;
		redraw();
	}

	@Override
	public Point computeSize(int width, int height, boolean changed) {
		return new Point(width == SWT.DEFAULT ? 340 : width, height == SWT.DEFAULT ? 300 : height);
	}

	private void paint(GC gc) {
		if (model == null) {
			return;
		}
		gc.setAntialias(SWT.ON);
		gc.setTextAntialias(SWT.ON);
		Rectangle area = getClientArea();
		int states = model.states();
		int radius = Math.clamp(110 / Math.max(3, states) + 6, 7, 20);
		double[][] centres = centres(area, states, radius);
		Color ink = getForeground();
		double[][] transition = model.transition();
		gc.setForeground(ink);
		gc.setBackground(ink);
		for (int i = 0; i < states; i++) {
			for (int j = 0; j < states; j++) {
				if (transition[i][j] > SMALLEST) {
					gc.setLineWidth(Math.max(1, (int) Math.round(4 * transition[i][j])));
					if (i == j) {
						loop(gc, centres[i], outward(area, centres[i], states), radius, transition[i][i]);
					} else {
						arrow(gc, centres[i], centres[j], radius, transition[i][j], transition[j][i] > SMALLEST);
					}
				}
			}
		}
		gc.setLineWidth(1);
		for (int i = 0; i < states; i++) {
			state(gc, centres[i], radius, i);
			emissions(gc, centres[i], radius, model.emission()[i]);
		}
	}

	/** Two states beside each other, more on a ring that begins on the left. */
	private static double[][] centres(Rectangle area, int states, int radius) {
		double[][] centres = new double[states][];
		double x = area.width / 2.0;
		double y = area.height / 2.0;
		double across = Math.max(20, area.width / 2.0 - radius - BAR - 34);
		double down = Math.max(20, area.height / 2.0 - radius - BAR - 26);
		for (int i = 0; i < states; i++) {
			double angle = Math.PI + 2 * Math.PI * i / states;
			centres[i] = states == 1 ? new double[] { x, y } : new double[] { x + across * Math.cos(angle), y + down * Math.sin(angle) };
		}
		return centres;
	}

	private static double[] outward(Rectangle area, double[] centre, int states) {
		double dx = centre[0] - area.width / 2.0;
		double dy = centre[1] - area.height / 2.0;
		double length = Math.hypot(dx, dy);
		// The bars stand below a state, so that the loop of a state in a row goes upwards.
		return length < 1 || states <= 2 ? new double[] { 0, -1 } : new double[] { dx / length, dy / length };
	}

	private void state(GC gc, double[] centre, int radius, int number) {
		gc.setBackground(getBackground());
		int x = (int) Math.round(centre[0]);
		int y = (int) Math.round(centre[1]);
		gc.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
		gc.drawOval(x - radius, y - radius, 2 * radius, 2 * radius);
		String text = Integer.toString(number + 1);
		Point size = gc.textExtent(text);
		gc.drawText(text, x - size.x / 2, y - size.y / 2, true);
	}

	private void emissions(GC gc, double[] centre, int radius, double[] row) {
		int width = Math.clamp(48 / row.length, 2, 10);
		int left = (int) Math.round(centre[0]) - width * row.length / 2;
		int base = (int) Math.round(centre[1]) + radius + BAR + 4;
		for (int symbol = 0; symbol < row.length; symbol++) {
			Color color = new Color(SYMBOLS[symbol % SYMBOLS.length]);
			gc.setBackground(color);
			int height = (int) Math.round(row[symbol] * BAR);
			gc.fillRectangle(left + symbol * width, base - height, Math.max(1, width - 1), height);
		}
		gc.drawLine(left - 2, base, left + width * row.length + 1, base);
	}

	/** A slight curve to the right, so that both directions can be seen. */
	private void arrow(GC gc, double[] from, double[] to, int radius, double probability, boolean bent) {
		double dx = to[0] - from[0];
		double dy = to[1] - from[1];
		double length = Math.hypot(dx, dy);
		double ux = dx / length;
		double uy = dy / length;
		double bend = bent ? Math.min(26, 0.16 * length) : 0;
		double middleX = (from[0] + to[0]) / 2 - uy * bend;
		double middleY = (from[1] + to[1]) / 2 + ux * bend;
		double[] start = edge(from, middleX, middleY, radius + 1);
		double[] end = edge(to, middleX, middleY, radius + 3);
		Path path = new Path(getDisplay());
		path.moveTo((float) start[0], (float) start[1]);
		path.quadTo((float) middleX, (float) middleY, (float) end[0], (float) end[1]);
		gc.drawPath(path);
		path.dispose();
		head(gc, end, middleX, middleY);
		number(gc, probability, (start[0] + 2 * middleX + end[0]) / 4 - uy * 9, (start[1] + 2 * middleY + end[1]) / 4 + ux * 9);
	}

	private void loop(GC gc, double[] centre, double[] outward, int radius, double probability) {
		double size = 2.6 * radius;
		double sideX = -outward[1];
		double sideY = outward[0];
		double[] tip = { centre[0] + outward[0] * size, centre[1] + outward[1] * size };
		double[] one = { tip[0] + sideX * radius, tip[1] + sideY * radius };
		double[] other = { tip[0] - sideX * radius, tip[1] - sideY * radius };
		double[] start = edge(centre, one[0], one[1], radius + 1);
		double[] end = edge(centre, other[0], other[1], radius + 3);
		Path path = new Path(getDisplay());
		path.moveTo((float) start[0], (float) start[1]);
		path.cubicTo((float) one[0], (float) one[1], (float) other[0], (float) other[1], (float) end[0], (float) end[1]);
		gc.drawPath(path);
		path.dispose();
		head(gc, end, other[0], other[1]);
		number(gc, probability, centre[0] + outward[0] * (size + 3), centre[1] + outward[1] * (size + 3));
	}

	private static double[] edge(double[] centre, double x, double y, double radius) {
		double dx = x - centre[0];
		double dy = y - centre[1];
		double length = Math.max(1e-9, Math.hypot(dx, dy));
		return new double[] { centre[0] + radius * dx / length, centre[1] + radius * dy / length };
	}

	private void head(GC gc, double[] tip, double fromX, double fromY) {
		double angle = Math.atan2(tip[1] - fromY, tip[0] - fromX);
		int[] triangle = new int[6];
		triangle[0] = (int) Math.round(tip[0]);
		triangle[1] = (int) Math.round(tip[1]);
		for (int side = 0; side < 2; side++) {
			double turned = angle + Math.PI + (side == 0 ? 0.4 : -0.4);
			triangle[2 + 2 * side] = (int) Math.round(tip[0] + 9 * Math.cos(turned));
			triangle[3 + 2 * side] = (int) Math.round(tip[1] + 9 * Math.sin(turned));
		}
		gc.setBackground(getForeground());
		gc.fillPolygon(triangle);
	}

	private void number(GC gc, double probability, double x, double y) {
		if (probability < NUMBERED || model.states() > 12) {
			return;
		}
		String text = String.format("%.3g", probability).replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		Point size = gc.textExtent(text);
		gc.setBackground(getBackground());
		gc.drawText(text, (int) Math.round(x - size.x / 2.0), (int) Math.round(y - size.y / 2.0), true);
	}
}
