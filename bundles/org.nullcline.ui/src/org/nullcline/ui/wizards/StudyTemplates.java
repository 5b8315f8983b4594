package org.nullcline.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.SeriesFiles;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudyTemplate;
import org.nullcline.model.AnalysisChoice;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.Study;
import org.nullcline.model.StudySeries;
import org.nullcline.ui.Messages;
import org.osgi.framework.Bundle;

/** What new studies are made from. */
final class StudyTemplates {

	private static final String EXAMPLES = "org.nullcline.examples"; //$NON-NLS-1$
	private static final String FOLDER = "studies"; //$NON-NLS-1$

	/**
	 * A study or a series that is shipped.
	 *
	 * @param fileName    of the study or the series
	 * @param title       for people
	 * @param description or empty
	 * @param files       all that belong to it by name, that of the study or the series first
	 */
	record Example(String fileName, String title, String description, Map<String, byte[]> files) {

		byte[] content() {
			return files.get(fileName);
		}

		boolean isSeries() {
			return files.size() > 1;
		}
	}

	private StudyTemplates() {
	}

	/** The shipped examples, by file name; one that cannot be read is logged and left out. */
	static List<Example> examples() {
		List<Example> examples = new ArrayList<>();
		Map<String, byte[]> all = new TreeMap<>();
		for (String ending : List.of(StudyFiles.EXTENSION, SeriesFiles.EXTENSION)) {
			Bundle bundle = Platform.getBundle(EXAMPLES);
			var urls = bundle == null ? null : bundle.findEntries(FOLDER, "*." + ending, false); //$NON-NLS-1$
			for (URL url : urls == null ? List.<URL>of() : Collections.list(urls)) {
				try (InputStream in = url.openStream()) {
					all.put(url.getPath().substring(url.getPath().lastIndexOf('/') + 1), in.readAllBytes());
				} catch (IOException e) {
					ILog.of(StudyTemplates.class).error("The example cannot be read", e); //$NON-NLS-1$
				}
			}
		}
		all.forEach((name, content) -> {
			try {
				examples.add(name.endsWith("." + SeriesFiles.EXTENSION) ? series(name, content, all) : study(name, content)); //$NON-NLS-1$
			} catch (InvalidStudyException e) {
				ILog.of(StudyTemplates.class).error("The example cannot be read", e); //$NON-NLS-1$
			}
		});
		return examples;
	}

	private static Example study(String name, byte[] content) throws InvalidStudyException {
		Study study = StudyFiles.read(content, name);
		return new Example(name, study.getName(), text(study.getDescription()), Map.of(name, content));
	}

	private static Example series(String name, byte[] content, Map<String, byte[]> all) throws InvalidStudyException {
		StudySeries series = SeriesFiles.read(content, name);
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put(name, content);
		for (String member : series.getMembers()) {
			if (!all.containsKey(member)) {
				throw new InvalidStudyException(List.of(NLS.bind(Messages.Series_missing, member, name)));
			}
			files.put(member, all.get(member));
		}
		return new Example(name, NLS.bind(Messages.Wizard_series, series.getName(), series.getMembers().size()),
				text(series.getDescription()), files);
	}

	private static String text(String text) {
		return text == null ? "" : text; //$NON-NLS-1$
	}

	/**
	 * A study of a task with the usual settings.
	 *
	 * @param analyses those that are asked, of the installed ones
	 */
	static Study compose(ContributionRegistry registry, String name, String task, List<String> architectures,
			List<Integer> sizes, int seeds, List<String> analyses) {
		Study study = StudyTemplate.create(name, task, architectures, sizes, seeds, registry);
		List<AnalysisChoice> asked = study.getAnalyses().getAnalyses();
		asked.removeIf(choice -> !analyses.contains(choice.getId()));
		analyses.stream().filter(id -> asked.stream().noneMatch(choice -> id.equals(choice.getId()))).forEach(id -> {
			AnalysisChoice choice = ModelFactory.eINSTANCE.createAnalysisChoice();
			choice.setId(id);
			asked.add(choice);
		});
		return study;
	}

	/** The analyses that are of use for a task. */
	static Set<String> suitableAnalyses(ContributionRegistry registry, String task) {
		// With two networks, so that analyses of a population are among them.
		return StudyTemplate.create("scratch", task, List.of(""), List.of(1), 2, registry).getAnalyses().getAnalyses().stream() //$NON-NLS-1$
				.map(AnalysisChoice::getId).collect(Collectors.toSet());
	}

	/** The contributions of a kind that work. */
	static List<Contribution> usable(ContributionRegistry registry, ContributionKind kind) {
		return registry.all(kind).stream().filter(contribution -> contribution.problem().isEmpty()).toList();
	}
}
