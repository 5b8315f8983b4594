package org.nullcline.core.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.Tasks;
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

	/** Of a task that cannot be made. */
	private static final String DEFAULT_OBJECTIVE = "mean-squared-error";
	private static final String OPTIMIZER = "adam";

	private StudyTemplate() {
	}

	/**
	 * A new study: the objective that the task suggests, Adam, and the installed analyses that suit the task, with every parameter
	 * written out. Left out are analyses of a population where there is one network, and those that a plug-in brings for tasks of
	 * its own.
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
		Optional<Task> made = make(task, registry);
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
		objective.setId(made.map(Task::suggestedObjective).orElse(DEFAULT_OBJECTIVE));
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
					.filter(c -> suits(c, task, registry) && made.map(t -> suits(c, t)).orElse(true)).map(Contribution::id).forEach(id -> {
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

	private static Optional<Task> make(String task, ContributionRegistry registry) {
		Optional<Contribution> contribution = registry.find(ContributionKind.TASK, task);
		try {
			return contribution.isEmpty() ? Optional.empty()
					: Optional.of(Tasks.create(contribution.get(), contribution.get().parameters(Map.of())));
		} catch (ContributionException | RuntimeException e) {
			// The study can be made all the same; validation will say what is wrong.
			return Optional.empty();
		}
	}

	/** Whether an analysis says that it suits a task; one that fails to say is left in, so that its failure is seen. */
	private static boolean suits(Contribution analysis, Task task) {
		try {
			return analysis.instantiate(Analysis.class).suits(task);
		} catch (ContributionException | RuntimeException | LinkageError e) {
			return true;
		}
	}

	/** A file that shows every parameter says how each is set. */
	private static void writeDefaults(Choice choice, ContributionKind kind, ContributionRegistry registry) {
		registry.find(kind, choice.getId()).ifPresent(contribution -> contribution.parameters()
				.forEach(declaration -> StudySettings.setParameter(choice, declaration.name(), declaration.defaultValue())));
	}
}
