package org.nullcline.ui;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** The page of Nullcline's preferences. */
public class NullclinePreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	public NullclinePreferencePage() {
		super(GRID);
		setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, PreferenceDefaults.NODE));
		setDescription(Messages.Preferences_description);
	}

	@Override
	public void init(IWorkbench workbench) {
		// Nothing is taken from the workbench.
	}

	@Override
	protected void createFieldEditors() {
		IntegerFieldEditor jobs = new IntegerFieldEditor(PreferenceDefaults.JOBS, Messages.Preferences_jobs,
				getFieldEditorParent(), 3);
		jobs.setValidRange(1, 256);
		jobs.getTextControl(getFieldEditorParent()).setToolTipText(Messages.Preferences_jobsToolTip);
		addField(jobs);
	}
}
