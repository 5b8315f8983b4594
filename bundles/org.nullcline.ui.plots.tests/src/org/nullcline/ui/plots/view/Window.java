package org.nullcline.ui.plots.view;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
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
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.navigator.CommonNavigator;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.charts.Mark;
import org.nullcline.core.figure.Figure;
import org.nullcline.figures.PlotGeometry;
import org.nullcline.runs.RunReference;

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
		IViewPart view = show("org.nullcline.ui.plots." + id);
		MPart part = view.getSite().getService(MPart.class);
		EModelService model = view.getSite().getService(EModelService.class);
		model.detach(part.getCurSharedRef() != null ? part.getCurSharedRef() : part, 50, 50, 900, 600);
		waitUntil(id + " can be seen", () -> page().isPartVisible(view));
		return type.cast(view);
	}

	/** Shows a view as the menu does; it then is the active part. */
	private static IViewPart show(String id) {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
		Command command = window.getService(ICommandService.class).getCommand(IWorkbenchCommandConstants.VIEWS_SHOW_VIEW);
		try {
			window.getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(command,
					Map.of(IWorkbenchCommandConstants.VIEWS_SHOW_VIEW_PARM_ID, id)), null);
		} catch (CommandException e) {
			throw new AssertionError(id, e);
		}
		return page().findView(id);
	}

	/** The navigator's tree, in front of other views. */
	static Tree tree() {
		return ((CommonNavigator) show("org.nullcline.ui.navigator")).getCommonViewer().getTree();
	}

	/** Selects a run in the navigator, as clicks on the arrows before its project and folders and then on itself do. */
	static void select(RunReference run) {
		Tree tree = tree();
		Path project = run.execution().getParent().getParent();
		List<String> path = List.of(project.getFileName().toString(), "runs", run.execution().getFileName().toString(), run.name());
		waitUntil("the run is in the navigator", () -> item(tree, path).isPresent());
		tree.setSelection(item(tree, path).orElseThrow());
		changed(tree);
	}

	private static Optional<TreeItem> item(Tree tree, List<String> path) {
		TreeItem[] items = tree.getItems();
		TreeItem found = null;
		for (String label : path) {
			if (found != null) {
				items = opened(found);
			}
			// What is said of an item stands behind its name.
			found = Arrays.stream(items).filter(item -> (item.getText() + " ").startsWith(label + " ")).findFirst().orElse(null);
			if (found == null) {
				return Optional.empty();
			}
		}
		return Optional.ofNullable(found);
	}

	private static TreeItem[] opened(TreeItem item) {
		if (!item.getExpanded()) {
			Event event = new Event();
			event.item = item;
			item.getParent().notifyListeners(SWT.Expand, event);
			item.setExpanded(true);
		}
		return item.getItems();
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

	/** Clicks the point with a label. */
	static void click(ChartCanvas chart, String label) {
		waitUntil("the figure is painted as it is", chart::isPainted);
		List<Figure.Layer> layers = chart.getFigure().layers();
		for (int layer = 0; layer < layers.size(); layer++) {
			if (layers.get(layer) instanceof Figure.Points points && points.labels().contains(label)) {
				click(chart, layer, points.labels().indexOf(label), SWT.NONE);
				return;
			}
		}
		throw new AssertionError("no point " + label);
	}

	/** A vertex of a line that no click can mean but that on itself. */
	static Mark lonelyVertex(ChartCanvas chart) {
		waitUntil("the figure is painted as it is", chart::isPainted);
		PlotGeometry geometry = chart.geometry();
		List<Figure.Layer> layers = chart.getFigure().layers();
		for (int layer = 0; layer < layers.size(); layer++) {
			if (layers.get(layer) instanceof Figure.Line line) {
				for (int item = 0; item < line.x().length; item++) {
					double x = geometry.drawnX(line.x()[item]);
					double y = geometry.drawnY(line.y()[item]);
					if (geometry.area().contains(x, y) && near(layers, geometry, x, y) == 1) {
						return Mark.ring(layer, item);
					}
				}
			}
		}
		throw new AssertionError("all vertices are near others");
	}

	/** How many points and vertices lie so near that a click could mean them. */
	private static long near(List<Figure.Layer> layers, PlotGeometry geometry, double x, double y) {
		return layers.stream().mapToLong(layer -> switch (layer) {
		case Figure.Points points -> near(points.x(), points.y(), geometry, x, y, 12);
		case Figure.Line line -> near(line.x(), line.y(), geometry, x, y, 3);
		default -> 0;
		}).sum();
	}

	private static long near(double[] dataX, double[] dataY, PlotGeometry geometry, double x, double y, double pixels) {
		return IntStream.range(0, dataX.length)
				.filter(i -> Math.hypot(geometry.drawnX(dataX[i]) - x, geometry.drawnY(dataY[i]) - y) < pixels).count();
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
}
