package org.nullcline.core.training;

/**
 * A penalty that is added to the objective, times a weight that the study gives. A penalty on weights is a
 * {@link WeightRegularizer}, one on the activity of the units a {@link StateRegularizer}. A regularizer has no mutable state:
 * several threads use it at once.
 *
 * @since 0.1.0
 */
public sealed interface Regularizer permits WeightRegularizer, StateRegularizer {
}
