package org.nullcline.ui.development;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.ResourceAttributes;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.ide.IDE;
import org.nullcline.development.template.PluginKind;
import org.nullcline.development.template.PluginProject;
import org.nullcline.development.template.PluginTemplate;

/** Makes a plug-in project from the templates; the builder then compiles and loads it. */
public class NewPluginProjectWizard extends Wizard implements INewWizard {

	private static final String LOCATION = "nullcline.location"; //$NON-NLS-1$

	private IWorkbench workbench;
	private NewPluginPage page;

	@Override
	public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
		workbench = newWorkbench;
		setWindowTitle(Messages.Wizard_title);
		setNeedsProgressMonitor(true);
	}

	@Override
	public void addPages() {
		page = new NewPluginPage();
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		PluginProject plugin = page.project();
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(plugin.id());
		WorkspaceModifyOperation operation = new WorkspaceModifyOperation() {

			@Override
			protected void execute(IProgressMonitor monitor) throws CoreException, InvocationTargetException {
				try {
					create(plugin, project, monitor);
				} catch (IOException e) {
					throw new InvocationTargetException(e);
				}
			}
		};
		try {
			getContainer().run(true, true, operation);
		} catch (InvocationTargetException e) {
			Throwable cause = e.getCause();
			ErrorDialog.openError(getShell(), Messages.Wizard_title, Messages.Wizard_failed, cause instanceof CoreException failure
					? failure.getStatus() : Status.error(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause));
			return false;
		} catch (InterruptedException e) {
			return false;
		}
		open(project, plugin);
		return true;
	}

	private static void create(PluginProject plugin, IProject project, IProgressMonitor monitor) throws CoreException, IOException {
		Map<String, String> files = PluginTemplate.files(plugin);
		SubMonitor progress = SubMonitor.convert(monitor, Messages.Wizard_creating, files.size() + 3);
		IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
		project.create(description, progress.split(1));
		project.open(progress.split(1));
		for (Map.Entry<String, String> file : files.entrySet()) {
			// Written by the project itself when its natures are set.
			if (!file.getKey().equals(IProjectDescription.DESCRIPTION_FILE_NAME)) {
				IFile written = write(project, file.getKey(), file.getValue(), progress.split(1));
				if (PluginTemplate.isExecutable(file.getKey())) {
					ResourceAttributes attributes = written.getResourceAttributes();
					attributes.setExecutable(true);
					written.setResourceAttributes(attributes);
				}
			}
		}
		String script = System.getProperty("nullcline.script"); //$NON-NLS-1$
		if (script != null) {
			write(project, LOCATION, Path.of(script) + "\n", progress.split(0)); //$NON-NLS-1$
		}
		// Last, because it builds.
		description = project.getDescription();
		description.setNatureIds(new String[] { PluginNature.ID, "org.nullcline.ui.nature" }); //$NON-NLS-1$
		project.setDescription(description, progress.split(1));
	}

	private static IFile write(IProject project, String path, String text, IProgressMonitor monitor) throws CoreException {
		IFile file = project.getFile(IPath.fromPortableString(path));
		createFolder(file.getParent());
		file.create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, monitor);
		return file;
	}

	private static void createFolder(IContainer container) throws CoreException {
		if (container instanceof IFolder folder && !folder.exists()) {
			createFolder(folder.getParent());
			folder.create(true, true, null);
		}
	}

	/** The source that one begins with. */
	private void open(IProject project, PluginProject plugin) {
		PluginKind kind = plugin.kinds().iterator().next();
		String ending = switch (kind) {
		case TASK -> "Task"; //$NON-NLS-1$
		case ARCHITECTURE -> "Cell"; //$NON-NLS-1$
		case ANALYSIS -> "Analysis"; //$NON-NLS-1$
		};
		try {
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), project.getFile("src/" //$NON-NLS-1$
					+ plugin.packageName().replace('.', '/') + "/" + plugin.className() + ending + ".java")); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (PartInitException e) {
			ErrorDialog.openError(getShell(), Messages.Wizard_title, Messages.Wizard_failed, e.getStatus());
		}
	}
}
