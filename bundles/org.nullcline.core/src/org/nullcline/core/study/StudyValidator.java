package org.nullcline.core.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.Tasks;
import org.nullcline.model.AnalysisChoice;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.Population;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPlan;

/** Finds everything that is wrong with a study, and resolves one with which nothing is. */
public final class StudyValidator {

	private final ContributionRegistry registry;
	private final StudyProblems problems = new StudyProblems();
	private final ChosenContributions chosen;
	private final List<TrainingValidator.Made> cells = new ArrayList<>();

	private StudyValidator(ContributionRegistry registry) {
		this.registry = registry;
		chosen = new ChosenContributions(registry, problems);
	}

	/** All problems of a study; empty if it can be run. */
	public static List<StudyProblem> validate(Study study, ContributionRegistry registry) {
		StudyValidator validator = new StudyValidator(registry);
		validator.resolve(study);
		return validator.problems.all();
	}

	/**
	 * Resolves a study.
	 *
	 * @param name how messages call the study, for example its file
	 * @throws InvalidStudyException with all problems
	 */
	public static StudyPlan plan(Study study, ContributionRegistry registry, String name) throws InvalidStudyException {
		StudyValidator validator = new StudyValidator(registry);
		StudyPlan plan = validator.resolve(study);
		if (!validator.problems.isEmpty()) {
			throw new InvalidStudyException(
					validator.problems.all().stream().map(problem -> name + ": " + problem).toList());
		}
		return plan;
	}

	private StudyPlan resolve(Study study) {
		if (study.getName() == null || study.getName().isBlank()) {
			problem("study", "has no name", study);
		}
		StudyPlan.Choice task = chosen.choice("task", ContributionKind.TASK, study.getTask(), study);
		Task made = task == null ? null
				: chosen.attempt(task, study.getTask(), () -> Tasks.make(task.contribution(), task.parameters()));
		List<PopulationGrid.Entry> architectures = population(study.getPopulation(), study, made == null ? 1 : made.inputs());
		TrainingPlan plan = study.getTraining();
		TrainingChoices parts = plan == null ? null : TrainingChoices.of(plan, made, chosen, problems);
		TrainingSettings training = new TrainingValidator(problems, study).settings(task, made, cells,
				parts == null ? List.of() : parts.regularizers());
		List<StudyPlan.Choice> analyses = new ArrayList<>();
		if (study.getAnalyses() != null) {
			problems.notNegative("analyses > performanceLimit", study.getAnalyses().getPerformanceLimit(), study.getAnalyses());
			Set<String> ids = new HashSet<>();
			for (AnalysisChoice asked : study.getAnalyses().getAnalyses()) {
				analyses.add(chosen.choice("analysis", ContributionKind.ANALYSIS, asked, study.getAnalyses()));
				if (asked.getId() != null && !ids.add(asked.getId())) {
					problem("analysis '" + asked.getId() + "'", "is asked for twice", asked);
				}
			}
		}
		if (!problems.isEmpty()) {
			return null;
		}
		List<NetworkPlan> networks = PopulationGrid.networks(study.getPopulation(), architectures, plan, training);
		return new StudyPlan(study, task, networks, training, parts.objective(), parts.optimizer(), parts.regularizers(),
				parts.hooks(), AskedAnalyses.of(analyses, registry));
	}

	private List<PopulationGrid.Entry> population(Population population, Study study, int inputs) {
		if (population == null) {
			problem("population", "is missing", study);
			return List.of();
		}
		if (population.getArchitectures().isEmpty()) {
			problem("population", "names no architecture; there are " + chosen.known(ContributionKind.ARCHITECTURE), population);
		}
		axes(population, study.getTraining());
		List<PopulationGrid.Entry> entries = new ArrayList<>();
		for (ArchitectureChoice wanted : population.getArchitectures()) {
			Double learningRate = wanted.getLearningRate();
			if (learningRate != null) {
				problems.positive("architecture '" + wanted.getId() + "' > learningRate", learningRate, wanted);
			}
			StudyPlan.Choice architecture = chosen.choice("architecture", ContributionKind.ARCHITECTURE, wanted, population);
			if (architecture == null) {
				continue;
			}
			Cell cell = chosen.promptly(architecture, wanted, () -> architecture.contribution().instantiate(Architecture.class)
					.create(inputs, 1, architecture.parameters()));
			if (cell == null) {
				continue;
			}
			cells.add(new TrainingValidator.Made(wanted.getId(), cell));
			entries.add(new PopulationGrid.Entry(architecture,
					learningRate == null ? OptionalDouble.empty() : OptionalDouble.of(learningRate)));
		}
		return entries;
	}

	private void axes(Population population, TrainingPlan plan) {
		if (population.getSizes().isEmpty()) {
			problem("population > sizes", "names no size; 64 is a usual one", population);
		}
		Set<Integer> sizes = new HashSet<>();
		for (int size : population.getSizes()) {
			if (!sizes.add(size)) {
				problem("population > sizes", size + " is given twice", population);
			}
			if (size < 1 || size > 4096) {
				problem("population > sizes", size + " is outside the range from 1 to 4096", population);
			}
		}
		problems.range("population > seeds", population.getSeeds(), 1, 10_000, population);
		population.getL2().forEach(l2 -> problems.notNegative("population > l2", l2, population));
		if (!population.getL2().isEmpty() && plan != null && !plan.getPhases().isEmpty()
				&& plan.getPhases().stream().allMatch(phase -> phase.getL2() != null)) {
			problem("population > l2", "has no effect, because every phase of training has an l2 of its own", population);
		}
	}

	private void problem(String location, String message, EObject element) {
		problems.add(location, message, element);
	}
}
