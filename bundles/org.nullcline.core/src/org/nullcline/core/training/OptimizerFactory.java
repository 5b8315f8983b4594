package org.nullcline.core.training;

import org.nullcline.core.parameter.Parameters;

/** What the extension point {@code org.nullcline.core.optimizers} asks for. */
@FunctionalInterface
public interface OptimizerFactory {

	/** @throws IllegalArgumentException if the values, each valid alone, do not fit together */
	Optimizer create(Parameters parameters);
}
