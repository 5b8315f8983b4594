package org.nullcline.ui.runs.table;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.nullcline.comparison.table.FilterSyntaxException;
import org.nullcline.comparison.table.RunColumns;
import org.nullcline.comparison.table.RunTable;
import org.nullcline.comparison.table.TableQuery;
import org.nullcline.runs.index.IndexedRun;
import org.nullcline.ui.runs.Messages;

/** Filters, orders and groups in the background, always the newest runs by the newest query. */
final class TableMaker {

	/**
	 * What came of it.
	 *
	 * @param query   that was asked
	 * @param table   or the last one, if the filter cannot be understood
	 * @param problem of the filter, or null
	 */
	record Outcome(TableQuery query, RunTable table, FilterSyntaxException problem) {
	}

	private final Display display;
	private final Consumer<Outcome> listener;
	private final Job job = new Job(Messages.Table_arranging) {

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			make();
			return Status.OK_STATUS;
		}
	};
	private volatile List<IndexedRun> runs = List.of();
	private volatile TableQuery query = TableQuery.ALL;
	private volatile boolean disposed;
	/** Of the last runs; used by the job only. */
	private List<IndexedRun> columnsOf;
	private RunColumns columns;
	private RunTable last = RunTable.EMPTY;

	/** @param listener is told on the UI thread */
	TableMaker(Display display, Consumer<Outcome> listener) {
		this.display = display;
		this.listener = listener;
		job.setSystem(true);
		job.setPriority(Job.INTERACTIVE);
	}

	TableQuery query() {
		return query;
	}

	/** Any thread. */
	void setRuns(List<IndexedRun> newRuns) {
		runs = newRuns;
		job.schedule();
	}

	/** Any thread. */
	void setQuery(TableQuery newQuery) {
		query = Objects.requireNonNull(newQuery);
		job.schedule();
	}

	void dispose() {
		disposed = true;
		job.cancel();
	}

	private void make() {
		List<IndexedRun> now = runs;
		TableQuery asked = query;
		if (now != columnsOf) {
			columns = RunColumns.of(now);
			columnsOf = now;
		}
		FilterSyntaxException problem = null;
		try {
			last = RunTable.of(now, columns, asked);
		} catch (FilterSyntaxException e) {
			problem = e;
		}
		Outcome outcome = new Outcome(asked, last, problem);
		if (!disposed && !display.isDisposed()) {
			display.asyncExec(() -> {
				if (!disposed) {
					listener.accept(outcome);
				}
			});
		}
	}
}
