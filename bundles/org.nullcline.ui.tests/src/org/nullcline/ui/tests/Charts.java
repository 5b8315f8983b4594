package org.nullcline.ui.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.core.figure.Figure;

/** Works in charts as a mouse does. */
final class Charts {

	private Charts() {
	}

	/** Opens a view of one plot and waits until it shows one. */
	static ChartCanvas show(String view) {
		ChartCanvas chart = Ui.show(view).getAdapter(ChartCanvas.class);
		Ui.waitUntil(view + " shows a figure", () -> chart.getFigure() != null && chart.isPainted());
		return chart;
	}

	/** Clicks the point with a label. */
	static void click(ChartCanvas chart, String label) {
		Ui.waitUntil("a point " + label + " is painted", () -> chart.isPainted() && chart.getFigure() != null
				&& labelled(chart.getFigure()).stream().anyMatch(points -> points.labels().contains(label)));
		Figure.Points layer = labelled(chart.getFigure()).stream().filter(points -> points.labels().contains(label)).findFirst()
				.orElseThrow();
		int item = layer.labels().indexOf(label);
		Desktop.click(chart, (int) Math.round(chart.geometry().drawnX(layer.x()[item])),
				(int) Math.round(chart.geometry().drawnY(layer.y()[item])));
	}

	/** The layers whose points have labels. */
	static List<Figure.Points> labelled(Figure figure) {
		return figure.layers().stream().filter(Figure.Points.class::isInstance).map(Figure.Points.class::cast)
				.filter(points -> !points.labels().isEmpty()).toList();
	}

	/** Chooses an entry of the context menu that asks for a file, and waits until that is written. */
	static void export(ChartCanvas chart, String entry, Path file) throws Exception {
		chart.getMenu().notifyListeners(SWT.Show, new Event());
		MenuItem item = Arrays.stream(chart.getMenu().getItems()).filter(each -> each.getText().replace("&", "").equals(entry))
				.findFirst().orElseThrow(() -> new AssertionError("no entry " + entry));
		Desktop.inFileDialog(file, () -> item.notifyListeners(SWT.Selection, new Event()));
		// An empty one is there first, to see which permissions new files have.
		Ui.waitUntil(file + " is written", () -> file.toFile().length() > 0);
		Ui.waitUntil("nothing else is left", () -> isAlone(file));
	}

	private static boolean isAlone(Path file) {
		try (var beside = Files.list(file.getParent())) {
			return beside.noneMatch(each -> each.getFileName().toString().endsWith(".tmp"));
		} catch (java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
