package org.nullcline.ui.plots.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.nullcline.charts.Pick;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.SelectedUnit;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.UnitOrder;
import org.nullcline.ui.plots.data.WeightMatrices;

/**
 * A weight matrix as a heat map with rows and columns in an order of choice. Weights of gated cells have one block of rows
 * for each gate; units have the same order in every block.
 */
public final class WeightPlot implements LinkedPlot {

	/**
	 * What is shown.
	 *
	 * @param rows    order of the rows
	 * @param columns order of the columns
	 * @param alike   whether columns that are units have the order of the rows
	 */
	public record Settings(UnitOrder rows, UnitOrder columns, boolean alike) {
	}

	private final RunReference run;
	/** Unit of each row and column as shown; -1 for inputs and outputs. */
	private final int[] rowUnits;
	private final int[] columnUnits;
	private final Figure figure;

	/** Makes the figure. */
	public WeightPlot(RunReference run, WeightMatrices weights, WeightMatrices.Matrix matrix, Settings settings) {
		this.run = run;
		int units = weights.units();
		double[][] values = matrix.values();
		int blocks = matrix.rows() % units == 0 ? matrix.rows() / units : 0;
		boolean columnsAreUnits = matrix.columns() == units;
		int[] groups = groups(weights);
		int each = blocks > 0 ? units : matrix.rows();
		int[] rowOrder = settings.rows().order(stacked(values, each), blocks > 0 ? groups : new int[each]);
		int[] columnOrder = settings.alike() && columnsAreUnits && blocks > 0 ? rowOrder
				: settings.columns().order(transposed(values), columnsAreUnits ? groups : new int[matrix.columns()]);
		int[] rows = IntStream.range(0, matrix.rows()).map(r -> r / each * each + rowOrder[r % each]).toArray();
		double[][] shown = IntStream.of(rows)
				.mapToObj(r -> IntStream.of(columnOrder).mapToDouble(c -> values[r][c]).toArray()).toArray(double[][]::new);
		rowUnits = IntStream.of(rows).map(r -> blocks > 0 ? r % units : -1).toArray();
		columnUnits = IntStream.of(columnOrder).map(c -> columnsAreUnits ? c : -1).toArray();
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(new Figure.Grid(Messages.Weights_weight, shown, names(rows, rowUnits, Messages.Weights_output),
				names(columnOrder, columnUnits, Messages.Weights_input)));
		List<Integer> rowBorders = borders(rows.length,
				r -> settings.rows() == UnitOrder.GROUP && blocks > 0 ? r / each * 1000 + groups[rowUnits[r]] : r / each);
		boolean grouped = columnsAreUnits && (settings.alike() && blocks > 0 ? settings.rows() : settings.columns()) == UnitOrder.GROUP;
		List<Integer> columnBorders = borders(columnOrder.length, c -> grouped ? groups[columnUnits[c]] : 0);
		if (!rowBorders.isEmpty() || !columnBorders.isEmpty()) {
			layers.add(lines(rowBorders, columnBorders, rows.length, columnOrder.length));
		}
		figure = new Figure("weights", run.name() + ": " + matrix.name(), "", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				columnsAreUnits ? Messages.Weights_from : Messages.Weights_input, blocks > 0 ? Messages.Weights_to : Messages.Weights_output,
				false, layers);
	}

	/** The number of each unit's group; units of no group come last. */
	private static int[] groups(WeightMatrices weights) {
		return IntStream.range(0, weights.units()).map(unit -> {
			for (int g = 0; g < weights.groups().size(); g++) {
				if (IntStream.of(weights.groups().get(g).units()).anyMatch(u -> u == unit)) {
					return g;
				}
			}
			return weights.groups().size();
		}).toArray();
	}

	/** One vector per unit: its rows of all blocks, one after the other. */
	private static double[][] stacked(double[][] values, int each) {
		if (each == values.length) {
			return values;
		}
		int columns = values[0].length;
		double[][] stacked = new double[each][values.length / each * columns];
		for (int r = 0; r < values.length; r++) {
			System.arraycopy(values[r], 0, stacked[r % each], r / each * columns, columns);
		}
		return stacked;
	}

	private static double[][] transposed(double[][] values) {
		double[][] transposed = new double[values[0].length][values.length];
		for (int r = 0; r < values.length; r++) {
			for (int c = 0; c < values[r].length; c++) {
				transposed[c][r] = values[r][c];
			}
		}
		return transposed;
	}

	private static List<String> names(int[] numbers, int[] units, String otherwise) {
		return IntStream.range(0, numbers.length)
				.mapToObj(i -> units[i] >= 0 ? unit(units[i]) : otherwise + " " + numbers[i]).toList(); //$NON-NLS-1$
	}

	private static String unit(int unit) {
		return NLS.bind(Messages.Weights_unit, unit);
	}

	private static List<Integer> borders(int count, IntUnaryOperator block) {
		return IntStream.range(1, count).filter(i -> block.applyAsInt(i) != block.applyAsInt(i - 1)).boxed().toList();
	}

	private static Figure.Line lines(List<Integer> rowBorders, List<Integer> columnBorders, int rows, int columns) {
		double[] x = new double[3 * (rowBorders.size() + columnBorders.size())];
		double[] y = new double[x.length];
		int next = 0;
		for (int border : rowBorders) {
			next = line(x, y, next, new double[] { -0.5, columns - 0.5 }, new double[] { border - 0.5, border - 0.5 });
		}
		for (int border : columnBorders) {
			next = line(x, y, next, new double[] { border - 0.5, border - 0.5 }, new double[] { -0.5, rows - 0.5 });
		}
		return new Figure.Line("", x, y, Hue.BLACK, true); //$NON-NLS-1$
	}

	private static int line(double[] x, double[] y, int at, double[] toX, double[] toY) {
		System.arraycopy(toX, 0, x, at, 2);
		System.arraycopy(toY, 0, y, at, 2);
		x[at + 2] = Double.NaN;
		y[at + 2] = Double.NaN;
		return at + 3;
	}

	@Override
	public Optional<Figure> flat() {
		return Optional.of(figure);
	}

	@Override
	public List<Object> selected(Pick pick) {
		if (pick.column() < 0) {
			return List.of();
		}
		return IntStream.of(rowUnits[pick.item()], columnUnits[pick.column()]).filter(unit -> unit >= 0).distinct()
				.mapToObj(unit -> (Object) new SelectedUnit(run, unit)).toList();
	}

	@Override
	public Set<String> labels(LinkedSelection selection) {
		return selection.parts(SelectedUnit.class).stream().filter(unit -> unit.run().equals(run)).map(unit -> unit(unit.unit()))
				.collect(Collectors.toSet());
	}
}
