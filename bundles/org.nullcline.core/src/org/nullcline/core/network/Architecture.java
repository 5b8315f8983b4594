package org.nullcline.core.network;

import org.nullcline.core.parameter.Parameters;

/** What the extension point {@code org.nullcline.core.architectures} asks for: makes cells of one kind. */
@FunctionalInterface
public interface Architecture {

	/**
	 * @param inputs number of input channels
	 * @param units  number of hidden units
	 * @throws IllegalArgumentException if the values, each valid alone, do not fit together
	 */
	Cell create(int inputs, int units, Parameters parameters);
}
