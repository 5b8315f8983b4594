package org.nullcline.analysis.noise.internal;

/**
 * What was measured at one switch.
 *
 * @param cluster    by gamma
 * @param transition by gamma
 */
record SwitchSensitivity(Switch event, Divergence[] cluster, Divergence[] transition) {

	/** log(trace in the cluster / trace at the transition), positive where the cluster is more sensitive. */
	double logRatio(int gamma, int step) {
		return Math.log(cluster[gamma].trace()[step] / transition[gamma].trace()[step]);
	}
}
