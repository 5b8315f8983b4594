package org.nullcline.core.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.Choice;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.ParameterValue;
import org.nullcline.model.Population;
import org.nullcline.model.Study;

/**
 * Changes settings of a study by name, {@code element.parameter=value}. The element is {@code study}, {@code task},
 * {@code population}, {@code training}, {@code objective}, {@code optimizer}, or the identifier of one of the study's
 * architectures or analyses.
 */
public final class StudySettings {

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
				setArchitectures(population, value);
			} else if (target instanceof Choice choice && !name.equals("id")) {
				setParameter(choice, name, value);
			} else {
				if (target instanceof Choice choice && !value.equals(choice.getId())) {
					// The parameters are those of what was chosen before.
					choice.getParameters().clear();
				}
				setAttribute(target, name, value, setting);
			}
		}
	}

	/** Sets a parameter of a contribution, or takes it back to its default if the value is null. */
	public static void setParameter(Choice choice, String name, String value) {
		choice.getParameters().removeIf(parameter -> value == null && name.equals(parameter.getName()));
		if (value == null) {
			return;
		}
		Optional<ParameterValue> present = choice.getParameters().stream().filter(p -> name.equals(p.getName())).findFirst();
		if (present.isPresent()) {
			present.get().setValue(value);
		} else {
			ParameterValue parameter = ModelFactory.eINSTANCE.createParameterValue();
			parameter.setName(name);
			parameter.setValue(value);
			choice.getParameters().add(parameter);
		}
	}

	/** Keeps the architectures that are named, with their parameters, and adds those that are new. */
	private static void setArchitectures(Population population, String value) {
		List<ArchitectureChoice> wanted = new ArrayList<>();
		for (String id : value.split(",")) {
			List<ArchitectureChoice> present = population.getArchitectures().stream()
					.filter(choice -> id.strip().equals(choice.getId())).toList();
			if (present.isEmpty()) {
				ArchitectureChoice added = ModelFactory.eINSTANCE.createArchitectureChoice();
				added.setId(id.strip());
				wanted.add(added);
			}
			wanted.addAll(present);
		}
		population.getArchitectures().clear();
		population.getArchitectures().addAll(wanted);
	}

	private static List<EObject> elements(Study study, String name) {
		Stream<? extends EObject> found = switch (name) {
		case "study" -> Stream.of(study);
		case "task" -> Stream.ofNullable(study.getTask());
		case "population" -> Stream.ofNullable(study.getPopulation());
		case "training" -> Stream.ofNullable(study.getTraining());
		case "objective" -> Stream.ofNullable(study.getTraining()).map(t -> t.getObjective()).filter(o -> o != null);
		case "optimizer" -> Stream.ofNullable(study.getTraining()).map(t -> t.getOptimizer()).filter(o -> o != null);
		default -> choices(study).filter(choice -> name.equals(choice.getId()));
		};
		return new ArrayList<>(found.toList());
	}

	private static Stream<Choice> choices(Study study) {
		Stream<Choice> architectures = study.getPopulation() == null ? Stream.empty()
				: study.getPopulation().getArchitectures().stream().map(Choice.class::cast);
		Stream<Choice> analyses = study.getAnalyses() == null ? Stream.empty()
				: study.getAnalyses().getAnalyses().stream().map(Choice.class::cast);
		return Stream.concat(architectures, analyses);
	}

	private static String names(Study study) {
		return Stream.concat(Stream.of("study", "task", "population", "training", "objective", "optimizer"),
				choices(study).map(Choice::getId)).distinct().collect(Collectors.joining(", "));
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
						.map(text -> EcoreUtil.createFromString(type, text)).toList();
				@SuppressWarnings("unchecked")
				EList<Object> list = (EList<Object>) target.eGet(attribute);
				list.clear();
				list.addAll(values);
			} else {
				target.eSet(attribute, EcoreUtil.createFromString(type, value));
			}
		} catch (RuntimeException e) {
			throw new IllegalArgumentException("--set " + setting + ": '" + value + "' is not "
					+ (type.getInstanceClass() == double.class ? "a number"
							: attribute.isMany() ? "a list of whole numbers separated by commas" : "a whole number"));
		}
	}
}
