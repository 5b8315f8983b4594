package org.nullcline.ui.fix;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.model.AnalysisPlan;
import org.nullcline.model.Choice;
import org.nullcline.model.ParameterValue;
import org.nullcline.model.Population;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPhase;
import org.nullcline.model.TrainingPlan;

/** Finds changes that mend a problem of a study. They follow from the element that has the problem, not from the words of its message. */
public final class QuickFixes {

	private QuickFixes() {
	}

	/**
	 * The proposals for a problem, the best first; none if only the user can know what would be right.
	 *
	 * @param problem of the study that the proposals change
	 * @param name    for a study that has none
	 */
	public static List<QuickFix> of(StudyProblem problem, ContributionRegistry registry, String name) {
		EObject element = problem.element();
		List<QuickFix> fixes = new ArrayList<>();
		switch (element) {
		case ParameterValue given when given.eContainer() instanceof Choice choice ->
			new ParameterFixes(registry, fixes).of(choice, given);
		case ParameterValue given when given.eContainer() instanceof TrainingPhase phase ->
			new ParameterFixes(registry, fixes).of(phase, given);
		case Choice choice -> new ChoiceFixes(registry, fixes).of(choice, problem);
		case Study study -> new MissingPartFixes(registry, fixes).of(study, problem, name);
		case TrainingPlan plan -> {
			new MissingPartFixes(registry, fixes).of(plan, problem);
			AttributeFixes.of(plan, problem, fixes);
		}
		case Population population -> {
			new MissingPartFixes(registry, fixes).of(population);
			PopulationFixes.of(population, problem, fixes);
		}
		case TrainingPhase phase -> PhaseFixes.of(phase, problem, fixes);
		case AnalysisPlan plan -> AttributeFixes.of(plan, problem, fixes);
		case null, default -> {
			// Nothing is known about it.
		}
		}
		return fixes;
	}
}
