package org.nullcline.ui.editor;

import static org.nullcline.model.LearningRateSchedule.COSINE;
import static org.nullcline.model.LearningRateSchedule.EXPONENTIAL;
import static org.nullcline.model.LearningRateSchedule.EXPONENTIAL_PER_STEP;
import static org.nullcline.model.LearningRateSchedule.PLATEAU;

import java.util.Map;
import java.util.Set;

import org.eclipse.emf.ecore.EAttribute;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.model.LearningRateSchedule;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.model.TrainingPlan;

/** Attributes of the training plan; some mean something only beside others. */
final class TrainingValues extends AttributeValues {

	/** What only some schedules look at. */
	private static final Map<EAttribute, Set<LearningRateSchedule>> SCHEDULES = Map.of(
			Literals.TRAINING_PLAN__FINAL_LEARNING_RATE_FRACTION, Set.of(EXPONENTIAL, COSINE),
			Literals.TRAINING_PLAN__LEARNING_RATE_DECAY, Set.of(EXPONENTIAL_PER_STEP),
			Literals.TRAINING_PLAN__PLATEAU_FACTOR, Set.of(PLATEAU),
			Literals.TRAINING_PLAN__PLATEAU_PATIENCE, Set.of(PLATEAU),
			Literals.TRAINING_PLAN__PLATEAU_THRESHOLD, Set.of(PLATEAU));

	private final StudyDocument document;

	TrainingValues(StudyDocument document) {
		super(document, Literals.STUDY__TRAINING);
		this.document = document;
	}

	@Override
	public boolean applies(ParameterDeclaration parameter) {
		TrainingPlan plan = document.study().getTraining();
		if (plan == null) {
			return true;
		}
		EAttribute attribute = attribute(parameter);
		if (attribute == Literals.TRAINING_PLAN__STEPS) {
			return plan.getPhases().isEmpty();
		}
		if (attribute == Literals.TRAINING_PLAN__TARGET_MEASURE) {
			return plan.getTarget() != 0;
		}
		return !SCHEDULES.containsKey(attribute) || SCHEDULES.get(attribute).contains(plan.getSchedule());
	}
}
