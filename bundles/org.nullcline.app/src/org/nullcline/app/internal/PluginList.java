package org.nullcline.app.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.plugins.InstalledPlugin;
import org.nullcline.plugins.InstalledPlugins;
import org.nullcline.runs.Json;

/** The plug-ins, for {@code list plugins}. */
final class PluginList {

	static final String KIND = "plugins";

	private final Terminal terminal;

	PluginList(Terminal terminal) {
		this.terminal = terminal;
	}

	void print(boolean json) {
		List<InstalledPlugin> plugins = InstalledPlugins.list();
		if (json) {
			terminal.result(Json.pretty(Map.of(KIND, plugins.stream().map(PluginList::describe).toList())).stripTrailing());
			return;
		}
		int id = width(plugins, InstalledPlugin::id);
		int version = width(plugins, InstalledPlugin::version);
		int vendor = width(plugins, InstalledPlugin::vendor);
		String format = "%-" + id + "s  %-" + version + "s  %-" + vendor + "s  %-9s  %s";
		for (InstalledPlugin plugin : plugins) {
			terminal.result(String.format(format, plugin.id(), plugin.version(), plugin.vendor(), plugin.origin(), plugin.state())
					.stripTrailing());
			if (!plugin.contributions().isEmpty()) {
				terminal.result("    " + String.join(", ", plugin.contributions()));
			}
			plugin.problems().forEach(problem -> terminal.result("    " + problem));
		}
	}

	private static int width(List<InstalledPlugin> plugins, java.util.function.Function<InstalledPlugin, String> column) {
		return Math.max(1, plugins.stream().mapToInt(plugin -> column.apply(plugin).length()).max().orElse(1));
	}

	private static Map<String, Object> describe(InstalledPlugin plugin) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("id", plugin.id());
		description.put("version", plugin.version());
		description.put("vendor", plugin.vendor());
		description.put("origin", plugin.origin().toString());
		description.put("state", plugin.state().toString());
		description.put("contributions", plugin.contributions());
		description.put("problems", plugin.problems());
		return description;
	}
}
