package org.nullcline.ui.editor;

import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.nullcline.model.Study;

/** Puts another study into a resource. */
final class ReplaceStudyCommand extends AbstractCommand {

	private final Resource resource;
	private final EObject before;
	private final EObject after;

	ReplaceStudyCommand(Resource resource, Study study) {
		this.resource = resource;
		before = resource.getContents().get(0);
		after = study;
	}

	@Override
	protected boolean prepare() {
		return true;
	}

	@Override
	public void execute() {
		resource.getContents().set(0, after);
	}

	@Override
	public void undo() {
		resource.getContents().set(0, before);
	}

	@Override
	public void redo() {
		execute();
	}
}
