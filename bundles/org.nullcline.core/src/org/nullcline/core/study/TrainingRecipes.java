package org.nullcline.core.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.RegistryFactory;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.TrainingRecipe.ArchitecturePart;
import org.nullcline.core.study.TrainingRecipe.Part;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.Choice;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.ParameterValue;
import org.nullcline.model.Study;

/** The training recipes of all installed plug-ins, and how they are applied. */
public final class TrainingRecipes {

	private static final String EXTENSION_POINT = "org.nullcline.core.recipes";

	private final Map<String, TrainingRecipe> recipes = new LinkedHashMap<>();
	private final ContributionRegistry registry;

	private TrainingRecipes(ContributionRegistry registry) {
		this.registry = registry;
		Arrays.stream(RegistryFactory.getRegistry().getConfigurationElementsFor(EXTENSION_POINT))
				.map(TrainingRecipes::read)
				// Built-ins first, so that nobody takes an identifier away from them.
				.sorted(Comparator.comparing((TrainingRecipe r) -> !r.plugin().startsWith("org.nullcline."))
						.thenComparing(TrainingRecipe::plugin))
				.map(this::checked).forEach(recipe -> recipes.putIfAbsent(recipe.id(), recipe));
	}

	/** A snapshot of what is installed. */
	public static TrainingRecipes read(ContributionRegistry registry) {
		return new TrainingRecipes(registry);
	}

	/** All recipes, broken ones included. */
	public List<TrainingRecipe> all() {
		return List.copyOf(recipes.values());
	}

	public Optional<TrainingRecipe> find(String id) {
		return Optional.ofNullable(recipes.get(id));
	}

	/**
	 * Changes a study into one that is trained after a recipe.
	 *
	 * @throws IllegalArgumentException if the recipe sets what does not exist
	 */
	public void apply(TrainingRecipe recipe, Study study) {
		recipe.training().forEach((name, value) -> StudySettings.apply(study, "training." + name + "=" + value));
		recipe.objective().ifPresent(part -> {
			study.getTraining().setObjective(ModelFactory.eINSTANCE.createObjectiveChoice());
			choose(study.getTraining().getObjective(), part, ContributionKind.OBJECTIVE);
		});
		recipe.optimizer().ifPresent(part -> {
			study.getTraining().setOptimizer(ModelFactory.eINSTANCE.createOptimizerChoice());
			choose(study.getTraining().getOptimizer(), part, ContributionKind.OPTIMIZER);
		});
		chooseAll(study.getTraining().getRegularizers(), recipe.regularizers(), ContributionKind.REGULARIZER,
				ModelFactory.eINSTANCE::createRegularizerChoice);
		chooseAll(study.getTraining().getHooks(), recipe.hooks(), ContributionKind.HOOK, ModelFactory.eINSTANCE::createHookChoice);
		for (ArchitecturePart part : recipe.architectures()) {
			for (ArchitectureChoice choice : study.getPopulation().getArchitectures()) {
				if (part.part().id().equals(choice.getId()) && fits(choice, part.where())) {
					part.part().values().forEach((name, value) -> StudySettings.setParameter(choice, name, value));
					part.learningRate().ifPresent(choice::setLearningRate);
				}
			}
		}
	}

	private <C extends Choice> void chooseAll(List<C> choices, List<Part> parts, ContributionKind kind, Supplier<C> factory) {
		if (!parts.isEmpty()) {
			choices.clear();
		}
		for (Part part : parts) {
			C choice = factory.get();
			choices.add(choice);
			choose(choice, part, kind);
		}
	}

	/** All parameters are written out, as in any new study. */
	private void choose(Choice choice, Part part, ContributionKind kind) {
		choice.setId(part.id());
		registry.find(kind, part.id()).ifPresent(contribution -> contribution.parameters().forEach(
				declaration -> StudySettings.setParameter(choice, declaration.name(), declaration.defaultValue())));
		part.values().forEach((name, value) -> StudySettings.setParameter(choice, name, value));
	}

	private boolean fits(ArchitectureChoice choice, Map<String, String> where) {
		return where.entrySet().stream().allMatch(condition -> condition.getValue().equals(value(choice, condition.getKey())));
	}

	/** The value of a parameter, given or by default; null if there is no such parameter. */
	private String value(ArchitectureChoice choice, String parameter) {
		Optional<String> given = choice.getParameters().stream().filter(p -> parameter.equals(p.getName()))
				.map(ParameterValue::getValue).findFirst();
		return given.orElseGet(() -> registry.find(ContributionKind.ARCHITECTURE, choice.getId())
				.flatMap(contribution -> contribution.parameters().stream().filter(d -> d.name().equals(parameter)).findFirst())
				.map(declaration -> declaration.defaultValue()).orElse(null));
	}

	/** Notes what the recipe sets that does not exist. */
	private TrainingRecipe checked(TrainingRecipe recipe) {
		if (recipe.problem().isPresent()) {
			return recipe;
		}
		try {
			Study scratch = StudyTemplate.create("scratch", "", recipe.architectures().stream().map(a -> a.part().id()).toList(),
					List.of(1), 1, registry);
			apply(recipe, scratch);
			recipe.objective().ifPresent(part -> require(part, ContributionKind.OBJECTIVE));
			recipe.optimizer().ifPresent(part -> require(part, ContributionKind.OPTIMIZER));
			recipe.regularizers().forEach(part -> require(part, ContributionKind.REGULARIZER));
			recipe.hooks().forEach(part -> require(part, ContributionKind.HOOK));
			recipe.architectures().forEach(architecture -> require(architecture.part(), ContributionKind.ARCHITECTURE));
			return recipe;
		} catch (IllegalArgumentException e) {
			return recipe.broken(e.getMessage().replaceFirst("^--set ", ""));
		}
	}

	private void require(Part part, ContributionKind kind) {
		Contribution contribution = registry.find(kind, part.id())
				.orElseThrow(() -> new IllegalArgumentException("there is no " + kind.singular() + " '" + part.id() + "'"));
		try {
			contribution.parameters(part.values());
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException(contribution.label() + ": " + e.getMessage());
		}
	}

	private static TrainingRecipe read(IConfigurationElement element) {
		String id = attribute(element, "id");
		String problem = id.matches("[a-z0-9][a-z0-9-]*") ? null
				: "the identifier '" + id + "' is not made of lower-case letters, digits and hyphens";
		List<ArchitecturePart> architectures = new ArrayList<>();
		for (IConfigurationElement child : element.getChildren("architecture")) {
			try {
				architectures.add(architecture(child));
			} catch (IllegalArgumentException e) {
				problem = "architecture '" + attribute(child, "id") + "': " + e.getMessage();
			}
		}
		Map<String, String> training = new LinkedHashMap<>();
		for (IConfigurationElement child : element.getChildren("training")) {
			training.putAll(values(child));
		}
		return new TrainingRecipe(id, attribute(element, "name"), attribute(element, "description"),
				attribute(element, "reference"), training, part(element, "objective"), part(element, "optimizer"),
				parts(element, "regularizer"), parts(element, "hook"), architectures, element.getContributor().getName(), Optional.ofNullable(problem));
	}

	private static ArchitecturePart architecture(IConfigurationElement element) {
		String where = attribute(element, "where");
		String[] condition = where.split("=", 2);
		if (!where.isEmpty() && condition.length < 2) {
			throw new IllegalArgumentException("where '" + where + "' is not parameter=value");
		}
		String units = attribute(element, "units");
		String rate = attribute(element, "learningRate");
		return new ArchitecturePart(new Part(attribute(element, "id"), values(element)),
				where.isEmpty() ? Map.of() : Map.of(condition[0].strip(), condition[1].strip()),
				units.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(units)),
				rate.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(rate)));
	}

	private static Optional<Part> part(IConfigurationElement element, String name) {
		return parts(element, name).stream().findFirst();
	}

	private static List<Part> parts(IConfigurationElement element, String name) {
		return Arrays.stream(element.getChildren(name)).map(child -> new Part(attribute(child, "id"), values(child))).toList();
	}

	private static Map<String, String> values(IConfigurationElement element) {
		Map<String, String> values = new LinkedHashMap<>();
		for (IConfigurationElement child : element.getChildren("set")) {
			values.put(attribute(child, "name"), attribute(child, "value"));
		}
		return values;
	}

	private static String attribute(IConfigurationElement element, String name) {
		String value = element.getAttribute(name);
		return value == null ? "" : value;
	}
}
