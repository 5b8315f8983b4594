package org.nullcline.core.training;

import org.nullcline.core.parameter.Parameters;

/**
 * What the extension point {@code org.nullcline.core.regularizers} asks for.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RegularizerFactory {

	/**
	 * @return a {@link WeightRegularizer} or a {@link StateRegularizer}
	 * @throws IllegalArgumentException if the values, each valid alone, do not fit together
	 */
	Regularizer create(Parameters parameters);
}
