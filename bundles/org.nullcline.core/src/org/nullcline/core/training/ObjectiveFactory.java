package org.nullcline.core.training;

import org.nullcline.core.parameter.Parameters;

/** What the extension point {@code org.nullcline.core.objectives} asks for. */
@FunctionalInterface
public interface ObjectiveFactory {

	/** @throws IllegalArgumentException if the values, each valid alone, do not fit together */
	Objective create(Parameters parameters);
}
