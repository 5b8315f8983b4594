package org.nullcline.ui.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.model.ParameterValue;
import org.nullcline.model.TrainingPhase;
import org.nullcline.ui.Messages;
import org.nullcline.ui.declaration.Declarations;

/** Features of a phase of training, under the names of the model; lists, parameters of the task and weights of regularizers are
 * texts. */
final class PhaseValues implements ParameterForm.Values {

	private final StudyDocument document;
	private final TrainingPhase phase;

	PhaseValues(StudyDocument document, TrainingPhase phase) {
		this.document = document;
		this.phase = phase;
	}

	@Override
	public String get(ParameterDeclaration parameter) {
		EStructuralFeature feature = feature(parameter);
		if (feature == Literals.TRAINING_PHASE__TASK_PARAMETERS) {
			return lines(phase.getTaskParameters());
		}
		if (feature == Literals.TRAINING_PHASE__REGULARIZER_WEIGHTS) {
			return lines(phase.getRegularizerWeights());
		}
		if (feature == Literals.TRAINING_PHASE__FROZEN) {
			return String.join(", ", phase.getFrozen()); //$NON-NLS-1$
		}
		Object value = phase.eGet(feature);
		return value == null ? null : value.toString();
	}

	private static String lines(List<ParameterValue> values) {
		return values.stream().map(given -> given.getName() + "=" + given.getValue()).collect(Collectors.joining("\n")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public void set(ParameterDeclaration parameter, String value, Object field) {
		EStructuralFeature feature = feature(parameter);
		document.set(phase, feature, value == null ? feature.getDefaultValue() : parse(feature, value), field);
	}

	@Override
	public void endTyping() {
		document.endTyping();
	}

	@Override
	public String location(ParameterDeclaration parameter) {
		return "training > phase '" + phase.getName() + "' > " + parameter.name(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public Optional<String> problem(ParameterDeclaration parameter, String value) {
		EStructuralFeature feature = feature(parameter);
		if (feature == Literals.TRAINING_PHASE__TASK_PARAMETERS) {
			return storable(parameter, value) ? Optional.empty() : Optional.of(Messages.Phase_notParameters);
		}
		if (feature == Literals.TRAINING_PHASE__REGULARIZER_WEIGHTS) {
			return areWeights(value) ? Optional.empty() : Optional.of(Messages.Phase_notWeights);
		}
		if (feature == Literals.TRAINING_PHASE__L2) {
			return value.isBlank() ? Optional.empty() : Declarations.l2().problem(value);
		}
		return parameter.problem(value);
	}

	/** Whether each line names something and gives it a number; which regularizers there are is known to the validation. */
	private static boolean areWeights(String value) {
		try {
			return value.lines().filter(line -> !line.isBlank()).map(PhaseValues::parameter)
					.allMatch(given -> Double.parseDouble(given.getValue()) >= 0);
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	@Override
	public boolean storable(ParameterDeclaration parameter, String value) {
		try {
			parse(feature(parameter), value);
			return true;
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	private static Object parse(EStructuralFeature feature, String value) {
		if (feature == Literals.TRAINING_PHASE__TASK_PARAMETERS || feature == Literals.TRAINING_PHASE__REGULARIZER_WEIGHTS) {
			return value.lines().filter(line -> !line.isBlank()).map(PhaseValues::parameter).toList();
		}
		if (feature == Literals.TRAINING_PHASE__FROZEN) {
			return Arrays.stream(value.split("[,\\s]+")).filter(text -> !text.isEmpty()).toList(); //$NON-NLS-1$
		}
		if (feature == Literals.TRAINING_PHASE__L2 && value.isBlank()) {
			return null;
		}
		return EcoreUtil.createFromString((EDataType) feature.getEType(), value.strip());
	}

	private static ParameterValue parameter(String line) {
		int equals = line.indexOf('=');
		if (equals < 1) {
			throw new IllegalArgumentException(line);
		}
		ParameterValue parameter = ModelFactory.eINSTANCE.createParameterValue();
		parameter.setName(line.substring(0, equals).strip());
		parameter.setValue(line.substring(equals + 1).strip());
		return parameter;
	}

	private static EStructuralFeature feature(ParameterDeclaration parameter) {
		return Literals.TRAINING_PHASE.getEStructuralFeature(parameter.name());
	}
}
