package org.nullcline.ui.views;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.trainer.ExecutionLog;
import org.nullcline.trainer.ExecutionLog.Entry;
import org.nullcline.ui.common.Coalescer;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.navigator.ExecutionItem;
import org.nullcline.ui.navigator.ExecutionItem.ResultItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;
import org.nullcline.ui.navigator.ExecutionTester;
import org.nullcline.ui.run.Executions;
import org.nullcline.ui.run.LiveExecution;

/** The log of the selected execution, or of the one that runs; of all its runs or of the selected one alone. */
public class LogView extends ViewPart {

	private static final int INTERVAL = 500;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss") //$NON-NLS-1$
			.withZone(ZoneId.systemDefault());

	private final Executions executions = PlatformUI.getWorkbench().getService(Executions.class);
	private final Consumer<LiveExecution> executionListener = this::changed;
	private final Executions.EndListener endListener = (folder, result) -> reread();
	private final ISelectionListener selectionListener = this::selected;
	private volatile IFolder shown;
	private String run;
	private List<Entry> entries = List.of();
	private List<Entry> lines = List.of();
	private Coalescer reread;
	private Label title;
	private Button onlyRun;
	private Table table;

	@Override
	public void createPartControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 4).applyTo(body);
		title = new Label(body, SWT.NONE);
		title.setText(Messages.Log_nothing);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(title);
		onlyRun = new Button(body, SWT.CHECK);
		onlyRun.setText(Messages.Log_onlyRun);
		onlyRun.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> fill()));
		table = new Table(body, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER | SWT.MULTI);
		table.setHeaderVisible(true);
		AccessibleNames.set(table, Messages.Log_name);
		column(Messages.Log_time, 160);
		column(Messages.Log_subject, 190);
		column(Messages.Log_text, 620);
		table.addListener(SWT.SetData, event -> show((TableItem) event.item, lines.get(event.index)));
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(table);
		getSite().getService(IHandlerService.class).activateHandler(IWorkbenchCommandConstants.EDIT_COPY, new CopyHandler());
		reread = new Coalescer(parent.getDisplay(), INTERVAL, this::read);
		executions.addListener(executionListener);
		executions.addEndListener(endListener);
		getSite().getPage().addSelectionListener(selectionListener);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(table, "org.nullcline.help.log"); //$NON-NLS-1$
		selected(null, getSite().getPage().getSelection(NullclinePerspective.NAVIGATOR));
		if (shown == null) {
			executions.newest().ifPresent(this::changed);
		}
	}

	@Override
	public void setFocus() {
		table.setFocus();
	}

	@Override
	public void dispose() {
		executions.removeListener(executionListener);
		executions.removeEndListener(endListener);
		getSite().getPage().removeSelectionListener(selectionListener);
		if (reread != null) {
			reread.dispose();
		}
		super.dispose();
	}

	/** A new execution takes the view if no other one has been selected that still exists. */
	private void changed(LiveExecution execution) {
		IFolder current = shown;
		if (current == null || executions.find(current).isEmpty() && !execution.ended() && !execution.folder().equals(current)) {
			shown = execution.folder();
		}
		if (execution.folder().equals(shown)) {
			reread.request();
		}
	}

	private void reread() {
		reread.request();
	}

	private void selected(IWorkbenchPart part, ISelection selection) {
		if (part == this || !(selection instanceof IStructuredSelection structured) || structured.isEmpty()) {
			return;
		}
		Object first = structured.getFirstElement();
		IFolder folder = first instanceof ExecutionItem item ? item.execution() : Adapters.adapt(first, IFolder.class);
		if (folder == null || !ExecutionTester.isExecution(folder)) {
			return;
		}
		run = first instanceof RunItem item ? item.run().getName()
				: first instanceof ResultItem result && result.run() != null ? result.run().run().getName() : null;
		shown = folder;
		read();
	}

	private void read() {
		IFolder folder = shown;
		if (folder == null || folder.getLocation() == null) {
			return;
		}
		Job.createSystem(Messages.Log_reading, monitor -> {
			List<Entry> found = new ArrayList<>();
			try {
				found.addAll(ExecutionLog.read(folder.getLocation().toPath()));
			} catch (IOException e) {
				ILog.of(LogView.class).warn("The log cannot be read", e); //$NON-NLS-1$
			}
			Display display = Display.getDefault();
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (folder.equals(shown) && !table.isDisposed()) {
						entries = found;
						title.setText(NLS.bind(found.isEmpty() ? Messages.Log_none : Messages.Log_title, folder.getName()));
						fill();
					}
				});
			}
		}).schedule();
	}

	private void fill() {
		String only = onlyRun.getSelection() ? run : null;
		boolean atEnd = table.getItemCount() == 0 || table.getTopIndex() + 2 + table.getClientArea().height / Math.max(1, table.getItemHeight())
				>= table.getItemCount();
		lines = only == null ? entries : entries.stream().filter(entry -> entry.subject().equals(only)).toList();
		table.setItemCount(lines.size());
		table.clearAll();
		if (atEnd && !lines.isEmpty()) {
			// Whoever looks at the end goes on looking at the end.
			table.setTopIndex(lines.size() - 1);
		}
	}

	private void column(String label, int width) {
		TableColumn column = new TableColumn(table, SWT.NONE);
		column.setText(label);
		column.setWidth(width);
	}

	private static void show(TableItem item, Entry entry) {
		item.setText(words(entry));
	}

	private static String[] words(Entry entry) {
		return new String[] { entry.time() == null ? "" : TIME.format(entry.time()), entry.subject(), entry.text() }; //$NON-NLS-1$
	}

	/** Copies the selected lines, all if none is selected. */
	private final class CopyHandler extends AbstractHandler {

		@Override
		public Object execute(ExecutionEvent event) {
			List<Entry> chosen = table.getSelectionCount() == 0 ? lines
					: Arrays.stream(table.getSelectionIndices()).mapToObj(lines::get).toList();
			if (!chosen.isEmpty()) {
				Clipboard clipboard = new Clipboard(table.getDisplay());
				String text = String.join(System.lineSeparator(),
						chosen.stream().map(entry -> String.join("\t", words(entry))).toList()); //$NON-NLS-1$
				clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
				clipboard.dispose();
			}
			return null;
		}
	}
}
