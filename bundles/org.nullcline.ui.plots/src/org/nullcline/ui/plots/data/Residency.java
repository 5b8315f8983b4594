package org.nullcline.ui.plots.data;

import java.io.IOException;
import java.util.Optional;

import org.nullcline.ui.plots.Messages;

/**
 * How long states of a driven run keep their symbol.
 *
 * @param times   residency time of each state, in steps
 * @param regions number of each state's region
 */
public record Residency(double[] times, int[] regions) {

	private static final String TIMES = "residency_time"; //$NON-NLS-1$
	private static final String REGION = "region"; //$NON-NLS-1$

	/** @throws NotShownException if no result of the run holds residency times */
	public static Residency read(RunContent run) throws IOException, NotShownException {
		Optional<ResultArrays> arrays = run.find(TIMES);
		if (arrays.isEmpty()) {
			throw new NotShownException(Messages.Residency_nothing);
		}
		double[] times = arrays.get().values(TIMES);
		return new Residency(times, arrays.get().has(REGION) ? arrays.get().integers(REGION) : new int[times.length]);
	}
}
