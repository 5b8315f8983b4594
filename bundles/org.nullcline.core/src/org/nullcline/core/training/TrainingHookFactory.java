package org.nullcline.core.training;

import org.nullcline.core.parameter.Parameters;

/**
 * What the extension point {@code org.nullcline.core.hooks} asks for.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TrainingHookFactory {

	/** @throws IllegalArgumentException if the values, each valid alone, do not fit together */
	TrainingHook create(Parameters parameters);
}
