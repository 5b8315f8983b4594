package org.nullcline.ui.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.osgi.util.NLS;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.ui.Messages;

/** Attributes of a part of the study, under the names of the model. */
class AttributeValues implements ParameterForm.Values {

	private final StudyDocument document;
	private final EReference part;

	/**
	 * @param part or null for the study itself
	 */
	AttributeValues(StudyDocument document, EReference part) {
		this.document = document;
		this.part = part;
	}

	@Override
	public String get(ParameterDeclaration parameter) {
		EObject owner = document.part(part);
		Object value = owner == null ? null : owner.eGet(attribute(parameter));
		if (value instanceof List<?> list) {
			return list.stream().map(Object::toString).collect(Collectors.joining(", ")); //$NON-NLS-1$
		}
		return value == null ? null : value.toString();
	}

	@Override
	public void set(ParameterDeclaration parameter, String value, Object field) {
		EAttribute attribute = attribute(parameter);
		document.set(part, attribute, value == null ? attribute.getDefaultValue() : parse(attribute, value), field);
	}

	@Override
	public void endTyping() {
		document.endTyping();
	}

	@Override
	public String location(ParameterDeclaration parameter) {
		return (part == null ? "study" : part.getName()) + " > " + parameter.name(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public Optional<String> problem(ParameterDeclaration parameter, String value) {
		EAttribute attribute = attribute(parameter);
		if (attribute == Literals.STUDY__NAME && value.isBlank()) {
			return Optional.of(Messages.Form_noName);
		}
		if (attribute == Literals.STUDY__SEED || attribute == Literals.POPULATION__SIZES
				|| attribute == Literals.POPULATION__L2) {
			if (!storable(parameter, value)) {
				return Optional.of(NLS.bind(attribute == Literals.POPULATION__L2 ? Messages.Form_notPenalties
						: attribute.isMany() ? Messages.Form_notNumbers : Messages.Form_notNumber, value));
			}
			if (attribute == Literals.POPULATION__L2) {
				boolean permitted = ((List<?>) parse(attribute, value)).stream().map(Double.class::cast)
						.allMatch(l2 -> l2 >= 0 && !Double.isInfinite(l2));
				return permitted ? Optional.empty() : Optional.of(NLS.bind(Messages.Form_notPenalties, value));
			}
			return attribute.isMany() ? sizes((List<?>) parse(attribute, value)) : Optional.empty();
		}
		return parameter.problem(value);
	}

	@Override
	public boolean storable(ParameterDeclaration parameter, String value) {
		try {
			parse(attribute(parameter), value);
			return true;
		} catch (RuntimeException e) {
			return false;
		}
	}

	private static Optional<String> sizes(List<?> sizes) {
		return sizes.isEmpty() ? Optional.of(Messages.Form_noSizes)
				: sizes.stream().map(Integer.class::cast).filter(size -> size < 1 || size > 4096).findFirst()
						.map(size -> NLS.bind(Messages.Form_sizeRange, size));
	}

	private static Object parse(EAttribute attribute, String value) {
		if (attribute.isMany()) {
			return Arrays.stream(value.split("[,\\s]+")).filter(text -> !text.isEmpty()) //$NON-NLS-1$
					.map(text -> EcoreUtil.createFromString(attribute.getEAttributeType(), text)).toList();
		}
		boolean text = attribute.getEAttributeType().getInstanceClass() == String.class;
		return EcoreUtil.createFromString(attribute.getEAttributeType(), text ? value : value.strip());
	}

	final EAttribute attribute(ParameterDeclaration parameter) {
		EClass type = part == null ? Literals.STUDY : part.getEReferenceType();
		return (EAttribute) type.getEStructuralFeature(parameter.name());
	}
}
