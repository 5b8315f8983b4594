package @package@;


import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import org.nullcline.kernels.PointwiseFunction;
import org.nullcline.kernels.PanelKernels;
import org.nullcline.kernels.PanelMemory;
import org.nullcline.kernels.Panels;

@imports@

/** The functions of {@link PanelKernels}, written for lanes. */
public final class LaneKernels extends PanelMemory implements PanelKernels {

	@constants@
	private static final int WIDTH = 2 * LANES;
	/** A panel of the right side and four rows of the left one stay in the first-level cache while they are used. */
	private static final int INNER_PANELS = Math.max(1, 512 / WIDTH);
	private static final int INNER_ROWS = 128;
	/** Processors whose registers hold 64 bytes have 32 of them, others 16. */
	private static final boolean MANY_REGISTERS = LANES == @lanesOfManyRegisters@;

	/** So many columns of a matrix are transposed together. */
	private static final int COLUMNS_AT_ONCE = 8;
	/** So many numbers, if they lie side by side, are copied together; they stay in the first-level cache. */
	private static final int COPIED_AT_ONCE = 1024;

	private static final @element@ NEARLY_ZERO = @nearlyZero@;
	/** Never a number of a column; not final, so that the compiler does not know. */
	private static int barrier = -1;

	@Override
	public String description() {
		return "@description@";
	}

	@Override
	public int width() {
		return WIDTH;
	}

	@Override
	public Panels allocate(int rows, int columns) {
		return panels(new @element@[length(rows, panels(columns), WIDTH)], rows, panels(columns), WIDTH);
	}

	private static @element@[] of(Panels panels) {
		return (@element@[]) values(panels);
	}

	// --- In and out ------------------------------------------------------------------------------------------------

	@Override
	public void read(MemorySegment source, long offset, int stride, int rows, int columns, Panels target, int row,
			int column) {
		@element@[] to = of(target);
		int most = rowsAtOnce(rows, columns, stride);
		double[] values = copied(most * columns);
		for (int first = 0; first < rows; first += most) {
			int together = Math.min(most, rows - first);
			MemorySegment.copy(source, ValueLayout.JAVA_DOUBLE, (offset + (long) first * stride) * Double.BYTES, values, 0,
					together * columns);
			int c = 0;
			while (c < columns) {
				int lane = (column + c) % WIDTH;
				int count = Math.min(columns - c, WIDTH - lane);
				int at = at(target, (column + c) / WIDTH, row + first) + lane;
				for (int r = 0; r < together; r++) {
					int from = r * columns + c;
					for (int i = 0; i < count; i++) {
						to[at + i] = (@element@) values[from + i];
					}
					at += WIDTH;
				}
				c += count;
			}
		}
	}

	/** Rows without a gap between them are copied together: each copy takes as long as some ten numbers. */
	private static int rowsAtOnce(int rows, int columns, int stride) {
		return stride == columns ? Math.clamp(COPIED_AT_ONCE / Math.max(1, columns), 1, Math.max(1, rows)) : 1;
	}

	@Override
	public void readTransposed(MemorySegment source, long offset, int stride, int rows, int columns, Panels target,
			int row, int column) {
		@element@[] to = of(target);
		double[] values = copied(COLUMNS_AT_ONCE * rows);
		int c = 0;
		while (c < columns) {
			int lane = (column + c) % WIDTH;
			// Neighbours in a panel, so that each line of memory is written once.
			int count = Math.min(COLUMNS_AT_ONCE, Math.min(columns - c, WIDTH - lane));
			for (int i = 0; i < count; i++) {
				MemorySegment.copy(source, ValueLayout.JAVA_DOUBLE, (offset + (long) (c + i) * stride) * Double.BYTES, values,
						i * rows, rows);
			}
			int at = at(target, (column + c) / WIDTH, row) + lane;
			for (int r = 0; r < rows; r++) {
				for (int i = 0; i < count; i++) {
					to[at + i] = (@element@) values[i * rows + r];
				}
				at += WIDTH;
			}
			c += count;
		}
	}

	@Override
	public void write(Panels source, int row, int column, int rows, int columns, MemorySegment target, long offset,
			int stride) {
		@element@[] from = of(source);
		int most = rowsAtOnce(rows, columns, stride);
		double[] values = copied(most * columns);
		for (int first = 0; first < rows; first += most) {
			int together = Math.min(most, rows - first);
			int c = 0;
			while (c < columns) {
				int lane = (column + c) % WIDTH;
				int count = Math.min(columns - c, WIDTH - lane);
				int at = at(source, (column + c) / WIDTH, row + first) + lane;
				for (int r = 0; r < together; r++) {
					int to = r * columns + c;
					for (int i = 0; i < count; i++) {
						values[to + i] = from[at + i];
					}
					at += WIDTH;
				}
				c += count;
			}
			MemorySegment.copy(values, 0, target, ValueLayout.JAVA_DOUBLE, (offset + (long) first * stride) * Double.BYTES,
					together * columns);
		}
	}

	@Override
	public void addTo(Panels source, int row, int column, int rows, int columns, MemorySegment target, long offset,
			int stride) {
		@element@[] from = of(source);
		double[] values = copied(columns);
		for (int r = 0; r < rows; r++) {
			long start = (offset + (long) r * stride) * Double.BYTES;
			MemorySegment.copy(target, ValueLayout.JAVA_DOUBLE, start, values, 0, columns);
			int c = 0;
			while (c < columns) {
				int lane = (column + c) % WIDTH;
				int count = Math.min(columns - c, WIDTH - lane);
				int at = at(source, (column + c) / WIDTH, row + r) + lane;
				for (int i = 0; i < count; i++) {
					values[c + i] += from[at + i];
				}
				c += count;
			}
			MemorySegment.copy(values, 0, target, ValueLayout.JAVA_DOUBLE, start, columns);
		}
	}

	@Override
	public void addTransposedTo(Panels source, int row, int column, int rows, int columns, MemorySegment target,
			long offset, int stride) {
		@element@[] from = of(source);
		for (int c = 0; c < columns; c++) {
			int at = at(source, (column + c) / WIDTH, row) + (column + c) % WIDTH;
			long to = offset + (long) c * stride;
			for (int r = 0; r < rows; r++) {
				target.setAtIndex(ValueLayout.JAVA_DOUBLE, to + r, target.getAtIndex(ValueLayout.JAVA_DOUBLE, to + r) + from[at]);
				at += WIDTH;
			}
		}
	}

	@Override
	public void fill(Panels target, int row, int rows, double value) {
		for (int p = 0; p < target.count(); p++) {
			int at = at(target, p, row);
			Arrays.fill(of(target), at, at + rows * WIDTH, (@element@) value);
		}
	}

	@Override
	public void fillColumn(Panels target, int column, int row, int rows, double value) {
		@element@[] to = of(target);
		int at = at(target, column / WIDTH, row) + column % WIDTH;
		for (int r = 0; r < rows; r++) {
			to[at + r * WIDTH] = (@element@) value;
		}
	}

	// --- Products --------------------------------------------------------------------------------------------------

	@Override
	public void multiply(Panels a, int aRow, Panels further, int furtherRow, int furtherColumns, Panels b, Panels c,
			int cRow, int rows, boolean add) {
		requireRows(rows);
		int inner = a == null ? 0 : a.count();
		int parts = Math.max(1, (inner + INNER_PANELS - 1) / INNER_PANELS);
		for (int part = 0; part < parts; part++) {
			int from = part * INNER_PANELS;
			int panels = Math.min(INNER_PANELS, inner - from);
			// What stands beside A comes last.
			Panels x = part == parts - 1 && furtherColumns > 0 ? further : null;
			for (int p = 0; p < c.count(); p++) {
				int bAt = at(b, p, from * WIDTH);
				// So many blocks of six that the rest is made of blocks of four.
				int sixes = rows - 4 * (rows % 6 == 0 ? 0 : rows % 6 == 4 ? 1 : 2);
				for (int i = 0; i < rows; i += i < sixes ? 6 : 4) {
					@element@[] left = panels == 0 ? null : of(a);
					int aAt = panels == 0 ? 0 : at(a, from, aRow + i);
					int aPanel = panels == 0 ? 0 : stride(a);
					@element@[] beside = x == null ? null : of(x);
					int xAt = x == null ? 0 : at(x, 0, furtherRow + i);
					int xPanel = x == null ? 0 : stride(x);
					int xColumns = x == null ? 0 : furtherColumns;
					if (i < sixes) {
						sixRows(left, aAt, aPanel, panels, beside, xAt, xPanel, xColumns, of(b), bAt, of(c), at(c, p, cRow + i),
								add || part > 0);
					} else {
						fourRows(left, aAt, aPanel, panels, beside, xAt, xPanel, xColumns, of(b), bAt, of(c), at(c, p, cRow + i),
								add || part > 0);
					}
				}
			}
		}
	}

	/**
	 * Six rows of one panel of C. They, two lanes of B and a row of A fill the sixteen registers, provided that the compiler
	 * does not load all six rows of A ahead: the comparisons that are never true keep it from that.
	 */
	private static void sixRows(@element@[] a, int aAt, int aPanel, int aPanels, @element@[] x, int xAt, int xPanel, int xColumns,
			@element@[] b, int bAt, @element@[] c, int cAt, boolean add) {
		int never = barrier;
		@lane@ c00 = $all(0);
		@lane@ c01 = c00;
		@lane@ c10 = c00;
		@lane@ c11 = c00;
		@lane@ c20 = c00;
		@lane@ c21 = c00;
		@lane@ c30 = c00;
		@lane@ c31 = c00;
		@lane@ c40 = c00;
		@lane@ c41 = c00;
		@lane@ c50 = c00;
		@lane@ c51 = c00;
		if (add) {
			c00 = $load(c, cAt);
			c01 = $load(c, cAt + LANES);
			c10 = $load(c, cAt + WIDTH);
			c11 = $load(c, cAt + WIDTH + LANES);
			c20 = $load(c, cAt + 2 * WIDTH);
			c21 = $load(c, cAt + 2 * WIDTH + LANES);
			c30 = $load(c, cAt + 3 * WIDTH);
			c31 = $load(c, cAt + 3 * WIDTH + LANES);
			c40 = $load(c, cAt + 4 * WIDTH);
			c41 = $load(c, cAt + 4 * WIDTH + LANES);
			c50 = $load(c, cAt + 5 * WIDTH);
			c51 = $load(c, cAt + 5 * WIDTH + LANES);
		}
		for (int panel = 0; panel < aPanels; panel++) {
			for (int k = 0; k < WIDTH; k++) {
				@lane@ b0 = $load(b, bAt + k * WIDTH);
				@lane@ b1 = $load(b, bAt + k * WIDTH + LANES);
				@lane@ v = $all(a[aAt + k]);
				c00 = $fma(v, b0, c00);
				c01 = $fma(v, b1, c01);
				v = $all(a[aAt + k + WIDTH]);
				c10 = $fma(v, b0, c10);
				c11 = $fma(v, b1, c11);
				if (k == never) {
					return;
				}
				v = $all(a[aAt + k + 2 * WIDTH]);
				c20 = $fma(v, b0, c20);
				c21 = $fma(v, b1, c21);
				v = $all(a[aAt + k + 3 * WIDTH]);
				c30 = $fma(v, b0, c30);
				c31 = $fma(v, b1, c31);
				if (k == never) {
					return;
				}
				v = $all(a[aAt + k + 4 * WIDTH]);
				c40 = $fma(v, b0, c40);
				c41 = $fma(v, b1, c41);
				v = $all(a[aAt + k + 5 * WIDTH]);
				c50 = $fma(v, b0, c50);
				c51 = $fma(v, b1, c51);
			}
			aAt += aPanel;
			bAt += WIDTH * WIDTH;
		}
		for (int done = 0; done < xColumns; done += WIDTH) {
			int columns = Math.min(WIDTH, xColumns - done);
			for (int k = 0; k < columns; k++) {
				@lane@ b0 = $load(b, bAt + k * WIDTH);
				@lane@ b1 = $load(b, bAt + k * WIDTH + LANES);
				@lane@ v = $all(x[xAt + k]);
				c00 = $fma(v, b0, c00);
				c01 = $fma(v, b1, c01);
				v = $all(x[xAt + k + WIDTH]);
				c10 = $fma(v, b0, c10);
				c11 = $fma(v, b1, c11);
				if (k == never) {
					return;
				}
				v = $all(x[xAt + k + 2 * WIDTH]);
				c20 = $fma(v, b0, c20);
				c21 = $fma(v, b1, c21);
				v = $all(x[xAt + k + 3 * WIDTH]);
				c30 = $fma(v, b0, c30);
				c31 = $fma(v, b1, c31);
				if (k == never) {
					return;
				}
				v = $all(x[xAt + k + 4 * WIDTH]);
				c40 = $fma(v, b0, c40);
				c41 = $fma(v, b1, c41);
				v = $all(x[xAt + k + 5 * WIDTH]);
				c50 = $fma(v, b0, c50);
				c51 = $fma(v, b1, c51);
			}
			xAt += xPanel;
			bAt += WIDTH * WIDTH;
		}
		$store(c00, c, cAt);
		$store(c01, c, cAt + LANES);
		$store(c10, c, cAt + WIDTH);
		$store(c11, c, cAt + WIDTH + LANES);
		$store(c20, c, cAt + 2 * WIDTH);
		$store(c21, c, cAt + 2 * WIDTH + LANES);
		$store(c30, c, cAt + 3 * WIDTH);
		$store(c31, c, cAt + 3 * WIDTH + LANES);
		$store(c40, c, cAt + 4 * WIDTH);
		$store(c41, c, cAt + 4 * WIDTH + LANES);
		$store(c50, c, cAt + 5 * WIDTH);
		$store(c51, c, cAt + 5 * WIDTH + LANES);
	}

	/** Four rows of one panel of C. */
	private static void fourRows(@element@[] a, int aAt, int aPanel, int aPanels, @element@[] x, int xAt, int xPanel, int xColumns,
			@element@[] b, int bAt, @element@[] c, int cAt, boolean add) {
		@lane@ c00 = $all(0);
		@lane@ c01 = c00;
		@lane@ c10 = c00;
		@lane@ c11 = c00;
		@lane@ c20 = c00;
		@lane@ c21 = c00;
		@lane@ c30 = c00;
		@lane@ c31 = c00;
		if (add) {
			c00 = $load(c, cAt);
			c01 = $load(c, cAt + LANES);
			c10 = $load(c, cAt + WIDTH);
			c11 = $load(c, cAt + WIDTH + LANES);
			c20 = $load(c, cAt + 2 * WIDTH);
			c21 = $load(c, cAt + 2 * WIDTH + LANES);
			c30 = $load(c, cAt + 3 * WIDTH);
			c31 = $load(c, cAt + 3 * WIDTH + LANES);
		}
		for (int panel = 0; panel < aPanels; panel++) {
			for (int k = 0; k < WIDTH; k++) {
				@lane@ b0 = $load(b, bAt + k * WIDTH);
				@lane@ b1 = $load(b, bAt + k * WIDTH + LANES);
				@lane@ v = $all(a[aAt + k]);
				c00 = $fma(v, b0, c00);
				c01 = $fma(v, b1, c01);
				v = $all(a[aAt + k + WIDTH]);
				c10 = $fma(v, b0, c10);
				c11 = $fma(v, b1, c11);
				v = $all(a[aAt + k + 2 * WIDTH]);
				c20 = $fma(v, b0, c20);
				c21 = $fma(v, b1, c21);
				v = $all(a[aAt + k + 3 * WIDTH]);
				c30 = $fma(v, b0, c30);
				c31 = $fma(v, b1, c31);
			}
			aAt += aPanel;
			bAt += WIDTH * WIDTH;
		}
		for (int done = 0; done < xColumns; done += WIDTH) {
			int columns = Math.min(WIDTH, xColumns - done);
			for (int k = 0; k < columns; k++) {
				@lane@ b0 = $load(b, bAt + k * WIDTH);
				@lane@ b1 = $load(b, bAt + k * WIDTH + LANES);
				@lane@ v = $all(x[xAt + k]);
				c00 = $fma(v, b0, c00);
				c01 = $fma(v, b1, c01);
				v = $all(x[xAt + k + WIDTH]);
				c10 = $fma(v, b0, c10);
				c11 = $fma(v, b1, c11);
				v = $all(x[xAt + k + 2 * WIDTH]);
				c20 = $fma(v, b0, c20);
				c21 = $fma(v, b1, c21);
				v = $all(x[xAt + k + 3 * WIDTH]);
				c30 = $fma(v, b0, c30);
				c31 = $fma(v, b1, c31);
			}
			xAt += xPanel;
			bAt += WIDTH * WIDTH;
		}
		$store(c00, c, cAt);
		$store(c01, c, cAt + LANES);
		$store(c10, c, cAt + WIDTH);
		$store(c11, c, cAt + WIDTH + LANES);
		$store(c20, c, cAt + 2 * WIDTH);
		$store(c21, c, cAt + 2 * WIDTH + LANES);
		$store(c30, c, cAt + 3 * WIDTH);
		$store(c31, c, cAt + 3 * WIDTH + LANES);
	}

	@Override
	public void multiplyFewColumns(Panels a, int aRow, Panels b, int columns, Panels c, int cRow, int rows) {
		requireRows(rows);
		if (columns > FEW || b.count() != 1) {
			multiply(a, aRow, null, 0, 0, b, c, cRow, rows, false);
			return;
		}
		int eights = rows / 8 * 8;
		for (int i = 0; i < eights; i += 8) {
			eightRowsOfFew(of(a), at(a, 0, aRow + i), stride(a), a.count(), of(b), at(b, 0, 0), of(c), at(c, 0, cRow + i));
		}
		if (eights < rows) {
			multiply(a, aRow + eights, null, 0, 0, b, c, cRow + eights, rows - eights, false);
		}
	}

	/** Eight rows of the first few columns of C. */
	private static void eightRowsOfFew(@element@[] a, int aAt, int aPanel, int aPanels, @element@[] b, int bAt, @element@[] c,
			int cAt) {
		@lane@ c0 = $allFew(0);
		@lane@ c1 = c0;
		@lane@ c2 = c0;
		@lane@ c3 = c0;
		@lane@ c4 = c0;
		@lane@ c5 = c0;
		@lane@ c6 = c0;
		@lane@ c7 = c0;
		for (int panel = 0; panel < aPanels; panel++) {
			for (int k = 0; k < WIDTH; k++) {
				@lane@ row = $loadFew(b, bAt + k * WIDTH);
				c0 = $fma($allFew(a[aAt + k]), row, c0);
				c1 = $fma($allFew(a[aAt + k + WIDTH]), row, c1);
				c2 = $fma($allFew(a[aAt + k + 2 * WIDTH]), row, c2);
				c3 = $fma($allFew(a[aAt + k + 3 * WIDTH]), row, c3);
				c4 = $fma($allFew(a[aAt + k + 4 * WIDTH]), row, c4);
				c5 = $fma($allFew(a[aAt + k + 5 * WIDTH]), row, c5);
				c6 = $fma($allFew(a[aAt + k + 6 * WIDTH]), row, c6);
				c7 = $fma($allFew(a[aAt + k + 7 * WIDTH]), row, c7);
			}
			aAt += aPanel;
			bAt += WIDTH * WIDTH;
		}
		$store(c0, c, cAt);
		$store(c1, c, cAt + WIDTH);
		$store(c2, c, cAt + 2 * WIDTH);
		$store(c3, c, cAt + 3 * WIDTH);
		$store(c4, c, cAt + 4 * WIDTH);
		$store(c5, c, cAt + 5 * WIDTH);
		$store(c6, c, cAt + 6 * WIDTH);
		$store(c7, c, cAt + 7 * WIDTH);
	}

	@Override
	public void multiplyTransposed(Panels d, int dRow, int dColumns, Panels h, int hRow, int hColumns, int rows, Panels g,
			int gRow) {
		for (int done = 0; done < rows; done += INNER_ROWS) {
			int inner = Math.min(INNER_ROWS, rows - done);
			for (int i = 0; i * WIDTH < dColumns; i++) {
				for (int j = 0; j * WIDTH < hColumns; j++) {
					transposedPanel(of(d), at(d, i, dRow + done), Math.min(WIDTH, dColumns - i * WIDTH), of(h),
							at(h, j, hRow + done), inner, of(g), at(g, j, gRow + i * WIDTH));
				}
			}
		}
	}

	private static void transposedPanel(@element@[] d, int dAt, int dColumns, @element@[] h, int hAt, int inner,
			@element@[] g, int gAt) {
		if (WIDTH < 4) {
			transposedPair(d, dAt, h, hAt, inner, g, gAt);
		} else {
			int column = 0;
			for (; MANY_REGISTERS && column + 4 < dColumns; column += 8) {
				eightTransposedRows(d, dAt + column, h, hAt, inner, g, gAt + column * WIDTH);
			}
			for (; column < dColumns; column += 4) {
				fourTransposedRows(d, dAt + column, h, hAt, inner, g, gAt + column * WIDTH);
			}
		}
	}

	/** Eight rows of one panel of G, for processors with 32 registers. */
	private static void eightTransposedRows(@element@[] d, int dAt, @element@[] h, int hAt, int inner, @element@[] g, int gAt) {
		@lane@ g00 = $load(g, gAt);
		@lane@ g01 = $load(g, gAt + LANES);
		@lane@ g10 = $load(g, gAt + WIDTH);
		@lane@ g11 = $load(g, gAt + WIDTH + LANES);
		@lane@ g20 = $load(g, gAt + 2 * WIDTH);
		@lane@ g21 = $load(g, gAt + 2 * WIDTH + LANES);
		@lane@ g30 = $load(g, gAt + 3 * WIDTH);
		@lane@ g31 = $load(g, gAt + 3 * WIDTH + LANES);
		@lane@ g40 = $load(g, gAt + 4 * WIDTH);
		@lane@ g41 = $load(g, gAt + 4 * WIDTH + LANES);
		@lane@ g50 = $load(g, gAt + 5 * WIDTH);
		@lane@ g51 = $load(g, gAt + 5 * WIDTH + LANES);
		@lane@ g60 = $load(g, gAt + 6 * WIDTH);
		@lane@ g61 = $load(g, gAt + 6 * WIDTH + LANES);
		@lane@ g70 = $load(g, gAt + 7 * WIDTH);
		@lane@ g71 = $load(g, gAt + 7 * WIDTH + LANES);
		for (int k = 0; k < inner; k++) {
			@lane@ h0 = $load(h, hAt + k * WIDTH);
			@lane@ h1 = $load(h, hAt + k * WIDTH + LANES);
			@lane@ v = $all(d[dAt + k * WIDTH]);
			g00 = $fma(v, h0, g00);
			g01 = $fma(v, h1, g01);
			v = $all(d[dAt + k * WIDTH + 1]);
			g10 = $fma(v, h0, g10);
			g11 = $fma(v, h1, g11);
			v = $all(d[dAt + k * WIDTH + 2]);
			g20 = $fma(v, h0, g20);
			g21 = $fma(v, h1, g21);
			v = $all(d[dAt + k * WIDTH + 3]);
			g30 = $fma(v, h0, g30);
			g31 = $fma(v, h1, g31);
			v = $all(d[dAt + k * WIDTH + 4]);
			g40 = $fma(v, h0, g40);
			g41 = $fma(v, h1, g41);
			v = $all(d[dAt + k * WIDTH + 5]);
			g50 = $fma(v, h0, g50);
			g51 = $fma(v, h1, g51);
			v = $all(d[dAt + k * WIDTH + 6]);
			g60 = $fma(v, h0, g60);
			g61 = $fma(v, h1, g61);
			v = $all(d[dAt + k * WIDTH + 7]);
			g70 = $fma(v, h0, g70);
			g71 = $fma(v, h1, g71);
		}
		$store(g00, g, gAt);
		$store(g01, g, gAt + LANES);
		$store(g10, g, gAt + WIDTH);
		$store(g11, g, gAt + WIDTH + LANES);
		$store(g20, g, gAt + 2 * WIDTH);
		$store(g21, g, gAt + 2 * WIDTH + LANES);
		$store(g30, g, gAt + 3 * WIDTH);
		$store(g31, g, gAt + 3 * WIDTH + LANES);
		$store(g40, g, gAt + 4 * WIDTH);
		$store(g41, g, gAt + 4 * WIDTH + LANES);
		$store(g50, g, gAt + 5 * WIDTH);
		$store(g51, g, gAt + 5 * WIDTH + LANES);
		$store(g60, g, gAt + 6 * WIDTH);
		$store(g61, g, gAt + 6 * WIDTH + LANES);
		$store(g70, g, gAt + 7 * WIDTH);
		$store(g71, g, gAt + 7 * WIDTH + LANES);
	}

	/** Four rows of one panel of G. */
	private static void fourTransposedRows(@element@[] d, int dAt, @element@[] h, int hAt, int inner, @element@[] g, int gAt) {
		@lane@ g00 = $load(g, gAt);
		@lane@ g01 = $load(g, gAt + LANES);
		@lane@ g10 = $load(g, gAt + WIDTH);
		@lane@ g11 = $load(g, gAt + WIDTH + LANES);
		@lane@ g20 = $load(g, gAt + 2 * WIDTH);
		@lane@ g21 = $load(g, gAt + 2 * WIDTH + LANES);
		@lane@ g30 = $load(g, gAt + 3 * WIDTH);
		@lane@ g31 = $load(g, gAt + 3 * WIDTH + LANES);
		for (int k = 0; k < inner; k++) {
			@lane@ h0 = $load(h, hAt + k * WIDTH);
			@lane@ h1 = $load(h, hAt + k * WIDTH + LANES);
			@lane@ v = $all(d[dAt + k * WIDTH]);
			g00 = $fma(v, h0, g00);
			g01 = $fma(v, h1, g01);
			v = $all(d[dAt + k * WIDTH + 1]);
			g10 = $fma(v, h0, g10);
			g11 = $fma(v, h1, g11);
			v = $all(d[dAt + k * WIDTH + 2]);
			g20 = $fma(v, h0, g20);
			g21 = $fma(v, h1, g21);
			v = $all(d[dAt + k * WIDTH + 3]);
			g30 = $fma(v, h0, g30);
			g31 = $fma(v, h1, g31);
		}
		$store(g00, g, gAt);
		$store(g01, g, gAt + LANES);
		$store(g10, g, gAt + WIDTH);
		$store(g11, g, gAt + WIDTH + LANES);
		$store(g20, g, gAt + 2 * WIDTH);
		$store(g21, g, gAt + 2 * WIDTH + LANES);
		$store(g30, g, gAt + 3 * WIDTH);
		$store(g31, g, gAt + 3 * WIDTH + LANES);
	}

	/** Two rows of one panel of G, where a panel has no more. */
	private static void transposedPair(@element@[] d, int dAt, @element@[] h, int hAt, int inner, @element@[] g, int gAt) {
		@lane@ g00 = $load(g, gAt);
		@lane@ g01 = $load(g, gAt + LANES);
		@lane@ g10 = $load(g, gAt + WIDTH);
		@lane@ g11 = $load(g, gAt + WIDTH + LANES);
		for (int k = 0; k < inner; k++) {
			@lane@ h0 = $load(h, hAt + k * WIDTH);
			@lane@ h1 = $load(h, hAt + k * WIDTH + LANES);
			@lane@ v = $all(d[dAt + k * WIDTH]);
			g00 = $fma(v, h0, g00);
			g01 = $fma(v, h1, g01);
			v = $all(d[dAt + k * WIDTH + 1]);
			g10 = $fma(v, h0, g10);
			g11 = $fma(v, h1, g11);
		}
		$store(g00, g, gAt);
		$store(g01, g, gAt + LANES);
		$store(g10, g, gAt + WIDTH);
		$store(g11, g, gAt + WIDTH + LANES);
	}

	// --- Non-linearities -------------------------------------------------------------------------------------------

	@Override
	public void activate(PointwiseFunction f, Panels source, int sourceRow, Panels target, int targetRow, int rows) {
		for (int p = 0; p < source.count(); p++) {
			@element@[] from = of(source);
			@element@[] to = of(target);
			int at = at(source, p, sourceRow);
			int toAt = at(target, p, targetRow);
			int length = rows * WIDTH;
			switch (f) {
			case TANH -> Tangent.apply(1, 0, from, at, to, toAt, length);
			// 1 / (1 + exp(-x)) = 0.5 + 0.5 tanh(0.5 x)
			case LOGISTIC -> Tangent.apply((@element@) 0.5, (@element@) 0.5, from, at, to, toAt, length);
			case RELU -> positivePart(from, at, to, toAt, length);
			case LINEAR -> System.arraycopy(from, at, to, toAt, length);
			case SOFTPLUS -> softplus(from, at, to, toAt, length);
			}
		}
	}

	private static void positivePart(@element@[] from, int at, @element@[] to, int toAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			$store($max($load(from, at + i), $all(0)), to, toAt + i);
		}
	}

	/** log(1 + exp(x)), one by one: rarely used. */
	private static void softplus(@element@[] from, int at, @element@[] to, int toAt, int length) {
		for (int i = 0; i < length; i++) {
			double x = from[at + i];
			to[toAt + i] = (@element@) (Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))));
		}
	}

	@Override
	public void slope(PointwiseFunction f, Panels value, int valueRow, Panels by, int byRow, Panels target, int targetRow,
			int rows) {
		for (int p = 0; p < value.count(); p++) {
			@element@[] y = of(value);
			@element@[] factor = of(by);
			@element@[] to = of(target);
			int yAt = at(value, p, valueRow);
			int at = at(by, p, byRow);
			int toAt = at(target, p, targetRow);
			int length = rows * WIDTH;
			switch (f) {
			case TANH -> tanhSlope(y, yAt, factor, at, to, toAt, length);
			case LOGISTIC -> logisticSlope(y, yAt, factor, at, to, toAt, length);
			case RELU -> positiveSlope(y, yAt, factor, at, to, toAt, length);
			case LINEAR -> System.arraycopy(factor, at, to, toAt, length);
			case SOFTPLUS -> softplusSlope(y, yAt, factor, at, to, toAt, length);
			}
		}
	}

	private static void tanhSlope(@element@[] y, int yAt, @element@[] by, int at, @element@[] to, int toAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			@lane@ value = $load(y, yAt + i);
			$store($mul($load(by, at + i), $sub($all(1), $mul(value, value))), to, toAt + i);
		}
	}

	private static void logisticSlope(@element@[] y, int yAt, @element@[] by, int at, @element@[] to, int toAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			@lane@ value = $load(y, yAt + i);
			$store($mul($load(by, at + i), $mul(value, $sub($all(1), value))), to, toAt + i);
		}
	}

	private static void positiveSlope(@element@[] y, int yAt, @element@[] by, int at, @element@[] to, int toAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			$store($wherePositive($load(y, yAt + i), $load(by, at + i)), to, toAt + i);
		}
	}

	/** 1 - exp(-y), one by one: rarely used. */
	private static void softplusSlope(@element@[] y, int yAt, @element@[] by, int at, @element@[] to, int toAt, int length) {
		for (int i = 0; i < length; i++) {
			to[toAt + i] = (@element@) (by[at + i] * -StrictMath.expm1(-y[yAt + i]));
		}
	}

	// --- Element by element ----------------------------------------------------------------------------------------

	@Override
	public void product(Panels a, int aRow, Panels b, int bRow, Panels target, int targetRow, int rows) {
		for (int p = 0; p < a.count(); p++) {
			product(of(a), at(a, p, aRow), of(b), at(b, p, bRow), of(target), at(target, p, targetRow), rows * WIDTH);
		}
	}

	private static void product(@element@[] a, int aAt, @element@[] b, int bAt, @element@[] to, int toAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			$store($mul($load(a, aAt + i), $load(b, bAt + i)), to, toAt + i);
		}
	}

	@Override
	public void addProduct(Panels a, int aRow, Panels b, int bRow, Panels target, int targetRow, int rows) {
		for (int p = 0; p < a.count(); p++) {
			addProduct(of(a), at(a, p, aRow), of(b), at(b, p, bRow), of(target), at(target, p, targetRow), rows * WIDTH);
		}
	}

	private static void addProduct(@element@[] a, int aAt, @element@[] b, int bAt, @element@[] to, int toAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			$store($fma($load(a, aAt + i), $load(b, bAt + i), $load(to, toAt + i)), to, toAt + i);
		}
	}

	@Override
	public void add(Panels source, int sourceRow, Panels target, int targetRow, int rows) {
		addScaled(1, source, sourceRow, target, targetRow, rows);
	}

	@Override
	public void addScaled(double factor, Panels source, int sourceRow, Panels target, int targetRow, int rows) {
		for (int p = 0; p < source.count(); p++) {
			addScaled((@element@) factor, of(source), at(source, p, sourceRow), of(target), at(target, p, targetRow),
					rows * WIDTH);
		}
	}

	private static void addScaled(@element@ factor, @element@[] from, int at, @element@[] to, int toAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			$store($fma($all(factor), $load(from, at + i), $load(to, toAt + i)), to, toAt + i);
		}
	}

	@Override
	public void scale(double factor, Panels target, int row, int rows) {
		for (int p = 0; p < target.count(); p++) {
			scale((@element@) factor, of(target), at(target, p, row), rows * WIDTH);
		}
	}

	private static void scale(@element@ factor, @element@[] to, int toAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			$store($mul($all(factor), $load(to, toAt + i)), to, toAt + i);
		}
	}

	@Override
	public void flush(Panels target, int row, int rows) {
		for (int p = 0; p < target.count(); p++) {
			flush(of(target), at(target, p, row), rows * WIDTH);
		}
	}

	private static void flush(@element@[] to, int toAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			@lane@ value = $load(to, toAt + i);
			$store($whereLarge(value, $all(NEARLY_ZERO)), to, toAt + i);
		}
	}

	@Override
	public void relax(double rate, Panels previous, int previousRow, Panels next, int nextRow, int rows) {
		for (int p = 0; p < next.count(); p++) {
			relax((@element@) rate, of(previous), at(previous, p, previousRow), of(next), at(next, p, nextRow), rows * WIDTH);
		}
	}

	private static void relax(@element@ rate, @element@[] previous, int at, @element@[] next, int nextAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			@lane@ before = $load(previous, at + i);
			$store($fma($all(rate), $sub($load(next, nextAt + i), before), before), next, nextAt + i);
		}
	}

	// --- Cells -----------------------------------------------------------------------------------------------------

	@Override
	public void interpolate(Panels gate, Panels candidate, int gateRow, Panels previous, int previousRow, Panels next,
			int nextRow, int rows) {
		for (int p = 0; p < gate.count(); p++) {
			interpolate(of(gate), at(gate, p, gateRow), of(candidate), at(candidate, p, gateRow), of(previous),
					at(previous, p, previousRow), of(next), at(next, p, nextRow), rows * WIDTH);
		}
	}

	private static void interpolate(@element@[] gate, int gateAt, @element@[] candidate, int candidateAt, @element@[] previous,
			int at, @element@[] next, int nextAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			@lane@ c = $load(candidate, candidateAt + i);
			$store($fma($load(gate, gateAt + i), $sub($load(previous, at + i), c), c), next, nextAt + i);
		}
	}

	@Override
	public void interpolateBackward(Panels dNext, Panels sloped, Panels gate, Panels candidate, int gateRow,
			Panels previous, int previousRow, Panels carry, int rows) {
		for (int p = 0; p < gate.count(); p++) {
			interpolateBackward(of(dNext), at(dNext, p, 0), of(sloped), at(sloped, p, 0), of(gate), at(gate, p, gateRow),
					of(candidate), at(candidate, p, gateRow), of(previous), at(previous, p, previousRow), of(carry),
					at(carry, p, 0), rows * WIDTH);
		}
	}

	private static void interpolateBackward(@element@[] dNext, int dAt, @element@[] sloped, int slopedAt, @element@[] gate,
			int gateAt, @element@[] candidate, int candidateAt, @element@[] previous, int at, @element@[] carry, int carryAt,
			int length) {
		for (int i = 0; i < length; i += LANES) {
			@lane@ d = $load(dNext, dAt + i);
			@lane@ g = $load(gate, gateAt + i);
			@lane@ rest = $sub($all(1), g);
			@lane@ difference = $sub($load(previous, at + i), $load(candidate, candidateAt + i));
			$store($mul($load(sloped, slopedAt + i), rest), candidate, candidateAt + i);
			$store($mul($mul(d, difference), $mul(g, rest)), gate, gateAt + i);
			$store($mul(d, g), carry, carryAt + i);
		}
	}

	@Override
	public void resetAfterBackward(Panels dDrive, Panels reset, Panels recurrent, int gateRow, int rows) {
		for (int p = 0; p < reset.count(); p++) {
			resetAfterBackward(of(dDrive), at(dDrive, p, gateRow), of(reset), at(reset, p, gateRow), of(recurrent),
					at(recurrent, p, gateRow), rows * WIDTH);
		}
	}

	private static void resetAfterBackward(@element@[] dDrive, int dAt, @element@[] reset, int resetAt, @element@[] recurrent,
			int at, int length) {
		for (int i = 0; i < length; i += LANES) {
			@lane@ d = $load(dDrive, dAt + i);
			@lane@ r = $load(reset, resetAt + i);
			@lane@ q = $load(recurrent, at + i);
			$store($mul($mul(d, q), $mul(r, $sub($all(1), r))), reset, resetAt + i);
			$store($mul(d, r), recurrent, at + i);
		}
	}

	@Override
	public void resetBeforeBackward(Panels dSeen, Panels reset, int gateRow, Panels previous, int previousRow,
			Panels carry, int rows) {
		for (int p = 0; p < reset.count(); p++) {
			resetBeforeBackward(of(dSeen), at(dSeen, p, 0), of(reset), at(reset, p, gateRow), of(previous),
					at(previous, p, previousRow), of(carry), at(carry, p, 0), rows * WIDTH);
		}
	}

	private static void resetBeforeBackward(@element@[] dSeen, int dAt, @element@[] reset, int resetAt, @element@[] previous,
			int at, @element@[] carry, int carryAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			@lane@ d = $load(dSeen, dAt + i);
			@lane@ r = $load(reset, resetAt + i);
			$store($mul($mul(d, $load(previous, at + i)), $mul(r, $sub($all(1), r))), reset, resetAt + i);
			$store($fma(d, r, $load(carry, carryAt + i)), carry, carryAt + i);
		}
	}

	@Override
	public void remember(Panels input, Panels forget, Panels candidate, int gateRow, Panels previous, int previousRow,
			Panels next, int nextRow, int rows) {
		for (int p = 0; p < input.count(); p++) {
			remember(of(input), at(input, p, gateRow), of(forget), at(forget, p, gateRow), of(candidate),
					at(candidate, p, gateRow), of(previous), at(previous, p, previousRow), of(next), at(next, p, nextRow),
					rows * WIDTH);
		}
	}

	private static void remember(@element@[] input, int inputAt, @element@[] forget, int forgetAt, @element@[] candidate,
			int candidateAt, @element@[] previous, int at, @element@[] next, int nextAt, int length) {
		for (int i = 0; i < length; i += LANES) {
			@lane@ entering = $mul($load(input, inputAt + i), $load(candidate, candidateAt + i));
			$store($fma($load(forget, forgetAt + i), $load(previous, at + i), entering), next, nextAt + i);
		}
	}

	@Override
	public void rememberBackward(Panels dHidden, Panels work, Panels input, Panels forget, Panels candidate,
			Panels output, Panels activated, int gateRow, Panels previous, int previousRow, Panels carry, int rows) {
		for (int p = 0; p < input.count(); p++) {
			rememberBackward(of(dHidden), at(dHidden, p, 0), of(work), at(work, p, 0), of(input), at(input, p, gateRow),
					of(forget), at(forget, p, gateRow), of(candidate), at(candidate, p, gateRow), of(output),
					at(output, p, gateRow), of(activated), at(activated, p, gateRow), of(previous), at(previous, p, previousRow),
					of(carry), at(carry, p, 0), rows * WIDTH);
		}
	}

	private static void rememberBackward(@element@[] dHidden, int dAt, @element@[] work, int workAt, @element@[] input,
			int inputAt, @element@[] forget, int forgetAt, @element@[] candidate, int candidateAt, @element@[] output,
			int outputAt, @element@[] activated, int activatedAt, @element@[] previous, int at, @element@[] carry, int carryAt,
			int length) {
		@lane@ one = $all(1);
		for (int k = 0; k < length; k += LANES) {
			@lane@ o = $load(output, outputAt + k);
			$store($mul($mul($load(dHidden, dAt + k), $load(activated, activatedAt + k)), $mul(o, $sub(one, o))), output, outputAt + k);
			@lane@ d = $add($load(carry, carryAt + k), $load(work, workAt + k));
			@lane@ i = $load(input, inputAt + k);
			$store($mul($mul(d, $load(candidate, candidateAt + k)), $mul(i, $sub(one, i))), input, inputAt + k);
			@lane@ f = $load(forget, forgetAt + k);
			$store($mul($mul(d, $load(previous, at + k)), $mul(f, $sub(one, f))), forget, forgetAt + k);
			$store($mul(d, i), work, workAt + k);
			$store($mul(d, f), carry, carryAt + k);
		}
	}
}
