package org.nullcline.ui.editor;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.ResourceUtil;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.Study;
import org.nullcline.ui.fix.QuickFix;
import org.nullcline.ui.fix.QuickFixes;

/** Proposals for a problem of a study file, and how they are carried out: in the open editor, so that they can be undone, or in the file. */
final class StudyFixes {

	private final IFile file;

	StudyFixes(IFile file) {
		this.file = file;
	}

	/** The labels of the proposals for a problem with a message. */
	List<String> labels(String message) throws CoreException, IOException, InvalidStudyException {
		return fixes(study(), message).stream().map(QuickFix::label).toList();
	}

	/**
	 * Carries out a proposal. Nothing is done if the problem has gone meanwhile. UI thread.
	 *
	 * @param save whether an editor that had no changes before is saved: whoever mends the file does not look at the editor
	 */
	void apply(String message, String label, boolean save) throws CoreException, IOException, InvalidStudyException {
		Study study = study();
		Optional<QuickFix> fix = fixes(study, message).stream().filter(each -> each.label().equals(label)).findFirst();
		if (fix.isEmpty()) {
			return;
		}
		fix.get().change().run();
		Optional<StudyEditor> editor = editor();
		if (editor.isEmpty()) {
			file.setContents(StudyFiles.write(study), true, true, new NullProgressMonitor());
			return;
		}
		boolean clean = !editor.get().isDirty();
		editor.get().replace(study);
		if (clean && save) {
			editor.get().doSave(new NullProgressMonitor());
		}
	}

	private List<QuickFix> fixes(Study study, String message) {
		ContributionRegistry registry = ContributionRegistry.read();
		Optional<StudyProblem> problem = StudyValidator.validate(study, registry).stream()
				.filter(each -> each.toString().equals(message)).findFirst();
		return problem.map(found -> QuickFixes.of(found, registry, file.getFullPath().removeFileExtension().lastSegment()))
				.orElse(List.of());
	}

	/** As it is edited now, or as it lies in the file. */
	private Study study() throws CoreException, IOException, InvalidStudyException {
		Optional<StudyEditor> editor = editor();
		if (editor.isPresent()) {
			return editor.get().copy();
		}
		try (InputStream in = file.getContents(true)) {
			return StudyFiles.read(in.readAllBytes(), file.getName());
		}
	}

	private Optional<StudyEditor> editor() {
		for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
			for (IWorkbenchPage page : window.getPages()) {
				IEditorPart editor = ResourceUtil.findEditor(page, file);
				if (editor instanceof StudyEditor study) {
					return Optional.of(study);
				}
			}
		}
		return Optional.empty();
	}
}
