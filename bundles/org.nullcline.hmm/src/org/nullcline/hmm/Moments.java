package org.nullcline.hmm;

/**
 * Mean and standard deviation of a statistic of sequences, from sequence to sequence.
 *
 * @param mean      over sequences
 * @param deviation standard deviation over sequences
 */
public record Moments(double mean, double deviation) {
}
