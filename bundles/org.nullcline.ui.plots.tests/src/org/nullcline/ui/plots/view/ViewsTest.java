package org.nullcline.ui.plots.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.charts.Mark;
import org.nullcline.core.figure.Figure;
import org.nullcline.figures.Rotation;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.ResultArrays;
import org.nullcline.ui.plots.data.Rollouts;
import org.nullcline.ui.plots.data.RunContent;
import org.nullcline.ui.plots.data.Trajectories;
import org.nullcline.ui.plots.data.UnitScaling;

/** The views, by their widgets, on a study that was executed for real. */
class ViewsTest {

	private static SmallStudy study;

	@BeforeAll
	static void execute() throws Exception {
		study = SmallStudy.execute();
	}

	@AfterAll
	static void delete() throws Exception {
		study.project().delete(true, true, null);
	}

	@AfterEach
	void close() {
		for (IViewReference view : Window.page().getViewReferences()) {
			if (view.getId().startsWith("org.nullcline.ui.plots.")) {
				Window.page().hideView(view);
			}
		}
		// A view that opens shows what is selected.
		Window.tree().deselectAll();
		Window.changed(Window.tree());
	}

	@Test
	void aRunSelectedInTheNavigatorIsShown() throws Exception {
		StateSpaceView states = Window.open(StateSpaceView.class, "stateSpace");
		Window.select(study.gru());
		assertEquals(study.gru().name(), Window.painted(states).getFigure().title());
		Window.select(study.vanilla());
		Window.waitUntil("another run", () -> states.getAdapter(ChartCanvas.class).getFigure().title().equals(study.vanilla().name()));
	}

	@Test
	void theNavigatorShowsARunThatIsSelectedInAPlot() {
		MapView map = Window.open(MapView.class, "map");
		Window.select(study.vanilla());
		ChartCanvas points = Window.painted(map);
		Window.click(points, "gru-8-seed-1");
		Tree tree = Window.tree();
		Window.waitUntil("the navigator follows", () -> tree.getSelectionCount() == 1
				&& tree.getSelection()[0].getText().startsWith("gru-8-seed-1"));
	}

	@Test
	void aFixedPointIsSelectedInAllViews() {
		StateSpaceView states = Window.open(StateSpaceView.class, "stateSpace");
		EigenvalueView eigenvalues = Window.open(EigenvalueView.class, "eigenvalues");
		Window.select(study.gru());
		ChartCanvas plane = Window.painted(eigenvalues);
		ChartCanvas space = Window.painted(states);
		int layer = firstPoints(space);
		Window.click(space, layer, 0, SWT.NONE);
		assertTrue(Window.isMarked(space, layer, 0));
		Window.waitUntil("its eigenvalues are marked", () -> plane.getMarks().size() == 8);
		Mark eigenvalue = plane.getMarks().getFirst();
		// With another run it goes.
		Window.select(study.vanilla());
		Window.waitUntil("another run", () -> plane.getFigure().title().equals(study.vanilla().name()) && plane.getMarks().isEmpty());
		Window.select(study.gru());
		Window.waitUntil("the run again", () -> plane.getFigure().title().equals(study.gru().name())
				&& space.getFigure().title().equals(study.gru().name()));
		assertTrue(space.getMarks().isEmpty());
		Window.click(plane, eigenvalue.layer(), eigenvalue.item(), SWT.NONE);
		Window.waitUntil("and back", () -> Window.isMarked(space, layer, 0));
	}

	@Test
	void aTimeIsSelectedInAllViews() {
		StateSpaceView states = Window.open(StateSpaceView.class, "stateSpace");
		ActivityView activity = Window.open(ActivityView.class, "activity");
		Window.select(study.gru());
		ChartCanvas space = Window.painted(states);
		Window.painted(activity);
		// The first layers are trials.
		Mark vertex = Window.lonelyVertex(space);
		int trial = vertex.layer();
		int step = vertex.item();
		Window.click(space, trial, step, SWT.NONE);
		Window.waitUntil("it is marked", () -> Window.isMarked(space, trial, step));
		Window.waitUntil("the other view shows the trial", () -> Window.chart(activity).getFigure().title().endsWith("trial " + trial)
				&& Window.isMarked(Window.chart(activity), 0, step));
		int other = step == 20 ? 10 : 20;
		Window.click(Window.chart(activity), 0, other, SWT.NONE);
		Window.waitUntil("a time picked there is marked here", () -> Window.isMarked(space, trial, other));
	}

	@Test
	void aUnitIsSelectedInAllViewsAndInterventionsFollow() {
		WeightView weights = Window.open(WeightView.class, "weights");
		ActivityView activity = Window.open(ActivityView.class, "activity");
		InterventionView interventions = Window.open(InterventionView.class, "interventions");
		Window.select(study.vanilla());
		ChartCanvas matrix = Window.painted(weights);
		Window.painted(activity);
		Window.painted(interventions);
		assertTrue(matrix.getFigure().title().contains("weight_hh"), matrix.getFigure().title());
		// Row 2, column 6.
		Window.click(matrix, 0, 2 * 8 + 6, SWT.NONE);
		assertEquals(Set.of("unit 2", "unit 6"), matrix.getAllSelected());
		// All eight units are drawn, of which these two stand out.
		Window.waitUntil("both stand out", () -> Window.chart(activity).getAllSelected().equals(Set.of("unit 2", "unit 6")));
		Text field = Window.controls(interventions, Text.class).getFirst();
		Window.waitUntil("both are chosen", () -> field.getText().equals("2, 6"));
		Table table = Window.controls(interventions, Table.class).getFirst();
		table.setFocus();
		table.setSelection(new int[] { 3 });
		Window.changed(table);
		Window.waitUntil("a unit chosen in the list is selected in the matrix", () -> matrix.getAllSelected().equals(Set.of("unit 3")));
	}

	@Test
	void theSliderChangesTheTrajectory() {
		InterventionView view = Window.open(InterventionView.class, "interventions");
		Window.select(study.vanilla());
		ChartCanvas trajectory = Window.painted(view);
		Text field = Window.controls(view, Text.class).getFirst();
		field.setText("0-7");
		Window.waitUntil("nothing changes at factor 1", () -> field.getText().equals("0-7")
				&& Arrays.equals(line(trajectory, 0).x(), line(trajectory, 1).x()));
		Scale slider = Window.controls(view, Scale.class).getFirst();
		Spinner factor = Window.controls(view, Spinner.class).getFirst();
		slider.setSelection(0);
		Window.changed(slider);
		assertEquals(0, factor.getSelection());
		Window.waitUntil("without recurrent drive the trajectory is another one",
				() -> !Arrays.equals(line(trajectory, 0).x(), line(trajectory, 1).x()));
		double[] without = line(trajectory, 1).x();
		factor.setSelection(200);
		Window.changed(factor);
		assertEquals(200, slider.getSelection());
		Window.waitUntil("and again another one at factor 2", () -> !Arrays.equals(without, line(trajectory, 1).x()));
		Combo part = Window.controls(view, Combo.class).getFirst();
		assertEquals(4, part.getItemCount());
		for (int item = 0; item < 4; item++) {
			part.select(item);
			Window.changed(part);
			Window.waitUntil(part.getText(), () -> Window.controls(view, Label.class).stream()
					.anyMatch(label -> label.getText().startsWith(part.getText()))
					&& !Arrays.equals(line(trajectory, 0).x(), line(trajectory, 1).x()));
		}
		double[] last = line(trajectory, 1).x();
		field.setText("0-99");
		assertEquals("0-99", field.getText(), "what is wrong stays to be corrected");
		assertTrue(Arrays.equals(last, line(trajectory, 1).x()));
	}

	@Test
	void gatedCellsOfferTheirActivityOnly() {
		InterventionView view = Window.open(InterventionView.class, "interventions");
		Window.select(study.gru());
		Window.painted(view);
		Combo part = Window.controls(view, Combo.class).getFirst();
		assertEquals(List.of(Messages.Intervention_activity), List.of(part.getItems()));
		Window.controls(view, Text.class).getFirst().setText("1");
		Scale slider = Window.controls(view, Scale.class).getFirst();
		slider.setSelection(0);
		Window.changed(slider);
		ChartCanvas trajectory = Window.chart(view);
		Window.waitUntil("a silent unit changes the trajectory", () -> !Arrays.equals(line(trajectory, 0).x(), line(trajectory, 1).x()));
	}

	@Test
	void aRunIsSelectedInMapDistancesAndEverywhereElse() {
		MapView map = Window.open(MapView.class, "map");
		DistanceView distances = Window.open(DistanceView.class, "distances");
		EigenvalueView eigenvalues = Window.open(EigenvalueView.class, "eigenvalues");
		Window.select(study.vanilla());
		ChartCanvas points = Window.painted(map);
		ChartCanvas matrix = Window.painted(distances);
		assertEquals(Set.of(study.vanilla().name()), points.getAllSelected());
		Window.waitUntil("it is framed in the matrix", () -> matrix.getAllSelected().equals(Set.of(study.vanilla().name())));
		Figure.Grid grid = (Figure.Grid) matrix.getFigure().layers().getFirst();
		int row = grid.rows().indexOf(study.run("gru-8-seed-1").name());
		Window.click(matrix, 0, row * grid.columns().size() + row, SWT.NONE);
		Window.waitUntil("the map follows", () -> points.getAllSelected().equals(Set.of("gru-8-seed-1")));
		Window.waitUntil("views of one run follow", () -> Window.chart(eigenvalues).getFigure() != null
				&& Window.chart(eigenvalues).getFigure().title().equals("gru-8-seed-1"));
		// With the key held, a second one is added.
		row = grid.rows().indexOf(study.vanilla().name());
		Window.click(matrix, 0, row * grid.columns().size() + row, SWT.MOD1);
		Window.waitUntil("both are selected", () -> points.getAllSelected().size() == 2);
	}

	@Test
	void ordersOfTheWeightMatrix() {
		WeightView view = Window.open(WeightView.class, "weights");
		Window.select(study.gru());
		ChartCanvas matrix = Window.painted(view);
		List<String> before = rows(matrix);
		assertEquals(24, before.size(), "three gates");
		Combo rows = Window.controls(view, Combo.class).get(1);
		rows.select(rows.indexOf(Messages.Weights_byMagnitude));
		Window.changed(rows);
		Window.waitUntil("another order", () -> !rows(matrix).equals(before));
		assertEquals(Set.copyOf(before), Set.copyOf(rows(matrix)));
		assertEquals(rows(matrix).subList(0, 8), ((Figure.Grid) matrix.getFigure().layers().getFirst()).columns());
	}

	@Test
	void residencyTimesAndSweepsAreReadFromAnyResultWithTheirArrays() {
		ResidencyView residency = Window.open(ResidencyView.class, "residency");
		SweepView sweep = Window.open(SweepView.class, "sweep");
		WeightView weights = Window.open(WeightView.class, "weights");
		Window.select(study.vanilla());
		ChartCanvas histogram = Window.painted(residency);
		assertEquals(4, histogram.getFigure().layers().size());
		ChartCanvas curves = Window.painted(sweep);
		ChartCanvas matrix = Window.painted(weights);
		Window.click(curves, 0, 1, SWT.NONE);
		Window.waitUntil("the units of the curve are selected", () -> matrix.getAllSelected().equals(Set.of("unit 2", "unit 6")));
		// Another run has neither, and the view says why.
		Window.select(study.gru());
		Window.waitUntil("there is no histogram", () -> histogram.getFigure() == null);
		assertTrue(Window.controls(residency, Label.class).stream()
				.anyMatch(label -> label.getText().contains(Messages.Residency_nothing)));
	}

	@Test
	void draggingTurnsTheStateSpace() {
		StateSpaceView view = Window.open(StateSpaceView.class, "stateSpace");
		Window.select(study.gru());
		ChartCanvas chart = Window.painted(view);
		assertFalse(chart.rotation().isPresent());
		Combo dimensions = Window.controls(view, Combo.class).getFirst();
		dimensions.select(1);
		Window.changed(dimensions);
		Window.waitUntil("it is shown in space", () -> chart.rotation().isPresent());
		double[] before = line(chart, 1).x();
		Window.drag(chart, 60, -30);
		assertNotEquals(Rotation.START, chart.rotation().orElseThrow());
		assertFalse(Arrays.equals(before, line(chart, 1).x()));
		Rotation turned = chart.rotation().orElseThrow();
		// Another choice of axes is another figure of the same run: it is seen from the same side.
		Spinner trials = Window.controls(view, Spinner.class).getFirst();
		trials.setSelection(2);
		Window.changed(trials);
		Window.waitUntil("fewer trials", () -> chart.getFigure().layers().stream()
				.filter(layer -> layer.name().equals(Messages.StateSpace_trials)).count() == 2);
		assertEquals(turned, chart.rotation().orElseThrow());
	}

	@Test
	void theCopyCommandPutsThePlotOnTheClipboard() throws Exception {
		EigenvalueView view = Window.open(EigenvalueView.class, "eigenvalues");
		Window.select(study.gru());
		Window.painted(view);
		Window.page().activate(view);
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		view.getSite().getService(IHandlerService.class).executeCommand("org.eclipse.ui.edit.copy", null);
		Window.waitUntil("there is a picture", () -> clipboard.getContents(ImageTransfer.getInstance()) instanceof ImageData image
				&& image.width == 1200);
		clipboard.dispose();
	}

	@Test
	void trialsAreThoseOfTheAnalyses() throws Exception {
		RunContent content = RunContent.read(study.gru());
		Trajectories stored = Trajectories.read(content);
		ResultArrays result = content.find("projections", "components", "mean").orElseThrow();
		double[][] components = result.rows("components");
		double[] mean = result.values("mean");
		Rollouts rollouts = Rollouts.read(content);
		assertEquals(stored.trials(), rollouts.trials());
		for (int trial : new int[] { 0, 3 }) {
			double[][] states = rollouts.run(trial).states();
			for (int t = 0; t < states.length; t++) {
				for (int c = 0; c < stored.components(); c++) {
					double along = 0;
					for (int j = 0; j < mean.length; j++) {
						along += components[c][j] * (states[t][j] - mean[j]);
					}
					assertEquals(stored.coordinates()[stored.sample(trial, t)][c], along, 1e-9, "trial " + trial + ", step " + t);
				}
			}
		}
	}

	@Test
	void scaledUnits() throws Exception {
		Rollouts rollouts = Rollouts.read(RunContent.read(study.vanilla()));
		double[][] unchanged = rollouts.run(1).states();
		int[] units = { 2, 6 };
		for (UnitScaling.Part part : UnitScaling.Part.values()) {
			assertTrue(Arrays.deepEquals(unchanged, rollouts.run(1, new UnitScaling(part, units, 1)).states()), part + " by 1");
			assertTrue(Arrays.deepEquals(unchanged, rollouts.run(1, new UnitScaling(part, new int[0], 0)).states()), part + " of none");
			double[][] scaled = rollouts.run(1, new UnitScaling(part, units, 0)).states();
			assertFalse(Arrays.deepEquals(unchanged, scaled), part + " by 0");
			if (part == UnitScaling.Part.ACTIVITY) {
				assertTrue(Arrays.stream(scaled).allMatch(state -> state[2] == 0 && state[6] == 0));
			}
			if (part == UnitScaling.Part.WHOLE) {
				// What is left of the drive is the bias, which is the same at every step.
				assertTrue(Arrays.stream(scaled).allMatch(state -> state[2] == scaled[0][2] && state[6] == scaled[0][6]));
			}
		}
	}

	@Test
	void aViewThatOpensLaterShowsWhatIsSelected() {
		StateSpaceView states = Window.open(StateSpaceView.class, "stateSpace");
		Window.select(study.gru());
		Window.painted(states);
		EigenvalueView eigenvalues = Window.open(EigenvalueView.class, "eigenvalues");
		assertEquals(study.gru().name(), Window.painted(eigenvalues).getFigure().title());
	}

	private static int firstPoints(ChartCanvas chart) {
		List<Figure.Layer> layers = chart.getFigure().layers();
		for (int layer = 0; layer < layers.size(); layer++) {
			if (layers.get(layer) instanceof Figure.Points points && points.x().length > 0) {
				return layer;
			}
		}
		throw new AssertionError("no fixed points");
	}

	private static List<String> rows(ChartCanvas chart) {
		return ((Figure.Grid) chart.getFigure().layers().getFirst()).rows();
	}

	private static Figure.Line line(ChartCanvas chart, int layer) {
		return (Figure.Line) chart.getFigure().layers().get(layer);
	}
}
