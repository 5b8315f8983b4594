package org.nullcline.similarity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.core.distance.StateDistance;
import org.nullcline.core.distance.StateDistanceFactory;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;

/**
 * A distance that a plug-in contributes, with its parameters.
 *
 * @param id         of the contribution, for example {@code svcca}
 * @param name       for people
 * @param parameters valid and complete
 * @param distance   made with them
 */
public record NamedDistance(String id, String name, Parameters parameters, StateDistance<?> distance) {

	/**
	 * Finds a distance.
	 *
	 * @param given values of parameters; defaults are taken for the others
	 * @throws IllegalArgumentException saying what there is, if there is no such distance or parameter
	 * @throws ContributionException    if its plug-in fails
	 */
	public static NamedDistance of(ContributionRegistry registry, String id, Map<String, String> given)
			throws ContributionException {
		Contribution contribution = find(registry, id);
		Parameters parameters;
		try {
			parameters = contribution.parameters(given);
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException("distance '" + id + "' > " + e.getMessage(), e);
		}
		StateDistance<?> distance = contribution.instantiate(StateDistanceFactory.class).create(parameters);
		return new NamedDistance(id, contribution.name(), parameters, distance);
	}

	/** As {@link #of}, with those of the values that the distance has a parameter for. */
	public static NamedDistance withKnown(ContributionRegistry registry, String id, Map<String, String> values)
			throws ContributionException {
		List<String> declared = find(registry, id).parameters().stream().map(ParameterDeclaration::name).toList();
		Map<String, String> known = new LinkedHashMap<>(values);
		known.keySet().retainAll(declared);
		return of(registry, id, known);
	}

	private static Contribution find(ContributionRegistry registry, String id) {
		return registry.find(ContributionKind.DISTANCE, id).orElseThrow(() -> new IllegalArgumentException(
				"there is no distance '" + id + "'; there are " + registry.all(ContributionKind.DISTANCE).stream()
						.map(Contribution::id).collect(Collectors.joining(", "))));
	}
}
