package org.nullcline.ui.runs.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.nullcline.runs.archive.ArchiveContents;
import org.nullcline.runs.archive.StudyArchive;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.runs.Messages;

/** Asks for the archive and the project. */
final class ImportPage extends WizardPage {

	private final IProject selected;
	private FileField file;
	private Combo project;
	private Label contents;
	/** The archive that was looked into last, and what was found. */
	private Path inspected;
	private ArchiveContents found;
	private String problem;

	ImportPage(IStructuredSelection selection) {
		super("import"); //$NON-NLS-1$
		setTitle(Messages.Archive_import);
		setDescription(Messages.Archive_importDescription);
		IResource resource = Adapters.adapt(selection.getFirstElement(), IResource.class);
		selected = resource == null ? null : resource.getProject();
	}

	@Override
	public void createControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(body);
		file = new FileField(body, SWT.OPEN, this::validate);
		new Label(body, SWT.NONE).setText(Messages.Archive_project);
		project = new Combo(body, SWT.DROP_DOWN);
		project.setItems(Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects()).filter(IProject::isOpen)
				.map(IProject::getName).toArray(String[]::new));
		project.setText(selected == null ? "" : selected.getName()); //$NON-NLS-1$
		project.setToolTipText(Messages.Archive_projectDoc);
		AccessibleNames.set(project, Messages.Archive_projectName);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(project);
		project.addListener(SWT.Modify, event -> validate());
		contents = new Label(body, SWT.WRAP);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(420, 120).applyTo(contents);
		setControl(body);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.nullcline.ui.runs.archives"); //$NON-NLS-1$
		validate();
		// Nothing is wrong yet, only missing.
		setErrorMessage(null);
	}

	Path file() {
		return file.path();
	}

	IProject project() {
		return ResourcesPlugin.getWorkspace().getRoot().getProject(project.getText().strip());
	}

	private void validate() {
		Path path = file.path();
		if (!Objects.equals(path, inspected)) {
			inspect(path);
		}
		String wrong = problem != null ? problem : projectProblem();
		setErrorMessage(wrong);
		setPageComplete(wrong == null);
	}

	/** The list of an archive is read within milliseconds; its files are checked when they are imported. */
	private void inspect(Path path) {
		inspected = path;
		found = null;
		problem = path == null ? Messages.Archive_noFile : Files.isRegularFile(path) ? null : NLS.bind(Messages.Archive_notThere, path);
		if (problem == null) {
			try {
				found = StudyArchive.inspect(path);
			} catch (IOException e) {
				problem = e.getMessage();
			}
		}
		contents.setText(found == null ? "" : NLS.bind(Messages.Archive_holds, new Object[] { String.join(", ", found.executions()), //$NON-NLS-1$ //$NON-NLS-2$
				String.join(", ", found.studies()), Math.max(1, found.size() >> 10) })); //$NON-NLS-1$
	}

	private String projectProblem() {
		IWorkspace workspace = ResourcesPlugin.getWorkspace();
		String name = project.getText().strip();
		if (name.isEmpty()) {
			return Messages.Archive_noProject;
		}
		IStatus valid = workspace.validateName(name, IResource.PROJECT);
		if (!valid.isOK()) {
			return valid.getMessage();
		}
		IProject named = workspace.getRoot().getProject(name);
		return named.exists() && !named.isOpen() ? NLS.bind(Messages.Archive_closed, name) : null;
	}
}
