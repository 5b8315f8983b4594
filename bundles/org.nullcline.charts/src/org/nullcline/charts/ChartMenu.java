package org.nullcline.charts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.nullcline.core.figure.Figure;
import org.nullcline.figures.FigureFormat;

/** The context menu of a chart. */
final class ChartMenu {

	private final ChartCanvas canvas;

	ChartMenu(ChartCanvas canvas, ChartNavigation navigation) {
		this.canvas = canvas;
		Menu menu = new Menu(canvas);
		List<MenuItem> exports = List.of(item(menu, Messages.Chart_exportPng, () -> export(FigureFormat.PNG)),
				item(menu, Messages.Chart_exportSvg, () -> export(FigureFormat.SVG)),
				item(menu, Messages.Chart_exportCsv, () -> export(FigureFormat.CSV)));
		new MenuItem(menu, SWT.SEPARATOR);
		item(menu, Messages.Chart_zoomIn, () -> navigation.zoom(1));
		item(menu, Messages.Chart_zoomOut, () -> navigation.zoom(-1));
		item(menu, Messages.Chart_reset, canvas::resetView);
		menu.addListener(SWT.Show, _ -> exports.forEach(export -> export.setEnabled(canvas.getFigure() != null)));
		canvas.setMenu(menu);
	}

	private static MenuItem item(Menu menu, String text, Runnable action) {
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(text);
		item.addListener(SWT.Selection, _ -> action.run());
		return item;
	}

	private void export(FigureFormat format) {
		// The figure may be replaced while the dialog is open.
		Figure figure = canvas.getFigure();
		if (figure == null) {
			return;
		}
		FileDialog dialog = new FileDialog(canvas.getShell(), SWT.SAVE);
		dialog.setText(Messages.Chart_exportTitle);
		dialog.setOverwrite(true);
		dialog.setFileName(figure.id() + "." + format.extension());
		dialog.setFilterExtensions(new String[] { "*." + format.extension() });
		dialog.setFilterNames(new String[] { name(format) });
		String chosen = dialog.open();
		if (chosen == null) {
			return;
		}
		Path file = Path.of(chosen);
		if (FigureFormat.of(file).isEmpty()) {
			file = Path.of(chosen + "." + format.extension());
		}
		try {
			FigureFormat.of(file).orElse(format).write(figure, file);
		} catch (IOException | RuntimeException e) {
			MessageDialog.openError(canvas.getShell(), Messages.Chart_exportTitle,
					NLS.bind(Messages.Chart_exportFailed, file, e.getMessage()));
		}
	}

	private static String name(FigureFormat format) {
		return switch (format) {
		case PNG -> Messages.Chart_png;
		case SVG -> Messages.Chart_svg;
		case CSV -> Messages.Chart_csv;
		};
	}
}
