package org.nullcline.core.parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of all parameters of one contribution: valid and complete. */
public final class Parameters {

	private final Map<String, ParameterDeclaration> declarations = new LinkedHashMap<>();
	private final Map<String, String> values = new LinkedHashMap<>();

	private Parameters() {
	}

	/**
	 * Fills in the defaults and checks every value.
	 *
	 * @throws IllegalArgumentException naming the parameter, if a value is not permitted or belongs to no declaration
	 */
	public static Parameters of(List<ParameterDeclaration> declarations, Map<String, String> given) {
		Parameters parameters = new Parameters();
		for (ParameterDeclaration declaration : declarations) {
			String value = given.getOrDefault(declaration.name(), declaration.defaultValue());
			declaration.problem(value).ifPresent(problem -> {
				throw new IllegalArgumentException("parameter '" + declaration.name() + "': " + problem);
			});
			parameters.declarations.put(declaration.name(), declaration);
			parameters.values.put(declaration.name(),
					declaration.type() == ParameterType.TEXT ? value : value.strip());
		}
		for (String name : given.keySet()) {
			if (!parameters.declarations.containsKey(name)) {
				throw new IllegalArgumentException("parameter '" + name + "' does not exist; there are: "
						+ (declarations.isEmpty() ? "none" : String.join(", ", parameters.declarations.keySet())));
			}
		}
		return parameters;
	}

	/** All values by name, in the order of declaration. */
	public Map<String, String> values() {
		return java.util.Collections.unmodifiableMap(values);
	}

	public int getInteger(String name) {
		return Integer.parseInt(value(name, ParameterType.INTEGER));
	}

	public double getReal(String name) {
		return Double.parseDouble(value(name, ParameterType.REAL));
	}

	public boolean getBoolean(String name) {
		return Boolean.parseBoolean(value(name, ParameterType.BOOLEAN));
	}

	public String getChoice(String name) {
		return value(name, ParameterType.CHOICE);
	}

	public String getText(String name) {
		return value(name, ParameterType.TEXT);
	}

	private String value(String name, ParameterType type) {
		ParameterDeclaration declaration = declarations.get(name);
		if (declaration == null) {
			throw new IllegalArgumentException("parameter '" + name + "' is not declared; declared are "
					+ declarations.keySet());
		}
		if (declaration.type() != type) {
			throw new IllegalArgumentException(
					"parameter '" + name + "' is declared as " + declaration.type().id() + ", read as " + type.id());
		}
		return values.get(name);
	}

	@Override
	public String toString() {
		return values.toString();
	}
}
