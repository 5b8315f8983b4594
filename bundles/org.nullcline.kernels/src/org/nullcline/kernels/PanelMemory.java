package org.nullcline.kernels;

/** What the forms of the kernels share: access to the memory of panels. */
public abstract class PanelMemory {

	/** Kept from call to call: a training step copies thousands of times, and what it leaves behind costs all cores time. */
	private static final ThreadLocal<double[]> COPIED = ThreadLocal.withInitial(() -> new double[1024]);

	/** Numbers on their way from or to native memory: at least so many, with any contents, until the thread asks again. */
	protected static double[] copied(int length) {
		double[] values = COPIED.get();
		if (values.length < length) {
			values = new double[length];
			COPIED.set(values);
		}
		return values;
	}

	/** Number of elements of a matrix, which is kept in one array. */
	protected static int length(int rows, int panels, int width) {
		long length = (long) (rows + Panels.GAP) * panels * width;
		if (length > Integer.MAX_VALUE - 8) {
			throw new IllegalArgumentException(rows + " rows of " + panels * (long) width
					+ " columns do not fit into one array; fewer trials, steps or units do");
		}
		return (int) length;
	}

	protected static Panels panels(Object values, int rows, int count, int width) {
		return new Panels(values, rows, 0, count, width);
	}

	protected static Object values(Panels panels) {
		return panels.values;
	}

	protected static int at(Panels panels, int panel, int row) {
		return panels.at(panel, row);
	}

	protected static int stride(Panels panels) {
		return panels.stride();
	}

	protected static void requireRows(int rows) {
		if (rows % PanelKernels.ROW_BLOCK != 0) {
			throw new IllegalArgumentException("rows of a product come in blocks of " + PanelKernels.ROW_BLOCK + ": " + rows);
		}
	}
}
