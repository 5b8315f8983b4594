package org.nullcline.core.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialTask;
import org.nullcline.core.training.ObjectiveFactory;
import org.nullcline.core.training.OptimizerFactory;
import org.nullcline.model.AnalysisChoice;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.Choice;
import org.nullcline.model.ParameterValue;
import org.nullcline.model.Population;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPlan;

/** Finds everything that is wrong with a study, and resolves one with which nothing is. */
public final class StudyValidator {

	private final ContributionRegistry registry;
	private final StudyProblems problems = new StudyProblems();
	private final List<TrainingValidator.Made> cells = new ArrayList<>();

	private StudyValidator(ContributionRegistry registry) {
		this.registry = registry;
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
		StudyPlan.Choice task = choice("task", ContributionKind.TASK, study.getTask(), study);
		TrialTask made = task == null ? null
				: attempt(task, study.getTask(), () -> Tasks.create(task.contribution(), task.parameters()));
		List<PopulationGrid.Entry> architectures = population(study.getPopulation(), study, made == null ? 1 : made.inputs());
		TrainingPlan plan = study.getTraining();
		TrainingSettings training = new TrainingValidator(problems, study).settings(task, made, cells);
		StudyPlan.Choice objective = plan == null ? null
				: choice("objective", ContributionKind.OBJECTIVE, plan.getObjective(), plan);
		StudyPlan.Choice optimizer = plan == null ? null
				: choice("optimizer", ContributionKind.OPTIMIZER, plan.getOptimizer(), plan);
		if (objective != null) {
			attempt(objective, plan.getObjective(),
					() -> objective.contribution().instantiate(ObjectiveFactory.class).create(objective.parameters()));
		}
		if (optimizer != null) {
			attempt(optimizer, plan.getOptimizer(),
					() -> optimizer.contribution().instantiate(OptimizerFactory.class).create(optimizer.parameters()));
		}
		List<StudyPlan.Choice> analyses = new ArrayList<>();
		if (study.getAnalyses() != null) {
			problems.notNegative("analyses > performanceLimit", study.getAnalyses().getPerformanceLimit(), study.getAnalyses());
			Set<String> ids = new HashSet<>();
			for (AnalysisChoice chosen : study.getAnalyses().getAnalyses()) {
				analyses.add(choice("analysis", ContributionKind.ANALYSIS, chosen, study.getAnalyses()));
				if (chosen.getId() != null && !ids.add(chosen.getId())) {
					problem("analysis '" + chosen.getId() + "'", "is asked for twice", chosen);
				}
			}
		}
		if (!problems.isEmpty()) {
			return null;
		}
		List<NetworkPlan> networks = PopulationGrid.networks(study.getPopulation(), architectures, plan, training);
		return new StudyPlan(study, task, networks, training, objective, optimizer, AskedAnalyses.of(analyses, registry));
	}

	/** Makes what a contribution offers: values that are valid one by one may not fit together, and only it knows. */
	private <T> T attempt(StudyPlan.Choice choice, Choice element, Factory<T> factory) {
		Contribution contribution = choice.contribution();
		try {
			T made = factory.make();
			if (made == null) {
				problem(contribution.label(), "plug-in " + contribution.plugin() + " is broken: it gave nothing", element);
			}
			return made;
		} catch (ContributionException | IllegalArgumentException e) {
			problem(contribution.label(), e.getMessage(), element);
		} catch (RuntimeException | Error e) {
			problem(contribution.label(), "plug-in " + contribution.plugin() + " failed: " + e, element);
		}
		return null;
	}

	/** A call into a plug-in. */
	@FunctionalInterface
	private interface Factory<T> {
		T make() throws ContributionException;
	}

	private List<PopulationGrid.Entry> population(Population population, Study study, int inputs) {
		if (population == null) {
			problem("population", "is missing", study);
			return List.of();
		}
		if (population.getArchitectures().isEmpty()) {
			problem("population", "names no architecture; there are " + known(ContributionKind.ARCHITECTURE), population);
		}
		axes(population, study.getTraining());
		List<PopulationGrid.Entry> entries = new ArrayList<>();
		for (ArchitectureChoice chosen : population.getArchitectures()) {
			Double learningRate = chosen.getLearningRate();
			if (learningRate != null) {
				problems.positive("architecture '" + chosen.getId() + "' > learningRate", learningRate, chosen);
			}
			StudyPlan.Choice architecture = choice("architecture", ContributionKind.ARCHITECTURE, chosen, population);
			if (architecture == null) {
				continue;
			}
			Cell cell = attempt(architecture, chosen, () -> architecture.contribution().instantiate(Architecture.class)
					.create(inputs, 1, architecture.parameters()));
			if (cell == null) {
				continue;
			}
			cells.add(new TrainingValidator.Made(chosen.getId(), cell));
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

	private StudyPlan.Choice choice(String role, ContributionKind kind, Choice chosen, EObject parent) {
		if (chosen == null) {
			problem(role, "is missing; there are " + known(kind), parent);
			return null;
		}
		if (chosen.getId() == null || chosen.getId().isBlank()) {
			problem(role, "has no id; there are " + known(kind), chosen);
			return null;
		}
		String location = role + " '" + chosen.getId() + "'";
		Optional<Contribution> found = registry.find(kind, chosen.getId());
		if (found.isEmpty()) {
			problem(location, "no installed plug-in has it; there are " + known(kind), chosen);
			return null;
		}
		if (found.get().problem().isPresent()) {
			problem(location, "plug-in " + found.get().plugin() + " is broken: " + found.get().problem().get(), chosen);
			return null;
		}
		int before = problems.all().size();
		Map<String, ParameterDeclaration> declarations = found.get().parameters().stream()
				.collect(Collectors.toMap(ParameterDeclaration::name, d -> d, (a, b) -> a, LinkedHashMap::new));
		Map<String, String> values = new LinkedHashMap<>();
		for (ParameterValue given : chosen.getParameters()) {
			String where = location + " > parameter '" + given.getName() + "'";
			ParameterDeclaration declaration = declarations.get(given.getName());
			if (declaration == null) {
				problem(where, "does not exist; there are "
						+ (declarations.isEmpty() ? "none" : String.join(", ", declarations.keySet())), given);
			} else if (values.put(given.getName(), given.getValue()) != null) {
				problem(where, "is given twice", given);
			} else {
				declaration.problem(given.getValue()).ifPresent(message -> problem(where, message, given));
			}
		}
		return problems.all().size() > before ? null : new StudyPlan.Choice(found.get(), Parameters.of(found.get().parameters(), values));
	}

	private String known(ContributionKind kind) {
		return registry.all(kind).stream().map(Contribution::id).collect(Collectors.joining(", "));
	}

	private void problem(String location, String message, EObject element) {
		problems.add(location, message, element);
	}
}
