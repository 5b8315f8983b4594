package org.nullcline.ui.runs.table;

import org.eclipse.ui.IMemento;
import org.nullcline.comparison.table.TableQuery;

import com.google.gson.Gson;

/**
 * What the view remembers from one session to the next.
 *
 * @param query   filter, order and groups
 * @param columns which are shown
 * @param linked  whether it follows the selection of projects, executions and studies
 */
record ViewState(TableQuery query, ColumnChoice columns, boolean linked) {

	private static final ViewState FIRST = new ViewState(TableQuery.ALL, ColumnChoice.DEFAULT, true);
	private static final String KEY = "state"; //$NON-NLS-1$

	static ViewState read(IMemento memento) {
		String written = memento == null ? null : memento.getString(KEY);
		if (written == null) {
			return FIRST;
		}
		try {
			ViewState state = new Gson().fromJson(written, ViewState.class);
			return state == null || state.query == null || state.columns == null ? FIRST : state;
		} catch (RuntimeException e) {
			// Of another version: nobody misses it.
			return FIRST;
		}
	}

	void write(IMemento memento) {
		memento.putString(KEY, new Gson().toJson(this));
	}
}
