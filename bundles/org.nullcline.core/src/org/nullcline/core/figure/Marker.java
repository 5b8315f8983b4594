package org.nullcline.core.figure;

/** The shape of a point. */
public enum Marker {
	DOT, CIRCLE, SQUARE, TRIANGLE, DIAMOND, CROSS
}
