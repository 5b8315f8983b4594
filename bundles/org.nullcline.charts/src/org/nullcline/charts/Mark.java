package org.nullcline.charts;

/**
 * A point or a vertex of a line that stands out.
 *
 * @param layer which layer of the figure, from 0
 * @param item  which point or vertex
 * @param guide whether an upright line goes through it, as for a time
 */
public record Mark(int layer, int item, boolean guide) {

	/** A ring around a point. */
	public static Mark ring(int layer, int item) {
		return new Mark(layer, item, false);
	}

	/** A ring and an upright line. */
	public static Mark guide(int layer, int item) {
		return new Mark(layer, item, true);
	}
}
