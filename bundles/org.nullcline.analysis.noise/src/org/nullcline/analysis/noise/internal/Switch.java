package org.nullcline.analysis.noise.internal;

/**
 * A switch of the symbol in a run.
 *
 * @param run        number of the run
 * @param cluster    step of the state in the cluster, well before the switch
 * @param transition step of the earliest committed state
 * @param step       first step with the new symbol
 */
record Switch(int run, int cluster, int transition, int step) {
}
