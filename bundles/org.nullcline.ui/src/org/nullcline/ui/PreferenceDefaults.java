package org.nullcline.ui;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;

/** The preferences of the workbench: their keys and defaults. */
public class PreferenceDefaults extends AbstractPreferenceInitializer {

	/** The node of all preferences. */
	public static final String NODE = "org.nullcline.ui"; //$NON-NLS-1$

	/** How many networks of a study are trained at once. */
	public static final String JOBS = "jobs"; //$NON-NLS-1$

	/** How many studies are executed at once. */
	public static final String STUDIES = "studies"; //$NON-NLS-1$

	/** Whether the end of a study is told in a corner of the desktop. */
	public static final String NOTIFY = "notify"; //$NON-NLS-1$

	/** What is done at the start with studies that were running when the workbench ended: one of the following. */
	public static final String RESUME = "resume"; //$NON-NLS-1$
	public static final String RESUME_ASK = "ask"; //$NON-NLS-1$
	public static final String RESUME_ALWAYS = "always"; //$NON-NLS-1$
	public static final String RESUME_NEVER = "never"; //$NON-NLS-1$

	@Override
	public void initializeDefaultPreferences() {
		IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(NODE);
		defaults.putInt(JOBS, Runtime.getRuntime().availableProcessors());
		defaults.putInt(STUDIES, 1);
		defaults.putBoolean(NOTIFY, true);
		defaults.put(RESUME, RESUME_ASK);
	}

	/** The value of {@link #JOBS}. */
	public static int jobs() {
		return Math.max(1, Platform.getPreferencesService().getInt(NODE, JOBS, 1, null));
	}

	/** The value of {@link #STUDIES}. */
	public static int studies() {
		return Math.max(1, Platform.getPreferencesService().getInt(NODE, STUDIES, 1, null));
	}

	/** The value of {@link #NOTIFY}. */
	public static boolean notifies() {
		return Platform.getPreferencesService().getBoolean(NODE, NOTIFY, true, null);
	}

	/** The value of {@link #RESUME}. */
	public static String resume() {
		return Platform.getPreferencesService().getString(NODE, RESUME, RESUME_ASK, null);
	}
}
