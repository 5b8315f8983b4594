package org.nullcline.charts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.nullcline.charts.ChartPainter.Painting;
import org.nullcline.charts.ChartPainter.Request;
import org.nullcline.core.figure.Figure;
import org.nullcline.figures.FigureFormat;
import org.nullcline.figures.FigureSize;
import org.nullcline.figures.PlotGeometry;
import org.nullcline.figures.Theme;
import org.nullcline.figures.Viewport;

/**
 * Shows a figure. The figure is painted in the background; until a painting is ready the last one stays. The wheel zooms,
 * dragging pans, a double click shows everything again; the context menu exports the whole figure in the theme for print.
 * Must be used from the UI thread.
 */
public final class ChartCanvas extends Canvas {

	private final CopyOnWriteArrayList<LabelListener> listeners = new CopyOnWriteArrayList<>();
	private final ChartPainter painter;
	private Theme theme = Theme.LIGHT;
	private Figure figure;
	private String selected;
	/** What the user zoomed to; null: all data. */
	private Viewport wanted;
	/** What is shown, and the image of it; null until the first painting. */
	private Painting shown;
	private Image image;

	/** An empty chart. */
	public ChartCanvas(Composite parent, int style) {
		super(parent, style | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		Display display = getDisplay();
		painter = new ChartPainter(painting -> deliver(display, painting));
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.Resize, _ -> request());
		addListener(SWT.ZoomChanged, _ -> request());
		addListener(SWT.Dispose, _ -> {
			painter.stop();
			disposeImage();
		});
		new ChartMenu(this, new ChartNavigation(this));
	}

	/**
	 * Shows a figure. A new state of the figure that is shown, recognised by its id, keeps zoom and selection.
	 *
	 * @param newFigure null for none
	 */
	public void setFigure(Figure newFigure) {
		checkWidget();
		boolean same = figure != null && newFigure != null && figure.id().equals(newFigure.id())
				&& figure.title().equals(newFigure.title());
		figure = newFigure;
		if (!same) {
			wanted = null;
			setToolTipText(null);
		}
		if (figure == null) {
			shown = null;
			disposeImage();
			redraw();
		}
		request();
	}

	/** What is shown, or null. */
	public Figure getFigure() {
		checkWidget();
		return figure;
	}

	/** Shades for the window; {@link Theme#LIGHT} at first. Exports do not depend on it. */
	public void setTheme(Theme newTheme) {
		checkWidget();
		theme = Objects.requireNonNull(newTheme);
		request();
		redraw();
	}

	public Theme getTheme() {
		checkWidget();
		return theme;
	}

	/** Asks to be told when the user clicks a labelled point. {@link #select} tells nobody. */
	public void addLabelListener(LabelListener listener) {
		checkWidget();
		listeners.addIfAbsent(listener);
	}

	public void removeLabelListener(LabelListener listener) {
		checkWidget();
		listeners.remove(listener);
	}

	/**
	 * Highlights every point with a label, every line of that name, and rows and columns of grids with that name.
	 *
	 * @param label null for none
	 */
	public void select(String label) {
		checkWidget();
		if (!Objects.equals(selected, label)) {
			selected = label;
			redraw();
		}
	}

	/** The highlighted label, or null. */
	public String getSelected() {
		checkWidget();
		return selected;
	}

	/** Shows a part of the plane. */
	public void show(Viewport view) {
		checkWidget();
		wanted = Objects.requireNonNull(view);
		request();
	}

	/** Shows all data. */
	public void resetView() {
		checkWidget();
		wanted = null;
		request();
	}

	/** What part of the plane is shown or about to be; nothing before the first painting. */
	public Optional<Viewport> view() {
		checkWidget();
		return Optional.ofNullable(wanted).or(() -> Optional.ofNullable(shown).map(painting -> painting.geometry().view()));
	}

	/**
	 * Writes the whole figure, in the theme for print, in the format that the extension of the file names.
	 *
	 * @throws IOException if it cannot be written or the extension is none of .png, .svg, .csv
	 */
	public void export(Path file) throws IOException {
		checkWidget();
		if (figure == null) {
			throw new IllegalStateException("no figure is shown");
		}
		FigureFormat.of(file).orElseThrow(() -> new IOException(NLS.bind(Messages.Chart_exportUnknown, file)))
				.write(figure, file);
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		FigureSize size = figure == null ? new FigureSize(480, 320) : FigureSize.of(figure);
		return new Point(widthHint == SWT.DEFAULT ? size.width() : widthHint,
				heightHint == SWT.DEFAULT ? size.height() : heightHint);
	}

	/** Where the data are on the canvas, or null before the first painting. */
	PlotGeometry geometry() {
		return shown == null ? null : shown.geometry();
	}

	void updateToolTip(int x, int y) {
		String text = shown == null ? null : Hit.toolTip(shown.request().figure(), shown.geometry(), x, y).orElse(null);
		// An ampersand would underline the next letter.
		String escaped = text == null ? null : text.replace("&", "&&");
		if (!Objects.equals(escaped, getToolTipText())) {
			setToolTipText(escaped);
		}
	}

	void pick(int x, int y) {
		if (shown == null) {
			return;
		}
		Hit.label(shown.request().figure(), shown.geometry(), x, y).ifPresent(label -> {
			select(label);
			listeners.forEach(listener -> listener.picked(label));
		});
	}

	private void request() {
		Rectangle area = getClientArea();
		if (figure != null && area.width > 0 && area.height > 0) {
			painter.request(new Request(figure, Optional.ofNullable(wanted), theme, area.width, area.height,
					Math.max(100, getMonitor().getZoom())));
		}
	}

	private void deliver(Display display, Painting painting) {
		try {
			display.asyncExec(() -> accept(painting));
		} catch (SWTException e) {
			// The display was closed while the figure was being painted.
			if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
				throw e;
			}
		}
	}

	private void accept(Painting painting) {
		if (isDisposed() || figure == null) {
			return;
		}
		disposeImage();
		image = new Image(getDisplay(), provider(painting.pixels(), painting.request().zoom()));
		shown = painting;
		redraw();
	}

	private static ImageDataProvider provider(ImageData pixels, int painted) {
		return zoom -> zoom == painted ? pixels
				: pixels.scaledTo(Math.max(1, pixels.width * zoom / painted), Math.max(1, pixels.height * zoom / painted));
	}

	private void paint(GC gc) {
		gc.setBackground(SelectionOverlay.swt(theme.background()));
		gc.fillRectangle(getClientArea());
		if (image == null) {
			return;
		}
		gc.drawImage(image, 0, 0);
		if (selected != null) {
			SelectionOverlay.draw(gc, shown.request().figure(), shown.geometry(), shown.request().theme(), selected);
		}
		if (isFocusControl()) {
			Rectangle area = getClientArea();
			gc.drawFocus(0, 0, area.width, area.height);
		}
	}

	private void disposeImage() {
		if (image != null) {
			image.dispose();
			image = null;
		}
	}
}
