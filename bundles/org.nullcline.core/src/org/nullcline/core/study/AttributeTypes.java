package org.nullcline.core.study;

import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;

/** Says in words what values an attribute of a study takes. */
final class AttributeTypes {

	private AttributeTypes() {
	}

	/** Follows "is not": "a number", "one of single, double". */
	static String expected(EAttribute attribute) {
		if (attribute.getEAttributeType() instanceof EEnum choices) {
			return "one of " + choices.getELiterals().stream().map(EEnumLiteral::getLiteral).collect(Collectors.joining(", "));
		}
		Class<?> type = attribute.getEAttributeType().getInstanceClass();
		if (type == boolean.class) {
			return "true or false";
		}
		return type == double.class || type == Double.class ? "a number" : "a whole number";
	}
}
