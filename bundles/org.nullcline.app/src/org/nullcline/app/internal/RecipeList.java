package org.nullcline.app.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.TrainingRecipe;
import org.nullcline.core.study.TrainingRecipe.ArchitecturePart;
import org.nullcline.core.study.TrainingRecipes;

/** The training recipes, for {@code list}. */
final class RecipeList {

	/** How {@code list} calls them. */
	static final String KIND = "recipes";

	private final List<TrainingRecipe> recipes;

	RecipeList(ContributionRegistry registry) {
		recipes = TrainingRecipes.read(registry).all();
	}

	void print(Terminal terminal, boolean inFull) {
		terminal.result("Recipes");
		for (TrainingRecipe recipe : recipes) {
			terminal.result(String.format("  %-22s %s", recipe.id(), recipe.name()));
			recipe.problem().ifPresent(problem -> terminal.result("      broken: " + problem));
			if (inFull) {
				terminal.result("      " + recipe.description());
				terminal.result("      " + recipe.reference());
				lines(recipe).forEach(line -> terminal.result("      " + line));
			}
		}
	}

	private static List<String> lines(TrainingRecipe recipe) {
		List<String> lines = new ArrayList<>();
		if (!recipe.training().isEmpty()) {
			lines.add("training " + recipe.training());
		}
		recipe.objective().ifPresent(part -> lines.add("objective " + part.id() + " " + part.values()));
		recipe.optimizer().ifPresent(part -> lines.add("optimizer " + part.id() + " " + part.values()));
		recipe.regularizers().forEach(part -> lines.add("regularizer " + part.id() + " " + part.values()));
		recipe.hooks().forEach(part -> lines.add("hook " + part.id() + " " + part.values()));
		for (ArchitecturePart part : recipe.architectures()) {
			lines.add(part.part().id() + (part.where().isEmpty() ? "" : " where " + part.where())
					+ (part.units().isEmpty() ? "" : ", " + part.units().getAsInt() + " units") + (part.learningRate().isEmpty() ? ""
							: ", learning rate " + part.learningRate().getAsDouble())
					+ " " + part.part().values());
		}
		return lines;
	}

	List<Map<String, Object>> describe() {
		return recipes.stream().map(recipe -> {
			Map<String, Object> description = new LinkedHashMap<>();
			description.put("id", recipe.id());
			description.put("name", recipe.name());
			description.put("description", recipe.description());
			description.put("reference", recipe.reference());
			recipe.problem().ifPresent(problem -> description.put("problem", problem));
			description.put("settings", lines(recipe));
			return description;
		}).toList();
	}
}
