package org.nullcline.charts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.nullcline.charts.ChartPainter.Request;
import org.nullcline.core.figure.Figure;
import org.nullcline.figures.Drawing;
import org.nullcline.figures.FigureFormat;
import org.nullcline.figures.FigureSize;
import org.nullcline.figures.PlotGeometry;
import org.nullcline.figures.Rotation;
import org.nullcline.figures.SpatialDrawing;
import org.nullcline.figures.SpatialFigure;
import org.nullcline.figures.Theme;
import org.nullcline.figures.Viewport;

/**
 * Shows a figure. The figure is painted in the background; until a painting is ready the last one stays. The wheel zooms,
 * dragging pans, a double click shows everything again; the context menu exports what is shown, in the theme for print.
 * A figure of three dimensions is turned by dragging. Must be used from the UI thread.
 */
public final class ChartCanvas extends Canvas {

	private final CopyOnWriteArrayList<LabelListener> labelListeners = new CopyOnWriteArrayList<>();
	private final CopyOnWriteArrayList<PickListener> pickListeners = new CopyOnWriteArrayList<>();
	private final ChartScreen screen;
	private Theme theme = Theme.LIGHT;
	/** null: nothing is shown. */
	private Drawing drawing;
	private Highlight highlight = Highlight.NOTHING;
	/** What the user zoomed to; null: all data. */
	private Viewport wanted;

	/** An empty chart. */
	public ChartCanvas(Composite parent, int style) {
		super(parent, style | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		screen = new ChartScreen(this);
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.Resize, _ -> request(true));
		addListener(SWT.ZoomChanged, _ -> request(true));
		new ChartMenu(this, new ChartNavigation(this));
	}

	/**
	 * Shows a figure. A new state of the figure that is shown, recognised by its id, keeps zoom and selection.
	 *
	 * @param figure null for none
	 */
	public void setFigure(Figure figure) {
		setDrawing(figure == null ? null : Drawing.of(figure));
	}

	/** Shows a figure of three dimensions; a new state of the one that is shown keeps its rotation, too. */
	public void setSpace(SpatialFigure figure) {
		Rotation rotation = isShown(figure.id(), figure.title()) ? rotation().orElse(Rotation.START) : Rotation.START;
		setDrawing(new SpatialDrawing(figure, rotation));
	}

	private void setDrawing(Drawing newDrawing) {
		checkWidget();
		boolean same = newDrawing != null && isShown(newDrawing.id(), newDrawing.title())
				&& newDrawing.getClass() == drawing.getClass();
		drawing = newDrawing;
		if (!same) {
			wanted = null;
			setToolTipText(null);
		}
		if (drawing == null) {
			screen.clear();
		}
		request(false);
	}

	private boolean isShown(String id, String title) {
		return drawing != null && drawing.id().equals(id) && drawing.title().equals(title);
	}

	/** What is shown, or null; of a figure of three dimensions, what lies on the paper. */
	public Figure getFigure() {
		checkWidget();
		return drawing == null ? null : drawing.figure();
	}

	/** What is shown as it would be exported, or null. */
	public Drawing getDrawing() {
		checkWidget();
		return drawing;
	}

	/** Shades for the window; {@link Theme#LIGHT} at first. Exports do not depend on it. */
	public void setTheme(Theme newTheme) {
		checkWidget();
		theme = Objects.requireNonNull(newTheme);
		request(false);
		redraw();
	}

	public Theme getTheme() {
		checkWidget();
		return theme;
	}

	/** Asks to be told when the user clicks a labelled point. {@link #select} tells nobody. */
	public void addLabelListener(LabelListener listener) {
		checkWidget();
		labelListeners.addIfAbsent(listener);
	}

	public void removeLabelListener(LabelListener listener) {
		checkWidget();
		labelListeners.remove(listener);
	}

	/** Asks to be told of every click on something. With such a listener the chart selects nothing by itself. */
	public void addPickListener(PickListener listener) {
		checkWidget();
		pickListeners.addIfAbsent(listener);
	}

	public void removePickListener(PickListener listener) {
		checkWidget();
		pickListeners.remove(listener);
	}

	/**
	 * Highlights every point with a label, every line of that name, and rows and columns of grids with that name.
	 *
	 * @param label null for none
	 */
	public void select(String label) {
		selectAll(label == null ? Set.of() : Set.of(label));
	}

	/** The same for several labels. */
	public void selectAll(Collection<String> labels) {
		checkWidget();
		highlight(highlight.withLabels(Set.copyOf(labels)));
	}

	/** Highlights single places. */
	public void setMarks(List<Mark> marks) {
		checkWidget();
		highlight(highlight.withMarks(marks));
	}

	/** The places that are highlighted. */
	public List<Mark> getMarks() {
		checkWidget();
		return highlight.marks();
	}

	private void highlight(Highlight newHighlight) {
		if (!highlight.equals(newHighlight)) {
			highlight = newHighlight;
			redraw();
		}
	}

	/** The highlighted label, one of several, or null. */
	public String getSelected() {
		return getAllSelected().stream().findFirst().orElse(null);
	}

	/** The highlighted labels. */
	public Set<String> getAllSelected() {
		checkWidget();
		return highlight.labels();
	}

	/** Shows a part of the plane. */
	public void show(Viewport view) {
		checkWidget();
		wanted = Objects.requireNonNull(view);
		request(true);
	}

	/** Shows all data, and a figure of three dimensions as at first. */
	public void resetView() {
		checkWidget();
		wanted = null;
		if (drawing instanceof SpatialDrawing spatial) {
			drawing = spatial.from(Rotation.START);
		}
		request(true);
	}

	/** What part of the plane is shown or about to be; nothing before the first painting. */
	public Optional<Viewport> view() {
		checkWidget();
		return Optional.ofNullable(wanted)
				.or(() -> Optional.ofNullable(geometry()).map(PlotGeometry::view));
	}

	/** From where a figure of three dimensions is seen; nothing for other figures. */
	public Optional<Rotation> rotation() {
		checkWidget();
		return drawing instanceof SpatialDrawing spatial ? Optional.of(spatial.rotation()) : Optional.empty();
	}

	/** Turns a figure of three dimensions; nothing happens to other figures. */
	public void turn(Rotation rotation) {
		checkWidget();
		if (drawing instanceof SpatialDrawing spatial) {
			drawing = spatial.from(rotation);
			request(true);
		}
	}

	/**
	 * Writes what is shown, in the theme for print, in the format that the extension of the file names.
	 *
	 * @throws IOException if it cannot be written or the extension is none of .png, .svg, .pdf, .csv
	 */
	public void export(Path file) throws IOException {
		checkWidget();
		if (drawing == null) {
			throw new IllegalStateException("no figure is shown");
		}
		FigureFormat.of(file).orElseThrow(() -> new IOException(NLS.bind(Messages.Chart_exportUnknown, file)))
				.write(drawing, Optional.ofNullable(wanted), file);
	}

	/** Asks the user for a file and writes the figure in the background. */
	public void export(FigureFormat format) {
		checkWidget();
		if (drawing != null) {
			// The figure may be replaced while the dialog is open.
			ChartExport.choose(getShell(), drawing, Optional.ofNullable(wanted), format);
		}
	}

	/** Puts the figure on the clipboard: as a picture of what is shown, in the theme for print, and its numbers. */
	public void copy() {
		checkWidget();
		if (drawing != null) {
			ChartExport.copy(getDisplay(), drawing, Optional.ofNullable(wanted));
		}
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		FigureSize size = drawing == null ? new FigureSize(480, 320) : FigureSize.of(drawing.figure());
		return new Point(widthHint == SWT.DEFAULT ? size.width() : widthHint,
				heightHint == SWT.DEFAULT ? size.height() : heightHint);
	}

	/** Whether the picture that is shown is that of the figure and the view as they are now. */
	public boolean isPainted() {
		ShownPainting shown = screen.shown();
		return shown != null && shown.painting().request().drawing() == drawing
				&& shown.painting().request().view().equals(Optional.ofNullable(wanted));
	}

	/** Where the data are on the canvas, or null before the first painting. */
	public PlotGeometry geometry() {
		return screen.shown() == null ? null : screen.shown().painting().geometry();
	}

	void updateToolTip(int x, int y) {
		ShownPainting shown = screen.shown();
		String text = shown == null ? null : Hit.toolTip(shown.figure(), geometry(), x, y).orElse(null);
		// An ampersand would underline the next letter.
		String escaped = text == null ? null : text.replace("&", "&&");
		if (!Objects.equals(escaped, getToolTipText())) {
			setToolTipText(escaped);
		}
	}

	void pick(int x, int y, boolean added) {
		ShownPainting shown = screen.shown();
		if (shown == null) {
			return;
		}
		if (pickListeners.isEmpty()) {
			Hit.label(shown.figure(), geometry(), x, y).ifPresent(label -> {
				select(label);
				labelListeners.forEach(listener -> listener.picked(label));
			});
			return;
		}
		int frame = shown.frameLayers();
		Hit.pick(shown.figure(), geometry(), x, y).filter(pick -> pick.layer() >= frame)
				.map(pick -> new Pick(pick.layer() - frame, pick.item(), pick.column(), pick.label()))
				.ifPresent(pick -> pickListeners.forEach(listener -> listener.picked(pick, added)));
	}

	private void request(boolean atOnce) {
		Rectangle area = getClientArea();
		if (drawing != null && area.width > 0 && area.height > 0) {
			screen.request(new Request(drawing, Optional.ofNullable(wanted), theme, area.width, area.height,
					Math.max(100, getMonitor().getZoom())), atOnce);
		}
	}

	private void paint(GC gc) {
		gc.setBackground(SelectionOverlay.swt(theme.background()));
		gc.fillRectangle(getClientArea());
		screen.paint(gc, highlight);
		if (screen.shown() != null && isFocusControl()) {
			Rectangle area = getClientArea();
			gc.drawFocus(0, 0, area.width, area.height);
		}
	}
}
