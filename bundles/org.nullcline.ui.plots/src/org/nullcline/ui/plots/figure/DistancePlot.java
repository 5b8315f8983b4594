package org.nullcline.ui.plots.figure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.nullcline.charts.Pick;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.runs.RunReference;
import org.nullcline.similarity.HierarchicalClustering;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.Distances;

/** A matrix between runs as a heat map, with the dendrogram above it where that gives the order. */
public final class DistancePlot implements LinkedPlot {

	/** An order of the runs. */
	public enum Order {
		/** Leaves of the dendrogram by average linkage. */
		DENDROGRAM,
		/** By their names. */
		NAME,
		/** As the result has them. */
		STORED
	}

	/** Height of the dendrogram, as a share of that of the matrix. */
	private static final double TREE = 0.22;

	private final List<RunReference> shown;
	private final Figure figure;

	/** Makes the figure. */
	public DistancePlot(Distances.Matrix matrix, Order order) {
		Optional<HierarchicalClustering> tree = order == Order.DENDROGRAM && isDistance(matrix.values())
				? Optional.of(HierarchicalClustering.averageLinkage(matrix.values())) : Optional.empty();
		int[] places = switch (order) {
		case NAME -> IntStream.range(0, matrix.runs().size()).boxed().sorted(Comparator.comparing(i -> matrix.runs().get(i).name()))
				.mapToInt(Integer::intValue).toArray();
		case DENDROGRAM, STORED -> tree.map(HierarchicalClustering::order)
				.orElse(IntStream.range(0, matrix.runs().size()).toArray());
		};
		shown = Arrays.stream(places).mapToObj(matrix.runs()::get).toList();
		List<String> names = shown.stream().map(RunReference::name).toList();
		double[][] values = Arrays.stream(places)
				.mapToObj(i -> Arrays.stream(places).mapToDouble(j -> matrix.values()[i][j]).toArray()).toArray(double[][]::new);
		Figure.Grid grid = new Figure.Grid(Messages.Distances_distance, values, names, names);
		List<Figure.Layer> layers = tree.isPresent() && names.size() > 1 ? List.of(grid, dendrogram(tree.get(), places)) : List.of(grid);
		figure = new Figure("distances", matrix.name(), "", "", "", false, layers); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	/** Average linkage is for distances; a result may hold other square matrices. */
	private static boolean isDistance(double[][] values) {
		for (int i = 0; i < values.length; i++) {
			for (int j = 0; j < values.length; j++) {
				if (!(values[i][j] >= 0) || !Double.isFinite(values[i][j]) || values[i][j] != values[j][i] || i == j && values[i][j] != 0) {
					return false;
				}
			}
		}
		return values.length > 1;
	}

	/** Above the first row, which lies at -0.5; the vertical axis points downwards. */
	private static Figure.Line dendrogram(HierarchicalClustering tree, int[] places) {
		int n = places.length;
		double[] x = new double[2 * n - 1];
		double[] height = new double[2 * n - 1];
		for (int position = 0; position < n; position++) {
			x[places[position]] = position;
		}
		double top = tree.merges().getLast().distance();
		double[] lineX = new double[5 * tree.merges().size()];
		double[] lineY = new double[lineX.length];
		for (int k = 0; k < tree.merges().size(); k++) {
			HierarchicalClustering.Merge merge = tree.merges().get(k);
			x[n + k] = (x[merge.first()] + x[merge.second()]) / 2;
			height[n + k] = top > 0 ? merge.distance() / top : 0;
			double[] alongX = { x[merge.first()], x[merge.first()], x[merge.second()], x[merge.second()], Double.NaN };
			double[] heights = { height[merge.first()], height[n + k], height[n + k], height[merge.second()], Double.NaN };
			for (int i = 0; i < 5; i++) {
				lineX[5 * k + i] = alongX[i];
				lineY[5 * k + i] = -0.5 - TREE * n * (0.04 + heights[i]);
			}
		}
		return new Figure.Line("", lineX, lineY, Hue.BLACK, true); //$NON-NLS-1$
	}

	/** The runs in the order of the rows. */
	public List<RunReference> shown() {
		return shown;
	}

	@Override
	public Optional<Figure> flat() {
		return Optional.of(figure);
	}

	@Override
	public List<Object> selected(Pick pick) {
		if (pick.layer() != 0 || pick.column() < 0) {
			return List.of();
		}
		return pick.item() == pick.column() ? List.of(shown.get(pick.item()))
				: List.of(shown.get(pick.item()), shown.get(pick.column()));
	}

	@Override
	public Set<String> labels(LinkedSelection selection) {
		return selection.runs().stream().filter(shown::contains).map(RunReference::name).collect(Collectors.toSet());
	}
}
