package org.nullcline.ui.plots.view;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.charts.Mark;
import org.nullcline.core.figure.Figure;
import org.nullcline.figures.PlotGeometry;

/** Drives the window by its widgets. For tests that run on the UI thread. */
final class Window {

	private static final long PATIENCE = 60_000_000_000L;
	private static final long SLICE = 200_000_000L;

	private Window() {
	}

	static IWorkbenchPage page() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
	}

	/** Opens a view beside all others, so that it can be seen together with them. */
	static <T extends IViewPart> T open(Class<T> type, String id) {
		try {
			IViewPart view = page().showView("org.nullcline.ui.plots." + id);
			MPart part = view.getSite().getService(MPart.class);
			EModelService model = view.getSite().getService(EModelService.class);
			model.detach(part.getCurSharedRef() != null ? part.getCurSharedRef() : part, 50, 50, 900, 600);
			waitUntil(id + " can be seen", () -> page().isPartVisible(view));
			return type.cast(view);
		} catch (PartInitException e) {
			throw new AssertionError(id, e);
		}
	}

	static ChartCanvas chart(IViewPart view) {
		return view.getAdapter(ChartCanvas.class);
	}

	/** Waits until a view shows a figure, painted. */
	static ChartCanvas painted(IViewPart view) {
		ChartCanvas chart = chart(view);
		waitUntil(view.getTitle() + " shows a figure", () -> chart.getFigure() != null && chart.isPainted());
		return chart;
	}

	/** Handles events until a condition holds. */
	static void waitUntil(String what, BooleanSupplier condition) {
		Display display = Display.getCurrent();
		long end = System.nanoTime() + PATIENCE;
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				fail("waited in vain: " + what);
			}
			handleEvents(display);
		}
	}

	/** All that wait, for a moment: a condition that takes long must not keep the events back. */
	private static void handleEvents(Display display) {
		long slice = System.nanoTime() + SLICE;
		boolean any = false;
		while (System.nanoTime() < slice && display.readAndDispatch()) {
			any = true;
		}
		if (!any) {
			// Wakes the loop where no event comes, so that the condition is looked at again.
			display.timerExec(20, () -> {
			});
			display.sleep();
		}
	}

	/** Clicks a point, a vertex or a cell. */
	static void click(ChartCanvas chart, int layer, int item, int keys) {
		waitUntil("the figure is painted as it is", chart::isPainted);
		double[] at = switch (chart.getFigure().layers().get(layer)) {
		case Figure.Points points -> new double[] { points.x()[item], points.y()[item] };
		case Figure.Line line -> new double[] { line.x()[item], line.y()[item] };
		case Figure.Area area -> new double[] { area.x()[item], area.y()[item] };
		case Figure.Grid grid -> new double[] { item % grid.columns().size(), item / grid.columns().size() };
		};
		PlotGeometry geometry = chart.geometry();
		int x = (int) Math.round(geometry.drawnX(at[0]));
		int y = (int) Math.round(geometry.drawnY(at[1]));
		mouse(chart, SWT.MouseDown, x, y, keys);
		mouse(chart, SWT.MouseUp, x, y, keys);
	}

	static void drag(ChartCanvas chart, int byX, int byY) {
		int x = chart.getSize().x / 2;
		int y = chart.getSize().y / 2;
		mouse(chart, SWT.MouseDown, x, y, SWT.NONE);
		mouse(chart, SWT.MouseMove, x + byX, y + byY, SWT.NONE);
		mouse(chart, SWT.MouseUp, x + byX, y + byY, SWT.NONE);
	}

	private static void mouse(ChartCanvas chart, int type, int x, int y, int keys) {
		Event event = new Event();
		event.x = x;
		event.y = y;
		event.button = type == SWT.MouseMove ? 0 : 1;
		event.stateMask = keys;
		chart.notifyListeners(type, event);
	}

	/** The number of the first layer of a name. */
	static int layer(ChartCanvas chart, String name) {
		List<Figure.Layer> layers = chart.getFigure().layers();
		for (int layer = 0; layer < layers.size(); layer++) {
			if (layers.get(layer).name().equals(name)) {
				return layer;
			}
		}
		throw new AssertionError("no layer " + name + ": " + layers.stream().map(Figure.Layer::name).distinct().toList());
	}

	static boolean isMarked(ChartCanvas chart, int layer, int item) {
		return chart.getMarks().stream().anyMatch(mark -> mark.layer() == layer && mark.item() == item);
	}

	static List<Mark> marks(IViewPart view) {
		return chart(view).getMarks();
	}

	/** All controls of a type in a view, in the order in which they were made. */
	static <T extends Control> List<T> controls(IViewPart view, Class<T> type) {
		return all((Composite) view.getSite().getService(MPart.class).getWidget(), type);
	}

	static <T extends Control> List<T> all(Composite root, Class<T> type) {
		List<T> found = new ArrayList<>();
		for (Control child : root.getChildren()) {
			if (type.isInstance(child)) {
				found.add(type.cast(child));
			}
			if (child instanceof Composite composite) {
				found.addAll(all(composite, type));
			}
		}
		return found;
	}

	static void changed(Control control) {
		control.notifyListeners(SWT.Selection, new Event());
	}

	/** The item of a tree whose label begins so. */
	static Optional<TreeItem> item(Tree tree, String start) {
		return item(tree.getItems(), start);
	}

	private static Optional<TreeItem> item(TreeItem[] items, String start) {
		return Arrays.stream(items).flatMap(item -> item.getText().startsWith(start) ? java.util.stream.Stream.of(item)
				: item(item.getItems(), start).stream()).findFirst();
	}
}
