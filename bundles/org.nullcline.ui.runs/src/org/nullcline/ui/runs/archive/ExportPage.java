package org.nullcline.ui.runs.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.runs.RunReference;
import org.nullcline.runs.SeriesFolder;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.runs.Messages;

/** Asks for executions, studies and the file. */
final class ExportPage extends WizardPage {

	private static final String RUNS = "runs"; //$NON-NLS-1$

	private final List<IResource> offered = new ArrayList<>();
	private final Set<IResource> wanted = new HashSet<>();
	private CheckboxTableViewer list;
	private FileField file;

	/** What is selected, or lies in what is selected, is checked at first. */
	ExportPage(IStructuredSelection selection) {
		super("export"); //$NON-NLS-1$
		setTitle(Messages.Archive_export);
		setDescription(Messages.Archive_exportDescription);
		for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			collect(project);
		}
		for (Object element : selection) {
			IResource selected = Adapters.adapt(element, IResource.class);
			RunReference run = Adapters.adapt(element, RunReference.class);
			offered.stream().filter(each -> selected != null && selected.getFullPath().isPrefixOf(each.getFullPath())
					|| run != null && each.getLocation().toPath().equals(run.execution())).forEach(wanted::add);
		}
	}

	@Override
	public void createControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(body);
		Label label = new Label(body, SWT.NONE);
		label.setText(Messages.Archive_contents);
		GridDataFactory.fillDefaults().span(3, 1).applyTo(label);
		list = CheckboxTableViewer.newCheckList(body, SWT.BORDER | SWT.FULL_SELECTION);
		list.setContentProvider(ArrayContentProvider.getInstance());
		list.setLabelProvider(LabelProvider.createTextProvider(each -> ((IResource) each).getFullPath().makeRelative().toString()));
		list.setInput(offered);
		list.setCheckedElements(wanted.toArray());
		list.addCheckStateListener(event -> validate());
		AccessibleNames.set(list.getControl(), Messages.Archive_contents);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(SWT.DEFAULT, 180).applyTo(list.getControl());
		file = new FileField(body, SWT.SAVE, this::validate);
		setControl(body);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.nullcline.ui.runs.archives"); //$NON-NLS-1$
		validate();
		// Nothing is wrong yet, only missing.
		setErrorMessage(null);
	}

	List<Path> executions() {
		return checked().stream().filter(IContainer.class::isInstance).map(each -> each.getLocation().toPath()).toList();
	}

	List<Path> studies() {
		return checked().stream().filter(IFile.class::isInstance).map(each -> each.getLocation().toPath()).toList();
	}

	Path file() {
		return file.path();
	}

	private List<IResource> checked() {
		return Arrays.stream(list.getCheckedElements()).map(IResource.class::cast).toList();
	}

	private void validate() {
		Path path = file.path();
		String problem = checked().isEmpty() ? Messages.Archive_nothingChosen : path == null ? Messages.Archive_noFile
				: !path.isAbsolute() || path.getParent() == null || !Files.isDirectory(path.getParent())
						? NLS.bind(Messages.Archive_noFolder, path) : Files.isDirectory(path) ? NLS.bind(Messages.Archive_isFolder, path) : null;
		setErrorMessage(problem);
		setMessage(problem == null && Files.exists(path) ? NLS.bind(Messages.Archive_overwrites, path.getFileName()) : null, WARNING);
		setPageComplete(problem == null);
	}

	private void collect(IProject project) {
		try {
			if (!project.isOpen()) {
				return;
			}
			for (IResource member : project.members()) {
				if (member instanceof IFile study && StudyFiles.EXTENSION.equals(study.getFileExtension())) {
					offered.add(study);
				}
			}
			if (project.getFolder(RUNS).exists()) {
				collectExecutions(project.getFolder(RUNS));
			}
		} catch (CoreException e) {
			ILog.of(ExportPage.class).log(e.getStatus());
		}
	}

	private void collectExecutions(IContainer folder) throws CoreException {
		for (IResource member : folder.members()) {
			if (member instanceof IContainer container && member.getLocation() != null) {
				if (StudyFolder.isStudyFolder(member.getLocation().toPath())) {
					offered.add(member);
				} else if (SeriesFolder.isSeriesFolder(member.getLocation().toPath())) {
					collectExecutions(container);
				}
			}
		}
	}
}
