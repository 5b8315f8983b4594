package org.nullcline.ui.editor;

import java.util.List;

import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/** Sets all values of an attribute that has several. */
final class SetListCommand extends AbstractCommand {

	private final EObject owner;
	private final EAttribute attribute;
	private final List<?> before;
	private final List<?> after;

	SetListCommand(EObject owner, EAttribute attribute, List<?> values) {
		this.owner = owner;
		this.attribute = attribute;
		before = List.copyOf((List<?>) owner.eGet(attribute));
		after = List.copyOf(values);
	}

	@Override
	protected boolean prepare() {
		return true;
	}

	@Override
	public void execute() {
		owner.eSet(attribute, after);
	}

	@Override
	public void undo() {
		owner.eSet(attribute, before);
	}

	@Override
	public void redo() {
		execute();
	}
}
