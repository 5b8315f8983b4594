package org.nullcline.ui.fix;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.core.task.EnvironmentTask;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.training.ObjectiveFactory;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.ObjectiveChoice;
import org.nullcline.model.OptimizerChoice;
import org.nullcline.model.Population;
import org.nullcline.model.Study;
import org.nullcline.model.TaskChoice;
import org.nullcline.model.TrainingPlan;
import org.nullcline.ui.Messages;

/** Proposals for what a study lacks. */
final class MissingPartFixes {

	private static final ModelFactory FACTORY = ModelFactory.eINSTANCE;
	private static final int USUAL_SIZE = 64;

	private final ContributionRegistry registry;
	private final List<QuickFix> fixes;

	MissingPartFixes(ContributionRegistry registry, List<QuickFix> fixes) {
		this.registry = registry;
		this.fixes = fixes;
	}

	void of(Study study, StudyProblem problem, String name) {
		if (problem.location().equals("study") && (study.getName() == null || study.getName().isBlank())) { //$NON-NLS-1$
			fixes.add(new QuickFix(NLS.bind(Messages.Fix_name, name), () -> study.setName(name)));
		} else if (problem.location().equals("task") && study.getTask() == null) { //$NON-NLS-1$
			each(ContributionKind.TASK, id -> {
				TaskChoice choice = FACTORY.createTaskChoice();
				choice.setId(id);
				study.setTask(choice);
			});
		} else if (problem.location().equals("population") && study.getPopulation() == null) { //$NON-NLS-1$
			each(ContributionKind.ARCHITECTURE, id -> study.setPopulation(population(id)));
		} else if (problem.location().equals("training") && study.getTraining() == null) { //$NON-NLS-1$
			fixes.add(new QuickFix(Messages.Fix_usualTraining, () -> study.setTraining(plan(study))));
		}
	}

	void of(TrainingPlan plan, StudyProblem problem) {
		if (problem.location().equals("objective") && plan.getObjective() == null) { //$NON-NLS-1$
			objectives(plan.eContainer() instanceof Study study ? study : null)
					.forEach(id -> fixes.add(new QuickFix(NLS.bind(Messages.Fix_choose, id), () -> plan.setObjective(objective(id)))));
		} else if (problem.location().equals("optimizer") && plan.getOptimizer() == null) { //$NON-NLS-1$
			each(ContributionKind.OPTIMIZER, id -> plan.setOptimizer(optimizer(id)));
		}
	}

	void of(Population population) {
		if (population.getArchitectures().isEmpty()) {
			each(ContributionKind.ARCHITECTURE, id -> population.getArchitectures().add(architecture(id)));
		}
	}

	private Population population(String architecture) {
		Population population = FACTORY.createPopulation();
		population.getArchitectures().add(architecture(architecture));
		population.getSizes().add(USUAL_SIZE);
		return population;
	}

	private TrainingPlan plan(Study study) {
		TrainingPlan plan = FACTORY.createTrainingPlan();
		objectives(study).stream().findFirst().ifPresent(id -> plan.setObjective(objective(id)));
		ids(ContributionKind.OPTIMIZER).stream().findFirst().ifPresent(id -> plan.setOptimizer(optimizer(id)));
		return plan;
	}

	private static ArchitectureChoice architecture(String id) {
		ArchitectureChoice choice = FACTORY.createArchitectureChoice();
		choice.setId(id);
		return choice;
	}

	private static ObjectiveChoice objective(String id) {
		ObjectiveChoice choice = FACTORY.createObjectiveChoice();
		choice.setId(id);
		return choice;
	}

	private static OptimizerChoice optimizer(String id) {
		OptimizerChoice choice = FACTORY.createOptimizerChoice();
		choice.setId(id);
		return choice;
	}

	/** Objectives that learn from what the task of a study gives: targets or rewards. */
	private List<String> objectives(Study study) {
		boolean rewards = givesRewards(study);
		return ids(ContributionKind.OBJECTIVE).stream().filter(id -> learnsFromRewards(id) == rewards).toList();
	}

	private boolean learnsFromRewards(String objective) {
		Contribution contribution = registry.find(ContributionKind.OBJECTIVE, objective).orElseThrow();
		try {
			return contribution.instantiate(ObjectiveFactory.class).create(contribution.parameters(Map.of())).learnsFromRewards();
		} catch (ContributionException | RuntimeException e) {
			return false;
		}
	}

	/** A task that cannot be made has problems of its own; nearly all give targets. */
	private boolean givesRewards(Study study) {
		Optional<Contribution> task = study == null || study.getTask() == null ? Optional.empty()
				: registry.find(ContributionKind.TASK, study.getTask().getId());
		try {
			return task.isPresent() && Tasks.make(task.get(), task.get().parameters(Map.of())) instanceof EnvironmentTask;
		} catch (ContributionException | RuntimeException e) {
			return false;
		}
	}

	private void each(ContributionKind kind, Consumer<String> change) {
		ids(kind).forEach(id -> fixes.add(new QuickFix(NLS.bind(Messages.Fix_choose, id), () -> change.accept(id))));
	}

	private List<String> ids(ContributionKind kind) {
		return registry.all(kind).stream().filter(contribution -> contribution.problem().isEmpty()).map(Contribution::id).toList();
	}
}
