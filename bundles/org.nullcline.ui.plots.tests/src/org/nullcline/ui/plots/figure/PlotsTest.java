package org.nullcline.ui.plots.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.Test;
import org.nullcline.charts.Mark;
import org.nullcline.charts.Pick;
import org.nullcline.core.figure.Figure;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.Selected;
import org.nullcline.ui.common.selection.SelectedFixedPoint;
import org.nullcline.ui.common.selection.SelectedTime;
import org.nullcline.ui.common.selection.SelectedUnit;
import org.nullcline.ui.plots.data.Distances;
import org.nullcline.ui.plots.data.FixedPoints;
import org.nullcline.ui.plots.data.Residency;
import org.nullcline.ui.plots.data.Sweeps;
import org.nullcline.ui.plots.data.Trajectories;
import org.nullcline.ui.plots.data.UnitOrder;
import org.nullcline.ui.plots.data.WeightMatrices;

/** What the marks of plots stand for, and where what is selected is marked. */
class PlotsTest {

	private static final RunReference RUN = new RunReference(Path.of("/study/runs/gru-8-seed-0"));
	private static final RunReference OTHER = new RunReference(Path.of("/study/runs/gru-8-seed-1"));

	@Test
	void everyMarkOfTheStateSpaceIsFoundAgain() {
		for (int[] axes : new int[][] { { 0, 1 }, { 2, 0 }, { 0, 1, 2 } }) {
			for (int trials : new int[] { 0, 2, 9 }) {
				StateSpacePlot plot = new StateSpacePlot(RUN, trajectories(), new StateSpacePlot.Settings(axes, trials, true));
				assertEquals(axes.length == 3, plot.space().isPresent());
				int layers = axes.length == 3 ? plot.space().get().layers().size() : plot.flat().get().layers().size();
				int times = 0;
				for (int layer = 0; layer < layers; layer++) {
					for (int item = 0; item < size(plot, layer); item++) {
						List<Object> selected = plot.selected(new Pick(layer, item, -1, ""));
						assertEquals(1, selected.size());
						times += selected.getFirst() instanceof SelectedTime ? 1 : 0;
						assertEquals(List.of(Mark.ring(layer, item)), plot.marks(selection(selected)), layer + " " + item);
					}
				}
				assertEquals(trials == 0 ? 9 : trials == 2 ? 7 : 9, times);
			}
		}
	}

	@Test
	void statesOfTrialsHaveTheirNumbers() {
		Trajectories data = trajectories();
		// Trials of 4, 3, 0 and 2 steps.
		assertEquals(new Trajectories.SampleTime(1, 2), data.time(6));
		assertEquals(new Trajectories.SampleTime(3, 0), data.time(7));
		assertEquals(7, data.sample(3, 0));
		assertEquals(-1, data.sample(2, 0));
		assertEquals(-1, data.sample(0, 4));
		assertEquals(-1, data.sample(SelectedTime.DRIVEN, 0));
	}

	@Test
	void slowPointsAndOutliersAreLeftOutOnRequest() {
		StateSpacePlot all = new StateSpacePlot(RUN, trajectories(), new StateSpacePlot.Settings(new int[] { 0, 1 }, 1, true));
		StateSpacePlot fixed = new StateSpacePlot(RUN, trajectories(), new StateSpacePlot.Settings(new int[] { 0, 1 }, 1, false));
		assertEquals(3, all.flat().get().layers().stream().filter(Figure.Points.class::isInstance)
				.mapToInt(layer -> ((Figure.Points) layer).x().length).sum());
		assertEquals(2, fixed.flat().get().layers().stream().filter(Figure.Points.class::isInstance)
				.mapToInt(layer -> ((Figure.Points) layer).x().length).sum());
	}

	@Test
	void eigenvaluesStandForTheirFixedPoint() {
		EigenvaluePlot plot = new EigenvaluePlot(RUN, points(), new EigenvaluePlot.Settings(true, 0));
		LinkedSelection first = selection(List.of(new SelectedFixedPoint(RUN, 0)));
		List<Mark> marks = plot.marks(first);
		assertEquals(3, marks.size());
		for (Mark mark : marks) {
			assertEquals(List.of(new SelectedFixedPoint(RUN, 0)), plot.selected(new Pick(mark.layer(), mark.item(), -1, "")));
		}
		assertEquals(1, new EigenvaluePlot(RUN, points(), new EigenvaluePlot.Settings(true, 1)).marks(first).size());
		assertEquals(List.of(), plot.selected(new Pick(0, 5, -1, "")), "the unit circle stands for nothing");
	}

	@Test
	void distancesAreInTheOrderOfTheDendrogram() {
		List<RunReference> runs = IntStream.range(0, 4).mapToObj(i -> new RunReference(Path.of("/study/runs/n" + i))).toList();
		double[][] values = { { 0, 9, 1, 8 }, { 9, 0, 7, 2 }, { 1, 7, 0, 9 }, { 8, 2, 9, 0 } };
		DistancePlot plot = new DistancePlot(new Distances.Matrix("d", runs, values), DistancePlot.Order.DENDROGRAM);
		List<RunReference> shown = plot.shown();
		assertEquals(1, Math.abs(shown.indexOf(runs.get(0)) - shown.indexOf(runs.get(2))));
		assertEquals(1, Math.abs(shown.indexOf(runs.get(1)) - shown.indexOf(runs.get(3))));
		Figure.Grid grid = (Figure.Grid) plot.flat().get().layers().getFirst();
		for (int i = 0; i < 4; i++) {
			for (int j = 0; j < 4; j++) {
				assertEquals(values[runs.indexOf(shown.get(i))][runs.indexOf(shown.get(j))], grid.values()[i][j]);
				assertEquals(i == j ? List.of(shown.get(i)) : List.of(shown.get(i), shown.get(j)), plot.selected(new Pick(0, i, j, "")));
			}
		}
		// The dendrogram lies above the first row.
		Figure.Line tree = (Figure.Line) plot.flat().get().layers().get(1);
		for (double y : tree.y()) {
			assertTrue(Double.isNaN(y) || y < -0.5);
		}
		assertEquals(Set.of("n1"), plot.labels(new LinkedSelection(List.of(runs.get(1)), Set.of())));
		double[][] similarities = { { 1, 0.5 }, { 0.5, 1 } };
		assertEquals(1, new DistancePlot(new Distances.Matrix("s", runs.subList(0, 2), similarities), DistancePlot.Order.DENDROGRAM)
				.flat().get().layers().size(), "no dendrogram of what are no distances");
	}

	@Test
	void mapsStandForRuns() {
		MapPlot plot = new MapPlot(new Distances.Map("m", List.of(RUN, OTHER), new double[][] { { 0, 1, 2 }, { 3, 4, 5 } }),
				List.of("b", "a"), false);
		assertEquals(List.of(OTHER), plot.selected(new Pick(0, 0, -1, "")), "groups are in the order of their names");
		assertEquals(Set.of(RUN.name()), plot.labels(new LinkedSelection(List.of(RUN), Set.of())));
		assertTrue(new MapPlot(new Distances.Map("m", List.of(RUN), new double[][] { { 0, 1, 2 } }), List.of("a"), true).space()
				.isPresent());
	}

	@Test
	void weightsKeepTheirValuesInEveryOrder() {
		double[][] values = new double[6][3];
		for (int r = 0; r < 6; r++) {
			for (int c = 0; c < 3; c++) {
				values[r][c] = Math.sin(1 + r * 3 + c);
			}
		}
		WeightMatrices weights = new WeightMatrices(3, List.of(new WeightMatrices.Matrix("w", values)),
				List.of(new WeightMatrices.Group("kick 0", new int[] { 2 }), new WeightMatrices.Group("kick 1", new int[] { 0 })));
		for (UnitOrder order : UnitOrder.values()) {
			WeightPlot plot = new WeightPlot(RUN, weights, weights.matrices().getFirst(), new WeightPlot.Settings(order, order, true));
			Figure.Grid grid = (Figure.Grid) plot.flat().get().layers().getFirst();
			for (int r = 0; r < 6; r++) {
				for (int c = 0; c < 3; c++) {
					List<Object> units = plot.selected(new Pick(0, r, c, ""));
					int to = ((SelectedUnit) units.getFirst()).unit();
					int from = ((SelectedUnit) units.getLast()).unit();
					// Two blocks of three rows; the units have one order in both.
					assertEquals(values[r / 3 * 3 + to][from], grid.values()[r][c], order + " " + r + " " + c);
					assertTrue(plot.labels(selection(units)).contains(grid.rows().get(r)));
				}
			}
			assertEquals(grid.rows().subList(0, 3), grid.columns());
		}
		WeightPlot grouped = new WeightPlot(RUN, weights, weights.matrices().getFirst(),
				new WeightPlot.Settings(UnitOrder.GROUP, UnitOrder.NUMBER, false));
		assertEquals(2, ((SelectedUnit) grouped.selected(new Pick(0, 0, 0, "")).getFirst()).unit());
	}

	@Test
	void aBinStandsForItsStates() {
		Residency data = new Residency(new double[] { 0.5, 9.5, 1.5, 9.9, 10, Double.NaN }, new int[] { 0, 2, 0, 2, 3, 1 });
		ResidencyPlot plot = new ResidencyPlot(RUN, data, new ResidencyPlot.Settings(10, false));
		Figure figure = plot.flat().get();
		assertEquals(List.of("transition", "kick-zone", "cluster", "unassigned"), figure.layers().stream().map(Figure.Layer::name).toList());
		Figure.Line cluster = (Figure.Line) figure.layers().get(2);
		assertEquals(2, cluster.y()[18]);
		assertEquals(List.of(new SelectedTime(RUN, SelectedTime.DRIVEN, 1), new SelectedTime(RUN, SelectedTime.DRIVEN, 3)),
				plot.selected(new Pick(2, 19, -1, "")));
		assertEquals(List.of(Mark.guide(2, 18)), plot.marks(selection(plot.selected(new Pick(2, 18, -1, "")))));
		Figure.Line logarithm = (Figure.Line) new ResidencyPlot(RUN, data, new ResidencyPlot.Settings(10, true)).flat().get().layers().get(2);
		assertEquals(Math.log10(2), logarithm.y()[18], 1e-12);
		assertTrue(Double.isNaN(logarithm.y()[0]));
	}

	@Test
	void aCurveOfASweepStandsForItsUnits() {
		Sweeps.Sweep sweep = new Sweeps.Sweep(1, new double[] { 0, 0.5, 1 },
				List.of(new Sweeps.Curve("kick", new double[] { 0.1, 0.4, 0.8 }, new int[] { 3, 5 }),
						new Sweeps.Curve("control", new double[] { 0.8, 0.8, 0.8 }, new int[] { 1 })),
				new double[] { 0.7 });
		SweepPlot plot = new SweepPlot(RUN, sweep);
		List<Object> units = plot.selected(new Pick(0, 1, -1, ""));
		assertEquals(List.of(new SelectedUnit(RUN, 3), new SelectedUnit(RUN, 5)), units);
		assertEquals(Set.of("kick"), plot.labels(selection(units)));
		assertEquals(Set.of(), plot.labels(selection(List.of(new SelectedUnit(RUN, 3)))));
		assertEquals(List.of(), plot.selected(new Pick(4, 0, -1, "")), "random groups are no group of units");
	}

	@Test
	void kindsOfPartsDoNotReplaceEachOther() {
		LinkedSelection units = selection(List.of(new SelectedUnit(RUN, 3)));
		LinkedSelection both = units.after(new StructuredSelection(new SelectedTime(RUN, 0, 7)));
		assertEquals(Set.<Selected>of(new SelectedUnit(RUN, 3), new SelectedTime(RUN, 0, 7)), both.parts());
		assertEquals(List.of(new SelectedUnit(RUN, 4)),
				both.after(new StructuredSelection(new SelectedUnit(RUN, 4))).parts(SelectedUnit.class));
		assertEquals(Set.of(), both.after(new StructuredSelection(OTHER)).parts(), "another run has other parts");
		assertEquals(both, both.after(new StructuredSelection("something else")));
		assertEquals(both, both.after(StructuredSelection.EMPTY));
		LinkedSelection two = LinkedSelection.NONE.after(new StructuredSelection(List.of(RUN, OTHER)));
		assertEquals(List.of(RUN, OTHER), two.runs());
		assertEquals(List.of(RUN, OTHER), two.after(new StructuredSelection(new SelectedUnit(RUN, 1))).runs());
		assertFalse(two.after(new StructuredSelection(new SelectedUnit(OTHER, 1))).runs().contains(RUN));
	}

	private static int size(StateSpacePlot plot, int layer) {
		return plot.space().isPresent() ? plot.space().get().layers().get(layer).x().length
				: switch (plot.flat().get().layers().get(layer)) {
				case Figure.Points points -> points.x().length;
				case Figure.Line line -> line.x().length;
				case Figure.Area area -> area.x().length;
				case Figure.Grid _ -> throw new AssertionError("no grid");
				};
	}

	private static LinkedSelection selection(List<Object> elements) {
		return LinkedSelection.NONE.after(new StructuredSelection(elements));
	}

	/** Trials of 4, 3, 0 and 2 steps in three components. */
	private static Trajectories trajectories() {
		double[][] coordinates = IntStream.range(0, 9).mapToObj(i -> new double[] { i, i * i, Math.sin(i) }).toArray(double[][]::new);
		double[][] projected = { { 1, 1, 1 }, { 2, 0, 1 }, { 0, 3, 1 }, { 50, 50, 50 } };
		Trajectories data = new Trajectories(coordinates, new int[] { 0, 4, 7, 7, 9 }, 0, new double[] { 0.6, 0.3, 0.1 }, new int[0], List.of(),
				Optional.of(points()), projected);
		assertArrayEquals(new int[] { 0, 1, 2 }, points().inside(true));
		return data;
	}

	/** Stable, a saddle, a slow point and an outlier. */
	private static FixedPoints points() {
		Complex[][] spectra = new Complex[4][3];
		for (int i = 0; i < 4; i++) {
			for (int k = 0; k < 3; k++) {
				spectra[i][k] = new Complex(0.9 - 0.2 * k + (i == 1 && k == 0 ? 0.3 : 0), k == 0 ? 0 : k == 1 ? 0.1 : -0.1);
			}
		}
		return new FixedPoints(new double[4][3], new int[] { 0, 1, 0, 0 }, new boolean[] { true, true, false, true },
				new boolean[] { false, false, false, true }, new int[4], spectra);
	}
}
