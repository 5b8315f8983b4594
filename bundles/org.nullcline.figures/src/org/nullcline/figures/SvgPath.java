package org.nullcline.figures;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/**
 * The data of an SVG path. Places are rounded to tenths of a unit, and each is written relative to the one before: half as
 * long as absolute numbers, and rounding errors do not add up. Segments that go on in one direction are one.
 */
final class SvgPath {

	private static final double PARTS = 10;

	private final StringBuilder data = new StringBuilder();
	private char command;
	/** All of the following in tenths of a unit: where the written data end, where their last part began. */
	private long x;
	private long y;
	private long startX;
	private long startY;
	/** A segment that may still become longer. */
	private long pendingX;
	private long pendingY;
	/** Whether a segment was asked for, and whether one was written, since the last move. */
	private boolean asked;
	private boolean written;

	/** The place that this class makes of a number. */
	static double rounded(double value) {
		return Math.round(value * PARTS) / PARTS;
	}

	void moveTo(double toX, double toY) {
		flush();
		long newX = Math.round(toX * PARTS);
		long newY = Math.round(toY * PARTS);
		if (data.isEmpty()) {
			write('M', newX, newY);
		} else {
			write('m', newX - x, newY - y);
		}
		x = newX;
		y = newY;
		startX = newX;
		startY = newY;
		asked = false;
		written = false;
	}

	void lineTo(double toX, double toY) {
		asked = true;
		long stepX = Math.round(toX * PARTS) - x - pendingX;
		long stepY = Math.round(toY * PARTS) - y - pendingY;
		if (stepX * pendingY != stepY * pendingX || stepX * pendingX + stepY * pendingY < 0) {
			segment();
		}
		pendingX += stepX;
		pendingY += stepY;
	}

	/** A whole circle of its own. */
	void circle(double centreX, double centreY, double radius) {
		moveTo(centreX - radius, centreY);
		long r = Math.round(radius * PARTS);
		// An arc cannot be a full circle.
		for (long width : new long[] { 2 * r, -2 * r }) {
			write('a', r, r);
			data.append(" 0 1 0");
			number(width);
			number(0);
		}
		asked = false;
	}

	/** A shape with straight edges. */
	void append(Shape shape) {
		double[] place = new double[6];
		for (PathIterator parts = shape.getPathIterator(null); !parts.isDone(); parts.next()) {
			switch (parts.currentSegment(place)) {
			case PathIterator.SEG_MOVETO -> moveTo(place[0], place[1]);
			case PathIterator.SEG_LINETO -> lineTo(place[0], place[1]);
			case PathIterator.SEG_CLOSE -> close();
			default -> throw new IllegalArgumentException("a shape with curves");
			}
		}
	}

	private void close() {
		flush();
		data.append('z');
		command = 'z';
		x = startX;
		y = startY;
		asked = false;
	}

	boolean isEmpty() {
		return data.isEmpty();
	}

	/** What belongs into the attribute {@code d}. */
	String data() {
		flush();
		return data.toString();
	}

	private void flush() {
		segment();
		if (asked && !written) {
			// A line of no length: the round ends of the stroke make it a dot.
			write('h', 0);
			written = true;
		}
	}

	private void segment() {
		if (pendingX == 0 && pendingY == 0) {
			return;
		}
		if (pendingY == 0) {
			write('h', pendingX);
		} else if (pendingX == 0) {
			write('v', pendingY);
		} else {
			write('l', pendingX, pendingY);
		}
		x += pendingX;
		y += pendingY;
		pendingX = 0;
		pendingY = 0;
		written = true;
	}

	private void write(char next, long... numbers) {
		// A letter may be left out where it is that of the part before; after a move it would mean a line.
		if (next != command || next == 'm') {
			data.append(next);
			command = next;
		}
		for (long number : numbers) {
			number(number);
		}
	}

	private void number(long tenths) {
		if (tenths >= 0 && !data.isEmpty() && Character.isDigit(data.charAt(data.length() - 1))) {
			data.append(' ');
		}
		if (tenths < 0) {
			data.append('-');
		}
		long size = Math.abs(tenths);
		if (size >= 10 || size == 0) {
			data.append(size / 10);
		}
		if (size % 10 != 0) {
			data.append('.').append(size % 10);
		}
	}
}
