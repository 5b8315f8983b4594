package org.nullcline.ui;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;

/** The preferences of the workbench: their keys and defaults. */
public class PreferenceDefaults extends AbstractPreferenceInitializer {

	/** The node of all preferences. */
	public static final String NODE = "org.nullcline.ui"; //$NON-NLS-1$

	/** How many networks of a study are trained at once. */
	public static final String JOBS = "jobs"; //$NON-NLS-1$

	@Override
	public void initializeDefaultPreferences() {
		DefaultScope.INSTANCE.getNode(NODE).putInt(JOBS, Runtime.getRuntime().availableProcessors());
	}

	/** The value of {@link #JOBS}. */
	public static int jobs() {
		return Math.max(1, Platform.getPreferencesService().getInt(NODE, JOBS, 1, null));
	}
}
