package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.charts.Mark;
import org.nullcline.core.figure.Figure;
import org.nullcline.figures.Theme;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.editor.StudyEditor;
import org.nullcline.ui.perspectives.AnalysePerspective;
import org.nullcline.ui.views.ResultsView;

/** One sitting of a user: from the wizard to a finished study, from there to linked plots, from there to a figure for a paper. */
@ExtendWith(NoLoggedErrors.class)
class WholeWayTest {

	private static final String PLOTS = "org.nullcline.ui.plots.";
	private static final String DARK = "org.nullcline.ui.commands.dark";
	private static final int UNITS = 8;

	@AfterEach
	void removeAll() throws CoreException {
		for (IViewReference view : Ui.page().getViewReferences()) {
			if (view.getId().startsWith(PLOTS)) {
				Ui.page().hideView(view);
			}
		}
		Ui.command("org.eclipse.ui.perspectives.showPerspective",
				Map.of("org.eclipse.ui.perspectives.showPerspective.perspectiveId", NullclinePerspective.ID));
		Studies.removeAll();
	}

	@Test
	void fromTheWizardToFiguresInFiles(@TempDir Path folder) throws Exception {
		IFolder execution = run();
		Ui.key(Studies.tree(), SWT.ALT, '3');
		Ui.waitUntil("the perspective for analysing opens", () -> Ui.page().getPerspective().getId().equals(AnalysePerspective.ID));
		Ui.show("org.nullcline.ui.runs.table");
		Ui.show(PLOTS + "map");
		Studies.selectRun(execution, "vanilla-8-seed-0");
		ChartCanvas map = Charts.show(PLOTS + "map");
		ChartCanvas states = Charts.show(PLOTS + "stateSpace");
		assertSelected("vanilla-8-seed-0", map, states);

		Charts.click(map, "gru-8-seed-1");
		assertSelected("gru-8-seed-1", map, states);

		ChartCanvas eigenvalues = Charts.show(PLOTS + "eigenvalues");
		Ui.waitUntil("they are those of the same run", () -> eigenvalues.getFigure().title().equals("gru-8-seed-1"));
		ChartCanvas results = result(execution, "gru-8-seed-1", "Fixed points");
		Charts.click(results, Charts.labelled(results.getFigure()).getLast().labels().getFirst());
		Ui.waitUntil("the fixed point is marked", () -> results.getMarks().size() == 1);
		Ui.waitUntil("and in state space", () -> states.getMarks().size() == 1);
		Ui.waitUntil("so are its eigenvalues", () -> eigenvalues.getMarks().size() == UNITS);
		Figure shown = results.getFigure();

		// Which one it was is told by its row among all.
		Charts.show(PLOTS + "stateSpace");
		Figure.Points last = Charts.labelled(states.getFigure()).getLast();
		Charts.click(states, last.labels().getLast());
		Ui.waitUntil("the fixed point is marked", () -> states.getMarks().equals(List.of(Mark.ring(
				states.getFigure().layers().indexOf(last), last.labels().size() - 1))));
		Ui.waitUntil("so is what the result shows of it", () -> results.getMarks().size() == 1);
		assertSame(shown, results.getFigure());
		assertSelected("gru-8-seed-1", map, states);

		Ui.show(PLOTS + "map");
		selectInResults(execution, "vanilla-8-seed-1");
		assertSelected("vanilla-8-seed-1", map, states);
		Studies.selectRun(execution, "gru-8-seed-1");
		assertSelected("gru-8-seed-1", map, states);

		Ui.command(DARK, Map.of());
		try {
			Ui.waitUntil("the plot is dark", () -> {
				states.redraw();
				return states.getTheme() == Theme.DARK;
			});
			export(states, folder);
		} finally {
			Ui.command(DARK, Map.of());
		}
	}

	/** A small study of four networks from an example, executed. */
	private static IFolder run() throws Exception {
		StudyEditor editor = Studies.create("whole-way");
		Studies.shrink(editor, 60, Set.of("State space", "Fixed points", "Representational geometry"));
		Ui.type(Studies.field(editor, "networks", "seeds"), "2");
		IFolder execution = Studies.run(editor, "whole-way");
		for (String network : Set.of("vanilla-8-seed-0", "vanilla-8-seed-1", "gru-8-seed-0", "gru-8-seed-1")) {
			Studies.waitForRun(execution, network, "done");
		}
		Ui.waitUntil("nothing is left to stop", () -> !Ui.isEnabled("org.nullcline.ui.commands.cancel"));
		return execution;
	}

	/** Navigator, table, map of the networks and state space agree. */
	private static void assertSelected(String run, ChartCanvas map, ChartCanvas states) {
		Ui.waitUntil(run + " is selected in the map", () -> map.getAllSelected().equals(Set.of(run)));
		Ui.waitUntil("its states are shown", () -> states.getFigure() != null && states.getFigure().title().equals(run));
		Tree tree = Studies.navigator().getCommonViewer().getTree();
		Ui.waitUntil("the navigator has it",
				() -> tree.getSelectionCount() == 1 && tree.getSelection()[0].getText().startsWith(run + " "));
		Text filter = Ui.find(Ui.window().getShell(), Text.class, text -> text.getData("org.nullcline.ui.runs.filter") != null);
		Table table = Ui.find(filter.getParent().getParent(), Table.class, any -> true);
		Ui.waitUntil("the table has it", () -> table.getSelectionCount() == 1 && table.getSelection()[0].getText().equals(run));
	}

	/** Shows the first figure of a run's result. */
	private static ChartCanvas result(IFolder execution, String run, String analysis) {
		ResultsView view = (ResultsView) Ui.show(NullclinePerspective.RESULTS);
		Studies.selectRun(execution, run, analysis);
		// The run alone, which is selected on the way, has the same figure among its own.
		Ui.waitUntil("the result is shown", () -> view.figure() != null && Ui.all(Ui.window().getShell(), Label.class).stream()
				.anyMatch(label -> label.isVisible() && label.getText().matches(Pattern.quote(run + ": ") + ".*figures.*")));
		ChartCanvas chart = chart(view);
		Ui.waitUntil("its figure is painted", chart::isPainted);
		return chart;
	}

	private static ChartCanvas chart(ResultsView view) {
		return Ui.find(Ui.window().getShell(), ChartCanvas.class, each -> each.isVisible() && each.getFigure() == view.figure());
	}

	/** Clicks the point of a network in the map that the analysis of the population has drawn. */
	private static void selectInResults(IFolder execution, String run) {
		ResultsView results = (ResultsView) Ui.show(NullclinePerspective.RESULTS);
		Studies.selectRun(execution, "Representational geometry");
		Ui.waitUntil("its results are shown", () -> results.figure() != null && !results.figure().title().equals(run));
		ChartCanvas chart = chart(results);
		org.eclipse.swt.widgets.List figures = Ui.find(chart.getParent(), org.eclipse.swt.widgets.List.class, any -> true);
		for (int i = 0; i < figures.getItemCount() && Charts.labelled(chart.getFigure()).isEmpty(); i++) {
			figures.select(i);
			figures.notifyListeners(SWT.Selection, new Event());
		}
		Charts.click(chart, run);
	}

	private static void export(ChartCanvas chart, Path folder) throws Exception {
		Figure figure = chart.getFigure();
		assertTrue(figure.layers().size() > 1);
		Charts.export(chart, "Export as SVG...", folder.resolve("states.svg"));
		Charts.export(chart, "Export as PNG...", folder.resolve("states.png"));
		Charts.export(chart, "Export as PDF...", folder.resolve("states.pdf"));
		Charts.export(chart, "Export Numbers as CSV...", folder.resolve("states.csv"));
		assertEquals("gru-8-seed-1", figure.title());
		ExportedFigure exported = new ExportedFigure(figure, folder.resolve("states.svg"));
		exported.assertDrawn();
		exported.assertSamePage(folder.resolve("states.pdf"));
		exported.assertSamePicture(folder.resolve("states.png"));
		exported.assertSameNumbers(folder.resolve("states.csv"));
	}
}
