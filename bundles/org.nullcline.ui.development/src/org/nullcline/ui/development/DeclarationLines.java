package org.nullcline.ui.development;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.development.compile.PluginSources;
import org.nullcline.development.compile.SourceProblem;

/** Finds the lines of plugin.xml and the manifest that problems of a whole plug-in belong to. */
final class DeclarationLines {

	private static final String DECLARATION = "plugin.xml"; //$NON-NLS-1$
	private static final Pattern LINE = Pattern.compile("plugin\\.xml, line (\\d+)"); //$NON-NLS-1$
	private static final Pattern QUOTED = Pattern.compile("'([^']+)'"); //$NON-NLS-1$

	private DeclarationLines() {
	}

	/** What is wrong with the contributions of a project's plug-in that is loaded. */
	static List<SourceProblem> ofContributions(Path folder, PluginSources sources) {
		List<SourceProblem> problems = new ArrayList<>();
		try {
			String id = sources.id();
			ContributionRegistry registry = ContributionRegistry.read();
			for (ContributionKind kind : ContributionKind.values()) {
				for (Contribution contribution : registry.all(kind)) {
					if (contribution.plugin().equals(id) && contribution.problem().isPresent()) {
						problems.add(locate(folder, contribution.label() + ": " + contribution.problem().get())); //$NON-NLS-1$
					}
				}
			}
		} catch (IOException e) {
			// That the manifest cannot be read has been said.
		}
		return problems;
	}

	/** A problem with the line that it names, or with that of the first word in quotes that plugin.xml or the manifest holds. */
	static SourceProblem locate(Path folder, String problem) {
		Path declaration = folder.resolve(DECLARATION);
		Matcher line = LINE.matcher(problem);
		if (line.find()) {
			return SourceProblem.error(declaration, Integer.parseInt(line.group(1)), problem);
		}
		List<String> words = new ArrayList<>();
		for (Matcher quoted = QUOTED.matcher(problem); quoted.find();) {
			words.add('"' + quoted.group(1) + '"');
		}
		for (String word : words) {
			int found = line(declaration, word);
			if (found > 0) {
				return SourceProblem.error(declaration, found, problem);
			}
		}
		return SourceProblem.error(words.isEmpty() ? folder.resolve(PluginSources.MANIFEST) : declaration, 1, problem);
	}

	private static int line(Path file, String word) {
		try {
			List<String> lines = Files.readAllLines(file);
			for (int i = 0; i < lines.size(); i++) {
				if (lines.get(i).contains(word)) {
					return i + 1;
				}
			}
		} catch (IOException e) {
			// Then the problem belongs to the file as a whole.
		}
		return 0;
	}
}
