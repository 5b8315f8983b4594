package org.nullcline.ui.editor;

import java.util.List;
import java.util.OptionalDouble;

import org.eclipse.emf.ecore.EAttribute;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.ui.Messages;

/** Attributes of the model declared as parameters, with the ranges of the validator, so that one kind of form shows all. */
final class Declarations {

	private static final double MANY = 100_000_000;

	private Declarations() {
	}

	static List<ParameterDeclaration> study() {
		return List.of(text(Literals.STUDY__NAME, Messages.Study_name, Messages.Study_nameDoc),
				text(Literals.STUDY__DESCRIPTION, Messages.Study_description, Messages.Study_descriptionDoc),
				number(Literals.STUDY__SEED, Messages.Study_seed, ParameterType.INTEGER, Double.NaN, Double.NaN, "", //$NON-NLS-1$
						Messages.Study_seedDoc));
	}

	static List<ParameterDeclaration> population() {
		return List.of(text(Literals.POPULATION__SIZES, Messages.Population_sizes, Messages.Population_sizesDoc),
				number(Literals.POPULATION__SEEDS, Messages.Population_seeds, ParameterType.INTEGER, 1, 10_000, "", //$NON-NLS-1$
						Messages.Population_seedsDoc));
	}

	static List<ParameterDeclaration> training() {
		String steps = Messages.Unit_steps;
		return List.of(
				number(Literals.TRAINING_PLAN__STEPS, Messages.Training_steps, ParameterType.INTEGER, 1, MANY, steps,
						Messages.Training_stepsDoc),
				number(Literals.TRAINING_PLAN__BATCH_SIZE, Messages.Training_batchSize, ParameterType.INTEGER, 1, 100_000,
						Messages.Unit_trials, Messages.Training_batchSizeDoc),
				number(Literals.TRAINING_PLAN__LEARNING_RATE, Messages.Training_learningRate, ParameterType.REAL,
						Double.MIN_VALUE, Double.NaN, "", Messages.Training_learningRateDoc), //$NON-NLS-1$
				number(Literals.TRAINING_PLAN__FINAL_LEARNING_RATE_FRACTION, Messages.Training_finalFraction,
						ParameterType.REAL, Double.MIN_VALUE, 1, "", Messages.Training_finalFractionDoc), //$NON-NLS-1$
				number(Literals.TRAINING_PLAN__WARM_UP_STEPS, Messages.Training_warmUp, ParameterType.INTEGER, 0, MANY, steps,
						Messages.Training_warmUpDoc),
				number(Literals.TRAINING_PLAN__CLIP_NORM, Messages.Training_clipNorm, ParameterType.REAL, 0, Double.NaN, "", //$NON-NLS-1$
						Messages.Training_clipNormDoc),
				number(Literals.TRAINING_PLAN__L2, Messages.Training_l2, ParameterType.REAL, 0, Double.NaN, "", //$NON-NLS-1$
						Messages.Training_l2Doc),
				number(Literals.TRAINING_PLAN__VALIDATION_TRIALS, Messages.Training_validationTrials, ParameterType.INTEGER, 1,
						1_000_000, Messages.Unit_trials, Messages.Training_validationTrialsDoc),
				number(Literals.TRAINING_PLAN__VALIDATE_EVERY, Messages.Training_validateEvery, ParameterType.INTEGER, 1, MANY,
						steps, Messages.Training_validateEveryDoc),
				number(Literals.TRAINING_PLAN__CHECKPOINT_EVERY, Messages.Training_checkpointEvery, ParameterType.INTEGER, 1,
						MANY, steps, Messages.Training_checkpointEveryDoc));
	}

	private static ParameterDeclaration text(EAttribute attribute, String label, String documentation) {
		return new ParameterDeclaration(attribute.getName(), label, ParameterType.TEXT, "", OptionalDouble.empty(), //$NON-NLS-1$
				OptionalDouble.empty(), List.of(), "", documentation); //$NON-NLS-1$
	}

	private static ParameterDeclaration number(EAttribute attribute, String label, ParameterType type, double minimum,
			double maximum, String unit, String documentation) {
		return new ParameterDeclaration(attribute.getName(), label, type, attribute.getDefaultValue().toString(),
				bound(minimum), bound(maximum), List.of(), unit, documentation);
	}

	private static OptionalDouble bound(double value) {
		return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
	}
}
