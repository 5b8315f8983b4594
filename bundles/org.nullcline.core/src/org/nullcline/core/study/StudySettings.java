package org.nullcline.core.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.nullcline.model.Choice;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.ParameterValue;
import org.nullcline.model.Population;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPhase;
import org.nullcline.model.TrainingPlan;

/**
 * Changes settings of a study by name, {@code element.parameter=value}. The element is {@code study}, {@code task},
 * {@code population}, {@code training}, {@code objective}, {@code optimizer}, {@code analyses}, the identifier of one of
 * the study's architectures, regularizers, hooks or analyses, or the name of a phase of training; {@code PHASE.task.bits=2}
 * sets a parameter of the task in a phase, {@code PHASE.regularizer.l1=0.01} the weight of a regularizer.
 */
public final class StudySettings {

	private static final String TASK_PREFIX = "task.";
	private static final String REGULARIZER_PREFIX = "regularizer.";

	private StudySettings() {
	}

	/**
	 * Carries out one setting.
	 *
	 * @param setting for example {@code task.bits=2} or {@code population.sizes=32,64}
	 * @throws IllegalArgumentException naming the setting, if there is no such element or the value cannot be read
	 */
	public static void apply(Study study, String setting) {
		int equals = setting.indexOf('=');
		int dot = setting.indexOf('.');
		if (equals < 0 || dot < 0 || dot > equals) {
			throw new IllegalArgumentException(
					"--set " + setting + ": expected element.parameter=value, for example task.bits=2");
		}
		String element = setting.substring(0, dot).strip();
		String name = setting.substring(dot + 1, equals).strip();
		String value = setting.substring(equals + 1).strip();
		List<EObject> targets = elements(study, element);
		if (targets.isEmpty()) {
			throw new IllegalArgumentException(
					"--set " + setting + ": the study has no element '" + element + "'; there are " + names(study));
		}
		for (EObject target : targets) {
			if (target instanceof Population population && name.equals("architectures")) {
				choose(population.getArchitectures(), value, ModelFactory.eINSTANCE::createArchitectureChoice);
			} else if (target instanceof TrainingPlan plan && name.equals("regularizers")) {
				choose(plan.getRegularizers(), value, ModelFactory.eINSTANCE::createRegularizerChoice);
			} else if (target instanceof TrainingPlan plan && name.equals("hooks")) {
				choose(plan.getHooks(), value, ModelFactory.eINSTANCE::createHookChoice);
			} else if (target instanceof Choice choice && !(choice.eClass().getEStructuralFeature(name) instanceof EAttribute)) {
				setParameter(choice, name, value);
			} else if (target instanceof TrainingPhase phase && name.startsWith(TASK_PREFIX)) {
				setParameter(phase.getTaskParameters(), name.substring(TASK_PREFIX.length()).strip(), value);
			} else if (target instanceof TrainingPhase phase && name.startsWith(REGULARIZER_PREFIX)) {
				setParameter(phase.getRegularizerWeights(), name.substring(REGULARIZER_PREFIX.length()).strip(), value);
			} else if (target instanceof TrainingPlan plan && name.equals("steps") && !plan.getPhases().isEmpty()) {
				throw new IllegalArgumentException("--set " + setting
						+ ": the run consists of phases, each with steps of its own; set those of "
						+ plan.getPhases().stream().map(TrainingPhase::getName).collect(Collectors.joining(", ")));
			} else {
				if (target instanceof Choice choice && name.equals("id") && !value.equals(choice.getId())) {
					// The parameters are those of what was chosen before.
					choice.getParameters().clear();
				}
				setAttribute(target, name, value, setting);
			}
		}
	}

	/** Sets a parameter of a contribution, or takes it back to its default if the value is null. */
	public static void setParameter(Choice choice, String name, String value) {
		setParameter(choice.getParameters(), name, value);
	}

	private static void setParameter(EList<ParameterValue> parameters, String name, String value) {
		parameters.removeIf(parameter -> value == null && name.equals(parameter.getName()));
		if (value == null) {
			return;
		}
		Optional<ParameterValue> present = parameters.stream().filter(p -> name.equals(p.getName())).findFirst();
		if (present.isPresent()) {
			present.get().setValue(value);
		} else {
			ParameterValue parameter = ModelFactory.eINSTANCE.createParameterValue();
			parameter.setName(name);
			parameter.setValue(value);
			parameters.add(parameter);
		}
	}

	/** Keeps the choices that are named, with their parameters, and adds those that are new; an empty value chooses nothing. */
	private static <C extends Choice> void choose(EList<C> choices, String value, Supplier<C> factory) {
		List<C> wanted = new ArrayList<>();
		for (String id : value.split(",")) {
			List<C> present = choices.stream().filter(choice -> id.strip().equals(choice.getId())).toList();
			if (present.isEmpty() && !id.isBlank()) {
				C added = factory.get();
				added.setId(id.strip());
				wanted.add(added);
			}
			wanted.addAll(present);
		}
		choices.clear();
		choices.addAll(wanted);
	}

	private static List<EObject> elements(Study study, String name) {
		Stream<? extends EObject> found = switch (name) {
		case "study" -> Stream.of(study);
		case "task" -> Stream.ofNullable(study.getTask());
		case "population" -> Stream.ofNullable(study.getPopulation());
		case "training" -> Stream.ofNullable(study.getTraining());
		case "analyses" -> Stream.ofNullable(study.getAnalyses());
		case "objective" -> Stream.ofNullable(study.getTraining()).map(t -> t.getObjective()).filter(o -> o != null);
		case "optimizer" -> Stream.ofNullable(study.getTraining()).map(t -> t.getOptimizer()).filter(o -> o != null);
		default -> Stream.concat(choices(study).filter(choice -> name.equals(choice.getId())),
				phases(study).filter(phase -> name.equals(phase.getName())));
		};
		return new ArrayList<>(found.toList());
	}

	private static Stream<Choice> choices(Study study) {
		Stream<Choice> architectures = study.getPopulation() == null ? Stream.empty()
				: study.getPopulation().getArchitectures().stream().map(Choice.class::cast);
		Stream<Choice> analyses = study.getAnalyses() == null ? Stream.empty()
				: study.getAnalyses().getAnalyses().stream().map(Choice.class::cast);
		Stream<Choice> training = study.getTraining() == null ? Stream.empty()
				: Stream.concat(study.getTraining().getRegularizers().stream(), study.getTraining().getHooks().stream());
		return Stream.of(architectures, training, analyses).flatMap(choices -> choices);
	}

	private static Stream<TrainingPhase> phases(Study study) {
		return study.getTraining() == null ? Stream.empty() : study.getTraining().getPhases().stream();
	}

	private static String names(Study study) {
		return Stream.concat(elementNames(study), phases(study).map(TrainingPhase::getName)).distinct()
				.collect(Collectors.joining(", "));
	}

	/** How the elements of a study are called, phases apart. */
	static Stream<String> elementNames(Study study) {
		return Stream.concat(Stream.of("study", "task", "population", "training", "objective", "optimizer", "analyses"),
				choices(study).map(Choice::getId));
	}

	private static void setAttribute(EObject target, String name, String value, String setting) {
		if (!(target.eClass().getEStructuralFeature(name) instanceof EAttribute attribute)) {
			throw new IllegalArgumentException("--set " + setting + ": there is no '" + name + "'; there are "
					+ target.eClass().getEAllAttributes().stream().map(EAttribute::getName).collect(Collectors.joining(", ")));
		}
		EDataType type = attribute.getEAttributeType();
		try {
			if (attribute.isMany()) {
				List<Object> values = Arrays.stream(value.split(",")).map(String::strip)
						.filter(text -> !text.isEmpty() || type.getInstanceClass() != String.class).map(text -> EcoreUtil.createFromString(type, text)).toList();
				@SuppressWarnings("unchecked")
				EList<Object> list = (EList<Object>) target.eGet(attribute);
				list.clear();
				list.addAll(values);
			} else {
				boolean unset = value.isEmpty() && type.getInstanceClass() == Double.class;
				target.eSet(attribute, unset ? null : EcoreUtil.createFromString(type, value));
			}
		} catch (RuntimeException e) {
			throw new IllegalArgumentException("--set " + setting + ": '" + value + "' is not "
					+ (attribute.isMany() ? "a list of " + (type.getInstanceClass() == int.class ? "whole numbers" : "numbers") + " separated by commas" : AttributeTypes.expected(attribute)));
		}
	}
}
