package org.nullcline.ui.development;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.nullcline.development.live.LivePlugins;

/** Loads the plug-ins of the workspace when the workbench starts, and takes them out with their projects and when it ends. */
public class LoadAtStartup implements IStartup {

	@Override
	public void earlyStartup() {
		PlatformUI.getWorkbench().addWorkbenchListener(new IWorkbenchListener() {

			@Override
			public boolean preShutdown(IWorkbench workbench, boolean forced) {
				return true;
			}

			@Override
			public void postShutdown(IWorkbench workbench) {
				LivePlugins.unloadAll();
			}
		});
		ResourcesPlugin.getWorkspace().addResourceChangeListener(event -> LivePlugins.unload(event.getResource().getName()),
				IResourceChangeEvent.PRE_CLOSE | IResourceChangeEvent.PRE_DELETE);
		WorkspaceJob job = new WorkspaceJob(Messages.Load_loading) {

			@Override
			public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
				// What a workbench that was killed has left behind.
				LivePlugins.unloadAll();
				IProject[] projects = ResourcesPlugin.getWorkspace().getRoot().getProjects();
				SubMonitor progress = SubMonitor.convert(monitor, projects.length);
				for (IProject project : projects) {
					if (PluginNature.isOf(project)) {
						project.build(IncrementalProjectBuilder.FULL_BUILD, PluginBuilder.ID, null, progress.split(1));
					}
				}
				return Status.OK_STATUS;
			}
		};
		job.setRule(ResourcesPlugin.getWorkspace().getRoot());
		job.schedule();
	}
}
