package org.nullcline.core.distance;

import org.nullcline.core.parameter.Parameters;

/** What the extension point {@code org.nullcline.core.distances} asks for. */
@FunctionalInterface
public interface StateDistanceFactory {

	/** @throws IllegalArgumentException if the values, each valid alone, do not fit together */
	StateDistance<?> create(Parameters parameters);
}
