package org.nullcline.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.progress.IProgressConstants;

/** Studies on the left, the editor in the middle, what happens and what was found below it. */
public class NullclinePerspective implements IPerspectiveFactory {

	public static final String ID = "org.nullcline.ui.perspective"; //$NON-NLS-1$
	public static final String NAVIGATOR = "org.nullcline.ui.navigator"; //$NON-NLS-1$
	public static final String CURVES = "org.nullcline.ui.views.curves"; //$NON-NLS-1$
	public static final String RESULTS = "org.nullcline.ui.views.results"; //$NON-NLS-1$

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		layout.createFolder("left", IPageLayout.LEFT, 0.24f, editors).addView(NAVIGATOR); //$NON-NLS-1$
		IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.52f, editors); //$NON-NLS-1$
		bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
		bottom.addView(IProgressConstants.PROGRESS_VIEW_ID);
		bottom.addView(CURVES);
		bottom.addView(RESULTS);
		for (String view : new String[] { NAVIGATOR, CURVES, RESULTS, IPageLayout.ID_PROBLEM_VIEW,
				IProgressConstants.PROGRESS_VIEW_ID, IPageLayout.ID_PROP_SHEET }) {
			layout.addShowViewShortcut(view);
		}
		layout.addNewWizardShortcut("org.nullcline.ui.wizards.newProject"); //$NON-NLS-1$
		layout.addNewWizardShortcut("org.nullcline.ui.wizards.newStudy"); //$NON-NLS-1$
		layout.addPerspectiveShortcut(ID);
	}
}
