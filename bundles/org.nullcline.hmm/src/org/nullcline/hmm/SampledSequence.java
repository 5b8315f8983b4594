package org.nullcline.hmm;

/**
 * A sequence with the hidden states that it came from.
 *
 * @param states  [time]
 * @param symbols [time]
 */
public record SampledSequence(int[] states, int[] symbols) {
}
