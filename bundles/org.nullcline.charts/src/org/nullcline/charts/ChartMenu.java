package org.nullcline.charts;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.nullcline.figures.FigureFormat;

/** The context menu of a chart. */
final class ChartMenu {

	ChartMenu(ChartCanvas canvas, ChartNavigation navigation) {
		Menu menu = new Menu(canvas);
		List<MenuItem> exports = List.of(item(menu, Messages.Chart_copy, canvas::copy),
				item(menu, Messages.Chart_exportPng, () -> canvas.export(FigureFormat.PNG)),
				item(menu, Messages.Chart_exportSvg, () -> canvas.export(FigureFormat.SVG)),
				item(menu, Messages.Chart_exportPdf, () -> canvas.export(FigureFormat.PDF)),
				item(menu, Messages.Chart_exportCsv, () -> canvas.export(FigureFormat.CSV)));
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
}
