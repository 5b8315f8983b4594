package org.nullcline.development.template;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/** Fills in the templates of this bundle's folder {@code templates}: words between at signs, in names of files and in their text. */
public final class PluginTemplate {

	private static final String FOLDER = "templates/";
	/** Files whose name begins with a dot have this instead, because tools that pack leave such files out. */
	private static final String HIDDEN = "dot.";
	private static final String TYCHO = "5.0.2";

	private final Bundle bundle = FrameworkUtil.getBundle(PluginTemplate.class);
	private final PluginProject project;
	private final Map<String, String> words;

	private PluginTemplate(PluginProject project) throws IOException {
		this.project = project;
		words = words(project);
	}

	/**
	 * All files of a project by their paths, which have forward slashes. Those that {@link #isExecutable} names must be made
	 * executable by whoever writes them.
	 */
	public static Map<String, String> files(PluginProject project) throws IOException {
		return new PluginTemplate(project).fill();
	}

	/** Whether a file of a project is a program. */
	public static boolean isExecutable(String path) {
		return path.equals("build");
	}

	private Map<String, String> fill() throws IOException {
		Map<String, String> files = new TreeMap<>();
		addAll("project/", files);
		for (PluginKind kind : project.kinds()) {
			addAll(kind.id() + "/", files);
		}
		// A part of plugin.xml, where it is by now.
		files.remove("extension.xml");
		return files;
	}

	private void addAll(String folder, Map<String, String> files) throws IOException {
		Enumeration<URL> entries = bundle.findEntries(FOLDER + folder, "*", true);
		while (entries != null && entries.hasMoreElements()) {
			String path = entries.nextElement().getPath();
			String within = path.substring(path.indexOf(FOLDER + folder) + FOLDER.length() + folder.length());
			if (!within.endsWith("/") && !within.isEmpty()) {
				String name = fill(within.replace("@package@", project.packageName().replace('.', '/')));
				name = name.startsWith(HIDDEN) ? name.substring(HIDDEN.length() - 1) : name;
				files.put(name, fill(read(folder + within)));
			}
		}
	}

	private Map<String, String> words(PluginProject project) throws IOException {
		Map<String, String> words = new LinkedHashMap<>();
		StringBuilder extensions = new StringBuilder();
		for (PluginKind kind : project.kinds()) {
			extensions.append(read(kind.id() + "/extension.xml"));
		}
		// First, because it has words of its own.
		words.put("extensions", extensions.toString());
		words.put("contents", contents(project));
		words.put("analyses", analyses(project));
		words.put("task", project.kinds().contains(PluginKind.TASK) ? project.contributionId(PluginKind.TASK) : "flip-flop");
		words.put("architecture",
				project.kinds().contains(PluginKind.ARCHITECTURE) ? project.contributionId(PluginKind.ARCHITECTURE) : "gru");
		words.put("id", project.id());
		words.put("group", project.id().substring(0, project.id().lastIndexOf('.')));
		words.put("package", project.packageName());
		words.put("Class", project.className());
		words.put("short", project.shortName());
		words.put("Label", project.label());
		words.put("vendor", project.vendor());
		words.put("api", api());
		words.put("tycho", TYCHO);
		return words;
	}

	private static String contents(PluginProject project) {
		List<String> rows = new ArrayList<>();
		String source = "src/" + project.packageName().replace('.', '/') + "/" + project.className();
		for (PluginKind kind : project.kinds()) {
			rows.add(switch (kind) {
			case TASK -> row("the task", project, kind, "draws trials", source + "Task.java");
			case ARCHITECTURE -> row("the architecture", project, kind, "one step of the network; beside it, training written as loops",
					source + "Cell.java");
			case ANALYSIS -> row("the analysis", project, kind, "values, arrays, a figure and a finding", source + "Analysis.java");
			});
		}
		return String.join("", rows);
	}

	private static String row(String what, PluginProject project, PluginKind kind, String does, String file) {
		return "| " + what + " `" + project.contributionId(kind) + "`: " + does + " | `" + file + "` |\n";
	}

	/** A network's fixed points, and whatever the project itself asks. */
	private static String analyses(PluginProject project) {
		List<String> ids = new ArrayList<>(List.of("fixed-points"));
		if (project.kinds().contains(PluginKind.ANALYSIS)) {
			ids.add(project.contributionId(PluginKind.ANALYSIS));
		}
		StringBuilder text = new StringBuilder();
		ids.forEach(id -> text.append("    <analyses id=\"").append(id).append("\"/>\n"));
		return text.toString();
	}

	/** From the contracts' version of today up to the next one that may break with it; below 1.0 that is 1.0. */
	private static String api() {
		Version core = FrameworkUtil.getBundle(org.nullcline.core.registry.Contribution.class).getVersion();
		return "[" + core.getMajor() + "." + core.getMinor() + "," + (core.getMajor() + 1) + ")";
	}

	private String fill(String text) {
		String filled = text;
		for (Map.Entry<String, String> word : words.entrySet()) {
			filled = filled.replace("@" + word.getKey() + "@", word.getValue());
		}
		return filled;
	}

	private String read(String path) throws IOException {
		URL entry = bundle.getEntry(FOLDER + path);
		if (entry == null) {
			throw new IOException("the template " + path + " is missing in " + bundle);
		}
		try (InputStream in = entry.openStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}
