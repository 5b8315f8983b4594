package org.nullcline.core.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.task.EnvironmentTask;
import org.nullcline.core.task.Task;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.ObjectiveFactory;
import org.nullcline.core.training.OptimizerFactory;
import org.nullcline.core.training.RegularizerFactory;
import org.nullcline.core.training.TrainingHookFactory;
import org.nullcline.model.Choice;
import org.nullcline.model.TrainingPlan;

/**
 * The contributions that a training plan chooses; of use only if there are no problems.
 *
 * @param objective    what is made small
 * @param optimizer    by what
 * @param regularizers what is added to the objective
 * @param hooks        what is done after each weight update
 */
record TrainingChoices(StudyPlan.Choice objective, StudyPlan.Choice optimizer, List<StudyPlan.Choice> regularizers,
		List<StudyPlan.Choice> hooks) {

	/** @param task that is trained, or null if it has problems */
	static TrainingChoices of(TrainingPlan plan, Task task, ChosenContributions chosen, StudyProblems problems) {
		StudyPlan.Choice objective = chosen.choice("objective", ContributionKind.OBJECTIVE, plan.getObjective(), plan);
		if (objective != null) {
			Objective made = chosen.promptly(objective, plan.getObjective(),
					() -> objective.contribution().instantiate(ObjectiveFactory.class).create(objective.parameters()));
			if (made != null && task != null && made.learnsFromRewards() != task instanceof EnvironmentTask) {
				problems.add(objective.contribution().label(), made.learnsFromRewards()
						? "learns from rewards, which only an environment gives; the task of the study draws trials with targets"
						: "learns from targets, and the task of the study is an environment, which gives rewards; policy-gradient"
								+ " learns from those", plan.getObjective());
			}
		}
		StudyPlan.Choice optimizer = one("optimizer", ContributionKind.OPTIMIZER, plan.getOptimizer(), plan, chosen,
				choice -> choice.contribution().instantiate(OptimizerFactory.class).create(choice.parameters()));
		List<StudyPlan.Choice> regularizers = several("regularizer", ContributionKind.REGULARIZER, plan.getRegularizers(), plan,
				chosen, problems,
				choice -> choice.contribution().instantiate(RegularizerFactory.class).create(choice.parameters()));
		for (StudyPlan.Choice regularizer : regularizers) {
			problems.notNegative(regularizer.contribution().label() + " > weight", regularizer.parameters().getReal("weight"),
					plan);
		}
		return new TrainingChoices(objective, optimizer, regularizers,
				several("hook", ContributionKind.HOOK, plan.getHooks(), plan, chosen, problems,
						choice -> choice.contribution().instantiate(TrainingHookFactory.class).create(choice.parameters())));
	}

	/** Makes what a choice stands for. */
	private interface Maker {
		Object make(StudyPlan.Choice choice) throws org.nullcline.core.registry.ContributionException;
	}

	private static StudyPlan.Choice one(String role, ContributionKind kind, Choice element, TrainingPlan plan,
			ChosenContributions chosen, Maker maker) {
		StudyPlan.Choice choice = chosen.choice(role, kind, element, plan);
		if (choice != null) {
			chosen.promptly(choice, element, () -> maker.make(choice));
		}
		return choice;
	}

	private static List<StudyPlan.Choice> several(String role, ContributionKind kind, List<? extends Choice> elements,
			TrainingPlan plan, ChosenContributions chosen, StudyProblems problems, Maker maker) {
		List<StudyPlan.Choice> choices = new ArrayList<>();
		Set<String> ids = new HashSet<>();
		for (Choice element : elements) {
			StudyPlan.Choice choice = one(role, kind, element, plan, chosen, maker);
			if (choice != null) {
				choices.add(choice);
			}
			if (element.getId() != null && !ids.add(element.getId())) {
				problems.add(role + " '" + element.getId() + "'", "is chosen twice", element);
			}
		}
		return choices;
	}
}
