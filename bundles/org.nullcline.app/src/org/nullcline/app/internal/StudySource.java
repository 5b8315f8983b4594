package org.nullcline.app.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudySettings;
import org.nullcline.model.Study;
import org.osgi.framework.Bundle;

/** Finds the study that a command names: a file, or one of the shipped examples. */
final class StudySource {

	private static final String EXAMPLES = "org.nullcline.examples";

	private StudySource() {
	}

	/**
	 * Reads a study and carries out settings on it.
	 *
	 * @param name     a file, or the name of an example
	 * @param settings {@code element.parameter=value} each
	 */
	static Study read(String name, List<String> settings) throws InvalidStudyException, UsageException {
		Study study = read(name);
		for (String setting : settings) {
			try {
				StudySettings.apply(study, setting);
			} catch (IllegalArgumentException e) {
				throw new UsageException(e.getMessage());
			}
		}
		if (!settings.isEmpty()) {
			// Else the report would open with the description of another study.
			String description = study.getDescription() == null ? "" : study.getDescription() + " ";
			study.setDescription(description + "[Changed for this execution: " + String.join(", ", settings) + "]");
		}
		return study;
	}

	private static Study read(String name) throws InvalidStudyException {
		for (Path file : List.of(Path.of(name), Path.of(name + "." + StudyFiles.EXTENSION))) {
			if (Files.isRegularFile(file)) {
				return StudyFiles.read(file);
			}
		}
		List<URL> examples = examples();
		for (URL example : examples) {
			if (name.equals(baseName(example))) {
				try (InputStream in = example.openStream()) {
					return StudyFiles.read(in.readAllBytes(), name);
				} catch (IOException e) {
					throw new InvalidStudyException(List.of(name + ": the example cannot be read: " + e.getMessage()));
				}
			}
		}
		throw new InvalidStudyException(List.of(name + ": there is no such file, and no such example; the examples are "
				+ String.join(", ", exampleNames())));
	}

	/** The names of the shipped examples. */
	static List<String> exampleNames() {
		return examples().stream().map(StudySource::baseName).sorted().toList();
	}

	private static List<URL> examples() {
		Bundle bundle = Platform.getBundle(EXAMPLES);
		Enumeration<URL> found = bundle == null ? null
				: bundle.findEntries("studies", "*." + StudyFiles.EXTENSION, false);
		return found == null ? List.of() : Collections.list(found);
	}

	private static String baseName(URL example) {
		String path = example.getPath();
		return path.substring(path.lastIndexOf('/') + 1, path.length() - StudyFiles.EXTENSION.length() - 1);
	}
}
