package org.nullcline.comparison;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.AnalysisChoice;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.ObjectiveChoice;
import org.nullcline.model.OptimizerChoice;
import org.nullcline.model.ParameterValue;
import org.nullcline.model.Study;
import org.nullcline.trainer.ExecutionListener;
import org.nullcline.trainer.StudyExecution;

/** Executes small studies. */
final class Executions {

	static final ExecutionListener SILENT = new ExecutionListener() {
	};

	private Executions() {
	}

	/** Two networks of eight units that learn one bit for some steps, and their state space. */
	static Path execute(Path folder, long seed) throws Exception {
		StudyExecution.execute(StudyValidator.plan(study(seed), ContributionRegistry.read(), "study"), folder, false, 2, SILENT,
				new NullProgressMonitor());
		return folder;
	}

	private static Study study(long seed) {
		ModelFactory factory = ModelFactory.eINSTANCE;
		Study study = factory.createStudy();
		study.setName("small");
		study.setSeed(seed);
		study.setTask(factory.createTaskChoice());
		study.getTask().setId("flip-flop");
		study.getTask().getParameters().addAll(List.of(value("bits", "1"), value("steps", "20")));
		study.setPopulation(factory.createPopulation());
		for (String id : List.of("gru", "vanilla")) {
			ArchitectureChoice architecture = factory.createArchitectureChoice();
			architecture.setId(id);
			study.getPopulation().getArchitectures().add(architecture);
		}
		study.getPopulation().getSizes().add(8);
		study.getPopulation().setSeeds(1);
		study.setTraining(factory.createTrainingPlan());
		study.getTraining().setSteps(40);
		study.getTraining().setBatchSize(8);
		study.getTraining().setValidationTrials(16);
		study.getTraining().setValidateEvery(10);
		ObjectiveChoice objective = factory.createObjectiveChoice();
		objective.setId("mean-squared-error");
		study.getTraining().setObjective(objective);
		OptimizerChoice optimizer = factory.createOptimizerChoice();
		optimizer.setId("adam");
		study.getTraining().setOptimizer(optimizer);
		study.setAnalyses(factory.createAnalysisPlan());
		AnalysisChoice analysis = factory.createAnalysisChoice();
		analysis.setId("state-space");
		study.getAnalyses().getAnalyses().add(analysis);
		return study;
	}

	private static ParameterValue value(String name, String value) {
		ParameterValue parameter = ModelFactory.eINSTANCE.createParameterValue();
		parameter.setName(name);
		parameter.setValue(value);
		return parameter;
	}
}
