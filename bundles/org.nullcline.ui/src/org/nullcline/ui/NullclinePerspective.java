package org.nullcline.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;
import org.eclipse.ui.progress.IProgressConstants;
import org.nullcline.ui.help.CheatSheetView;
import org.nullcline.ui.help.GuideView;
import org.nullcline.ui.perspectives.AnalysePerspective;
import org.nullcline.ui.perspectives.TrainPerspective;

/** For designing studies: studies on the left, the editor in the middle, what happens and what was found below it. */
public class NullclinePerspective implements IPerspectiveFactory {

	public static final String ID = "org.nullcline.ui.perspective"; //$NON-NLS-1$
	public static final String NAVIGATOR = "org.nullcline.ui.navigator"; //$NON-NLS-1$
	public static final String CURVES = "org.nullcline.ui.views.curves"; //$NON-NLS-1$
	public static final String RESULTS = "org.nullcline.ui.views.results"; //$NON-NLS-1$
	public static final String LOG = "org.nullcline.ui.views.log"; //$NON-NLS-1$

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		addHelp(layout);
		layout.createFolder("left", IPageLayout.LEFT, 0.24f, editors).addView(NAVIGATOR); //$NON-NLS-1$
		IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.7f, editors); //$NON-NLS-1$
		bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
		bottom.addView(IProgressConstants.PROGRESS_VIEW_ID);
		bottom.addView(CURVES);
		bottom.addView(RESULTS);
		bottom.addPlaceholder(LOG);
		addShortcuts(layout);
	}

	/** Where help opens: on the right, from top to bottom if this comes before anything else. */
	public static void addHelp(IPageLayout layout) {
		IPlaceholderFolderLayout right = layout.createPlaceholderFolder("help", IPageLayout.RIGHT, 0.7f, layout.getEditorArea()); //$NON-NLS-1$
		right.addPlaceholder(CheatSheetView.ID);
		right.addPlaceholder(GuideView.ID);
	}

	/** What the menus of every perspective offer first. */
	public static void addShortcuts(IPageLayout layout) {
		for (String view : new String[] { NAVIGATOR, CURVES, RESULTS, LOG, IPageLayout.ID_PROBLEM_VIEW,
				IProgressConstants.PROGRESS_VIEW_ID }) {
			layout.addShowViewShortcut(view);
		}
		layout.addNewWizardShortcut("org.nullcline.ui.wizards.newProject"); //$NON-NLS-1$
		layout.addNewWizardShortcut("org.nullcline.ui.wizards.newStudy"); //$NON-NLS-1$
		for (String perspective : new String[] { ID, TrainPerspective.ID, AnalysePerspective.ID }) {
			layout.addPerspectiveShortcut(perspective);
		}
	}
}
