package org.nullcline.ui.fix;

import java.util.List;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.osgi.util.NLS;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.ui.Messages;
import org.nullcline.ui.declaration.Declarations;

/** Proposals for attributes of the model whose values are out of range. */
final class AttributeFixes {

	private AttributeFixes() {
	}

	/** The attribute is the last word of the location. */
	static void of(EObject element, StudyProblem problem, List<QuickFix> fixes) {
		String name = problem.location().substring(problem.location().lastIndexOf('>') + 1).strip();
		if (element.eClass().getEStructuralFeature(name) instanceof EAttribute attribute && !attribute.isMany()) {
			of(element, attribute, fixes);
		}
	}

	static void of(EObject element, EAttribute attribute, List<QuickFix> fixes) {
		Declarations.of(attribute).ifPresent(declaration -> {
			String value = EcoreUtil.convertToString(attribute.getEAttributeType(), element.eGet(attribute));
			Bounds.nearest(declaration, value).ifPresent(nearest -> fixes.add(new QuickFix(
					NLS.bind(Messages.Fix_nearestValue, declaration.label(), nearest),
					() -> element.eSet(attribute, EcoreUtil.createFromString(attribute.getEAttributeType(), nearest)))));
		});
		String label = Declarations.of(attribute).map(declaration -> declaration.label()).orElse(attribute.getName());
		fixes.add(attribute.getDefaultValue() == null
				? new QuickFix(NLS.bind(Messages.Fix_unset, label), () -> element.eUnset(attribute))
				: new QuickFix(NLS.bind(Messages.Fix_default, label, attribute.getDefaultValue()),
						() -> element.eSet(attribute, attribute.getDefaultValue())));
	}
}
