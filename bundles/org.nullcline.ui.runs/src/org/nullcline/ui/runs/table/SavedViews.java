package org.nullcline.ui.runs.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;

/** The views that the user has saved: a preference of the workspace. */
final class SavedViews {

	private static final String NODE = "org.nullcline.ui.runs"; //$NON-NLS-1$
	private static final String KEY = "savedViews"; //$NON-NLS-1$

	private SavedViews() {
	}

	/** All of them, by name. */
	static List<SavedView> all() {
		try {
			List<SavedView> views = new Gson().fromJson(node().get(KEY, "[]"), new TypeToken<List<SavedView>>() { //$NON-NLS-1$
			});
			return views.stream().filter(view -> view != null && view.name() != null && view.query() != null && view.columns() != null)
					.toList();
		} catch (RuntimeException e) {
			// Besides errors of syntax, whatever a constructor throws at what somebody wrote by hand.
			ILog.of(SavedViews.class).warn("The saved views of the runs table cannot be read", e); //$NON-NLS-1$
			return List.of();
		}
	}

	static Optional<SavedView> find(String name) {
		return all().stream().filter(view -> view.name().equals(name)).findFirst();
	}

	/** Saves a view in place of one with the same name. */
	static void save(SavedView view) {
		List<SavedView> views = without(view.name());
		views.add(view);
		write(views);
	}

	static void delete(String name) {
		write(without(name));
	}

	private static List<SavedView> without(String name) {
		List<SavedView> views = new ArrayList<>(all());
		views.removeIf(view -> view.name().equals(name));
		return views;
	}

	private static void write(List<SavedView> views) {
		views.sort(Comparator.comparing(SavedView::name, String.CASE_INSENSITIVE_ORDER));
		node().put(KEY, new Gson().toJson(views));
		try {
			node().flush();
		} catch (BackingStoreException e) {
			ILog.of(SavedViews.class).error("The view cannot be saved", e); //$NON-NLS-1$
		}
	}

	private static IEclipsePreferences node() {
		return InstanceScope.INSTANCE.getNode(NODE);
	}
}
