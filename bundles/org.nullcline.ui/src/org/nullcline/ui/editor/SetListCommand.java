package org.nullcline.ui.editor;

import java.util.List;

import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Sets all values of a feature that has several. */
final class SetListCommand extends AbstractCommand {

	private final EObject owner;
	private final EStructuralFeature feature;
	private final List<?> before;
	private final List<?> after;

	SetListCommand(EObject owner, EStructuralFeature feature, List<?> values) {
		this.owner = owner;
		this.feature = feature;
		before = List.copyOf((List<?>) owner.eGet(feature));
		after = List.copyOf(values);
	}

	@Override
	protected boolean prepare() {
		return true;
	}

	@Override
	public void execute() {
		owner.eSet(feature, after);
	}

	@Override
	public void undo() {
		owner.eSet(feature, before);
	}

	@Override
	public void redo() {
		execute();
	}
}
