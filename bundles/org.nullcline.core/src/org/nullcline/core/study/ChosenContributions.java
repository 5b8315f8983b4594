package org.nullcline.core.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.PluginCalls;
import org.nullcline.model.Choice;
import org.nullcline.model.ParameterValue;

/** Finds the contributions that a study chooses, and what is wrong with a choice. */
final class ChosenContributions {

	private final ContributionRegistry registry;
	private final StudyProblems problems;

	ChosenContributions(ContributionRegistry registry, StudyProblems problems) {
		this.registry = registry;
		this.problems = problems;
	}

	/** Makes what a contribution offers: values that are valid one by one may not fit together, and only it knows. */
	<T> T attempt(StudyPlan.Choice choice, Choice element, Factory<T> factory) {
		Contribution contribution = choice.contribution();
		try {
			T made = factory.make();
			if (made == null) {
				problems.add(contribution.label(), "plug-in " + contribution.plugin() + " is broken: it gave nothing", element);
			}
			return made;
		} catch (ContributionException | IllegalArgumentException e) {
			problems.add(contribution.label(), e.getMessage(), element);
		} catch (RuntimeException | Error e) {
			problems.add(contribution.label(), "plug-in " + contribution.plugin() + " failed: " + e, element);
		}
		return null;
	}

	/** The same for a call that must come back soon, whatever the plug-in does. */
	<T> T promptly(StudyPlan.Choice choice, Choice element, Factory<T> factory) {
		Contribution contribution = choice.contribution();
		return attempt(choice, element, () -> {
			try {
				return PluginCalls.promptly(contribution, "making the " + contribution.kind().singular(), factory::make);
			} catch (ExecutionException e) {
				throw e.getCause() instanceof ContributionException named ? named
						: new ContributionException(contribution, "failed: " + e.getCause(), e.getCause());
			}
		});
	}

	/** A call into a plug-in. */
	@FunctionalInterface
	interface Factory<T> {
		T make() throws ContributionException;
	}

	/**
	 * What is chosen, with all its parameters.
	 *
	 * @param role   how messages call the place that it is chosen for
	 * @param parent of the choice, to which a missing one is put down
	 * @return null if there are problems, which are then noted
	 */
	StudyPlan.Choice choice(String role, ContributionKind kind, Choice chosen, EObject parent) {
		if (chosen == null) {
			problems.add(role, "is missing; there are " + known(kind), parent);
			return null;
		}
		if (chosen.getId() == null || chosen.getId().isBlank()) {
			problems.add(role, "has no id; there are " + known(kind), chosen);
			return null;
		}
		String location = role + " '" + chosen.getId() + "'";
		Optional<Contribution> found = registry.find(kind, chosen.getId());
		if (found.isEmpty()) {
			problems.add(location, "no installed plug-in has it; there are " + known(kind), chosen);
			return null;
		}
		if (found.get().problem().isPresent()) {
			problems.add(location, "plug-in " + found.get().plugin() + " is broken: " + found.get().problem().get(), chosen);
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
				problems.add(where, "does not exist; there are "
						+ (declarations.isEmpty() ? "none" : String.join(", ", declarations.keySet())), given);
			} else if (values.put(given.getName(), given.getValue()) != null) {
				problems.add(where, "is given twice", given);
			} else {
				declaration.problem(given.getValue()).ifPresent(message -> problems.add(where, message, given));
			}
		}
		return problems.all().size() > before ? null : new StudyPlan.Choice(found.get(), Parameters.of(found.get().parameters(), values));
	}

	/** What could be chosen, for messages. */
	String known(ContributionKind kind) {
		return registry.all(kind).stream().map(Contribution::id).collect(Collectors.joining(", "));
	}
}
