package org.nullcline.ui.fix;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.osgi.util.NLS;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.model.Choice;
import org.nullcline.model.ParameterValue;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPhase;
import org.nullcline.ui.Messages;

/** Proposals for parameters of contributions: unknown ones, values that are not permitted, those given twice. */
final class ParameterFixes {

	private final ContributionRegistry registry;
	private final List<QuickFix> fixes;

	ParameterFixes(ContributionRegistry registry, List<QuickFix> fixes) {
		this.registry = registry;
		this.fixes = fixes;
	}

	void of(Choice choice, ParameterValue given) {
		Kinds.of(choice).flatMap(kind -> registry.find(kind, choice.getId()))
				.ifPresent(contribution -> of(contribution, choice.getParameters(), given));
	}

	/** The parameters of a phase are those of the task of the study. */
	void of(TrainingPhase phase, ParameterValue given) {
		EObject root = EcoreUtil.getRootContainer(phase);
		if (root instanceof Study study && study.getTask() != null) {
			registry.find(ContributionKind.TASK, study.getTask().getId())
					.ifPresent(contribution -> of(contribution, phase.getTaskParameters(), given));
		}
	}

	private void of(Contribution contribution, List<ParameterValue> all, ParameterValue given) {
		Optional<ParameterDeclaration> found = contribution.parameters().stream()
				.filter(declaration -> declaration.name().equals(given.getName())).findFirst();
		if (found.isEmpty()) {
			List<String> free = contribution.parameters().stream().map(ParameterDeclaration::name)
					.filter(name -> all.stream().noneMatch(other -> name.equals(other.getName()))).toList();
			NearestNames.of(given.getName(), free).forEach(
					name -> fixes.add(new QuickFix(NLS.bind(Messages.Fix_rename, given.getName(), name), () -> given.setName(name))));
			remove(given, Messages.Fix_removeParameter);
		} else if (found.get().problem(given.getValue()).isPresent()) {
			value(found.get(), given);
		} else if (all.stream().filter(other -> found.get().name().equals(other.getName())).count() > 1) {
			remove(given, Messages.Fix_removeSecond);
		}
	}

	private void value(ParameterDeclaration declaration, ParameterValue given) {
		Bounds.nearest(declaration, given.getValue()).ifPresent(value -> fixes.add(new QuickFix(
				NLS.bind(Messages.Fix_nearestValue, declaration.name(), value), () -> given.setValue(value))));
		if (declaration.type() == ParameterType.CHOICE) {
			NearestNames.of(given.getValue(), declaration.choices()).forEach(value -> fixes.add(new QuickFix(
					NLS.bind(Messages.Fix_setValue, declaration.name(), value), () -> given.setValue(value))));
		}
		fixes.add(new QuickFix(NLS.bind(Messages.Fix_default, declaration.name(), declaration.defaultValue()),
				() -> given.setValue(declaration.defaultValue())));
	}

	private void remove(ParameterValue given, String words) {
		fixes.add(new QuickFix(NLS.bind(words, given.getName()), () -> EcoreUtil.remove(given)));
	}
}
