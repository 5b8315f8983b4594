package org.nullcline.ui.navigator;

import java.nio.file.Path;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.ui.PlatformUI;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.run.Executions;

/** Tells executions from other folders, for expressions in {@code plugin.xml} and for the navigator. */
public class ExecutionTester extends PropertyTester {

	private static final String RESUMABLE = "isResumable"; //$NON-NLS-1$

	@Override
	public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
		return receiver instanceof IFolder folder && isExecution(folder)
				&& (!property.equals(RESUMABLE) || isResumable(folder));
	}

	/** Whether something is left to do and nobody does it, here or on a command line. */
	private static boolean isResumable(IFolder folder) {
		Path path = folder.getLocation().toPath();
		return PlatformUI.getWorkbench().getService(Executions.class).find(folder).isEmpty() && !StudyFolder.isLocked(path)
				&& !Completeness.isComplete(path);
	}

	/** Whether a folder is the output of a study. */
	public static boolean isExecution(IFolder folder) {
		return liesInRuns(folder) && folder.getLocation() != null
				&& StudyFolder.isStudyFolder(folder.getLocation().toPath());
	}

	/** Whether a resource lies where executions lie. */
	public static boolean liesInRuns(IResource resource) {
		return resource.getProjectRelativePath().segmentCount() == 2
				&& resource.getProjectRelativePath().segment(0).equals(Executions.FOLDER)
				&& !(resource.getParent() instanceof IProject);
	}
}
