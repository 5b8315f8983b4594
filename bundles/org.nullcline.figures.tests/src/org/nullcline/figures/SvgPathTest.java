package org.nullcline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SvgPathTest {

	private static final Pattern PART = Pattern.compile("[a-zA-Z]|-?[0-9]*\\.?[0-9]+");

	@Test
	void placesAreRelativeAndInTenths() {
		SvgPath path = new SvgPath();
		path.moveTo(10, 20.04);
		path.lineTo(12.5, 20);
		path.lineTo(12.5, 19.3);
		path.lineTo(12, 18.7);
		path.lineTo(13.14, 19);
		path.moveTo(0.26, -1);
		assertEquals("M10 20h2.5v-.7l-.5-.6 1.1 .3m-12.8-20", path.data());
	}

	@Test
	void segmentsInOneDirectionAreOne() {
		SvgPath path = new SvgPath();
		path.moveTo(0, 0);
		for (int i = 1; i <= 10; i++) {
			path.lineTo(i, 2 * i);
		}
		path.lineTo(5, 10);
		path.lineTo(6, 10);
		path.lineTo(8, 10);
		assertEquals("M0 0l10 20-5-10h3", path.data());
	}

	@Test
	void lineOfNoLengthIsADot() {
		SvgPath path = new SvgPath();
		for (double x : new double[] { 1, 2.5 }) {
			path.moveTo(x, 3);
			path.lineTo(x, 3);
		}
		assertEquals("M1 3h0m1.5 0h0", path.data());
		SvgPath moved = new SvgPath();
		moved.moveTo(1, 3);
		assertEquals("M1 3", moved.data());
	}

	@Test
	void afterAClosedShapeTheNextBeginsRelativeToItsStart() {
		SvgPath path = new SvgPath();
		path.append(new Rectangle2D.Double(1, 1, 2, 3));
		path.append(new Rectangle2D.Double(11, 1, 2, 3));
		List<double[]> corners = corners(path.data());
		assertEquals(11, corners.get(corners.size() / 2)[0], 1e-9);
		assertEquals(1, corners.get(corners.size() / 2)[1], 1e-9);
		assertTrue(path.data().matches("M1 1.*zm10 0.*z"), path.data());
	}

	@Test
	void circleIsTwoArcs() {
		SvgPath path = new SvgPath();
		path.circle(10, 10, 4.4);
		path.circle(12, 10, 4.4);
		assertEquals("M5.6 10a4.4 4.4 0 1 0 8.8 0 4.4 4.4 0 1 0-8.8 0m2 0a4.4 4.4 0 1 0 8.8 0 4.4 4.4 0 1 0-8.8 0", path.data());
	}

	@Test
	void curvesAreRefused() {
		Assertions.assertThrows(IllegalArgumentException.class, () -> new SvgPath().append(new Ellipse2D.Double(0, 0, 1, 1)));
	}

	/** However long a line is, no vertex is further than the rounding from where it belongs. */
	@Test
	void roundingErrorsDoNotAddUp() {
		Random random = new Random(3);
		Path2D line = new Path2D.Double();
		line.moveTo(0.123, 0.456);
		double[] last = { 0.123, 0.456 };
		for (int i = 0; i < 5000; i++) {
			last = new double[] { last[0] + random.nextGaussian(), last[1] + random.nextGaussian() };
			line.lineTo(last[0], last[1]);
		}
		SvgPath path = new SvgPath();
		path.append(line);
		List<double[]> corners = corners(path.data());
		assertEquals(last[0], corners.getLast()[0], 0.0501);
		assertEquals(last[1], corners.getLast()[1], 0.0501);
	}

	/** The places that a reader of the path comes to. */
	private static List<double[]> corners(String data) {
		List<double[]> corners = new ArrayList<>();
		double x = 0;
		double y = 0;
		double[] start = { 0, 0 };
		char command = ' ';
		Matcher parts = PART.matcher(data);
		while (parts.find()) {
			String part = parts.group();
			if (Character.isLetter(part.charAt(0))) {
				command = part.charAt(0);
				if (command == 'z') {
					x = start[0];
					y = start[1];
				}
				continue;
			}
			double first = Double.parseDouble(part);
			if (command == 'v') {
				y += first;
			} else {
				x += first;
			}
			if (command != 'h' && command != 'v') {
				parts.find();
				y += Double.parseDouble(parts.group());
			}
			if (command == 'm' || command == 'M') {
				start = new double[] { x, y };
			}
			corners.add(new double[] { x, y });
		}
		return corners;
	}
}
