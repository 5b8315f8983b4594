package org.nullcline.app.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.registry.Contribution;

/** Arguments of a command that it does not know itself: {@code --NAME VALUE} for a declared parameter of what it asks. */
final class ParameterOptions {

	private static final String DASHES = "--";

	private ParameterOptions() {
	}

	/**
	 * @param arguments in the order in which they were given
	 * @return values by parameter, not checked yet
	 * @throws UsageException naming the argument that is no option, or no parameter of the contribution
	 */
	static Map<String, String> parse(List<String> arguments, Contribution contribution) throws UsageException {
		Map<String, String> values = new LinkedHashMap<>();
		Iterator<String> rest = arguments.iterator();
		while (rest.hasNext()) {
			String argument = rest.next();
			if (!argument.startsWith(DASHES)) {
				throw new UsageException("'" + argument + "': expected an option; a parameter of the analysis is set by --NAME VALUE");
			}
			String[] pair = argument.substring(DASHES.length()).split("=", 2);
			List<String> names = contribution.parameters().stream().map(ParameterDeclaration::name).toList();
			if (!names.contains(pair[0])) {
				throw new UsageException("--" + pair[0] + ": no such option, and no such parameter of the analysis '"
						+ contribution.id() + "'; its parameters are "
						+ (names.isEmpty() ? "none" : names.stream().map(name -> DASHES + name).collect(Collectors.joining(", "))));
			}
			if (pair.length < 2 && !rest.hasNext()) {
				throw new UsageException("--" + pair[0] + ": needs a value");
			}
			if (values.put(pair[0], pair.length < 2 ? rest.next() : pair[1]) != null) {
				throw new UsageException("--" + pair[0] + ": is given twice");
			}
		}
		return values;
	}
}
