package org.nullcline.hmm;

/**
 * A path of hidden states.
 *
 * @param states         [time]
 * @param logProbability log P(z, x), negative infinity if the model cannot emit the sequence
 */
public record StatePath(int[] states, double logProbability) {
}
