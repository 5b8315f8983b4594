package org.nullcline.analysis.interventions.internal;

import java.util.List;

/**
 * All that was measured of one group.
 *
 * @param sweeps    by pathway, in the order of {@link Pathway}
 * @param overshoot with the kick pathway doubled
 * @param random    fraction of switches while the recurrent drive of each random group is silenced
 */
record GroupSweeps(Group group, List<Sweep> sweeps, Overshoot overshoot, double[] random) {

	Sweep sweep(Pathway pathway) {
		return sweeps.get(pathway.ordinal());
	}
}
