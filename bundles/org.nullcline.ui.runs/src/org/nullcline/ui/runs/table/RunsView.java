package org.nullcline.ui.runs.table;

import java.util.List;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.comparison.table.RunColumn;
import org.nullcline.comparison.table.RunColumns;
import org.nullcline.comparison.table.RunTable;
import org.nullcline.comparison.table.SortKey;
import org.nullcline.comparison.table.TableQuery;
import org.nullcline.comparison.table.TableRow;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.Coalescer;
import org.nullcline.ui.runs.RunSelections;
import org.nullcline.ui.runs.RunsIndex;

/** All runs of what is selected: filtered, ordered, grouped, and linked with the selection of all other views. */
public class RunsView extends ViewPart {

	public static final String ID = "org.nullcline.ui.runs.table"; //$NON-NLS-1$

	/** How long changes of the workspace are waited for to come together, in milliseconds. */
	private static final int INTERVAL = 500;

	private final ISelectionListener selectionListener = this::selected;
	private final IResourceChangeListener resourceListener = this::resourceChanged;
	private RunsSource source;
	private TableMaker maker;
	private FilterBar filter;
	private RunsGrid grid;
	private RowSelection selection;
	private Coalescer refresh;
	private ViewState state;
	private RunTable table = RunTable.EMPTY;
	/** Selected elsewhere before the table had it. */
	private List<RunReference> awaited = List.of();

	@Override
	public void init(IViewSite site, IMemento memento) throws PartInitException {
		super.init(site, memento);
		state = ViewState.read(memento);
	}

	@Override
	public void createPartControl(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		maker = new TableMaker(parent.getDisplay(), this::show);
		source = new RunsSource(PlatformUI.getWorkbench().getService(RunsIndex.class), maker::setRuns);
		filter = new FilterBar(parent, this::filter, () -> table.columns());
		selection = new RowSelection(getSite().getPage());
		grid = new RunsGrid(parent, this::sort, this::select, this::openResult);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
		MenuManager menu = new MenuManager();
		grid.setMenu(menu.createContextMenu(grid.control()));
		getSite().registerContextMenu(menu, selection);
		getSite().setSelectionProvider(selection);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(grid.control(), ID);
		refresh = new Coalescer(parent.getDisplay(), INTERVAL, source::refresh);
		filter.setFilter(state.query().filter());
		maker.setQuery(state.query());
		getSite().getPage().addSelectionListener(selectionListener);
		ResourcesPlugin.getWorkspace().addResourceChangeListener(resourceListener, IResourceChangeEvent.POST_CHANGE);
		source.refresh();
		selected(null, getSite().getPage().getSelection());
	}

	@Override
	public void setFocus() {
		grid.setFocus();
		// Runs are also executed from command lines, of which the workspace learns nothing.
		refresh.request();
	}

	@Override
	public void saveState(IMemento memento) {
		state.write(memento);
	}

	@Override
	public void dispose() {
		getSite().getPage().removeSelectionListener(selectionListener);
		ResourcesPlugin.getWorkspace().removeResourceChangeListener(resourceListener);
		if (refresh != null) {
			refresh.dispose();
			filter.dispose();
			source.dispose();
			maker.dispose();
		}
		super.dispose();
	}

	/** Which rows and columns are wanted. */
	TableQuery query() {
		return state.query();
	}

	ColumnChoice columnChoice() {
		return state.columns();
	}

	/** What is shown. */
	RunTable table() {
		return table;
	}

	/** The columns that are shown, from left to right. */
	List<RunColumn> shownColumns() {
		return grid.columnsInOrder();
	}

	/** The rows that are selected, or all if there is none or one; either groups or runs. */
	List<TableRow> rowsToCopy() {
		List<TableRow> rows = grid.selectedRows();
		return rows.size() > 1 ? rows.stream().filter(rows.getFirst().getClass()::isInstance).toList() : table.rows();
	}

	/** Looks at the runs in another way. */
	void setView(TableQuery query, ColumnChoice columns) {
		state = new ViewState(query, columns, state.linked());
		filter.setFilter(query.filter());
		maker.setQuery(query);
		getSite().getService(ICommandService.class).refreshElements(DifferingOnlyHandler.COMMAND, null);
	}

	/** Whether the runs are those of the project, execution or study that is selected elsewhere. */
	boolean isLinked() {
		return state.linked();
	}

	void setLinked(boolean linked) {
		state = new ViewState(state.query(), state.columns(), linked);
		if (!linked) {
			source.setScope(Scope.WORKSPACE);
		}
	}

	void selectAll() {
		grid.selectAll();
		select();
	}

	void refresh() {
		source.refresh();
	}

	void rebuildIndex() {
		source.rebuild();
	}

	private void filter(String text) {
		if (!text.equals(state.query().filter())) {
			setView(new TableQuery(text, query().order(), query().groupBy()), columnChoice());
		}
	}

	private void sort(List<SortKey> order) {
		setView(new TableQuery(query().filter(), order, query().groupBy()), columnChoice());
	}

	private void show(TableMaker.Outcome outcome) {
		if (grid.control().isDisposed()) {
			return;
		}
		table = outcome.table();
		filter.show(outcome.problem(), table.runs().count(), table.total(), source.scope().label());
		if (outcome.problem() == null) {
			grid.show(table.rows(), columnChoice().columns(table, outcome.query().groupBy()), outcome.query().order());
			if (!awaited.isEmpty() && grid.select(awaited)) {
				awaited = List.of();
			}
		}
	}

	private void select() {
		awaited = List.of();
		selection.set(grid.selection());
	}

	private void openResult() {
		selection.showResult();
	}

	private void selected(IWorkbenchPart part, ISelection elsewhere) {
		if (part == this || elsewhere == null || elsewhere.isEmpty()) {
			return;
		}
		List<RunReference> runs = RunSelections.runs(elsewhere);
		if (!runs.isEmpty()) {
			if (!grid.select(runs)) {
				awaited = runs;
				follow(runs.getFirst());
			}
			return;
		}
		Scope scope = Scope.of(elsewhere);
		if (scope != null && isLinked()) {
			source.setScope(scope);
		}
	}

	/** A run that the table has not may be one of another execution, or one that the filter holds back. */
	private void follow(RunReference run) {
		if (isLinked() && !source.scope().contains(run)) {
			Scope scope = Scope.of(run);
			if (scope != null) {
				source.setScope(scope);
			}
		}
	}

	private void resourceChanged(IResourceChangeEvent event) {
		if (event.getDelta() != null && Scope.mayHaveNewRuns(event.getDelta())) {
			refresh.request();
		}
	}
}
