package org.nullcline.core.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource.Diagnostic;
import org.eclipse.emf.ecore.xmi.FeatureNotFoundException;
import org.eclipse.emf.ecore.xmi.IllegalValueException;

/** Says in the words of the study's author what EMF says in those of its own. */
final class StudyFileErrors {

	private static final String SERIES = "series";
	/** Series are short enough to be written by hand. */
	private static final String SERIES_EXAMPLE = "; expected: <nullcline:StudySeries xmi:version=\"2.0\""
			+ " xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:nullcline=\"http://nullcline.org/model/1\" name=\"NAME\">"
			+ "<members>ONE.nullcline</members><members>OTHER.nullcline</members></nullcline:StudySeries>";

	private StudyFileErrors() {
	}

	/**
	 * One line per error; if the file is no XML, that alone, because everything else only follows from it.
	 *
	 * @param kind of file, in a word
	 */
	static List<String> describe(List<Diagnostic> errors, String file, String kind) {
		String example = kind.equals(SERIES) ? SERIES_EXAMPLE : "";
		Optional<Diagnostic> noXml = errors.stream().filter(error -> String.valueOf(error.getMessage()).contains("lineNumber:"))
				.findFirst();
		if (noXml.isPresent()) {
			return List.of(file + ", line " + noXml.get().getLine() + ": is no " + kind + " file: " + plain(noXml.get().getMessage())
					+ example);
		}
		if (errors.stream().anyMatch(error -> String.valueOf(error.getMessage()).contains("Package with uri"))) {
			return List.of(file + ": is no " + kind + " file: its first element is not that of a " + kind + example);
		}
		return errors.stream().map(error -> file + ", line " + error.getLine() + ": " + describe(error)).distinct().toList();
	}

	private static String describe(Diagnostic error) {
		return switch (error) {
		case FeatureNotFoundException e when e.getObject() != null -> element(e.getObject()) + " has no '" + e.getName()
				+ "'; there are " + e.getObject().eClass().getEAllStructuralFeatures().stream().map(EStructuralFeature::getName)
						.collect(Collectors.joining(", "))
				+ (e.getObject().eClass().getEStructuralFeature("parameters") == null ? ""
						: "; a parameter is set by <parameters name=\"" + e.getName() + "\" value=\"...\"/> in it");
		case IllegalValueException e when e.getFeature() instanceof EAttribute attribute -> element(e.getObject()) + " > "
				+ attribute.getName() + ": '" + e.getValue() + "' is not " + AttributeTypes.expected(attribute);
		default -> plain(error.getMessage());
		};
	}

	private static String element(EObject object) {
		EClass type = object.eClass();
		return object.eContainmentFeature() != null ? object.eContainmentFeature().getName()
				: type.getName().toLowerCase(Locale.ROOT);
	}

	/** Without places in files, and names of classes, that nobody knows. */
	private static String plain(String message) {
		String text = String.valueOf(message).replaceAll("(?s)^.*columnNumber: \\d+;\\s*", "")
				.replaceAll("\\s*\\((?:file:[^)]*|study\\.nullcline), -?\\d+, -?\\d+\\)", "")
				.replaceFirst("^org\\.[\\w.]+Exception: ", "").strip();
		return text.startsWith("DOCTYPE") ? "a DOCTYPE is not permitted" : text;
	}
}
