package org.nullcline.core.training;

import org.nullcline.core.network.Network;
import org.nullcline.core.network.Weights;

/**
 * A penalty on the weights of a network. It sees the whole network: weights by name and role, masks, and by
 * {@link org.nullcline.core.network.Cell#unitPositions()} where the units are in the plane.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public non-sealed interface WeightRegularizer extends Regularizer {

	/**
	 * Evaluates the penalty and its derivative, before the study's weight of it.
	 *
	 * @param network  not to be changed
	 * @param gradient the derivative is written here; zero on entry. It holds the arrays that are trained now: what it does not
	 *                 hold still counts in the value, but has no derivative
	 * @return the value
	 */
	double evaluate(Network network, Weights gradient);
}
