package org.nullcline.ui.editor;

import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.model.Choice;
import org.nullcline.model.ParameterValue;

/** The parameters of a chosen contribution. */
final class ChoiceValues implements ParameterForm.Values {

	private final StudyDocument document;
	private final ContributionKind kind;
	private final Choice choice;

	ChoiceValues(StudyDocument document, ContributionKind kind, Choice choice) {
		this.document = document;
		this.kind = kind;
		this.choice = choice;
	}

	@Override
	public String get(ParameterDeclaration parameter) {
		return choice.getParameters().stream().filter(given -> parameter.name().equals(given.getName()))
				.map(ParameterValue::getValue).findFirst().orElse(null);
	}

	@Override
	public void set(ParameterDeclaration parameter, String value, Object field) {
		document.setParameter(choice, parameter.name(), value, field);
	}

	@Override
	public void endTyping() {
		document.endTyping();
	}

	@Override
	public String location(ParameterDeclaration parameter) {
		return kind.singular() + " '" + choice.getId() + "' > parameter '" + parameter.name() + "'"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
