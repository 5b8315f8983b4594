package org.nullcline.ui.perspectives;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.progress.IProgressConstants;
import org.nullcline.ui.NullclinePerspective;

/** For taking trained networks apart: results and figures, with the learning curves at hand. */
public class AnalysePerspective implements IPerspectiveFactory {

	public static final String ID = "org.nullcline.ui.perspectives.analyse"; //$NON-NLS-1$

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		layout.setEditorAreaVisible(false);
		NullclinePerspective.addHelp(layout);
		layout.createFolder("left", IPageLayout.LEFT, 0.26f, editors).addView(NullclinePerspective.NAVIGATOR); //$NON-NLS-1$
		// An editor that is opened here gets room above results and curves, which share the height without it.
		layout.createFolder("top", IPageLayout.BOTTOM, 0.4f, editors).addView(NullclinePerspective.RESULTS); //$NON-NLS-1$
		IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.66f, "top"); //$NON-NLS-1$ //$NON-NLS-2$
		bottom.addView(NullclinePerspective.CURVES);
		bottom.addPlaceholder(NullclinePerspective.LOG);
		bottom.addPlaceholder(IProgressConstants.PROGRESS_VIEW_ID);
		bottom.addPlaceholder(IPageLayout.ID_PROBLEM_VIEW);
		NullclinePerspective.addShortcuts(layout);
	}
}
