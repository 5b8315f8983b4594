package org.nullcline.core.registry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A named set of values of a contribution's parameters.
 *
 * @param id          unique within the contribution
 * @param name        for people
 * @param description a sentence or two, or empty
 * @param reference   where the values come from, or empty
 * @param values      by the names of the parameters
 */
public record Preset(String id, String name, String description, String reference, Map<String, String> values) {

	public Preset {
		values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}
}
