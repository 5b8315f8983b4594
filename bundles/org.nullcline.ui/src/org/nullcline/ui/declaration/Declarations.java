package org.nullcline.ui.declaration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.ui.Messages;

/** Attributes of the model declared as parameters, with the ranges of the validator, so that one kind of form shows all. */
public final class Declarations {

	private static final double MANY = 100_000_000;

	private Declarations() {
	}

	/** The declaration of an attribute, if a form shows it. */
	public static Optional<ParameterDeclaration> of(EAttribute attribute) {
		EClass owner = attribute.getEContainingClass();
		List<ParameterDeclaration> declared = owner == Literals.STUDY ? study()
				: owner == Literals.POPULATION ? population()
						: owner == Literals.TRAINING_PHASE ? phase()
								: owner == Literals.ANALYSIS_PLAN ? analyses()
										: owner == Literals.TRAINING_PLAN ? training() : List.of();
		return declared.stream().filter(declaration -> declaration.name().equals(attribute.getName())).findFirst();
	}

	private static List<ParameterDeclaration> training() {
		return Stream.of(batches(), learningRate(), regularization(), noise(), validation(), checkpoints())
				.flatMap(List::stream).toList();
	}

	public static List<ParameterDeclaration> study() {
		return List.of(text(Literals.STUDY__NAME, Messages.Study_name, Messages.Study_nameDoc),
				text(Literals.STUDY__DESCRIPTION, Messages.Study_description, Messages.Study_descriptionDoc),
				number(Literals.STUDY__SEED, Messages.Study_seed, ParameterType.INTEGER, Double.NaN, Double.NaN, "", //$NON-NLS-1$
						Messages.Study_seedDoc));
	}

	public static List<ParameterDeclaration> population() {
		return List.of(text(Literals.POPULATION__SIZES, Messages.Population_sizes, Messages.Population_sizesDoc),
				text(Literals.POPULATION__L2, Messages.Population_l2, Messages.Population_l2Doc),
				number(Literals.POPULATION__SEEDS, Messages.Population_seeds, ParameterType.INTEGER, 1, 10_000, "", //$NON-NLS-1$
						Messages.Population_seedsDoc));
	}

	/** What an architecture may have of its own. */
	public static List<ParameterDeclaration> architecture() {
		return List.of(text(Literals.ARCHITECTURE_CHOICE__LEARNING_RATE, Messages.Architecture_learningRate,
				Messages.Architecture_learningRateDoc));
	}

	/** Of which networks analyses are asked. */
	public static List<ParameterDeclaration> analyses() {
		return List.of(number(Literals.ANALYSIS_PLAN__PERFORMANCE_LIMIT, Messages.Analyses_performanceLimit,
				ParameterType.REAL, 0, Double.NaN, "", Messages.Analyses_performanceLimitDoc)); //$NON-NLS-1$
	}

	/** Size and number of the steps of training. */
	public static List<ParameterDeclaration> batches() {
		return List.of(
				number(Literals.TRAINING_PLAN__STEPS, Messages.Training_steps, ParameterType.INTEGER, 1,
						MANY, Messages.Unit_steps, Messages.Training_stepsDoc),
				number(Literals.TRAINING_PLAN__BATCH_SIZE, Messages.Training_batchSize,
						ParameterType.INTEGER, 1, 100_000, Messages.Unit_trials,
						Messages.Training_batchSizeDoc),
				choice(Literals.TRAINING_PLAN__PRECISION, Messages.Training_precision,
						Messages.Training_precisionDoc),
				flag(Literals.TRAINING_PLAN__TRAIN_INITIAL_STATE, Messages.Training_trainInitialState,
						Messages.Training_trainInitialStateDoc));
	}

	/** How large steps are. */
	public static List<ParameterDeclaration> learningRate() {
		return List.of(
				number(Literals.TRAINING_PLAN__LEARNING_RATE, Messages.Training_learningRate,
						ParameterType.REAL, Double.MIN_VALUE, Double.NaN, "", //$NON-NLS-1$
						Messages.Training_learningRateDoc),
				choice(Literals.TRAINING_PLAN__SCHEDULE, Messages.Training_schedule,
						Messages.Training_scheduleDoc),
				number(Literals.TRAINING_PLAN__FINAL_LEARNING_RATE_FRACTION,
						Messages.Training_finalFraction, ParameterType.REAL, 0, 1, "", //$NON-NLS-1$
						Messages.Training_finalFractionDoc),
				number(Literals.TRAINING_PLAN__LEARNING_RATE_DECAY, Messages.Training_decay,
						ParameterType.REAL, Double.MIN_VALUE, 1, "", Messages.Training_decayDoc), //$NON-NLS-1$
				number(Literals.TRAINING_PLAN__PLATEAU_FACTOR, Messages.Training_plateauFactor,
						ParameterType.REAL, Double.MIN_VALUE, 1, "", Messages.Training_plateauFactorDoc), //$NON-NLS-1$
				number(Literals.TRAINING_PLAN__PLATEAU_PATIENCE, Messages.Training_plateauPatience,
						ParameterType.INTEGER, 0, MANY, Messages.Unit_validations,
						Messages.Training_plateauPatienceDoc),
				number(Literals.TRAINING_PLAN__PLATEAU_THRESHOLD, Messages.Training_plateauThreshold,
						ParameterType.REAL, 0, 1, "", Messages.Training_plateauThresholdDoc), //$NON-NLS-1$
				number(Literals.TRAINING_PLAN__WARM_UP_STEPS, Messages.Training_warmUp,
						ParameterType.INTEGER, 0, MANY, Messages.Unit_steps,
						Messages.Training_warmUpDoc));
	}

	/** What holds gradient and weights down. */
	public static List<ParameterDeclaration> regularization() {
		return List.of(
				number(Literals.TRAINING_PLAN__CLIP_NORM, Messages.Training_clipNorm, ParameterType.REAL,
						0, Double.NaN, "", Messages.Training_clipNormDoc), //$NON-NLS-1$
				l2(),
				choice(Literals.TRAINING_PLAN__L2_SCOPE, Messages.Training_l2Scope,
						Messages.Training_l2ScopeDoc),
				number(Literals.TRAINING_PLAN__WEIGHT_CLIP_NORM, Messages.Training_weightClipNorm,
						ParameterType.REAL, 0, Double.NaN, "", Messages.Training_weightClipNormDoc)); //$NON-NLS-1$
	}

	/** The L2 penalty of the plan; a phase may have another one. */
	public static ParameterDeclaration l2() {
		return number(Literals.TRAINING_PLAN__L2, Messages.Training_l2, ParameterType.REAL, 0, Double.NaN, "", //$NON-NLS-1$
				Messages.Training_l2Doc);
	}

	/** Noise of training trials. */
	public static List<ParameterDeclaration> noise() {
		return List.of(
				number(Literals.TRAINING_PLAN__INPUT_NOISE, Messages.Training_inputNoise,
						ParameterType.REAL, 0, Double.NaN, "", Messages.Training_inputNoiseDoc), //$NON-NLS-1$
				number(Literals.TRAINING_PLAN__STATE_NOISE, Messages.Training_stateNoise,
						ParameterType.REAL, 0, Double.NaN, "", Messages.Training_stateNoiseDoc)); //$NON-NLS-1$
	}

	/** What is measured on held-out trials, and what ends the training early. */
	public static List<ParameterDeclaration> validation() {
		return List.of(
				number(Literals.TRAINING_PLAN__VALIDATION_TRIALS, Messages.Training_validationTrials,
						ParameterType.INTEGER, 1, 1_000_000, Messages.Unit_trials,
						Messages.Training_validationTrialsDoc),
				number(Literals.TRAINING_PLAN__VALIDATE_EVERY, Messages.Training_validateEvery,
						ParameterType.INTEGER, 1, MANY, Messages.Unit_steps,
						Messages.Training_validateEveryDoc),
				number(Literals.TRAINING_PLAN__TARGET, Messages.Training_target, ParameterType.REAL, 0,
						Double.NaN, "", Messages.Training_targetDoc), //$NON-NLS-1$
				choice(Literals.TRAINING_PLAN__TARGET_MEASURE, Messages.Training_targetMeasure,
						Messages.Training_targetMeasureDoc));
	}

	/** When checkpoints are written, and which are kept. */
	public static List<ParameterDeclaration> checkpoints() {
		return List.of(
				number(Literals.TRAINING_PLAN__CHECKPOINT_EVERY, Messages.Training_checkpointEvery,
						ParameterType.INTEGER, 1, MANY, Messages.Unit_steps,
						Messages.Training_checkpointEveryDoc),
				number(Literals.TRAINING_PLAN__KEEP_EVERY, Messages.Training_keepEvery,
						ParameterType.INTEGER, 0, MANY, Messages.Unit_steps,
						Messages.Training_keepEveryDoc),
				flag(Literals.TRAINING_PLAN__KEEP_BEST, Messages.Training_keepBest,
						Messages.Training_keepBestDoc));
	}

	/** A phase of training. */
	public static List<ParameterDeclaration> phase() {
		return List.of(
				text(Literals.TRAINING_PHASE__NAME, Messages.Phase_name, Messages.Phase_nameDoc),
				number(Literals.TRAINING_PHASE__STEPS, Messages.Phase_steps, ParameterType.INTEGER, 1,
						MANY, Messages.Unit_steps, Messages.Phase_stepsDoc),
				number(Literals.TRAINING_PHASE__LEARNING_RATE_FACTOR, Messages.Phase_factor,
						ParameterType.REAL, Double.MIN_VALUE, Double.NaN, "", Messages.Phase_factorDoc), //$NON-NLS-1$
				text(Literals.TRAINING_PHASE__L2, Messages.Phase_l2, Messages.Phase_l2Doc),
				text(Literals.TRAINING_PHASE__REGULARIZER_WEIGHTS, Messages.Phase_regularizers, Messages.Phase_regularizersDoc),
				text(Literals.TRAINING_PHASE__FROZEN, Messages.Phase_frozen, Messages.Phase_frozenDoc),
				text(Literals.TRAINING_PHASE__TASK_PARAMETERS, Messages.Phase_task,
						Messages.Phase_taskDoc));
	}

	private static ParameterDeclaration text(EStructuralFeature feature, String label, String documentation) {
		return new ParameterDeclaration(feature.getName(), label, ParameterType.TEXT, "", OptionalDouble.empty(), //$NON-NLS-1$
				OptionalDouble.empty(), List.of(), "", documentation); //$NON-NLS-1$
	}

	private static ParameterDeclaration number(EAttribute attribute, String label, ParameterType type, double minimum,
			double maximum, String unit, String documentation) {
		return new ParameterDeclaration(attribute.getName(), label, type, attribute.getDefaultValue().toString(),
				bound(minimum), bound(maximum), List.of(), unit, documentation);
	}

	private static ParameterDeclaration choice(EAttribute attribute, String label, String documentation) {
		List<String> choices = ((EEnum) attribute.getEAttributeType()).getELiterals().stream().map(EEnumLiteral::getLiteral)
				.toList();
		return new ParameterDeclaration(attribute.getName(), label, ParameterType.CHOICE,
				attribute.getDefaultValue().toString(), OptionalDouble.empty(), OptionalDouble.empty(), choices, "", //$NON-NLS-1$
				documentation);
	}

	private static ParameterDeclaration flag(EAttribute attribute, String label, String documentation) {
		return new ParameterDeclaration(attribute.getName(), label, ParameterType.BOOLEAN,
				attribute.getDefaultValue().toString(), OptionalDouble.empty(), OptionalDouble.empty(), List.of(), "", //$NON-NLS-1$
				documentation);
	}

	private static OptionalDouble bound(double value) {
		return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
	}
}
