package org.nullcline.ui.navigator;

import java.nio.file.Path;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.ui.PlatformUI;
import org.nullcline.model.RunState;
import org.nullcline.runs.SeriesFolder;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;
import org.nullcline.ui.run.Executions;

/** Tells executions from other folders, for expressions in {@code plugin.xml} and for the navigator. */
public class ExecutionTester extends PropertyTester {

	@Override
	public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
		if (receiver instanceof RunItem item) {
			return switch (property) {
			case "isResumable" -> isResumable(item); //$NON-NLS-1$
			case "isRunning" -> executions().isRunning(item.execution()); //$NON-NLS-1$
			default -> false;
			};
		}
		if (!(receiver instanceof IFolder folder)) {
			return false;
		}
		return switch (property) {
		case "isExecution" -> isExecution(folder); //$NON-NLS-1$
		case "hasReport" -> isExecution(folder) || isSeries(folder); //$NON-NLS-1$
		case "isResumable" -> isResumable(folder); //$NON-NLS-1$
		case "isRunning" -> executions().isRunning(folder); //$NON-NLS-1$
		default -> false;
		};
	}

	/** Whether something is left to do and nobody does it, here or on a command line. */
	public static boolean isResumable(IFolder folder) {
		if (executions().isRunning(folder)) {
			return false;
		}
		if (isSeries(folder)) {
			return !Completeness.isSeriesComplete(folder.getLocation().toPath());
		}
		Path path = folder.getLocation() == null ? null : folder.getLocation().toPath();
		return isExecution(folder) && !StudyFolder.isLocked(path) && !Completeness.isComplete(path);
	}

	private static boolean isResumable(RunItem item) {
		RunState state = item.run().getState();
		return state != RunState.DONE && state != RunState.DIVERGED && !executions().isRunning(item.execution())
				&& !StudyFolder.isLocked(item.execution().getLocation().toPath());
	}

	/** Whether a folder is the output of a study. */
	public static boolean isExecution(IFolder folder) {
		boolean place = liesInRuns(folder) || folder.getProjectRelativePath().segmentCount() == 3
				&& folder.getParent() instanceof IFolder parent && isSeries(parent);
		return place && folder.getLocation() != null && StudyFolder.isStudyFolder(folder.getLocation().toPath());
	}

	/** Whether a folder is the output of a series. */
	public static boolean isSeries(IFolder folder) {
		return liesInRuns(folder) && folder.getLocation() != null
				&& SeriesFolder.isSeriesFolder(folder.getLocation().toPath());
	}

	/** Whether a resource lies where executions lie. */
	public static boolean liesInRuns(IResource resource) {
		return resource.getProjectRelativePath().segmentCount() == 2
				&& resource.getProjectRelativePath().segment(0).equals(Executions.FOLDER)
				&& !(resource.getParent() instanceof IProject);
	}

	private static Executions executions() {
		return PlatformUI.getWorkbench().getService(Executions.class);
	}
}
