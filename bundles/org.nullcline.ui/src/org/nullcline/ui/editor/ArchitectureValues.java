package org.nullcline.ui.editor;

import java.util.Optional;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.ui.declaration.Declarations;

/** What an architecture of the population has of its own; an empty text leaves it to the training plan. */
final class ArchitectureValues implements ParameterForm.Values {

	private final StudyDocument document;
	private final ArchitectureChoice choice;

	ArchitectureValues(StudyDocument document, ArchitectureChoice choice) {
		this.document = document;
		this.choice = choice;
	}

	@Override
	public String get(ParameterDeclaration parameter) {
		Object value = choice.eGet(attribute(parameter));
		return value == null ? null : value.toString();
	}

	@Override
	public void set(ParameterDeclaration parameter, String value, Object field) {
		document.set(choice, attribute(parameter), value == null ? null : parse(parameter, value), field);
	}

	@Override
	public void endTyping() {
		document.endTyping();
	}

	@Override
	public String location(ParameterDeclaration parameter) {
		return "architecture '" + choice.getId() + "' > " + parameter.name(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public Optional<String> problem(ParameterDeclaration parameter, String value) {
		return value.isBlank() ? Optional.empty()
				: Declarations.of(Literals.TRAINING_PLAN__LEARNING_RATE).flatMap(rate -> rate.problem(value));
	}

	@Override
	public boolean storable(ParameterDeclaration parameter, String value) {
		try {
			parse(parameter, value);
			return true;
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	private static Object parse(ParameterDeclaration parameter, String value) {
		return value.isBlank() ? null
				: EcoreUtil.createFromString(attribute(parameter).getEAttributeType(), value.strip());
	}

	private static EAttribute attribute(ParameterDeclaration parameter) {
		return (EAttribute) Literals.ARCHITECTURE_CHOICE.getEStructuralFeature(parameter.name());
	}
}
