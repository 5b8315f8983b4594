package org.nullcline.core.task;

/**
 * A constant input.
 *
 * @param name   for people
 * @param values one value per input channel
 */
public record InputCondition(String name, double[] values) {
}
