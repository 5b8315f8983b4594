import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Writes the forms of the kernels: for each {@code forms/NAME.properties} the templates of {@code templates/common} and
 * of {@code templates/ELEMENT}, as package {@code org.nullcline.kernels.NAME}.
 * <p>
 * In a template {@code @key@} stands for a property, and {@code $name(a, b)} for the property {@code name} with
 * {@code {0}} and {@code {1}} replaced. Operations on lanes are text and not methods, because the just-in-time compiler
 * gives up inlining methods in large loops, and lanes that leave a method are hundreds of times slower.
 */
public final class GenerateKernels {

	private final Properties form;

	private GenerateKernels(Properties form) {
		this.form = form;
	}

	/** @param arguments the folder of the bundle */
	public static void main(String[] arguments) throws IOException {
		Path bundle = Path.of(arguments[0]);
		for (Path file : files(bundle.resolve("forms"))) {
			String name = file.getFileName().toString().replace(".properties", "");
			Properties form = new Properties();
			try (var reader = Files.newBufferedReader(file)) {
				form.load(reader);
			}
			form.setProperty("package", "org.nullcline.kernels." + name);
			Path target = bundle.resolve("src-gen/org/nullcline/kernels").resolve(name);
			Files.createDirectories(target);
			List<Path> templates = new ArrayList<>(files(bundle.resolve("templates/common")));
			templates.addAll(files(bundle.resolve("templates").resolve(form.getProperty("element"))));
			for (Path template : templates) {
				String code = new GenerateKernels(form).expand(Files.readString(template));
				Path written = target.resolve(template.getFileName());
				if (!Files.exists(written) || !Files.readString(written).equals(code)) {
					Files.writeString(written, code);
				}
			}
		}
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	private String expand(String text) {
		StringBuilder expanded = new StringBuilder();
		int at = 0;
		while (at < text.length()) {
			char c = text.charAt(at);
			if (c == '@' && text.indexOf('@', at + 1) > 0
					&& form.containsKey(text.substring(at + 1, text.indexOf('@', at + 1)))) {
				int end = text.indexOf('@', at + 1);
				expanded.append(form.getProperty(text.substring(at + 1, end)));
				at = end + 1;
			} else if (c == '$') {
				int open = text.indexOf('(', at);
				int close = closing(text, open);
				expanded.append(operation(text.substring(at + 1, open), text.substring(open + 1, close)));
				at = close + 1;
			} else {
				expanded.append(c);
				at++;
			}
		}
		return expanded.toString();
	}

	private String operation(String name, String arguments) {
		String pattern = form.getProperty(name);
		if (pattern == null) {
			throw new IllegalArgumentException("$" + name + " is not defined by this form");
		}
		List<String> parts = split(arguments);
		String result = expand(pattern);
		for (int i = 0; i < parts.size(); i++) {
			result = result.replace("{" + i + "}", expand(parts.get(i)).strip());
		}
		return result;
	}

	/** At the commas that stand in no parentheses or brackets. */
	private static List<String> split(String arguments) {
		List<String> parts = new ArrayList<>();
		int depth = 0;
		int from = 0;
		for (int i = 0; i < arguments.length(); i++) {
			char c = arguments.charAt(i);
			depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
			if (c == ',' && depth == 0) {
				parts.add(arguments.substring(from, i));
				from = i + 1;
			}
		}
		parts.add(arguments.substring(from));
		return parts;
	}

	private static int closing(String text, int open) {
		int depth = 0;
		for (int i = open; i < text.length(); i++) {
			depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		throw new IllegalArgumentException("no closing parenthesis: " + text.substring(open, Math.min(text.length(), open + 80)));
	}
}
