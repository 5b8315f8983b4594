package org.nullcline.core.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.RegistryFactory;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;
import org.nullcline.core.parameter.Parameters;
import org.osgi.framework.Bundle;

/** A snapshot of all contributions. A contribution that is declared wrongly is listed with its problem, never thrown. */
public final class ContributionRegistry {

	private static final int MOST_ATTEMPTS = 100;

	private final Map<ContributionKind, Map<String, Contribution>> contributions = new EnumMap<>(ContributionKind.class);
	private final List<Contribution> rejected = new ArrayList<>();

	private ContributionRegistry(IExtensionRegistry registry, List<ContributionKind> kinds) {
		DisabledContributions disabled = DisabledContributions.ofThisProcess();
		for (ContributionKind kind : ContributionKind.values()) {
			contributions.put(kind, Map.of());
		}
		for (ContributionKind kind : kinds) {
			Map<String, Contribution> byId = new LinkedHashMap<>();
			Arrays.stream(registry.getConfigurationElementsFor(kind.extensionPoint()))
					.filter(element -> WorkspacePlugins.takesPart(Platform.getBundle(element.getContributor().getName())))
					.map(element -> read(kind, element))
					.map(contribution -> disabled.reason(contribution).map(contribution::broken).orElse(contribution))
					// Built-ins first, so that nobody takes an identifier away from them.
					.sorted(Comparator.comparing((Contribution c) -> !c.plugin().startsWith("org.nullcline."))
							.thenComparing(Contribution::plugin).thenComparing(Contribution::id))
					.forEach(contribution -> {
						Contribution first = byId.putIfAbsent(contribution.id(), contribution);
						if (first != null) {
							rejected.add(contribution.broken("the identifier '" + contribution.id()
									+ "' is already taken by plug-in " + first.plugin()));
						}
					});
			contributions.put(kind, byId);
		}
		if (kinds.contains(ContributionKind.ANALYSIS)) {
			Requirements.check(contributions.get(ContributionKind.ANALYSIS));
		}
	}

	/** The contributions of all plug-ins that are installed now. */
	public static ContributionRegistry read() {
		return read(List.of(ContributionKind.values()));
	}

	/** Only the contributions of one kind, for those who look often; there are none of the other kinds in it. */
	public static ContributionRegistry read(ContributionKind kind) {
		return read(List.of(kind));
	}

	private static ContributionRegistry read(List<ContributionKind> kinds) {
		for (int attempt = 1;; attempt++) {
			try {
				return new ContributionRegistry(RegistryFactory.getRegistry(), kinds);
			} catch (InvalidRegistryObjectException e) {
				// A plug-in that is being developed was replaced meanwhile.
				if (attempt == MOST_ATTEMPTS) {
					throw e;
				}
			}
		}
	}

	/** All contributions of a kind, broken ones included, built-ins first, then by plug-in and identifier. */
	public List<Contribution> all(ContributionKind kind) {
		return List.copyOf(contributions.get(kind).values());
	}

	public Optional<Contribution> find(ContributionKind kind, String id) {
		return Optional.ofNullable(contributions.get(kind).get(id));
	}

	/** Contributions that nobody can choose, because their identifier is taken. */
	public List<Contribution> rejected() {
		return List.copyOf(rejected);
	}

	private static Contribution read(ContributionKind kind, IConfigurationElement element) {
		String plugin = element.getContributor().getName();
		Bundle bundle = Platform.getBundle(plugin);
		String version = bundle == null ? "" : bundle.getVersion().toString();
		String id = attribute(element, "id", "");
		List<ParameterDeclaration> parameters = new ArrayList<>();
		String problem = null;
		if (!id.matches("[a-z0-9][a-z0-9-]*")) {
			problem = "the identifier '" + id + "' is not made of lower-case letters, digits and hyphens";
		} else if (element.getAttribute("class") == null) {
			problem = "no class is given";
		}
		for (IConfigurationElement child : element.getChildren("parameter")) {
			try {
				parameters.add(parameter(child));
			} catch (IllegalArgumentException e) {
				problem = e.getMessage();
			}
		}
		List<Preset> presets = new ArrayList<>();
		for (IConfigurationElement child : element.getChildren("preset")) {
			Preset preset = preset(child);
			try {
				Parameters.of(parameters, preset.values());
			} catch (IllegalArgumentException e) {
				problem = problem == null ? "preset '" + preset.id() + "': " + e.getMessage() : problem;
			}
			presets.add(preset);
		}
		Optional<Scope> scope = Optional.empty();
		if (kind == ContributionKind.ANALYSIS) {
			switch (attribute(element, "scope", "")) {
			case "network" -> scope = Optional.of(Scope.NETWORK);
			case "population" -> scope = Optional.of(Scope.POPULATION);
			default -> problem = "the scope is neither 'network' nor 'population'";
			}
		}
		if (kind == ContributionKind.FIGURE && attribute(element, "analysis", "").isBlank()) {
			problem = "no analysis is given whose results it shows";
		}
		if (kind == ContributionKind.EXPORTER && !attribute(element, "ending", "").matches("[A-Za-z0-9]+")) {
			problem = "the ending of its files is missing, or not made of letters and digits";
		}
		if (kind == ContributionKind.REGULARIZER && problem == null && parameters.stream()
				.noneMatch(parameter -> parameter.name().equals("weight") && parameter.type() == ParameterType.REAL)) {
			problem = "a regularizer declares a parameter 'weight' of the type real, by which studies scale it; this one does not";
		}
		List<String> requires = Arrays.stream(attribute(element, "requires", "").split(",")).map(String::strip)
				.filter(name -> !name.isEmpty()).distinct().toList();
		return new Contribution(kind, id, attribute(element, "name", id), attribute(element, "description", ""), scope,
				requires, parameters, presets, plugin, version, Optional.ofNullable(problem), element);
	}

	private static Preset preset(IConfigurationElement element) {
		Map<String, String> values = new LinkedHashMap<>();
		for (IConfigurationElement child : element.getChildren("set")) {
			values.put(attribute(child, "name", ""), attribute(child, "value", ""));
		}
		String id = attribute(element, "id", "");
		return new Preset(id, attribute(element, "name", id), attribute(element, "description", ""),
				attribute(element, "reference", ""), values);
	}

	private static ParameterDeclaration parameter(IConfigurationElement element) {
		String name = attribute(element, "name", "");
		String typeName = attribute(element, "type", "");
		ParameterType type = Arrays.stream(ParameterType.values()).filter(t -> t.id().equals(typeName)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException(
						"parameter '" + name + "' is of the unknown type '" + typeName + "'"));
		List<String> choices = Arrays.stream(element.getChildren("choice")).map(c -> attribute(c, "value", "")).toList();
		return new ParameterDeclaration(name, attribute(element, "label", name), type,
				attribute(element, "default", type == ParameterType.TEXT ? "" : null), bound(element, name, "minimum"),
				bound(element, name, "maximum"), choices, attribute(element, "unit", ""),
				attribute(element, "documentation", ""));
	}

	private static OptionalDouble bound(IConfigurationElement element, String parameter, String name) {
		String value = element.getAttribute(name);
		try {
			return value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value));
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException(
					"the " + name + " of parameter '" + parameter + "' is not a number: " + value);
		}
	}

	private static String attribute(IConfigurationElement element, String name, String otherwise) {
		String value = element.getAttribute(name);
		return value == null ? otherwise : value;
	}
}
