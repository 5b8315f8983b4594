package org.nullcline.core.study;

import java.util.List;

import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.model.AnalysisChoice;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.Choice;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.ObjectiveChoice;
import org.nullcline.model.OptimizerChoice;
import org.nullcline.model.Population;
import org.nullcline.model.Study;
import org.nullcline.model.TaskChoice;
import org.nullcline.model.TrainingPlan;

/** Makes new studies with sensible settings, for the wizard and the command line alike. */
public final class StudyTemplate {

	private static final String OBJECTIVE = "mean-squared-error";
	private static final String OPTIMIZER = "adam";

	private StudyTemplate() {
	}

	/**
	 * A new study: mean squared error, Adam, and the installed analyses that fit, with every parameter written out. Left out are
	 * analyses of a population where there is one network, and those that a plug-in brings for tasks of its own.
	 *
	 * @param name          of the study
	 * @param task          identifier of the task
	 * @param architectures identifiers of the architectures
	 * @param sizes         numbers of hidden units
	 * @param seeds         networks per architecture and size
	 */
	public static Study create(String name, String task, List<String> architectures, List<Integer> sizes, int seeds,
			ContributionRegistry registry) {
		ModelFactory factory = ModelFactory.eINSTANCE;
		Study study = factory.createStudy();
		study.setName(name);
		TaskChoice taskChoice = factory.createTaskChoice();
		taskChoice.setId(task);
		study.setTask(taskChoice);
		Population population = factory.createPopulation();
		for (String id : architectures) {
			ArchitectureChoice architecture = factory.createArchitectureChoice();
			architecture.setId(id);
			population.getArchitectures().add(architecture);
		}
		population.getSizes().addAll(sizes);
		population.setSeeds(seeds);
		study.setPopulation(population);
		TrainingPlan training = factory.createTrainingPlan();
		ObjectiveChoice objective = factory.createObjectiveChoice();
		objective.setId(OBJECTIVE);
		training.setObjective(objective);
		OptimizerChoice optimizer = factory.createOptimizerChoice();
		optimizer.setId(OPTIMIZER);
		training.setOptimizer(optimizer);
		study.setTraining(training);
		study.setAnalyses(factory.createAnalysisPlan());
		for (Scope scope : Scope.values()) {
			registry.all(ContributionKind.ANALYSIS).stream()
					.filter(c -> c.problem().isEmpty() && c.scope().orElse(null) == scope)
					.filter(c -> scope == Scope.NETWORK || architectures.size() * sizes.size() * seeds > 1)
					.filter(c -> suits(c, task, registry)).map(Contribution::id).forEach(id -> {
						AnalysisChoice analysis = factory.createAnalysisChoice();
						analysis.setId(id);
						study.getAnalyses().getAnalyses().add(analysis);
					});
		}
		writeDefaults(taskChoice, ContributionKind.TASK, registry);
		population.getArchitectures().forEach(choice -> writeDefaults(choice, ContributionKind.ARCHITECTURE, registry));
		writeDefaults(objective, ContributionKind.OBJECTIVE, registry);
		writeDefaults(optimizer, ContributionKind.OPTIMIZER, registry);
		study.getAnalyses().getAnalyses().forEach(choice -> writeDefaults(choice, ContributionKind.ANALYSIS, registry));
		return study;
	}

	/** Whether an analysis is of use beyond the tasks of its own plug-in, or the task is one of them. */
	private static boolean suits(Contribution analysis, String task, ContributionRegistry registry) {
		return registry.all(ContributionKind.TASK).stream().noneMatch(c -> c.plugin().equals(analysis.plugin()))
				|| registry.find(ContributionKind.TASK, task).stream().anyMatch(c -> c.plugin().equals(analysis.plugin()));
	}

	/** A file that shows every parameter says how each is set. */
	private static void writeDefaults(Choice choice, ContributionKind kind, ContributionRegistry registry) {
		registry.find(kind, choice.getId()).ifPresent(contribution -> contribution.parameters()
				.forEach(declaration -> StudySettings.setParameter(choice, declaration.name(), declaration.defaultValue())));
	}
}
