package org.nullcline.kernels;

import java.lang.foreign.MemorySegment;

/**
 * What a recurrent network needs to compute on {@link Panels}. Matrices given to one object must come from it or from
 * another one of the same form. The results do not depend on the thread, on what ran before or on the state of the
 * just-in-time compiler: every sum has a fixed order, and no function is left to a library that may differ.
 * <p>
 * Rows are counted from those given: {@code rows} rows from {@code aRow} on, and so forth. The number of rows of a product
 * must be a multiple of {@link #ROW_BLOCK}.
 */
public interface PanelKernels {

	/** Rows that a product computes at once. */
	int ROW_BLOCK = 4;

	/** For people: the form, for example {@code Vector API, 8 floats, fused multiply-add}. */
	String description();

	/** Columns of a panel. */
	int width();

	/** A matrix of zeros. */
	Panels allocate(int rows, int columns);

	/** Number of panels that hold so many columns. */
	default int panels(int columns) {
		return (columns + width() - 1) / width();
	}

	/** The smallest multiple of {@link #ROW_BLOCK} that is not below {@code rows}. */
	static int paddedRows(int rows) {
		return (rows + ROW_BLOCK - 1) / ROW_BLOCK * ROW_BLOCK;
	}

	/**
	 * Reads a row-major matrix of doubles.
	 *
	 * @param source memory of the matrix, element (r, c) at {@code offset + r stride + c}
	 * @param column first column of the target that is written
	 */
	void read(MemorySegment source, long offset, int stride, int rows, int columns, Panels target, int row, int column);

	/** Reads the transpose: target (row + r, column + c) becomes element (c, r) of the source, r below {@code rows}. */
	void readTransposed(MemorySegment source, long offset, int stride, int rows, int columns, Panels target, int row,
			int column);

	/** Writes rows and columns to a row-major matrix of doubles. */
	void write(Panels source, int row, int column, int rows, int columns, MemorySegment target, long offset, int stride);

	/** Adds rows and columns to a row-major matrix of doubles. */
	void addTo(Panels source, int row, int column, int rows, int columns, MemorySegment target, long offset, int stride);

	/** Adds the transpose of rows and columns: source (row + r, column + c) to element (c, r) of the target. */
	void addTransposedTo(Panels source, int row, int column, int rows, int columns, MemorySegment target, long offset,
			int stride);

	/** Sets all values of some rows. */
	void fill(Panels target, int row, int rows, double value);

	/** Sets one column of some rows. */
	void fillColumn(Panels target, int column, int row, int rows, double value);

	/**
	 * C = A B, or C += A B. A is made of two matrices side by side, all columns of {@code a} and then the first
	 * {@code furtherColumns} columns of {@code further}; B has as many rows.
	 *
	 * @param further may be null if {@code furtherColumns} is 0
	 * @param c       as many panels as B has
	 */
	void multiply(Panels a, int aRow, Panels further, int furtherRow, int furtherColumns, Panels b, Panels c, int cRow,
			int rows, boolean add);

	/**
	 * The first columns of C = A B, where only a few are wanted, such as the outputs of a network.
	 *
	 * @param columns how many are wanted; further ones are undefined
	 */
	void multiplyFewColumns(Panels a, int aRow, Panels b, int columns, Panels c, int cRow, int rows);

	/**
	 * G += D' H over some rows: the gradient by the weights.
	 *
	 * @param d        its columns are the rows of G, from {@code gRow} on
	 * @param dColumns how many of them are wanted; a few more may be computed
	 * @param h        its columns are the columns of G
	 * @param hColumns how many of them are wanted; a few more may be computed
	 * @param rows     any number
	 */
	void multiplyTransposed(Panels d, int dRow, int dColumns, Panels h, int hRow, int hColumns, int rows, Panels g,
			int gRow);

	/** target = f(source). */
	void activate(PointwiseFunction f, Panels source, int sourceRow, Panels target, int targetRow, int rows);

	/** target = by f'(u), where value = f(u). */
	void slope(PointwiseFunction f, Panels value, int valueRow, Panels by, int byRow, Panels target, int targetRow, int rows);

	/** target = a b. */
	void product(Panels a, int aRow, Panels b, int bRow, Panels target, int targetRow, int rows);

	/** target += a b. */
	void addProduct(Panels a, int aRow, Panels b, int bRow, Panels target, int targetRow, int rows);

	/** target += source. */
	void add(Panels source, int sourceRow, Panels target, int targetRow, int rows);

	/** target += factor source. */
	void addScaled(double factor, Panels source, int sourceRow, Panels target, int targetRow, int rows);

	/** target *= factor. */
	void scale(double factor, Panels target, int row, int rows);

	/**
	 * Sets what is nearly 0 to 0: below 1e-20 in single, below 1e-200 in double precision. Derivatives vanish on their way
	 * back through a sequence, and numbers below the normal range cost a processor many times more than others.
	 */
	void flush(Panels target, int row, int rows);

	/** next = previous + rate (next - previous): a leak. */
	void relax(double rate, Panels previous, int previousRow, Panels next, int nextRow, int rows);

	/** next = gate previous + (1 - gate) candidate: UGRNN and GRU. */
	void interpolate(Panels gate, Panels candidate, int gateRow, Panels previous, int previousRow, Panels next,
			int nextRow, int rows);

	/**
	 * Back through {@link #interpolate}, gate = logistic(u): gate becomes dL/du, candidate becomes dL/d(its drive), and
	 * carry what flows to the previous state.
	 *
	 * @param dNext  dL/dnext, from row 0
	 * @param sloped dNext times the slope of the candidate's non-linearity, from row 0
	 * @param carry  written from row 0
	 */
	void interpolateBackward(Panels dNext, Panels sloped, Panels gate, Panels candidate, int gateRow, Panels previous,
			int previousRow, Panels carry, int rows);

	/**
	 * Back through n = f(x + r q), r = logistic(u): r becomes dL/du and q becomes dL/dq.
	 *
	 * @param dDrive dL/d(x + r q)
	 */
	void resetAfterBackward(Panels dDrive, Panels reset, Panels recurrent, int gateRow, int rows);

	/**
	 * Back through s = r h, r = logistic(u): r becomes dL/du, and dL/ds r is added to the carry.
	 *
	 * @param dSeen dL/ds, from row 0
	 * @param carry from row 0
	 */
	void resetBeforeBackward(Panels dSeen, Panels reset, int gateRow, Panels previous, int previousRow, Panels carry,
			int rows);

	/** next = forget previous + input candidate: the memory of an LSTM. */
	void remember(Panels input, Panels forget, Panels candidate, int gateRow, Panels previous, int previousRow,
			Panels next, int nextRow, int rows);

	/**
	 * Back through an LSTM's h = o f(c), c = forget previous + input candidate: the three gates become derivatives by
	 * their drives.
	 *
	 * @param dHidden   dL/dh, from row 0
	 * @param work      on entry dL/dh o f'(c), from row 0; on return dL/d(candidate)
	 * @param activated f(c)
	 * @param carry     from row 0: on entry dL/dc from the step after, on return what flows to the previous memory
	 */
	void rememberBackward(Panels dHidden, Panels work, Panels input, Panels forget, Panels candidate, Panels output,
			Panels activated, int gateRow, Panels previous, int previousRow, Panels carry, int rows);
}
