package org.nullcline.app.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.SeriesFiles;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudySettings;
import org.nullcline.model.Study;
import org.nullcline.model.StudySeries;
import org.osgi.framework.Bundle;

/**
 * What a command names: a study or a series, in a file or among the shipped examples.
 *
 * @param name    how the user calls it
 * @param series  nothing for a single study
 * @param members the studies in order; one for a single study
 */
record StudySource(String name, Optional<StudySeries> series, List<Member> members) {

	private static final String EXAMPLES = "org.nullcline.examples";
	private static final String FOLDER = "studies";
	private static final List<String> ENDINGS = List.of("." + StudyFiles.EXTENSION, "." + SeriesFiles.EXTENSION);

	/**
	 * A study.
	 *
	 * @param file  its file name within a series; the name that the user gave otherwise
	 * @param label how messages call it
	 */
	record Member(String file, String label, Study study) {
	}

	/** Files beside each other, in a folder or in the bundle of the examples. */
	private interface Folder {
		byte[] read(String file) throws InvalidStudyException;
	}

	/**
	 * Reads a study, or a series with its members, and carries out settings on each study.
	 *
	 * @param name     a file, or the name of an example
	 * @param settings {@code element.parameter=value} each
	 */
	static StudySource read(String name, List<String> settings) throws InvalidStudyException, UsageException {
		for (String ending : Stream.concat(Stream.of(""), ENDINGS.stream()).toList()) {
			Path file = Path.of(name + ending);
			if (Files.isRegularFile(file)) {
				Path parent = file.toAbsolutePath().getParent();
				return changed(of(name, file.getFileName().toString(), file.toString(), member -> bytes(parent.resolve(member))),
						settings);
			}
		}
		for (URL example : examples()) {
			String file = fileName(example);
			if (name.equals(file) || name.equals(baseName(example))) {
				return changed(of(name, file, name, StudySource::exampleBytes), settings);
			}
		}
		throw new InvalidStudyException(List.of(name + ": there is no such file, and no such example; the examples are "
				+ String.join(", ", exampleNames())));
	}

	private static StudySource of(String name, String file, String label, Folder folder) throws InvalidStudyException {
		if (!file.endsWith("." + SeriesFiles.EXTENSION)) {
			return new StudySource(name, Optional.empty(),
					List.of(new Member(file, label, StudyFiles.read(folder.read(file), label))));
		}
		StudySeries series = SeriesFiles.read(folder.read(file), label);
		List<Member> members = new ArrayList<>();
		List<String> problems = new ArrayList<>();
		for (String member : series.getMembers()) {
			String memberLabel = label + " > member " + member;
			try {
				members.add(new Member(member, memberLabel, StudyFiles.read(folder.read(member), memberLabel)));
			} catch (InvalidStudyException e) {
				e.problems().forEach(problem -> problems.add(problem.startsWith(memberLabel) ? problem
						: memberLabel + ": " + problem));
			}
		}
		if (!problems.isEmpty()) {
			throw new InvalidStudyException(problems);
		}
		return new StudySource(name, Optional.of(series), members);
	}

	private static StudySource changed(StudySource source, List<String> settings) throws UsageException {
		if (settings.isEmpty()) {
			return source;
		}
		for (Member member : source.members) {
			for (String setting : settings) {
				try {
					StudySettings.apply(member.study(), setting);
				} catch (IllegalArgumentException e) {
					throw new UsageException(source.series.isEmpty() ? e.getMessage() : member.label() + ": " + e.getMessage());
				}
			}
			// Else the report would open with the description of another study.
			String description = member.study().getDescription() == null ? "" : member.study().getDescription() + " ";
			member.study().setDescription(description + "[Changed for this execution: " + String.join(", ", settings) + "]");
		}
		return source;
	}

	private static byte[] bytes(Path file) throws InvalidStudyException {
		try {
			return Files.readAllBytes(file);
		} catch (java.nio.file.NoSuchFileException e) {
			throw new InvalidStudyException(List.of("there is no file " + file.getFileName() + " beside it"));
		} catch (IOException e) {
			throw new InvalidStudyException(List.of(file + ": cannot be read: " + e.getMessage()));
		}
	}

	private static byte[] exampleBytes(String file) throws InvalidStudyException {
		URL example = examples().stream().filter(url -> fileName(url).equals(file)).findFirst()
				.orElseThrow(() -> new InvalidStudyException(List.of(file + ": there is no such example")));
		try (InputStream in = example.openStream()) {
			return in.readAllBytes();
		} catch (IOException e) {
			throw new InvalidStudyException(List.of(file + ": the example cannot be read: " + e.getMessage()));
		}
	}

	/** The names of the shipped examples, studies and series. */
	static List<String> exampleNames() {
		return examples().stream().map(StudySource::baseName).distinct().sorted().toList();
	}

	private static List<URL> examples() {
		Bundle bundle = Platform.getBundle(EXAMPLES);
		List<URL> found = new ArrayList<>();
		for (String ending : ENDINGS) {
			Enumeration<URL> files = bundle == null ? null : bundle.findEntries(FOLDER, "*" + ending, false);
			found.addAll(files == null ? List.of() : Collections.list(files));
		}
		return found;
	}

	private static String fileName(URL example) {
		return example.getPath().substring(example.getPath().lastIndexOf('/') + 1);
	}

	private static String baseName(URL example) {
		return fileName(example).replaceFirst("\\.[a-z]+$", "");
	}
}
