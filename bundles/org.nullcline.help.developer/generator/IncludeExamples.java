import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the pages of the developer guide: {@code {{include FILE#SNIPPET}}} becomes what stands in the file between the lines
 * {@code [snippet: SNIPPET]} and {@code [end]}, {@code {{include FILE}}} the whole file. So the guide shows the code that the
 * examples are compiled from. A file or snippet that is missing fails the build.
 */
public final class IncludeExamples {

	private static final Pattern INCLUDE = Pattern.compile("\\{\\{include ([^}#\\s]+)(?:#([\\w-]+))?\\}\\}");

	private final Path root;

	private IncludeExamples(Path root) {
		this.root = root;
	}

	/** Arguments: the folder of the guide, and the root of the checkout. */
	public static void main(String[] arguments) throws IOException {
		Path guide = Path.of(arguments[0]);
		IncludeExamples examples = new IncludeExamples(Path.of(arguments[1]).toAbsolutePath().normalize());
		Path pages = guide.resolve("pages");
		Path target = guide.resolve("src-gen");
		List<Path> files;
		try (Stream<Path> all = Files.list(pages)) {
			files = all.sorted().toList();
		}
		Files.createDirectories(target);
		try (Stream<Path> old = Files.list(target)) {
			for (Path file : old.toList()) {
				Files.delete(file);
			}
		}
		for (Path file : files) {
			String text = Files.readString(file);
			Files.writeString(target.resolve(file.getFileName()), file.toString().endsWith(".html") ? examples.filled(file, text) : text);
		}
	}

	private String filled(Path page, String text) throws IOException {
		// What is typed into a terminal is compiled by nobody; all other listings come from files that are.
		if (text.replace("<pre class=\"commands\">", "").contains("<pre")) {
			throw new IOException(page + ": has a listing of its own; include it from the sources of an example");
		}
		StringBuilder filled = new StringBuilder();
		Matcher includes = INCLUDE.matcher(text);
		int end = 0;
		while (includes.find()) {
			filled.append(text, end, includes.start()).append("<pre>")
					.append(escaped(snippet(page, includes.group(1), includes.group(2)))).append("</pre>\n<p class=\"source\">")
					.append(includes.group(1)).append("</p>");
			end = includes.end();
		}
		return filled.append(text.substring(end)).toString();
	}

	private String snippet(Path page, String name, String snippet) throws IOException {
		Path file = root.resolve(name);
		if (!Files.isRegularFile(file)) {
			throw new IOException(page + ": includes " + name + ", which does not exist");
		}
		List<String> lines = Files.readAllLines(file);
		if (snippet == null) {
			return String.join("\n", lines);
		}
		List<String> found = new ArrayList<>();
		boolean inside = false;
		boolean seen = false;
		for (String line : lines) {
			if (line.contains("[snippet: " + snippet + "]")) {
				inside = true;
				seen = true;
			} else if (line.contains("[end]")) {
				inside = false;
			} else if (inside && !line.contains("[snippet: ")) {
				found.add(line);
			}
		}
		if (!seen || found.isEmpty()) {
			throw new IOException(page + ": " + name + " has no snippet '" + snippet + "'");
		}
		return String.join("\n", unindented(found)).strip();
	}

	/** Without the white space that all lines begin with; tabs become four spaces. */
	private static List<String> unindented(List<String> lines) {
		List<String> spaced = lines.stream().map(line -> {
			int tabs = 0;
			while (tabs < line.length() && line.charAt(tabs) == '\t') {
				tabs++;
			}
			return "    ".repeat(tabs) + line.substring(tabs);
		}).toList();
		int least = spaced.stream().filter(line -> !line.isBlank()).mapToInt(line -> line.length() - line.stripLeading().length()).min()
				.orElse(0);
		return spaced.stream().map(line -> line.isBlank() ? "" : line.substring(least)).toList();
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
