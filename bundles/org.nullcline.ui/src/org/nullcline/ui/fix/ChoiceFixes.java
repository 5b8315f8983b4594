package org.nullcline.ui.fix;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.osgi.util.NLS;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.Choice;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.ui.Messages;

/** Proposals for a chosen contribution: one that no plug-in has, one that is asked for twice, one with values that do not fit together. */
final class ChoiceFixes {

	private final ContributionRegistry registry;
	private final List<QuickFix> fixes;

	ChoiceFixes(ContributionRegistry registry, List<QuickFix> fixes) {
		this.registry = registry;
		this.fixes = fixes;
	}

	void of(Choice choice, StudyProblem problem) {
		ContributionKind kind = Kinds.of(choice).orElse(null);
		if (kind == null) {
			return;
		}
		if (problem.location().endsWith("> " + Literals.ARCHITECTURE_CHOICE__LEARNING_RATE.getName()) //$NON-NLS-1$
				&& choice instanceof ArchitectureChoice architecture) {
			fixes.add(new QuickFix(NLS.bind(Messages.Fix_learningRateOfPlan, choice.getId()),
					() -> architecture.setLearningRate(null)));
			return;
		}
		Optional<Contribution> found = registry.find(kind, choice.getId());
		boolean usable = found.isPresent() && found.get().problem().isEmpty();
		if (!usable) {
			List<String> known = registry.all(kind).stream().filter(contribution -> contribution.problem().isEmpty())
					.map(Contribution::id).toList();
			NearestNames.of(choice.getId(), known).forEach(id -> fixes.add(new QuickFix(NLS.bind(Messages.Fix_choose, id), () -> {
				// The parameters are those of what was chosen before, and mean something here only where they are declared, too.
				List<String> declared = registry.find(kind, id).orElseThrow().parameters().stream()
						.map(declaration -> declaration.name()).toList();
				choice.getParameters().removeIf(given -> !declared.contains(given.getName()));
				choice.setId(id);
			})));
		} else if (!choice.getParameters().isEmpty() && !isTwice(choice)) {
			fixes.add(new QuickFix(NLS.bind(Messages.Fix_allDefaults, choice.getId()), () -> choice.getParameters().clear()));
		}
		if (choice.eContainingFeature() != null && choice.eContainingFeature().isMany()) {
			fixes.add(new QuickFix(NLS.bind(isTwice(choice) ? Messages.Fix_removeSecond : Messages.Fix_remove, choice.getId()),
					() -> EcoreUtil.remove(choice)));
		}
	}

	private static boolean isTwice(Choice choice) {
		return choice.eContainingFeature() != null && choice.eContainingFeature().isMany()
				&& ((List<?>) choice.eContainer().eGet(choice.eContainingFeature())).stream().map(Choice.class::cast)
						.filter(other -> choice.getId() != null && choice.getId().equals(other.getId())).count() > 1;
	}
}
