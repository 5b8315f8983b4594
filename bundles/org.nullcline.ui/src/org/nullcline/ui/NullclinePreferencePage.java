package org.nullcline.ui;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.RadioGroupFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
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
		PlatformUI.getWorkbench().getHelpSystem().setHelp(getFieldEditorParent(), "org.nullcline.help.preferences"); //$NON-NLS-1$
		IntegerFieldEditor studies = new IntegerFieldEditor(PreferenceDefaults.STUDIES, Messages.Preferences_studies,
				getFieldEditorParent(), 3);
		studies.setValidRange(1, 64);
		studies.getTextControl(getFieldEditorParent()).setToolTipText(Messages.Preferences_studiesToolTip);
		addField(studies);
		addField(new RadioGroupFieldEditor(PreferenceDefaults.RESUME, Messages.Preferences_resume, 1,
				new String[][] { { Messages.Preferences_resumeAsk, PreferenceDefaults.RESUME_ASK },
						{ Messages.Preferences_resumeAlways, PreferenceDefaults.RESUME_ALWAYS },
						{ Messages.Preferences_resumeNever, PreferenceDefaults.RESUME_NEVER } },
				getFieldEditorParent(), true));
		addField(new BooleanFieldEditor(PreferenceDefaults.NOTIFY, Messages.Preferences_notify, getFieldEditorParent()));
	}
}
