package org.nullcline.ui.perspectives;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.progress.IProgressConstants;
import org.nullcline.ui.NullclinePerspective;

/** For looking on while studies run: learning curves, progress and log. */
public class TrainPerspective implements IPerspectiveFactory {

	public static final String ID = "org.nullcline.ui.perspectives.train"; //$NON-NLS-1$

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		layout.setEditorAreaVisible(false);
		NullclinePerspective.addHelp(layout);
		layout.createFolder("left", IPageLayout.LEFT, 0.26f, editors).addView(NullclinePerspective.NAVIGATOR); //$NON-NLS-1$
		// An editor that is opened here gets room above curves and log, which share the height without it.
		IFolderLayout top = layout.createFolder("top", IPageLayout.BOTTOM, 0.4f, editors); //$NON-NLS-1$
		top.addView(NullclinePerspective.CURVES);
		top.addPlaceholder(NullclinePerspective.RESULTS);
		IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.62f, "top"); //$NON-NLS-1$ //$NON-NLS-2$
		bottom.addView(NullclinePerspective.LOG);
		bottom.addView(IProgressConstants.PROGRESS_VIEW_ID);
		bottom.addPlaceholder(IPageLayout.ID_PROBLEM_VIEW);
		NullclinePerspective.addShortcuts(layout);
	}
}
