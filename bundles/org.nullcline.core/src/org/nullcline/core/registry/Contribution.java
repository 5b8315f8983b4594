package org.nullcline.core.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.Parameters;

/**
 * One contribution of a plug-in, as its extension declares it.
 *
 * @param kind          of the contribution
 * @param id            unique among its kind
 * @param name          for people
 * @param description   a sentence or two
 * @param scope         of an analysis; nothing for other kinds
 * @param requires      of an analysis: identifiers of the analyses whose results it is given
 * @param parameters    in the order of declaration
 * @param presets       of a task: named sets of values of its parameters
 * @param plugin        symbolic name of the contributing plug-in
 * @param pluginVersion its version
 * @param problem       why the contribution cannot be used, or nothing
 * @param element       of the extension registry
 */
public record Contribution(ContributionKind kind, String id, String name, String description, Optional<Scope> scope,
		List<String> requires, List<ParameterDeclaration> parameters, List<Preset> presets, String plugin,
		String pluginVersion, Optional<String> problem, IConfigurationElement element) {

	private static final Pattern CLASS_VERSION = Pattern.compile("class file version (\\d+)");
	/** A class file says 44 + n for Java n. */
	private static final int CLASS_VERSION_OFFSET = 44;

	public Contribution {
		requires = List.copyOf(requires);
		parameters = List.copyOf(parameters);
		presets = List.copyOf(presets);
	}

	/** A contribution that requires no other and has no presets. */
	public Contribution(ContributionKind kind, String id, String name, String description, Optional<Scope> scope,
			List<ParameterDeclaration> parameters, String plugin, String pluginVersion, Optional<String> problem,
			IConfigurationElement element) {
		this(kind, id, name, description, scope, List.of(), parameters, List.of(), plugin, pluginVersion, problem, element);
	}

	/** The same, but broken. */
	Contribution broken(String reason) {
		return new Contribution(kind, id, name, description, scope, requires, parameters, presets, plugin, pluginVersion,
				Optional.of(reason), element);
	}

	/**
	 * A further attribute of the extension, for example the {@code analysis} whose results a figure shows; nothing once the
	 * plug-in has been replaced or taken away.
	 */
	public Optional<String> attribute(String attributeName) {
		try {
			return Optional.ofNullable(element.getAttribute(attributeName)).filter(value -> !value.isBlank());
		} catch (InvalidRegistryObjectException e) {
			return Optional.empty();
		}
	}

	/** Values for all parameters; see {@link Parameters#of}. */
	public Parameters parameters(Map<String, String> given) {
		return Parameters.of(parameters, given);
	}

	/**
	 * A new instance of the contributed class.
	 *
	 * @param contract the kind's contract
	 * @throws ContributionException naming the plug-in, if it cannot be had
	 */
	public <T> T instantiate(Class<T> contract) throws ContributionException {
		if (problem.isPresent()) {
			throw new ContributionException(this, problem.get(), null);
		}
		try {
			Object instance = element.createExecutableExtension("class");
			if (!contract.isInstance(instance)) {
				throw new ContributionException(this, "its class " + instance.getClass().getName() + " does not implement "
						+ contract.getName(), null);
			}
			return contract.cast(instance);
		} catch (InvalidRegistryObjectException e) {
			throw new ContributionException(this, "it has been replaced or taken away meanwhile", e);
		} catch (CoreException | RuntimeException | LinkageError e) {
			Throwable cause = e instanceof CoreException && e.getCause() != null ? e.getCause() : e;
			throw new ContributionException(this, "its class " + attribute("class").orElse("") + " cannot be loaded: "
					+ explain(cause), e);
		}
	}

	/** In the words of people, where Java has its own. */
	private static String explain(Throwable cause) {
		if (cause instanceof UnsupportedClassVersionError && cause.getMessage() != null) {
			Matcher version = CLASS_VERSION.matcher(cause.getMessage());
			if (version.find()) {
				return "it is compiled for Java " + (Integer.parseInt(version.group(1)) - CLASS_VERSION_OFFSET) + ", but Nullcline runs on Java "
						+ Runtime.version().feature();
			}
		}
		return cause.toString();
	}

	/** Kind and identifier, for messages: "task 'flip-flop'". */
	public String label() {
		return kind.singular() + " '" + id + "'";
	}
}
