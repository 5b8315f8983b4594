package org.nullcline.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.model.AnalysisChoice;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPlan;
import org.osgi.framework.Bundle;

/** What new studies are made from. */
final class StudyTemplates {

	private static final String EXAMPLES = "org.nullcline.examples"; //$NON-NLS-1$
	private static final String FOLDER = "studies"; //$NON-NLS-1$

	/** A study that is shipped. */
	record Example(String fileName, Study study) {
	}

	private StudyTemplates() {
	}

	/** The shipped examples, by file name; one that cannot be read is logged and left out. */
	static List<Example> examples() {
		Bundle bundle = Platform.getBundle(EXAMPLES);
		List<Example> examples = new ArrayList<>();
		var urls = bundle == null ? null : bundle.findEntries(FOLDER, "*." + StudyFiles.EXTENSION, false); //$NON-NLS-1$
		for (URL url : urls == null ? List.<URL>of() : Collections.list(urls)) {
			String name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
			try (InputStream in = url.openStream()) {
				examples.add(new Example(name, StudyFiles.read(in.readAllBytes(), name)));
			} catch (IOException | InvalidStudyException e) {
				ILog.of(StudyTemplates.class).error("The example cannot be read", e); //$NON-NLS-1$
			}
		}
		examples.sort(Comparator.comparing(Example::fileName));
		return examples;
	}

	/** A study of a task; objective and optimizer are the first that there are. */
	static Study compose(ContributionRegistry registry, String name, String task, List<String> architectures,
			List<Integer> sizes, int seeds, List<String> analyses) {
		ModelFactory factory = ModelFactory.eINSTANCE;
		Study study = factory.createStudy();
		study.setName(name);
		study.setTask(factory.createTaskChoice());
		study.getTask().setId(task);
		study.setPopulation(factory.createPopulation());
		for (String id : architectures) {
			ArchitectureChoice choice = factory.createArchitectureChoice();
			choice.setId(id);
			study.getPopulation().getArchitectures().add(choice);
		}
		study.getPopulation().getSizes().addAll(sizes);
		study.getPopulation().setSeeds(seeds);
		TrainingPlan training = factory.createTrainingPlan();
		training.setObjective(factory.createObjectiveChoice());
		training.getObjective().setId(first(registry, ContributionKind.OBJECTIVE));
		training.setOptimizer(factory.createOptimizerChoice());
		training.getOptimizer().setId(first(registry, ContributionKind.OPTIMIZER));
		study.setTraining(training);
		study.setAnalyses(factory.createAnalysisPlan());
		for (String id : analyses) {
			AnalysisChoice choice = factory.createAnalysisChoice();
			choice.setId(id);
			study.getAnalyses().getAnalyses().add(choice);
		}
		return study;
	}

	/** The contributions of a kind that work. */
	static List<Contribution> usable(ContributionRegistry registry, ContributionKind kind) {
		return registry.all(kind).stream().filter(contribution -> contribution.problem().isEmpty()).toList();
	}

	private static String first(ContributionRegistry registry, ContributionKind kind) {
		return usable(registry, kind).stream().map(Contribution::id).findFirst().orElse(""); //$NON-NLS-1$
	}
}
