package org.nullcline.ui.fix;

import java.util.List;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.osgi.util.NLS;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.model.TrainingPhase;
import org.nullcline.model.TrainingPlan;
import org.nullcline.ui.Messages;

/** Proposals for phases of training. */
final class PhaseFixes {

	private PhaseFixes() {
	}

	static void of(TrainingPhase phase, StudyProblem problem, List<QuickFix> fixes) {
		String name = problem.location().substring(problem.location().lastIndexOf('>') + 1).strip();
		if (phase.eClass().getEStructuralFeature(name) instanceof EAttribute attribute) {
			if (attribute == Literals.TRAINING_PHASE__FROZEN) {
				fixes.add(new QuickFix(Messages.Fix_noFrozen, () -> phase.getFrozen().clear()));
			} else {
				AttributeFixes.of(phase, attribute, fixes);
			}
		} else if (name.equals(Literals.TRAINING_PHASE__TASK_PARAMETERS.getName())) {
			fixes.add(new QuickFix(Messages.Fix_noTaskParameters, () -> phase.getTaskParameters().clear()));
		} else if (phase.eContainer() instanceof TrainingPlan plan) {
			// The name itself is wrong.
			String free = free(phase, plan);
			fixes.add(new QuickFix(NLS.bind(Messages.Fix_renamePhase, free), () -> phase.setName(free)));
			fixes.add(new QuickFix(NLS.bind(Messages.Fix_remove, phase.getName()), () -> EcoreUtil.remove(phase)));
		}
	}

	private static String free(TrainingPhase phase, TrainingPlan plan) {
		String given = phase.getName() == null ? "" : phase.getName(); //$NON-NLS-1$
		String legal = given.replaceAll("[^A-Za-z0-9_-]+", "-").replaceFirst("^[_-]+", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		String base = legal.isEmpty() ? "phase" : legal; //$NON-NLS-1$
		for (int number = legal.isEmpty() || legal.equals(given) ? plan.getPhases().indexOf(phase) + 1 : 0;; number++) {
			String candidate = number == 0 ? base : base + "-" + number; //$NON-NLS-1$
			if (plan.getPhases().stream().filter(other -> other != phase).noneMatch(other -> candidate.equals(other.getName()))) {
				return candidate;
			}
		}
	}
}
