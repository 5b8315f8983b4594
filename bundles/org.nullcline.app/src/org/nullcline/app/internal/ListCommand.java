package org.nullcline.app.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Preset;
import org.nullcline.core.registry.UninstalledPlugins;
import org.nullcline.core.registry.UninstalledPlugins.Uninstalled;
import org.nullcline.runs.Json;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code list}: what the installed plug-ins contribute. */
@CommandLine.Command(name = "list", description = "Show what is installed: tasks, architectures, objectives, optimizers, regularizers, hooks, analyses, distances, figures, importers, exporters and training recipes, or the plug-ins themselves.")
final class ListCommand extends Command {

	@Parameters(arity = "0..1", paramLabel = "KIND", description = "tasks, architectures, objectives, optimizers, regularizers, hooks, analyses, distances, figures, importers, exporters, recipes or plugins; all but plugins without it.")
	String kind;

	@Option(names = "--json", description = "Print as JSON.")
	boolean json;

	@Override
	public Integer call() throws UsageException {
		if (PluginList.KIND.equals(kind)) {
			new PluginList(terminal).print(json);
			return ExitCode.DONE;
		}
		List<ContributionKind> kinds = Arrays.stream(ContributionKind.values())
				.filter(k -> kind == null || k.plural().equals(kind)).toList();
		boolean withRecipes = kind == null || kind.equals(RecipeList.KIND);
		if (kinds.isEmpty() && !withRecipes) {
			throw new UsageException("list " + kind + ": there are "
					+ Arrays.stream(ContributionKind.values()).map(ContributionKind::plural).collect(Collectors.joining(", "))
					+ ", " + RecipeList.KIND + ", " + PluginList.KIND);
		}
		ContributionRegistry registry = ContributionRegistry.read();
		List<String> problems = new ArrayList<>();
		registry.rejected().forEach(c -> problems.add("Plug-in " + c.plugin() + ", " + c.label() + ": " + c.problem().get()));
		for (Uninstalled plugin : UninstalledPlugins.find()) {
			problems.add("Plug-in " + plugin.name() + " " + plugin.reason() + ".");
		}
		if (json) {
			printJson(registry, kinds, withRecipes, problems);
		} else {
			print(registry, kinds, withRecipes, problems);
		}
		return ExitCode.DONE;
	}

	private void print(ContributionRegistry registry, List<ContributionKind> kinds, boolean withRecipes, List<String> problems) {
		for (ContributionKind k : kinds) {
			terminal.result(Character.toUpperCase(k.plural().charAt(0)) + k.plural().substring(1));
			for (Contribution c : registry.all(k)) {
				terminal.result(String.format("  %-22s %s%s", c.id(), c.name(),
						c.plugin().startsWith("org.nullcline.") ? "" : "  (plug-in " + c.plugin() + " " + c.pluginVersion() + ")"));
				c.problem().ifPresent(problem -> terminal.result("      broken: " + problem));
				if (kind != null) {
					if (!c.description().isEmpty()) {
						terminal.result("      " + c.description());
					}
					for (ParameterDeclaration p : c.parameters()) {
						terminal.result(String.format("      %s = %s  %s%s. %s", p.name(), p.defaultValue(), p.permitted(),
								p.unit().isEmpty() ? "" : ", " + p.unit(), p.documentation()).stripTrailing());
					}
					for (Preset preset : c.presets()) {
						terminal.result(("      preset " + preset.id() + ": " + preset.values() + "  " + preset.description()).stripTrailing());
					}
				}
			}
		}
		if (withRecipes) {
			new RecipeList(registry).print(terminal, kind != null);
		}
		if (kind == null) {
			terminal.result("Examples");
			StudySource.exampleNames().forEach(name -> terminal.result("  " + name));
		}
		problems.forEach(terminal::message);
	}

	private void printJson(ContributionRegistry registry, List<ContributionKind> kinds, boolean withRecipes, List<String> problems) {
		Map<String, Object> content = new LinkedHashMap<>();
		for (ContributionKind k : kinds) {
			content.put(k.plural(), registry.all(k).stream().map(ListCommand::describe).toList());
		}
		if (withRecipes) {
			content.put(RecipeList.KIND, new RecipeList(registry).describe());
		}
		content.put("problems", problems);
		terminal.result(Json.pretty(content).stripTrailing());
	}

	private static Map<String, Object> describe(Contribution c) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("id", c.id());
		description.put("name", c.name());
		description.put("description", c.description());
		c.scope().ifPresent(scope -> description.put("scope", scope.name().toLowerCase(java.util.Locale.ROOT)));
		if (!c.requires().isEmpty()) {
			description.put("requires", c.requires());
		}
		description.put("plugin", c.plugin());
		description.put("pluginVersion", c.pluginVersion());
		c.problem().ifPresent(problem -> description.put("problem", problem));
		List<Map<String, Object>> parameters = new ArrayList<>();
		for (ParameterDeclaration p : c.parameters()) {
			Map<String, Object> parameter = new LinkedHashMap<>();
			parameter.put("name", p.name());
			parameter.put("label", p.label());
			parameter.put("type", p.type().id());
			parameter.put("default", p.defaultValue());
			p.minimum().ifPresent(bound -> parameter.put("minimum", bound));
			p.maximum().ifPresent(bound -> parameter.put("maximum", bound));
			if (!p.choices().isEmpty()) {
				parameter.put("choices", p.choices());
			}
			parameter.put("unit", p.unit());
			parameter.put("documentation", p.documentation());
			parameters.add(parameter);
		}
		description.put("parameters", parameters);
		if (!c.presets().isEmpty()) {
			description.put("presets", c.presets());
		}
		return description;
	}
}
