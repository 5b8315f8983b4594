package org.nullcline.kernels;

/**
 * A matrix in panels: groups of {@code width} neighboring columns, each stored row by row. Element (r, c) lies at
 * ((c / width) (rows + gap) + r) width + c mod width. The gap keeps the same row of different panels out of the same set
 * of the cache, where they would displace each other. Columns beyond the matrix fill the last panel and are 0 unless a
 * function writes them; nothing that leaves the layout contains them.
 * <p>
 * A slice shares the memory of its matrix.
 */
public final class Panels {

	/** Rows between two panels. */
	static final int GAP = PanelKernels.ROW_BLOCK;

	/** float[] or double[], of all panels of the matrix. */
	final Object values;
	final int first;
	private final int rows;
	private final int count;
	private final int width;

	Panels(Object values, int rows, int first, int count, int width) {
		this.values = values;
		this.rows = rows;
		this.first = first;
		this.count = count;
		this.width = width;
	}

	/** Rows of the matrix. */
	public int rows() {
		return rows;
	}

	/** Number of panels. */
	public int count() {
		return count;
	}

	/** Columns of a panel. */
	public int width() {
		return width;
	}

	/** Some neighboring panels of this matrix. */
	public Panels slice(int from, int panels) {
		if (from < 0 || panels < 0 || from + panels > count) {
			throw new IndexOutOfBoundsException("panels " + from + " to " + (from + panels) + " of " + count);
		}
		return new Panels(values, rows, first + from, panels, width);
	}

	/** Elements from a row of a panel to the same row of the next one. */
	int stride() {
		return (rows + GAP) * width;
	}

	/** Index of the first element of a row in a panel of this slice. */
	int at(int panel, int row) {
		return ((first + panel) * (rows + GAP) + row) * width;
	}
}
