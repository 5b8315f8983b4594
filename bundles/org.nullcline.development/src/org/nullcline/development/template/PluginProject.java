package org.nullcline.development.template;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.lang.model.SourceVersion;

/**
 * A plug-in project to be made.
 *
 * @param id     symbolic name of the plug-in, for example {@code org.mylab.delayed-recall}
 * @param kinds  what it contributes, at least one
 * @param vendor who makes it, for people
 */
public record PluginProject(String id, Set<PluginKind> kinds, String vendor) {

	/** Made of lower-case words with digits, separated by dots; the words of a part by hyphens. */
	private static final String IDENTIFIER = "[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z][a-z0-9]*(-[a-z0-9]+)*)+";

	/** @throws IllegalArgumentException if the identifier will not do, with the reason */
	public PluginProject {
		problem(id).ifPresent(problem -> {
			throw new IllegalArgumentException(problem);
		});
		if (kinds.isEmpty()) {
			throw new IllegalArgumentException("A plug-in contributes something: a task, an architecture or an analysis.");
		}
		kinds = EnumSet.copyOf(kinds);
		vendor = vendor.replaceAll("[\\r\\n]+", " ").strip();
	}

	/** Why an identifier will not do, or nothing. */
	public static Optional<String> problem(String id) {
		if (!id.matches(IDENTIFIER)) {
			return Optional.of("'" + id + "' is no identifier of a plug-in: it has at least two parts, separated by dots, of lower-case "
					+ "letters, digits and hyphens, for example org.mylab.delayed-recall");
		}
		if (id.startsWith("org.nullcline.")) {
			return Optional.of("'" + id + "': org.nullcline is the name space of Nullcline itself; take one of your own, for example "
					+ "org.mylab" + id.substring("org.nullcline".length()));
		}
		return Arrays.stream(packageOf(id).split("\\.")).filter(SourceVersion::isKeyword).findFirst()
				.map(word -> "'" + id + "': '" + word + "' is a word of the Java language and cannot be part of a package's name");
	}

	/** An identifier made of a folder's name. */
	public static String identifier(String folder) {
		String name = folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("(^|\\.)[-.0-9]+", "$1")
				.replaceAll("-+(\\.|$)", "$1");
		name = name.isEmpty() ? "plug-in" : name;
		return name.contains(".") ? name : "org.example." + name;
	}

	/** The last part of the identifier: the beginning of the identifiers of all contributions. */
	public String shortName() {
		return id.substring(id.lastIndexOf('.') + 1);
	}

	/** The identifier of the contribution of one kind. */
	public String contributionId(PluginKind kind) {
		return shortName() + kind.suffix();
	}

	/** The name for people: "Delayed recall". */
	public String label() {
		String words = shortName().replace('-', ' ');
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	/** The beginning of the names of all classes: "DelayedRecall". */
	public String className() {
		return Arrays.stream(shortName().split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
				.collect(Collectors.joining());
	}

	public String packageName() {
		return packageOf(id);
	}

	private static String packageOf(String id) {
		return id.replace("-", "");
	}
}
